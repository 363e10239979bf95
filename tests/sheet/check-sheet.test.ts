import type { ColumnKey } from '../../src/rules/application';
import type { Cell } from '../../src/rules/cell';
import { checkSheet, checkSheets, summariesOf, type SheetReport } from '../../src/sheet/check-sheet';
import { RULEBOOK, day } from '../support/rulebook';
import {
  CHEN,
  FOOTER,
  LI,
  PRINTED_HEADERS,
  TITLE,
  at,
  gridOf,
  officialGrid,
  personRow,
} from './support/grids';
import type { Grid } from '../../src/sheet/grid';
import { readSheet } from '../../src/sheet/read-sheet';

const check = (grid: Grid): SheetReport => checkSheet(RULEBOOK, grid, day('2025-03-26'));
/** The findings of a rule by row and cell. */
const placesOf = ({ findings }: SheetReport, rule: string): unknown =>
  findings.flatMap((finding) => (finding.rule === rule ? [[finding.row, finding.cell]] : []));

test('a stray cell at the far end of a row costs no look at the 16,383 places before it', () => {
  const stray: Cell[] = [];
  stray[16_383] = { kind: 'text', text: '.' };
  let looks = 0;
  const watched = new Proxy(stray, {
    has: (line, place) => (looks++, Reflect.has(line, place)),
    get: (line, place): unknown => (looks++, Reflect.get(line, place)),
    getOwnPropertyDescriptor: (line, place) => (looks++, Reflect.getOwnPropertyDescriptor(line, place)),
  });
  const { rows, ...grid } = officialGrid([personRow(CHEN)]);
  expect(check({ ...grid, rows: [...rows, watched] }).verdicts).toHaveLength(1);
  expect(looks).toBeGreaterThan(0);
  expect(looks).toBeLessThan(1_000);
});

test('the sheets of a file: who applies for the same on another one is a question there and here', () => {
  const readings = [
    { ...officialGrid([personRow(CHEN), personRow(LI)]), name: '三月' },
    { ...officialGrid([personRow(LI)]), name: '四月' },
  ].map((grid) => readSheet(grid));
  const said = checkSheets(RULEBOOK, readings, day('2025-03-26')).map((report) => [
    report.verdicts.map(({ truth }) => truth),
    placesOf(report, 'eligibility.unknown'),
    report.findings.map(({ because }) => [because?.params.sheet, because?.params.rows]),
  ]);
  expect(said).toEqual([
    [['met', 'unknown'], [[4, 'E4']], [['四月', [3]]]],
    [['unknown'], [[3, 'E3']], [['三月', [4]]]],
  ]);
});

test('two sound people: nothing to say, both eligible, two fees', () => {
  const report = check(officialGrid([personRow(CHEN), personRow(LI)]));
  expect(report.findings).toEqual([]);
  expect(report.verdicts.map(({ row, name, truth }) => [row, name, truth])).toEqual([
    [3, '陈立新', 'met'],
    [4, '李晓梅', 'met'],
  ]);
  expect(report.summary).toEqual({
    errors: 0,
    warnings: 0,
    eligible: 2,
    ineligible: 0,
    unknown: 0,
    fee: 2400,
  });
});

