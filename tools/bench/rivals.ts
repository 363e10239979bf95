import { Ajv } from 'ajv';
import { Engine, type RuleProperties } from 'json-rules-engine';
import * as z from 'zod';
import { COLUMN_KEYS, type ColumnKey } from '../../src/rules/application';
import type { IsoDate } from '../../src/rules/calendar-date';
import { CHOICE_COLUMNS } from '../../src/rules/choices';
import { age } from '../../src/rules/eligibility/age';
import { employer } from '../../src/rules/eligibility/employer';
import { scope } from '../../src/rules/eligibility/scope';
import { professional, rowConditions } from '../../src/rules/eligibility/verdict';
import { readFacts, type Facts } from '../../src/rules/facts';
import type { Rulebook } from '../../src/rules/rulebook';
import { ROW_RULES, rowFindings } from '../../src/rules/findings/index';
import type { BenchRow } from './rows';

/** The plain shape of a row: what a schema can say of single cells. */
const PATTERNS: Readonly<Partial<Record<ColumnKey, string>>> = {
  submittedOn: String.raw`^\d{4}-\d{2}-\d{2}$`,
  idNumber: String.raw`^\d{17}[\dX]$`,
  name: String.raw`^[\u3400-\u9FFF·]+$`,
  phone: String.raw`^1[3-9]\d{9}$|^0\d{2,3}-?\d{7,8}$`,
  skillCertificateNo: String.raw`^[A-Z]\d{21}$|^\d{16}$|^无$`,
  occupationCode: String.raw`^\d-\d{2}-\d{2}-\d{2}$`,
};
const isYears = (key: ColumnKey): boolean => key === 'workYears' || key === 'occupationYears';
const isChoice = (key: ColumnKey): key is (typeof CHOICE_COLUMNS)[number] =>
  CHOICE_COLUMNS.some((each) => each === key);

/** (c) ajv, compiled. */
export function ajvSchema(rulebook: Rulebook): (row: BenchRow) => boolean {
  const propertyOf = (key: ColumnKey): object => {
    if (isYears(key)) return { type: 'number', minimum: 0, maximum: 80 };
    if (isChoice(key)) return { type: 'string', enum: rulebook.choices.values(key) };
    const pattern = PATTERNS[key];
    return { type: 'string', minLength: 1, ...(pattern === undefined ? {} : { pattern }) };
  };
  const properties: Readonly<Record<string, object>> = Object.fromEntries(
    COLUMN_KEYS.map((key) => [key, propertyOf(key)] as const),
  );
  const validate = new Ajv({ allErrors: true }).compile({
    type: 'object',
    properties,
    required: [...COLUMN_KEYS],
  });
  return ({ plain }) => validate(plain);
}

const plainShape = (rulebook: Rulebook): z.ZodObject =>
  z.object(
    Object.fromEntries(
      COLUMN_KEYS.map((key) => {
        if (isYears(key)) return [key, z.number().min(0).max(80)];
        if (isChoice(key)) return [key, z.enum([...rulebook.choices.values(key)] as [string, ...string[]])];
        const pattern = PATTERNS[key];
        return [
          key,
          pattern === undefined ? z.string().min(1) : z.string().min(1).regex(new RegExp(pattern)),
        ];
      }),
    ),
  );

/** A plain zod schema: no more than ajv's. */
export function zodSchema(rulebook: Rulebook): (row: BenchRow) => boolean {
  const schema = plainShape(rulebook);
  return ({ plain }) => schema.safeParse(plain).success;
}

const loose = z.object(
  Object.fromEntries(COLUMN_KEYS.map((key) => [key, z.union([z.string(), z.number()])])),
);

/** (b) zod with the same per-row conditions, each a refinement over the row: the 28 row rules and the verdict's clauses. */
export function zodRefinements(rulebook: Rulebook, today: IsoDate): (row: BenchRow) => number {
  let given: BenchRow['cells'] | undefined;
  let facts: Facts | undefined;
  const schema = loose.superRefine((_, context) => {
    if (given === undefined) return;
    facts = readFacts(rulebook, given, today);
    for (const condition of rowConditions(rulebook, facts)) {
      if (condition.truth !== 'met')
        context.addIssue({ code: 'custom', path: ['level'], message: condition.message });
    }
  });
  const refined = ROW_RULES.reduce<z.ZodType>(
    (sofar, rule) =>
      sofar.superRefine((_, context) => {
        if (facts === undefined) return;
        rule.check(
          rulebook,
          facts,
          (finding) =>
            void context.addIssue({ code: 'custom', path: [finding.column], message: finding.message }),
        );
      }),
    schema,
  );
  return ({ plain, cells }) => {
    given = cells;
    return refined.safeParse(plain).error?.issues.length ?? 0;
  };
}

/** The clauses of a row's own verdict. */
export const CLAUSES = { age, professional, scope, employer } as const;

/** What (a) and (b) are compared with: the same per-row conditions as the product runs them. */
export function plainCode(rulebook: Rulebook, today: IsoDate): (row: BenchRow) => number {
  return ({ cells }) => {
    const facts = readFacts(rulebook, cells, today);
    const unmet = rowConditions(rulebook, facts).filter(({ truth }) => truth !== 'met');
    return rowFindings(rulebook, facts).length + unmet.length;
  };
}

/** The names of the rules and clauses that have something to say of a row, once a finding. */
export function plainNames(rulebook: Rulebook, today: IsoDate): (row: BenchRow) => readonly string[] {
  return ({ cells }) => {
    const facts = readFacts(rulebook, cells, today);
    const clauses = Object.entries(CLAUSES).filter(([, judge]) => judge(rulebook, facts).truth !== 'met');
    return [...rowFindings(rulebook, facts).map(({ rule }) => rule), ...clauses.map(([name]) => name)];
  };
}

/**
 * (a) json-rules-engine with the same per-row conditions in its smallest form: a rule each, whose one condition is our own
 * function over the row, read. What differs from plain code is the engine.
 */
export function rulesEngine(rulebook: Rulebook, today: IsoDate): (row: BenchRow) => Promise<number> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  const rule = (name: string): RuleProperties => ({
    conditions: { all: [{ fact: 'row', operator: name, value: true }] },
    event: { type: name },
  });
  for (const each of ROW_RULES) {
    engine.addOperator(each.name, (facts: Facts) => {
      let hit = false;
      each.check(rulebook, facts, () => void (hit = true));
      return hit;
    });
    engine.addRule(rule(each.name));
  }
  for (const [name, judge] of Object.entries(CLAUSES)) {
    engine.addOperator(name, (facts: Facts) => judge(rulebook, facts).truth !== 'met');
    engine.addRule(rule(name));
  }
  return async ({ cells }) => {
    const { events } = await engine.run({ row: readFacts(rulebook, cells, today) });
    return events.length;
  };
}
