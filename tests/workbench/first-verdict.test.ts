import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbook } from '../../src/hosts/file';
import { checkSheet } from '../../src/sheet/check-sheet';
import { firstVerdict } from '../../src/workbench/work/first-verdict';
import { rowVerdict } from '../../src/workbench/work/row-verdict';
import { LiveSheet } from '../../src/sheet/live-sheet';
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

test('beside its row a verdict says what decides it', async () => {
  const { sheets } = await sheetsOf('messy');
  const [sheet] = sheets;
  if (sheet === undefined) throw new Error('no sheet');
  const live = new LiveSheet(RULEBOOK, sheet, TODAY);
  const said = [5, 6, 7].map((row) => {
    const report = live.row(row);
    return report === undefined ? null : rowVerdict(report, 'zh-CN');
  });
  expect(said.map((each) => [each?.truth, each?.text])).toEqual([
    ['met', '符合'],
    ['unmet', '不符合'],
    ['unknown', '待核实'],
  ]);
  for (const each of said) expect(each?.detail).toMatch(/^[一二三四五六七八九十]（?/);
});
