import { leaf, relieved, together, underEachReading, type Condition } from '../condition';
import type { Facts } from '../facts';
import type { Rulebook } from '../rulebook';
import type { LevelKey } from '../notice';
import type { Truth } from '../truth';
import { age } from './age';
import { assessor } from './assessor';
import { employer } from './employer';
import { relaxation } from './relaxation';
import { renewal } from './renewal';
import { safety } from './safety';
import { scope } from './scope';
import { senior } from './senior';
import { special } from './special';

/** Whether a row meets the notice: one condition a clause, in the notice's order, with their whole trees. */
export interface Verdict {
  readonly truth: Truth;
  readonly conditions: readonly Condition[];
}

/** 二（一）3, 二（二）, 六（一） and 六（二）3: what a row can be judged on alone. */
export type RowConditions = readonly [Condition, Condition, Condition, Condition];

/** The conditions that a row can be judged on alone; 六（二）2 needs the whole file. */
export function rowConditions(rulebook: Rulebook, facts: Facts): RowConditions {
  return [
    age(rulebook, facts),
    professional(rulebook, facts),
    scope(rulebook, facts),
    employer(rulebook, facts),
  ];
}

/** A verdict from its conditions: 符合 only where all are met, 不符合 where one is unmet, else 待核实. */
export function verdictOf(conditions: readonly Condition[]): Verdict {
  return { truth: together(conditions), conditions };
}

/** 二（二）1 to 5 for the level applied for, under every code that the row may stand for. */
export function professional(rulebook: Rulebook, facts: Facts): Condition {
  const { level, subject } = facts;
  const { clause } = rulebook.notice.parameters.requirements;
  if (level === null) {
    const document = rulebook.notice.parameters.documents.application;
    const message = facts.application.level === undefined ? 'level/missing' : 'level/unknown';
    return leaf(clause, 'unknown', 'level', message, { document }, document);
  }
  const codes = subject.codes.length === 0 ? NO_CODE : subject.codes;
  const readings: Condition[] = [];
  for (const code of codes)
    for (const requirement of requirements(rulebook, facts, level, code))
      readings.push(requirement(rulebook, facts, code));
  return underEachReading(
    readings[0]?.clause ?? clause,
    readings,
    rulebook.notice.parameters.documents.occupation,
  );
}

const NO_CODE: readonly null[] = [null];

/** A sentence of 二（二）, judged under one code; null where none is known. */
type Requirement = (rulebook: Rulebook, facts: Facts, code: string | null) => Condition;

/** What may turn an unmet condition into a question; undefined where it does not. */
type Relief = (rulebook: Rulebook, facts: Facts, code: string | null) => Condition | undefined;

/** A requirement that, unmet, is a question where one of the reliefs may apply. */
function softened(requirement: Requirement, ...reliefs: readonly Relief[]): Requirement {
  return (rulebook, facts, code) => {
    const condition = requirement(rulebook, facts, code);
    if (condition.truth !== 'unmet') return condition;
    const given = reliefs.flatMap((relief) => relief(rulebook, facts, code) ?? []);
    return given.length > 0 ? relieved(condition, given) : condition;
  };
}

const SENIOR = [softened(senior, relaxation)] as const;
const SPECIAL = [softened(special, relaxation, renewal)] as const;
const ASSESSOR = [softened(assessor, relaxation, renewal)] as const;
/** A safety trade in the shortage list is never relaxed: the stricter clause names it (interpretation safety-or-shortage). */
const SAFETY = [softened(safety, renewal)] as const;
const SAFETY_OR_NOT = [...SAFETY, ...ASSESSOR] as const;

/** What the level asks for under one code: one sentence, or two where the code may or may not be a safety trade. */
function requirements(
  rulebook: Rulebook,
  { subject }: Facts,
  level: LevelKey,
  code: string | null,
): readonly Requirement[] {
  if (level === 'senior') return SENIOR;
  if (level === 'special') return SPECIAL;
  const trade = code === null ? 'no' : rulebook.safetyTrade(code);
  if (trade === 'no') return ASSESSOR;
  // A work type that nobody has verified may suggest a safety trade, never decide that it is one.
  return trade === 'named' && subject.verified ? SAFETY : SAFETY_OR_NOT;
}
