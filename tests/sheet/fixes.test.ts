import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbook } from '../../src/hosts/file';
import { textCell } from '../../src/rules/cell';
import { checkSheet, type SheetReport } from '../../src/sheet/check-sheet';
import {
  cellsMendedInCopy,
  copyValues,
  errorsLeft,
  inReadingOrder,
  safeEdits,
  type CellEdit,
} from '../../src/sheet/fixes';
import type { Grid } from '../../src/sheet/grid';
import { cleanCopy } from '../../src/taskpane/export/clean-copy';
import { RULEBOOK, day } from '../support/rulebook';
import { CHEN, LI, at, officialGrid, personRow, type Value } from './support/grids';
import { messyRow } from './support/messy';

const check = (grid: Grid): SheetReport => checkSheet(RULEBOOK, grid, day('2025-03-26'));
const editsOf = (...rows: readonly (readonly Value[])[]): readonly CellEdit[] =>
  safeEdits(check(officialGrid(rows)));
const reportsOf = async (bytes: Uint8Array): Promise<readonly SheetReport[]> =>
  (await readWorkbook(bytes)).sheets.map(check).filter(({ reading: { headerRow } }) => headerRow !== null);
const shown = (edits: readonly CellEdit[]): unknown =>
  edits.map(({ cell, before, after }) => [cell, before, after]);

/** The sheet with edits made, each as text, as whoever writes them does. */
function edited(grid: Grid, edits: readonly CellEdit[]): Grid {
  const rows = grid.rows.map((row) => [...(row ?? [])]);
  for (const { row, column, after } of edits) {
    const line = rows[row];
    if (line !== undefined) line[column] = textCell(after);
  }
  return { ...grid, rows };
}

describe('errors left', () => {
  test.each([
    'examples/messy.xlsx',
    'tests/cases/formulas/input.xlsx',
    'tests/cases/per-person-limits/input.xlsx',
  ])('of %s are as many as `kpy export` finds in the copy', async (file) => {
    const reports = await reportsOf(readFileSync(join(__dirname, '../..', file)));
    for (const report of reports) {
      const [copy] = await reportsOf(await cleanCopy(report));
      expect(errorsLeft(report)).toHaveLength(copy?.summary.errors ?? NaN);
    }
  });
});

test('a clean copy says how many of its cells are other than what the sheet shows', () => {
  const formula = 'VLOOKUP(G3,Sheet2!A:B,2,0)';
  const row = personRow({
    name: '陈 立新',
    employer: { kind: 'text', text: '重庆天和职业技能培训学校', formula },
    ethnicity: { kind: 'text', text: ' 汉', formula },
  });
  const report = check(officialGrid([row]));
  expect(cellsMendedInCopy(report)).toBe(2);
  expect(shown(safeEdits(report))).toEqual([['G3', '陈 立新', '陈立新']]);
});

describe('safe edits', () => {
  test('each is one cell with its place, what was there and what will be', () => {
    expect(editsOf(personRow(CHEN), personRow({ ...LI, name: '李 晓梅' }))).toEqual([
      {
        row: 3,
        column: 6,
        cell: 'G4',
        key: 'name',
        before: '李 晓梅',
        after: '李晓梅',
        rules: ['cell.untidy'],
      },
    ]);
  });

  test.each<[string, Value[], string, string, string]>([
    ['an alias of the list', personRow({ ethnicity: '汉' }), 'H3', '汉', '汉族'],
    ['党员', personRow({ politicalStatus: '党员' }), 'J3', '党员', '中共党员'],
    ['other dashes', personRow({ occupationCode: '4—04—05—05' }), 'Z3', '4—04—05—05', '4-04-05-05'],
    ['left-out zeros', personRow({ occupationCode: '4-4-5-5' }), 'Z3', '4-4-5-5', '4-04-05-05'],
    ['years in words', personRow({ workYears: '15年' }), 'N3', '15年', '15'],
    ['width', personRow({ phone: '１３８１２３４５６７８' }), 'O3', '１３８１２３４５６７８', '13812345678'],
  ])('%s', (_, row, cell, before, after) => {
    expect(shown(editsOf(row))).toEqual([[cell, before, after]]);
  });

  test('the space and width of a cell are mended along with what else is wrong', () => {
    expect(editsOf(personRow({ ethnicity: ' 汉　', occupationCode: '４—0４—05—05' }))).toMatchObject([
      { cell: 'H3', before: ' 汉　', after: '汉族', rules: ['choice.unknown'] },
      {
        cell: 'Z3',
        before: '４—0４—05—05',
        after: '4-04-05-05',
        rules: ['occupation.code-format'],
      },
    ]);
  });

  test('a suggestion is none', () => {
    const row = personRow({ title: '', phone: '88152283', workYears: '20年以上', sex: '女' });
    const report = check(officialGrid([row]));
    expect(report.findings.filter(({ fix }) => fix !== null).map(({ column }) => column)).toEqual(
      expect.arrayContaining(['title', 'phone', 'workYears', 'sex']),
    );
    expect(safeEdits(report)).toEqual([]);
  });

  test('a damaged ID number is never repaired', () => {
    const row = personRow({ idNumber: 500103198507121200 });
    expect(check(officialGrid([row])).findings.map(({ rule }) => rule)).toContain('id.damaged');
    expect(editsOf(row)).toEqual([]);
  });

  test('a merged cell is changed once, where it holds its value', () => {
    const rows = [personRow({ employer: ' 重庆天和学校' }), personRow({ ...LI, employer: '' })];
    const merges = [{ top: 2, left: at('employer'), bottom: 3, right: at('employer') }];
    const report = check(officialGrid(rows, { merges }));
    expect(shown(safeEdits(report))).toEqual([['M3', ' 重庆天和学校', '重庆天和学校']]);
    expect([...copyValues(report)].map(([row, values]) => [row, values.get('employer')])).toEqual([
      [3, '重庆天和学校'],
      [4, '重庆天和学校'],
    ]);
  });

  test('they come in the order of the sheet', () => {
    const edits = editsOf(
      personRow({ category: ' 第四大类', name: '陈 立新' }),
      personRow({ ...LI, institution: ' 重庆天和职业技能培训学校' }),
    );
    expect(edits.map(({ cell }) => cell)).toEqual(['G3', 'AA3', 'B4']);
  });
});

