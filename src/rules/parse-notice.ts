import type * as z from 'zod/mini';
import { parseIsoDate } from './calendar-date';
import type { MessageParams } from './finding';
import { IMPLEMENTED_READINGS, AGREES_WITH_VALUES, type InterpretationId } from './implemented-readings';
import { noticeSchema, type NoticePack } from './notice';

/** What is wrong with a pack, and where: `parameters.age.male`. Its code is one of the catalogue's `notice.*`. */
export interface NoticeFault {
  readonly path: string;
  readonly code: string;
  readonly params: MessageParams;
}

const fault = (path: string, problem: string, params: MessageParams = {}): NoticeFault => ({
  path,
  code: `notice.${problem}`,
  params,
});

export type ParsedNotice =
  | { readonly ok: true; readonly notice: NoticePack }
  | { readonly ok: false; readonly faults: readonly NoticeFault[] };

/** Reads a notice pack that comes from outside. A pack that breaks the schema, or contradicts itself, is refused. */
export function parseNotice(input: unknown): ParsedNotice {
  const result = noticeSchema.safeParse(input);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => brokenRule(issue, valueAt(input, issue.path)));
    return { ok: false, faults };
  }
  const faults = contradictions(result.data);
  return faults.length === 0 ? { ok: true, notice: result.data } : { ok: false, faults };
}

const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((step, i) =>
      typeof step === 'number' ? `[${String(step)}]` : `${i === 0 ? '' : '.'}${String(step)}`,
    )
    .join('');

/** What the input holds at a path; undefined where there is nothing. */
function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[step];
  }
  return value;
}

type Issue = z.core.$ZodIssue;

/** A broken rule of the schema, as the writer of a pack can act on it. */
function brokenRule(issue: Issue, value: unknown): NoticeFault {
  const path = pathText(issue.path);
  if (value === undefined && issue.code !== 'custom') return fault(path, 'missing');
  const now = shown(value);
  switch (issue.code) {
    case 'invalid_type':
      return fault(path, `kind/${issue.expected}`, { now });
    case 'invalid_value':
      return fault(path, 'choice', { choices: issue.values.map(String), now });
    case 'too_small':
      if (issue.origin === 'string') return fault(path, 'empty');
      return issue.origin === 'array'
        ? fault(path, 'few', { least: Number(issue.minimum) })
        : fault(path, 'small', { least: Number(issue.minimum), now });
    case 'too_big':
      return fault(path, 'big', { most: Number(issue.maximum), now });
    default:
      return fault(path, 'form', { now });
  }
}

/** A value, shortened. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  if (typeof value === 'object' && value !== null) return '{…}';
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** What no schema of single values can say: numbers given twice, references to nothing, a level without its conditions. */
function contradictions(notice: NoticePack): readonly NoticeFault[] {
  return [
    ...repeatedNumbers(notice),
    ...danglingReferences(notice),
    ...levelFaults(notice),
    ...calendarFaults(notice),
    ...interpretationFaults(notice),
  ];
}

function repeatedNumbers(notice: NoticePack): readonly NoticeFault[] {
  return (['digital', 'shortage', 'abilities', 'abilityTags'] as const).flatMap((part) =>
    repeated(notice[part].map(({ seq }) => String(seq))).map(([i, seq]) =>
      fault(`${part}[${String(i)}].seq`, 'number-twice', { seq }),
    ),
  );
}

/** The values that stood earlier in the list, with where they stand again. */
function repeated(values: readonly string[]): readonly (readonly [number, string])[] {
  const seen = new Set<string>();
  return values.flatMap((value, i) => {
    if (seen.has(value)) return [[i, value] as const];
    seen.add(value);
    return [];
  });
}

function danglingReferences(notice: NoticePack): readonly NoticeFault[] {
  const faults: NoticeFault[] = [];
  const abilities = new Map(notice.abilities.map(({ seq, name }) => [seq, name]));
  notice.abilityTags.forEach(({ seq, name }, i) => {
    if (abilities.get(seq) === name) return;
    faults.push(
      fault(`abilityTags[${String(i)}]`, 'other-ability', {
        annex: notice.parameters.annexes.abilities,
        seq,
        name,
      }),
    );
  });
  const { annexes } = notice.parameters;
  notice.errata.forEach(({ list, seqs }, i) => {
    for (const seq of seqs) {
      if (notice[list].some((row) => row.seq === seq)) continue;
      faults.push(fault(`errata[${String(i)}].seqs`, 'no-such-number', { annex: annexes[list], seq }));
    }
  });
  return faults;
}

function levelFaults(notice: NoticePack): readonly NoticeFault[] {
  const keys = notice.parameters.levels.map(({ key }) => key);
  return (['assessor', 'senior', 'special'] as const)
    .filter((key) => keys.filter((each) => each === key).length !== 1)
    .map((key) => fault('parameters.levels', 'level-once', { key }));
}

function calendarFaults(notice: NoticePack): readonly NoticeFault[] {
  const faults: NoticeFault[] = [];
  const { firstMonth, lastMonth, firstDay, lastDay } = notice.parameters.window;
  if (firstMonth > lastMonth || firstDay > lastDay) faults.push(fault('parameters.window', 'upside-down'));
  if (parseIsoDate(notice.parameters.issued) === null) faults.push(fault('parameters.issued', 'no-such-day'));
  notice.sessions.forEach(({ months }, i) => {
    const inOrder = months.every((month, k) => k === 0 || month > (months[k - 1] ?? 0));
    if (!inOrder) faults.push(fault(`sessions[${String(i)}].months`, 'months-order'));
  });
  return faults;
}

/** Every interpretation that the code relies on is stated once, and takes a reading that something carries out. */
function interpretationFaults(notice: NoticePack): readonly NoticeFault[] {
  const faults: NoticeFault[] = [];
  const ids = notice.interpretations.map(({ id }) => id);
  for (const [i, id] of repeated(ids))
    faults.push(fault(`interpretations[${String(i)}].id`, 'given-twice', { id }));
  for (const id of Object.keys(IMPLEMENTED_READINGS) as InterpretationId[]) {
    const i = ids.indexOf(id);
    const taken = notice.interpretations[i]?.taken;
    if (taken === undefined) {
      faults.push(fault('interpretations', 'not-stated', { id }));
      continue;
    }
    const path = `interpretations[${String(i)}].taken`;
    const readings: readonly string[] = IMPLEMENTED_READINGS[id];
    if (!readings.includes(taken))
      faults.push(fault(path, 'no-such-reading', { id, readings: readings, taken }));
    else if (AGREES_WITH_VALUES[id]?.(notice, taken) === false)
      faults.push(fault(path, 'other-values', { id, taken }));
  }
  return faults;
}
