import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbook } from '../../src/hosts/file';
import { checkSheet } from '../../src/sheet/check-sheet';
import { firstVerdict } from '../../src/workbench/work/first-verdict';
import { day, RULEBOOK } from '../support/rulebook';

const TODAY = day('2025-03-26');
const sheetsOf = async (name: string): ReturnType<typeof readWorkbook> =>
  readWorkbook(readFileSync(join(__dirname, `../../examples/${name}.xlsx`)));

test.each(['clean', 'messy', 'rearranged'])(
  '%s.xlsx comes to what a check of its sheets says',
  async (name) => {
    const { sheets } = await sheetsOf(name);
    const reports = sheets
      .map((sheet) => checkSheet(RULEBOOK, sheet, TODAY))
      .filter(({ reading }) => reading.headerRow !== null);
    const sum = (of: (report: (typeof reports)[number]) => number): number =>
      reports.reduce((total, report) => total + of(report), 0);
    expect(firstVerdict(sheets, RULEBOOK, TODAY)).toEqual({
      people: sum(({ reading }) => reading.rows.length),
      errors: sum(({ summary }) => summary.errors),
      warnings: sum(({ summary }) => summary.warnings),
    });
  },
);

test('a workbook without the form has none', async () => {
  const { sheets } = await sheetsOf('rearranged');
  const others = sheets.filter(({ name }) => name === '说明');
  expect(others).toHaveLength(1);
  expect(firstVerdict(others, RULEBOOK, TODAY)).toBeNull();
});