describe('on sheets filled in a hurry', () => {
  const sheet = fc.array(messyRow, { minLength: 1, maxLength: 4 }).map((rows) => officialGrid(rows));

  test('one edit a cell, each of which changes something', () => {
    fc.assert(
      fc.property(sheet, (grid) => {
        const edits = safeEdits(check(grid));
        expect(new Set(edits.map(({ cell }) => cell)).size).toBe(edits.length);
        for (const { row, column, before, after } of edits) {
          expect(grid.rows[row]?.[column]?.text).toBe(before);
          expect(after).not.toBe(before);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('made all at once they leave nothing safe to mend, no new finding and the same verdicts', () => {
    const told = ({ findings }: SheetReport): Set<string> =>
      new Set(findings.map(({ rule, cell }) => `${rule} ${cell ?? ''}`));
    const judged = ({ verdicts }: SheetReport): unknown => verdicts.map(({ row, truth }) => [row, truth]);
    fc.assert(
      fc.property(sheet, (grid) => {
        const before = check(grid);
        const after = check(edited(grid, safeEdits(before)));
        expect(safeEdits(after)).toEqual([]);
        expect([...told(after)].filter((each) => !told(before).has(each))).toEqual([]);
        expect(judged(after)).toEqual(judged(before));
        expect(after.summary.fee).toBe(before.summary.fee);
      }),
      { numRuns: 150 },
    );
  });
});

test('a clean copy of a sheet with formulas is clean: a copy of it has the same content', async () => {
  const asFormula = (value: Value): Value =>
    typeof value === 'string' && value !== '' ? { kind: 'text', text: value, formula: 'A1' } : value;
  const row = fc
    .tuple(messyRow, fc.array(fc.boolean(), { minLength: 27, maxLength: 27 }))
    .map(([cells, computed]) => cells.map((cell, i) => (computed[i] === true ? asFormula(cell) : cell)));
  const sheet = fc.array(row, { minLength: 1, maxLength: 3 }).map((rows) => officialGrid(rows));
  await fc.assert(
    fc.asyncProperty(sheet, async (grid) => {
      const bytes = await cleanCopy(check(grid));
      for (const copy of await reportsOf(bytes)) {
        expect(safeEdits(copy)).toEqual([]);
        expect(await cleanCopy(copy)).toEqual(bytes);
      }
    }),
    { numRuns: 60 },
  );
});

test('findings are read by row, then by column, the worst first within a cell, those of the file before all', () => {
  const rows = [personRow({ phone: ' 123', name: '陈 立新' }), personRow({ ...LI, sex: '男' })];
  const report = check({ ...officialGrid(rows), hiddenRows: new Set([3]) });
  expect(inReadingOrder(report).map(({ rule, row, cell }) => [row, cell, rule])).toEqual([
    [3, 'G3', 'cell.untidy'],
    [3, 'O3', 'phone.invalid'],
    [3, 'O3', 'cell.untidy'],
    [4, null, 'sheet.hidden-row'],
    [4, 'F4', 'id.sex'],
  ]);
});
