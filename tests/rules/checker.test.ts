import fc from 'fast-check';
import type { Application, ColumnKey } from '../../src/rules/application';
import { Checker } from '../../src/rules/checker';
import type { Finding } from '../../src/rules/finding';
import { findingText } from '../../src/rules/messages/message';
import { applicant, type Given } from '../support/applicant';
import { RULEBOOK, day } from '../support/rulebook';
import { FILE_CASES, OTHER_SHEETS } from './file-cases';

const TODAY = day('2025-03-26');

function checkerOf(rows: readonly Given[], beside: readonly (readonly Given[])[] = []): Checker {
  const checker = new Checker(RULEBOOK, TODAY);
  checker.load(rows.map((given, i) => ({ row: i + 1, cells: applicant(given) })));
  checker.setBeside(beside.map((each, i) => ({ sheet: OTHER_SHEETS[i] ?? '', checker: checkerOf(each) })));
  return checker;
}

describe.each([...new Set(FILE_CASES.map(({ rule }) => rule))])('%s', (rule) => {
  /** A verdict may be open for several reasons, each on a cell of its own. */
  const isMeant = (finding: Finding, column: ColumnKey): boolean =>
    finding.rule === rule && (!rule.startsWith('eligibility.') || finding.column === column);

  test.each(FILE_CASES.filter((each) => each.rule === rule))(
    '$about',
    ({ rows, beside, on, severity, column, says }) => {
      const checker = checkerOf(rows, beside);
      const found = checker.rows.flatMap((row) =>
        checker.findings(row).flatMap((finding) => (isMeant(finding, column) ? [{ row, finding }] : [])),
      );
      expect(found.map(({ row }) => row)).toEqual(on);
      expect(
        found
          .slice(0, 1)
          .map(({ finding }) => findingText('zh-CN', finding))
          .join(),
      ).toContain(says);
      for (const { finding } of found) {
        expect(finding).toMatchObject({ severity, column });
        for (const locale of ['zh-CN', 'en-US'] as const)
          expect(findingText(locale, finding)).not.toMatch(/[{}]/);
      }
    },
  );
});

test('a number that was filled down: each row is told of the first few others', () => {
  const checker = checkerOf(Array.from({ length: 9 }, () => ({})));
  const told = (row: number): unknown =>
    checker.findings(row).find(({ rule }) => rule === 'person.duplicate')?.params.rows;
  expect([told(9), told(2)]).toEqual([
    [1, 2, 3, 4, '5…'],
    [1, 3, 4, 5, '6…'],
  ]);
  checker.update(1, null);
  expect(told(9)).toEqual([2, 3, 4, 5, '6…']);
});

describe('六（二）2 in the verdict', () => {
  const limitOf = (rows: readonly Given[]): unknown =>
    checkerOf(rows)
      .verdict(1)
      ?.conditions.find(({ clause }) => clause === '六（二）2')?.truth;

  test.each<[string, readonly Given[], string]>([
    ['one row', [{}], 'met'],
    ['the same twice', [{}, {}], 'unmet'],
    [
      'two work types of one code',
      [
        { occupationName: '商用车维修工', occupationCode: '4-12-01-01' },
        { occupationName: '汽车电器维修工', occupationCode: '4-12-01-01' },
      ],
      'unknown',
    ],
    ['no usable number', [{ idNumber: '' }], 'unknown'],
    [
      'an unverified work type beside what may be its occupation',
      [
        { occupationName: '维修电工', occupationCode: '' },
        { occupationName: '电工', occupationCode: '6-31-01-03' },
      ],
      'unknown',
    ],
    [
      'the same unverified work type twice',
      [
        { occupationName: '维修电工', occupationCode: '' },
        { occupationName: '维修电工', occupationCode: '' },
      ],
      'unmet',
    ],
    [
      'a third occupation, if the unverified work type is one of its own',
      [
        { occupationName: '茶艺师', occupationCode: '4-03-02-07' },
        { occupationName: '维修电工', occupationCode: '' },
        { occupationName: '电工', occupationCode: '6-31-01-03' },
      ],
      'unknown',
    ],
  ])('%s', (_, rows, truth) => {
    expect(limitOf(rows)).toBe(truth);
  });

  test('a duplicate is reported by person.duplicate alone', () => {
    const rules = checkerOf([{}, {}])
      .findings(1)
      .map(({ rule, clause }) => `${rule} ${clause ?? ''}`);
    expect(rules).toContain('person.duplicate 六（二）2');
    expect(rules).not.toContain('eligibility.unmet 六（二）2');
  });
});