describe('a finding sits on the cell to mend', () => {
  test('in the printed layout', () => {
    const report = check(officialGrid([personRow(CHEN), personRow({ ...LI, sex: '男', phone: '123' })]));
    expect(placesOf(report, 'id.sex')).toEqual([[4, 'F4']]);
    expect(placesOf(report, 'phone.invalid')).toEqual([[4, 'O4']]);
    expect(report.findings.find(({ rule }) => rule === 'phone.invalid')).toMatchObject({
      severity: 'error',
      column: 'phone',
      value: '123',
      clause: null,
    });
  });

  test('wherever the columns and rows are', () => {
    const order = PRINTED_HEADERS.map((_, i) => i).reverse();
    const grid = gridOf([
      ...Array.from({ length: 9 }, () => [TITLE]),
      [null, null, ...order.map((i) => PRINTED_HEADERS[i])],
      [],
      [null, null, ...order.map((i) => personRow({ phone: '123', occupationCode: '6-31-01-03' })[i])],
    ]);
    const report = check(grid);
    expect(placesOf(report, 'phone.invalid')).toEqual([[12, 'O12']]);
    expect(placesOf(report, 'occupation.mismatch')).toEqual([[12, 'D12']]);
  });

  test('in a merged area on the cell that holds the value', () => {
    const rows = [personRow({ employer: '重庆 天和学校' }), personRow({ ...LI, employer: '' })];
    const merges = [{ top: 2, left: at('employer'), bottom: 3, right: at('employer') }];
    const report = check(officialGrid(rows, { merges }));
    expect(placesOf(report, 'cell.untidy')).toEqual([
      [3, 'M3'],
      [4, 'M3'],
    ]);
    expect(placesOf(report, 'cell.required')).toEqual([]);
  });

  test('findings about the sheet have their row and no cell', () => {
    const report = check(
      gridOf([PRINTED_HEADERS, personRow(CHEN), personRow(LI)], { hiddenRows: new Set([2]) }),
    );
    expect(report.findings.map(({ rule, row, cell, fix }) => [rule, row, cell, fix])).toEqual([
      ['sheet.hidden-row', 3, null, null],
      ['sheet.footer', 1, null, null],
    ]);
  });

  test('every row of a group carries its finding', () => {
    const report = check(officialGrid([personRow(CHEN), personRow({ ...LI, phone: '13812345678' })]));
    expect(placesOf(report, 'person.shared-phone')).toEqual([
      [3, 'O3'],
      [4, 'O4'],
    ]);
  });
});

describe('a column that the sheet lacks', () => {
  const without = (missing: ColumnKey, given = CHEN): Grid => {
    const kept = PRINTED_HEADERS.map((_, i) => i).filter((i) => i !== at(missing));
    const row = personRow(given);
    return gridOf([kept.map((i) => PRINTED_HEADERS[i]), kept.map((i) => row[i]), [FOOTER]]);
  };

  test.each<[ColumnKey, string]>([
    ['occupationYears', '二（二）2'],
    ['skillCertificate', '二（二）2'],
    ['idNumber', '二（一）3'],
    ['employer', '六（二）3'],
  ])('without %s %s is unknown, and no cell is required', (missing, clause) => {
    const report = check(without(missing));
    expect(report.verdicts[0]?.conditions.find((condition) => condition.clause === clause)?.truth).toBe(
      'unknown',
    );
    expect(report.verdicts[0]?.truth).toBe('unknown');
    expect(placesOf(report, 'cell.required')).toEqual([]);
    expect(report.findings.find(({ rule }) => rule === 'sheet.missing-column')).toMatchObject({
      column: missing,
    });
  });

  test('a finding on it has no cell', () => {
    const report = check(without('level'));
    const unknown = report.findings.filter(({ column }) => column === 'level');
    expect(unknown.length).toBeGreaterThan(0);
    expect(unknown.map(({ cell }) => cell)).toEqual(unknown.map(() => null));
    expect(report.summary.fee).toBe(0);
  });

  test('so is one whose header is ambiguous', () => {
    const grid = gridOf([[...PRINTED_HEADERS, '姓名'], [...personRow(CHEN), '陈立新'], [FOOTER]]);
    expect(placesOf(check(grid), 'cell.required')).toEqual([]);
  });
});

test('an institution’s name in a merged cell is told of once, elsewhere a row each', () => {
  const other = { institution: '渝北某某评价中心' };
  const rows = [CHEN, CHEN, CHEN, CHEN, other, other, other].map((given) => personRow(given));
  const merges = [{ top: 6, left: at('institution'), bottom: 7, right: at('institution') }];
  const grid = officialGrid(rows, { merges });
  const report = check(grid);
  expect(placesOf(report, 'institution.inconsistent')).toEqual([
    [7, 'B7'],
    [9, 'B9'],
  ]);
  const [counted] = summariesOf(RULEBOOK, [readSheet(grid)], day('2025-03-26'));
  expect(counted?.summary).toEqual(report.summary);
});

