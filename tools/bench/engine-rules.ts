import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine';
import { CERTIFICATE_PAIRS, COLUMN_KEYS } from '../../src/rules/application';
import { completedYears, type IsoDate } from '../../src/rules/calendar-date';
import { hasLostNumberDigits, isKnownSkillNumber } from '../../src/rules/certificate-number';
import { CHOICE_COLUMNS, type ChoiceColumn } from '../../src/rules/choices';
import { readFacts, stateOf, type Facts } from '../../src/rules/facts';
import type { Rulebook } from '../../src/rules/rulebook';
import { ROW_RULES } from '../../src/rules/findings/index';
import { fold } from '../../src/rules/fold';
import { splitList } from '../../src/rules/list-cell';
import { arePhones } from '../../src/rules/phone';
import { regionExists } from '../../src/rules/reference/regions';
import type { YearsReading } from '../../src/rules/years';
import type { BenchRow } from './rows';
import { CLAUSES } from './rivals';

/**
 * The same per-row conditions as a user of json-rules-engine writes them: a rule for each cell that can be wrong, over facts
 * that are the cells as we read them, with the engine's own operators where it has one. The clauses of the verdict, which
 * need three values, stay our own functions.
 */

const is = (fact: string, value: unknown): NestedCondition => ({ fact, operator: 'equal', value });
const isNot = (fact: string, value: unknown): NestedCondition => ({ fact, operator: 'notEqual', value });
const holds = (fact: string, operator: string, value: unknown): NestedCondition => ({
  fact,
  operator,
  value,
});
const fact = (name: string): object => ({ fact: name });
const all = (...conditions: NestedCondition[]): TopLevelCondition => ({ all: conditions });
const any = (...conditions: NestedCondition[]): TopLevelCondition => ({ any: conditions });

const WRONG_DOT = '[•・‧∙⋅●．.。﹒]';
const CODE = String.raw`^\d-\d{2}-\d{2}(?:-\d{2}|[(（]GBM\d{5}[)）])?$`;
const YEARS = ['workYears', 'occupationYears'] as const;
const WORKING_AGE = 16;

const ID_PROBLEMS = ['damaged', 'length', 'characters', 'date', 'checksum'] as const;

/** Each rule of ROW_RULES with the conditions under which it has a finding, one entry a cell. */
const conditionsOf = (rulebook: Rulebook): Readonly<Record<string, readonly TopLevelCondition[]>> => ({
  'cell.required': COLUMN_KEYS.map((key) => all(holds('blank', 'contains', key))),
  'cell.untidy': COLUMN_KEYS.map((key) => all(holds('untidy', 'contains', key))),
  'cell.formula': COLUMN_KEYS.map((key) => all(holds('computed', 'contains', key))),
  'date.invalid': [all(isNot('submittedOn', ''), is('submitted', null))],
  'date.outside-window': [
    all(isNot('submitted', null), holds('submitted', 'notIn', [...rulebook.acceptanceDays])),
  ],
  'choice.unknown': CHOICE_COLUMNS.map((key) => all(isNot(key, ''), holds(key, 'isNotListed', key))),
  ...Object.fromEntries(
    ID_PROBLEMS.map((problem) => [`id.${problem}`, [all(holds('idProblems', 'contains', problem))]]),
  ),
  'id.region': [
    all(
      is('documentKind', 'resident'),
      holds('idProblems', 'doesNotContain', 'damaged'),
      holds('idNumber', 'matches', String.raw`^\d{17}[\dX]$`),
      holds('idNumber', 'isOfARegion', false),
    ),
  ],
  'id.sex': [all(isNot('idSex', null), is('sexKnown', true), isNot('sexStated', fact('idSex')))],
  'name.characters': [
    any(
      holds('name', 'matches', String.raw`\d`),
      holds('name', 'matches', '[?？□*＊、，,;；/／()（）]'),
      holds('name', 'matches', '^(?:无|没有|暂无|同上|〃|待定|示例|姓名|某+)$'),
      all(
        holds('name', 'matches', '[\u3400-\u9FFF]'),
        any(holds('name', 'matches', '[A-Za-z ]'), holds('name', 'matches', WRONG_DOT)),
      ),
    ),
  ],
  'phone.invalid': [all(isNot('phone', ''), holds('phone', 'isPhones', false))],
  'years.invalid': YEARS.map((key) =>
    any(
      all(is(`${key}Kind`, 'years'), isNot(`${key}Fix`, null)),
      all(is(`${key}Kind`, 'invalid'), isNot(key, '')),
    ),
  ),
  'years.order': [
    all(is('workYearsKind', 'years'), holds('occupationYearsNumber', 'greaterThan', fact('workYearsNumber'))),
  ],
  'years.age': [
    all(isNot('yearsSince16', null), holds('workYearsNumber', 'greaterThan', fact('yearsSince16'))),
  ],
  'certificate.pair': CERTIFICATE_PAIRS.map(([certificate, number]) =>
    all(
      isNot(`${certificate}State`, 'missing'),
      isNot(`${number}State`, 'missing'),
      any(
        all(is(`${certificate}State`, 'filled'), isNot(`${number}State`, 'filled')),
        all(isNot(`${certificate}State`, 'filled'), is(`${number}State`, 'filled')),
        all(is(`${certificate}State`, 'filled'), isNot(`${certificate}Count`, fact(`${number}Count`))),
      ),
    ),
  ),
  'certificate.number-damaged': CERTIFICATE_PAIRS.map(([, number]) =>
    all(holds(`${number}List`, 'someLostDigits', fact(`${number}IsNumber`))),
  ),
  'certificate.format': [
    all(
      is('skillCertificateNoState', 'filled'),
      holds('skillCertificateNoList', 'someUnknown', fact('skillCertificateNoIsNumber')),
    ),
  ],
  'certificate.level': [all(holds('skillConflicts', 'contains', true))],
  'occupation.unknown': [all(isNot('levelKey', 'special'), is('agreement', 'neither'))],
  'occupation.code-format': [
    all(
      isNot('occupationCode', ''),
      isNot('levelKey', 'special'),
      isNot('subjectKind', 'ability'),
      isNot('agreement', 'misprint'),
      holds('occupationCode', 'doesNotMatch', CODE),
    ),
  ],
  'occupation.mismatch': [all(holds('agreement', 'notIn', ['agree', 'misprint', 'neither']))],
  'occupation.misprint': [all(is('agreement', 'misprint'))],
  'ability.unknown': [all(is('levelKey', 'special'), isNot('occupationName', ''), is('ability', null))],
  'ability.field': [
    all(
      isNot('ability', null),
      isNot('occupationCode', ''),
      holds('fields', 'doesNotContain', fact('field')),
    ),
  ],
});

