import type { Locator } from 'playwright-core';
import type { Grid } from '../../../src/sheet/grid';
import { workbookOf } from './support/sheet';
import { SHEET, useGrid } from './support/use-grid';

const ROWS = [
  ['姓名', '机构'],
  ['张甲', '甲校'],
  ['李乙', ''],
  ['王丙', '乙校'],
  ['赵丁', ''],
  ['钱戊', ''],
];
const BOTH = [
  { top: 1, left: 1, bottom: 2, right: 1 },
  { top: 3, left: 1, bottom: 5, right: 1 },
];

const grid = useGrid();

const merges = (): Promise<Grid['merges'] | null> =>
  grid.evaluate(async (id) => {
    const read = await window.page.host.read(id);
    return read.ok ? [...read.value.grid.merges].sort((a, b) => a.top - b.top) : null;
  }, SHEET);

/** Of the whole row, as Shift and Space select it. */
const onRow = async (row: number, ...keys: readonly string[]): Promise<void> => {
  await grid.goTo(row, 0);
  await grid.press('Shift+Space', ...keys);
};

test('a row that is inserted within merged cells, and taken back, leaves those below as they were', async () => {
  await grid.open(workbookOf(ROWS, { merges: ['B2:B3', 'B4:B6'] }));
  await onRow(2, 'Control+Shift+=');
  expect(await merges()).toEqual([
    { top: 1, left: 1, bottom: 3, right: 1 },
    { top: 4, left: 1, bottom: 6, right: 1 },
  ]);
  await grid.press('Control+z');
  expect(await merges()).toEqual(BOTH);
  await grid.press('Control+y', 'Control+z');
  expect(await merges()).toEqual(BOTH);
});

describe('the question before joined cells are split', () => {
  const asked = async (): Promise<Locator> => {
    const { page } = grid;
    await grid.open(workbookOf(ROWS, { merges: ['A6:B6'] }));
    await grid.goTo(2, 0);
    await grid.press('Shift+F10');
    await page.getByRole('button', { name: '删除', exact: true }).filter({ visible: true }).last().focus();
    await grid.press('ArrowRight');
    await page.getByRole('button', { name: '上移' }).filter({ visible: true }).last().focus();
    await grid.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    return dialog;
  };

  test('is asked in words', async () => {
    expect(await (await asked()).textContent()).toContain('警告这将导致一些合并单元格被拆分');
    await grid.press('Escape');
    await grid.reads(2, 0, '李乙');
  });

  test.each(['Escape', '取消'])('gives the keyboard back to the grid after %s', async (no) => {
    const dialog = await asked();
    if (no === 'Escape') await grid.press(no);
    else await dialog.getByRole('button', { name: no }).click();
    await dialog.waitFor({ state: 'detached' });
    await grid.press('ArrowDown', 'Delete');
    await grid.reads(3, 0, '');
    await grid.reads(2, 0, '李乙');
  });
});