describe('the summary', () => {
  test('is the same without the places of the findings', () => {
    const rows = [
      personRow(CHEN),
      personRow({ ...LI, employer: '渝北区人力资源和社会保障局', level: '高级考评员' }),
      personRow({ ...CHEN, phone: '123', name: '陈 立新' }),
    ];
    const merges = [{ top: 2, left: at('institution'), bottom: 3, right: at('institution') }];
    for (const grid of [officialGrid(rows, { merges }), gridOf([['填表说明']])]) {
      const { summary, withoutFee } = check(grid);
      expect(summariesOf(RULEBOOK, [readSheet(grid)], day('2025-03-26'))).toEqual([{ summary, withoutFee }]);
    }
  });

  test('counts errors and warnings, not notes', () => {
    const rows = [personRow({ phone: '123', name: '陈 立新' }), personRow(LI)];
    const merges = [{ top: 2, left: at('institution'), bottom: 3, right: at('institution') }];
    const { summary, findings } = check(officialGrid(rows, { merges }));
    expect(findings.map(({ rule, severity }) => `${rule} ${severity}`).sort()).toEqual([
      'cell.untidy warning',
      'phone.invalid error',
      'sheet.merged info',
    ]);
    expect(summary).toMatchObject({ errors: 1, warnings: 1 });
  });

  test('五: 1200 yuan for 考评员 and 专项, 1300 for 高级考评员, nothing for a level that is not known', () => {
    const levels = ['考评员', '高级考评员', '专项职业能力考核考评员', '资深考评员', ''];
    const fees = levels.map((level) => check(officialGrid([personRow({ level })])).summary.fee);
    expect(fees).toEqual([1200, 1300, 1200, 0, 0]);
  });

  test('one verdict a row, counted by its truth', () => {
    const rows = [
      personRow(CHEN),
      personRow({ ...LI, employer: '渝北区人力资源和社会保障局' }),
      personRow({ ...LI, idNumber: '' }),
    ];
    const { verdicts, summary } = check(officialGrid(rows));
    expect(verdicts.map(({ truth }) => truth)).toEqual(['met', 'unmet', 'unknown']);
    expect(summary).toMatchObject({ eligible: 1, ineligible: 1, unknown: 1 });
  });
});

test('ages are counted to 提交时间, and to the day given where it cannot be read', () => {
  const man = { idNumber: '500103195903150014', workYears: 40, occupationYears: 20 };
  const given = (submittedOn: string): unknown =>
    checkSheet(
      RULEBOOK,
      officialGrid([personRow({ ...man, submittedOn })]),
      day('2026-03-26'),
    ).verdicts[0]?.conditions.find(({ clause }) => clause === '二（一）3')?.truth;
  expect(given('2024-03-14')).toBe('met');
  expect(given('2025-03-14')).toBe('unknown');
  expect(given('三月底')).toBe('unmet');
});

test('no header: the finding alone', () => {
  const report = check(gridOf([['填表说明']]));
  expect(report.findings.map(({ rule, row, cell }) => [rule, row, cell])).toEqual([
    ['sheet.no-header', null, null],
  ]);
  expect(report.verdicts).toEqual([]);
  expect(report.summary).toEqual({ errors: 1, warnings: 0, eligible: 0, ineligible: 0, unknown: 0, fee: 0 });
});

test('the value of a finding is what the cell shows', () => {
  const error: Cell = { kind: 'error', text: '#N/A' };
  const report = check(officialGrid([personRow({ employer: error })]));
  expect(report.findings.find(({ rule }) => rule === 'cell.formula')).toMatchObject({
    cell: 'M3',
    value: '#N/A',
  });
});
