import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbook } from '../../src/hosts/file';
import type { SheetId } from '../../src/hosts/host';
import type { Locale } from '../../src/rules/messages/message';
import { LiveSheet } from '../../src/sheet/live-sheet';
import { gridNotes, type GridNotes } from '../../src/workbench/work/grid-notes';
import { day, RULEBOOK } from '../support/rulebook';

const SHEET = 'sheet-1' as SheetId;

async function notesOf(example: string, locale: Locale = 'zh-CN'): Promise<GridNotes> {
  const { sheets } = await readWorkbook(readFileSync(join(__dirname, `../../examples/${example}.xlsx`)));
  const [grid] = sheets;
  if (grid === undefined) throw new Error('no sheet');
  const live = new LiveSheet(RULEBOOK, grid, day('2025-03-26'));
  return gridNotes(
    (id) => (id === SHEET ? { id, live, position: 0, protected: false } : undefined),
    () => locale,
  );
}

test('beside its row a verdict says what decides it', async () => {
  const { verdictAt } = await notesOf('messy');
  const said = [4, 5, 6].map((row) => verdictAt(SHEET, row));
  expect(said.map((each) => [each?.truth, each?.text])).toEqual([
    ['met', '符合'],
    ['unmet', '不符合'],
    ['unknown', '待核实'],
  ]);
  for (const each of said) expect(each?.detail).toMatch(/^[一二三四五六七八九十]（?/);
  // The header, an empty row, another sheet.
  expect([2, 13].map((row) => verdictAt(SHEET, row))).toEqual([null, null]);
  expect(verdictAt('sheet-2' as SheetId, 4)).toBeNull();
});

test('columns are named wherever they are', async () => {
  const { columnNameAt } = await notesOf('rearranged');
  expect([0, 1, 2, 4].map((column) => columnNameAt(SHEET, column))).toEqual([
    null,
    '姓名',
    '性别',
    '身份证号码',
  ]);
  expect((await notesOf('rearranged', 'en-US')).columnNameAt(SHEET, 1)).toBe('Name');
});

test('a cell says all that is wrong with it, one line each', async () => {
  const { messageAt } = await notesOf('messy');
  expect(messageAt(SHEET, 4, 7)).toContain('土家族');
  expect(messageAt(SHEET, 4, 0)).toBeNull();
  expect(messageAt(SHEET, 3, 4)?.split('\n').length).toBeGreaterThan(1);
});
