import ExcelJS from 'exceljs';
import { join } from 'node:path';
import { rowOf, sheetOf } from '../cli/support/workbook';
import { useWorkbench, type WorkbenchPage } from './support/workbench-page';

/* A sheet with frozen panes, as many clerks' own files have them. */
const browser = useWorkbench();

/** The row of one person, below what a screen shows, and the most rows from the middle of a screen to its edges. */
const FAR = 55;
const HALF = 25;

/** Widths of columns that are others than most are: so far from where as many columns before it stand is the last one. */
const WIDTHS: Readonly<Record<string, number>> = { F: 20, N: 24, R: 18, S: 24 };

/** Sixty numbered people in rows 3 to 62. The columns to 姓名 and the rows to the header are frozen, one column is hidden. */
async function frozenFile(): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('汇总表', { views: [{ state: 'frozen', xSplit: 8, ySplit: 2 }] });
  const people = Array.from({ length: 60 }, (_, at) => rowOf(at === FAR - 3 ? { name: '周建平' } : {}));
  const [title = [], headers = [], ...rows] = sheetOf(...people);
  sheet.addRow(title);
  sheet.addRow(['序号', ...headers]);
  for (const [at, values] of rows.entries()) sheet.addRow([at < people.length ? at + 1 : '', ...values]);
  for (let column = 1; column <= headers.length + 1; column++) {
    const { letter } = sheet.getColumn(column);
    sheet.getColumn(column).width = WIDTHS[letter] ?? 9;
  }
  sheet.getColumn('L').hidden = true;
  const file = join(browser.folder, '冻结.xlsx');
  await workbook.xlsx.writeFile(file);
  return file;
}

async function frozenSheet(viewport = { width: 1440, height: 900 }): Promise<WorkbenchPage> {
  const work = await browser.newPage();
  await work.page.setViewportSize(viewport);
  await work.open(await frozenFile());
  return work;
}

const nameBox = (work: WorkbenchPage): Promise<string> =>
  work.page.locator('[data-u-comp="defined-name"] input').first().inputValue();

/** The cell in the middle of the grid's height, beside the frozen columns: a click goes there. */
async function clickedCell(work: WorkbenchPage): Promise<string> {
  await work.page.waitForTimeout(300);
  const grid = await work.page.getByRole('region', { name: '表格' }).boundingBox();
  if (grid === null) throw new Error('There is no grid.');
  await work.page.mouse.click(grid.x + grid.width - 60, grid.y + grid.height / 2);
  await work.page.waitForTimeout(200);
  return nameBox(work);
}

/** How many rows a cell is from another. */
const rowsApart = (a: string, b: number): number => Math.abs(Number(a.replace(/\D/g, '')) - b);

test('what is typed in the last column is kept, whichever way one went there', async () => {
  const work = await frozenSheet();
  await work.type('AB14', '备注一');
  await work.reads('AB14', '备注一');
  await work.goTo('Z16');
  await work.page.keyboard.press('ArrowRight');
  await work.page.keyboard.press('ArrowRight');
  expect(await nameBox(work)).toBe('AB16');
  await work.page.waitForTimeout(300);
  await work.page.keyboard.type('备注二', { delay: 150 });
  await work.page.keyboard.press('Enter');
  await work.reads('AB16', '备注二');
});

test('a cell of the frozen columns comes into sight when it is searched, and when one goes there by keys', async () => {
  const work = await frozenSheet();
  const { page } = work;
  await page.keyboard.press('Control+f');
  await page.keyboard.type('周建平');
  await page.keyboard.press('Enter');
  await page.getByRole('search').getByText('第 1 个，共 1 个', { exact: true }).waitFor();
  expect(await nameBox(work)).toBe(`H${String(FAR)}`);
  await page.keyboard.press('Escape');
  expect(rowsApart(await clickedCell(work), FAR)).toBeLessThan(HALF);

  await work.goTo('C4');
  expect(rowsApart(await clickedCell(work), 4)).toBeLessThan(HALF);

  await work.goTo('C4');
  for (let row = 4; row < 60; row++) await page.keyboard.press('ArrowDown');
  await work.until(async () => (await nameBox(work)) === 'C60', 'the last person');
  expect(rowsApart(await clickedCell(work), 60)).toBeLessThan(HALF);
});

test('a new person comes into sight', async () => {
  const work = await frozenSheet();
  await work.tab('填写');
  await work.button('新增一人').click();
  await work.page.getByText('已在第63行新增一人').waitFor();
  expect(rowsApart(await clickedCell(work), 63)).toBeLessThan(HALF);
});

test('in a window that is made narrower, the last columns are worked on, and once it is wide again they are frozen', async () => {
  const work = await frozenSheet();
  const { page } = work;
  await work.goTo('AB14');
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.waitForTimeout(500);
  await work.type('N16', '学校');
  await work.reads('N16', '学校');
  await work.type('AB14', '备注');
  await work.reads('AB14', '备注');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.waitForTimeout(500);
  await work.goTo('AB16');
  await page.waitForTimeout(300);
  const grid = await page.getByRole('region', { name: '表格' }).boundingBox();
  if (grid === null) throw new Error('There is no grid.');
  await page.mouse.click(grid.x + 140, grid.y + grid.height / 2);
  await page.waitForTimeout(200);
  expect(await nameBox(work)).toMatch(/^A\d/);
});

test('where frozen columns leave no room for others, these are worked on all the same', async () => {
  const work = await frozenSheet({ width: 1024, height: 768 });
  await work.type('N16', '学校');
  await work.reads('N16', '学校');
  await work.type('AB14', '备注');
  await work.reads('AB14', '备注');
});