function addOperators(engine: Engine, rulebook: Rulebook): void {
  const patterns = new Map<string, RegExp>();
  const patternOf = (source: string): RegExp => {
    const pattern = patterns.get(source) ?? new RegExp(source);
    patterns.set(source, pattern);
    return pattern;
  };
  engine.addOperator('matches', (text: string, source: string) => patternOf(source).test(text));
  engine.addOperator('doesNotMatch', (text: string, source: string) => !patternOf(source).test(text));
  engine.addOperator(
    'isNotListed',
    (text: string, column: ChoiceColumn) => !rulebook.choices.read(column, text).listed,
  );
  engine.addOperator('isPhones', (text: string, wanted: boolean) => arePhones(text) === wanted);
  engine.addOperator(
    'isOfARegion',
    (text: string, wanted: boolean) => regionExists(text.slice(0, 6)) === wanted,
  );
  engine.addOperator('someLostDigits', (numbers: readonly string[], isNumber: boolean) =>
    numbers.some((number) => hasLostNumberDigits(number, isNumber)),
  );
  engine.addOperator('someUnknown', (numbers: readonly string[], isNumber: boolean) =>
    numbers.some((number) => !isKnownSkillNumber(number) && !hasLostNumberDigits(number, isNumber)),
  );
  for (const [name, judge] of Object.entries(CLAUSES))
    engine.addOperator(name, (facts: Facts) => judge(rulebook, facts).truth !== 'met');
}

const yearsOf = (reading: YearsReading): number | null => (reading.kind === 'years' ? reading.years : null);

/** What we read of a row, as flat facts: the engine's paths into objects would cost it more. */
function engineFacts(rulebook: Rulebook, facts: Facts): Record<string, unknown> {
  const { text, identity, subject, workYears, occupationYears, sex, skills } = facts;
  const { ability } = subject;
  const flat: Record<string, unknown> = {
    ...text,
    row: facts,
    blank: facts.blank,
    untidy: facts.untidy,
    computed: facts.computed,
    submitted: facts.submitted,
    levelKey: facts.level,
    idProblems: identity.problems,
    idSex: identity.sex,
    documentKind: identity.kind,
    sexKnown: sex.known,
    sexStated: sex.value,
    workYearsKind: workYears.kind,
    workYearsFix: workYears.kind === 'years' ? workYears.fix : null,
    workYearsNumber: yearsOf(workYears),
    occupationYearsKind: occupationYears.kind,
    occupationYearsFix: occupationYears.kind === 'years' ? occupationYears.fix : null,
    occupationYearsNumber: yearsOf(occupationYears),
    yearsSince16:
      identity.birth === null ? null : completedYears(identity.birth, facts.referenceDate) - WORKING_AGE,
    skillConflicts: skills.map(({ conflict, numberLevel }) => conflict && numberLevel !== null),
    agreement: subject.agreement.kind,
    subjectKind: subject.kind,
    ability: ability ?? null,
    fields: [ability?.occupation, ability?.currentOccupation, ability?.printedOccupation].map((field) =>
      fold(field ?? ''),
    ),
    field: fold(text.occupationCode),
  };
  for (const [certificate, number] of CERTIFICATE_PAIRS) {
    const numbers = splitList(text[number]);
    flat[`${certificate}State`] = stateOf(rulebook, facts, certificate);
    flat[`${number}State`] = stateOf(rulebook, facts, number);
    flat[`${certificate}Count`] =
      certificate === 'skillCertificate' ? skills.length : splitList(text[certificate]).length;
    flat[`${number}Count`] = numbers.length;
    flat[`${number}List`] = numbers;
    flat[`${number}IsNumber`] = facts.application[number]?.kind === 'number';
  }
  return flat;
}

/** Runs a row through the engine. Returns the names of the rules and clauses that have something to say, once a finding. */
export function cellRulesEngine(
  rulebook: Rulebook,
  today: IsoDate,
): (row: BenchRow) => Promise<readonly string[]> {
  const engine = new Engine();
  addOperators(engine, rulebook);
  const conditions = conditionsOf(rulebook);
  for (const { name } of ROW_RULES)
    for (const each of conditions[name] ?? []) engine.addRule({ conditions: each, event: { type: name } });
  for (const name of Object.keys(CLAUSES))
    engine.addRule({ conditions: all(holds('row', name, true)), event: { type: name } });
  return async ({ cells }) => {
    const { events } = await engine.run(engineFacts(rulebook, readFacts(rulebook, cells, today)));
    return events.map(({ type }) => type);
  };
}
