import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbook } from '../../src/hosts/file';
import { checkSheets } from '../../src/sheet/check-sheet';
import { readSheets } from '../../src/sheet/read-sheet';
import { firstVerdict } from '../../src/workbench/work/first-verdict';
import { day, RULEBOOK } from '../support/rulebook';

const TODAY = day('2025-03-26');
const sheetsOf = async (name: string): ReturnType<typeof readWorkbook> =>
  readWorkbook(readFileSync(join(__dirname, `../../examples/${name}.xlsx`)));

test.each(['clean', 'messy', 'rearranged'])(
  '%s.xlsx comes to what a check of its sheets says',
  async (name) => {
    const { sheets } = await sheetsOf(name);
    const reports = checkSheets(RULEBOOK, readSheets(sheets), TODAY);
    const sum = (of: (report: (typeof reports)[number]) => number): number =>
      reports.reduce((total, report) => total + of(report), 0);
    expect(firstVerdict(sheets, RULEBOOK, TODAY)).toEqual({
      sheets: reports.filter(({ reading }) => reading.rows.length > 0).length,
      people: sum(({ reading }) => reading.rows.length),
      errors: sum(({ summary }) => summary.errors),
      warnings: sum(({ summary }) => summary.warnings),
    });
  },
);

test("last year's sheet beside this year's is counted as a second one", async () => {
  const { sheets } = await sheetsOf('clean');
  const [sheet] = sheets;
  if (sheet === undefined) throw new Error('no sheet');
  const one = firstVerdict([sheet], RULEBOOK, TODAY);
  const both = firstVerdict([sheet, { ...sheet, name: '2024年' }], RULEBOOK, TODAY);
  expect([one?.sheets, both?.sheets]).toEqual([1, 2]);
  expect(both?.people).toBe(2 * (one?.people ?? 0));
  // Whoever was in order is to be verified on both.
  expect(both?.warnings).toBeGreaterThan(2 * (one?.warnings ?? 0));
});

test('a workbook without the form has none', async () => {
  const { sheets } = await sheetsOf('rearranged');
  const others = sheets.filter(({ name }) => name === '说明');
  expect(others).toHaveLength(1);
  expect(firstVerdict(others, RULEBOOK, TODAY)).toBeNull();
});
