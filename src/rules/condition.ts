import { COLUMN_KEYS, type ColumnKey } from './application';
import type { MessageParams } from './finding';
import { agreed, both, either, type Truth } from './truth';

/**
 * One condition of the notice, judged. A leaf was decided from cells; a composite keeps its parts, so that every
 * surface can show why. Not worded yet: `reasonText` in messages/ does that.
 */
export interface Condition {
  /** The sentence of the notice that it comes from, such as 二（二）2. */
  readonly clause: string;
  readonly truth: Truth;
  /** The columns it was decided from, the deciding one first. */
  readonly facts: readonly ColumnKey[];
  readonly message: string;
  readonly params: MessageParams;
  /** The document that would decide what the sheet cannot. */
  readonly evidence?: string;
  readonly composed?: 'all' | 'any' | 'readings' | 'relief';
  readonly parts?: readonly Condition[];
}

const NO_PARAMS: MessageParams = {};

/** A list of each column alone: a sheet has ten thousands of leaves, and they share these. */
const ALONE = Object.fromEntries(COLUMN_KEYS.map((key) => [key, [key]])) as unknown as Readonly<
  Record<ColumnKey, readonly ColumnKey[]>
>;

/** A condition decided from a cell. */
export function leaf(
  clause: string,
  truth: Truth,
  column: ColumnKey,
  message: string,
  params: MessageParams = NO_PARAMS,
  evidence?: string,
): Condition {
  const facts = ALONE[column];
  return evidence === undefined
    ? { clause, truth, facts, message, params }
    : { clause, truth, facts, message, params, evidence };
}

function compose(
  composed: NonNullable<Condition['composed']>,
  clause: string,
  parts: readonly Condition[],
  truth: Truth,
): Condition {
  const deciding = parts.find((part) => part.truth === truth) ?? parts[0];
  return {
    clause,
    truth,
    facts: deciding?.facts ?? [],
    message: `composed/${composed}`,
    params: NO_PARAMS,
    composed,
    parts,
  };
}

/** 且: the worst of its parts decides. */
export function allOf(clause: string, ...parts: Condition[]): Condition {
  return compose('all', clause, parts, together(parts));
}

/** What conditions come to that all have to be met. */
export function together(parts: readonly Condition[]): Truth {
  let truth: Truth = 'met';
  for (const part of parts) truth = both(truth, part.truth);
  return truth;
}

/** 或: the best of its parts decides. */
export function anyOf(clause: string, ...parts: Condition[]): Condition {
  let truth: Truth = 'unmet';
  for (const part of parts) truth = either(truth, part.truth);
  return compose('any', clause, parts, truth);
}

/** An unmet condition that another sentence of the notice (二（二）5, 一（一）) turns into a question. */
export function relieved(condition: Condition, reliefs: readonly Condition[]): Condition {
  return compose('relief', condition.clause, [condition, ...reliefs], 'unknown');
}

/**
 * The same question under several defensible readings: decided only where all of them agree.
 *
 * @param evidence the document that would settle which reading holds
 */
export function underEachReading(clause: string, parts: readonly Condition[], evidence: string): Condition {
  const [first] = parts;
  if (first === undefined) throw new Error(`no reading given for ${clause}`);
  if (parts.length === 1) return first;
  const truth = parts.reduce<Truth>((sofar, part) => agreed(sofar, part.truth), first.truth);
  const agreeing = parts.every((part) => part.truth === truth);
  return { ...compose('readings', clause, parts, truth), ...(agreeing ? {} : { evidence }) };
}

/** The leaves that brought the condition to its truth, in order: what a short explanation has to name. */
export function decidingLeaves(condition: Condition): readonly Condition[] {
  const leaves: Condition[] = [];
  collectDeciding(condition, leaves);
  return leaves;
}

function collectDeciding(condition: Condition, leaves: Condition[]): void {
  const { parts, composed, truth } = condition;
  if (parts === undefined) {
    leaves.push(condition);
    return;
  }
  for (const part of parts) {
    if (part.truth !== truth && composed !== 'readings' && composed !== 'relief') continue;
    collectDeciding(part, leaves);
    // One met route is enough to explain a met alternative; a failed one has to name every route that failed.
    if (composed === 'any' && truth === 'met') return;
  }
}