test('what a sheet breaks by itself is told in place of what it breaks together with another', () => {
  const checker = checkerOf([{}, {}], [[{}]]);
  const condition = checker.verdict(1)?.conditions.find(({ clause }) => clause === '六（二）2');
  expect([condition?.truth, condition?.message]).toEqual(['unmet', 'per-person/reported-duplicate']);
});

describe('the people who share a phone', () => {
  const LI: Given = { idNumber: '511202199505050448', name: '李晓' };

  test.each<[string, readonly Given[], number]>([
    ['two', [{}, LI], 2],
    ['one of them twice, once without a number', [{}, { idNumber: '' }, LI], 2],
    ['one of them without a number', [{}, { ...LI, idNumber: '' }], 2],
    ['three, two of one name', [{}, { idNumber: '500103198507121207' }, LI], 3],
    [
      'two without a number, and one number with both names',
      [{ idNumber: '' }, { ...LI, idNumber: '' }, {}, { name: '李晓' }],
      2,
    ],
  ])('%s', (_, rows, people) => {
    const shared = checkerOf(rows.map((each) => ({ ...each, phone: '13812345678' }))).findings(1);
    expect(shared.find(({ rule }) => rule === 'person.shared-phone')?.params).toMatchObject({ people });
  });
});

describe('an update', () => {
  /** A few values that rows share or differ in, so that groups form and dissolve. */
  const given: fc.Arbitrary<Given> = fc.record({
    idNumber: fc.constantFrom('500103198507121215', '511202199505050448', '', 500103198507121200),
    name: fc.constantFrom('陈立新', '李晓', ''),
    phone: fc.constantFrom('13812345678', '13900001111', '无'),
    institution: fc.constantFrom('甲中心', '乙中心', ''),
    occupationName: fc.constantFrom('人工智能训练师', '电工', '智能养生师'),
    occupationCode: fc.constantFrom('4-04-05-05', '6-31-01-03', ''),
    skillCertificateNo: fc.constantFrom('S000050000001223000017', '无'),
  });
  const change = fc.record({ row: fc.integer({ min: 1, max: 6 }), given: fc.option(given) });
  const everything = (checker: Checker): unknown =>
    Object.fromEntries(
      checker.rows.map((row) => [row, { findings: checker.findings(row), verdict: checker.verdict(row) }]),
    );

  test('leaves what a fresh check would find, and names every row that it changes', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const checker = new Checker(RULEBOOK, TODAY);
        const rows = new Map<number, Application>();
        for (const { row, given: cells } of changes) {
          const before = new Map(
            checker.rows.map((each) => [
              each,
              JSON.stringify(checker.findings(each).map(({ rule }) => rule)),
            ]),
          );
          const application = cells === null ? null : applicant(cells);
          const touched = new Set(checker.update(row, application));
          if (application === null) rows.delete(row);
          else rows.set(row, application);
          for (const each of checker.rows) {
            const now = JSON.stringify(checker.findings(each).map(({ rule }) => rule));
            if (now !== before.get(each)) expect(touched).toContain(each);
          }
        }
        const fresh = new Checker(RULEBOOK, TODAY);
        fresh.load([...checker.rows].map((row) => ({ row, cells: rows.get(row) ?? applicant() })));
        expect(everything(checker)).toEqual(everything(fresh));
      }),
      { numRuns: 60 },
    );
  });
});
