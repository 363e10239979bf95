import exceljs from 'exceljs';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { officialWorkbook } from '../../src/documents/official-workbook';
import { COLUMN_KEYS, type ColumnKey } from '../../src/rules/application';
import { checkCharacter } from '../../src/rules/id-number';
import { headerOf } from '../../src/sheet/columns';
import { officialLayout } from '../../src/sheet/layout';
import type { OfficialValue } from '../../src/sheet/official-rows';
import { browserScript } from '../excel-host/src/browser-script';
import { SOUND } from '../support/applicant';
import { launchBrowser } from '../support/browser';
import { serveSite, type ServedSite } from './support/served-site';

/*
 * The add-in as `npm run build` makes it, in a real Chromium, over the unmodified office.js and a simulated Excel:
 * one job from an empty workbook to the exported file. The tests are its steps, and go on from one another.
 */
const ROOT = join(__dirname, '../..');
const FIRST = 3;
const PASTED = 200;
const MISTAKES = 30;
const SHEET = '考评人员申报汇总表';

let site: ServedSite;
let browser: Browser;
let page: Page;
const asked: string[] = [];
const broken: string[] = [];

beforeAll(async () => {
  site = await serveSite();
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 360, height: 900 }, locale: 'zh-CN' });
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => broken.push(error.message));
  await page.addInitScript(browserScript({ profile: 2021 }));
  await page.goto(`${site.origin}/taskpane.html`);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

const inExcel = <T>(expression: string): Promise<T> => page.evaluate<T>(expression);

/** Person n of those that are pasted: sound, as a person would write the row. */
function person(n: number): Record<ColumnKey, string> {
  const first17 = `5001031985${String(1 + (n % 12)).padStart(2, '0')}${String(1 + (n % 28)).padStart(2, '0')}${String(n).padStart(3, '0')}`;
  const row = Object.fromEntries(COLUMN_KEYS.map((key) => [key, String(SOUND[key])])) as Record<
    ColumnKey,
    string
  >;
  return {
    ...row,
    idNumber: first17 + checkCharacter(first17),
    sex: n % 2 === 1 ? '男' : '女',
    name: `陈${'甲乙丙丁戊己庚辛壬癸'.charAt(n % 10)}${'子丑寅卯辰巳午未申酉戌亥'.charAt(n % 12)}`,
    phone: `138${String(10_000_000 + n)}`,
    skillCertificateNo: `S0000500000012230${String(10_000 + n)}`,
  };
}

/** One mistake in each of the first rows: the last digit of an ID, in turn with an ethnic group written short. */
const pastedRows = (): Record<ColumnKey, string>[] =>
  Array.from({ length: PASTED }, (_, n) => {
    const row = person(n);
    if (n >= MISTAKES) return row;
    return n % 2 === 0
      ? { ...row, idNumber: row.idNumber.slice(0, 17) + (row.idNumber.endsWith('1') ? '2' : '1') }
      : { ...row, ethnicity: '汉' };
  });

const at = (address: string): string => JSON.stringify(`'${SHEET}'!${address}`);
const focusedColumn = (): Promise<string | null> =>
  inExcel('document.activeElement?.dataset?.column ?? null');
const marked = (): Promise<Record<string, string[]>> =>
  inExcel(`excelHost.marked(${at(`A1:AA${String(FIRST + PASTED + 60)}`)})`);
const marksOf = async (): Promise<readonly number[]> =>
  Object.values(await marked())
    .map((cells) => cells.length)
    .sort();
/** Waits for an expression of the page. Playwright's own way would need eval in the page, which its policy forbids. */
async function until(expression: string): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await inExcel<boolean>(`Boolean(${expression})`))) {
    if (Date.now() > deadline) throw new Error(`It did not come to this: ${expression}`);
    await page.waitForTimeout(50);
  }
}

const button = (name: string | RegExp): ReturnType<Page['getByRole']> => page.getByRole('button', { name });

test('an empty workbook: the pane offers the official sheet, and inserts it', async () => {
  await button('插入官方汇总表').click();
  await page.getByRole('tab', { name: '填写' }).waitFor();
  expect(await inExcel(`excelHost.value(${at('A1')})`)).toBe(SHEET);
  await until(`excelHost.dropdown(${at('X3')})?.includes('高级考评员')`);
});

test('a person is filled in by keyboard alone', async () => {
  await page.locator('#kpy-new-person').focus();
  await page.keyboard.press('Control+Enter');
  await until('document.activeElement?.dataset?.column === "submittedOn"');
  const reached: string[] = [];
  for (;;) {
    // The focus comes to the next empty field, and after the last one to the button for the next person.
    await until(
      `document.activeElement?.dataset?.column !== ${JSON.stringify(reached.at(-1) ?? null)} && (document.activeElement?.dataset?.column || document.activeElement?.id === 'kpy-new-person')`,
    );
    const column = await focusedColumn();
    if (column === null) break;
    reached.push(column);
    const wanted = String(SOUND[column as ColumnKey]);
    // A list is gone through with the arrow; the occupation is found by the initials of its pinyin.
    const option = await inExcel<number | null>(
      `document.activeElement.tagName === 'SELECT' ? [...document.activeElement.options].findIndex(({ value }) => value === ${JSON.stringify(wanted)}) : null`,
    );
    if (option === null) await page.keyboard.type(column === 'occupationName' ? 'rgznxls' : wanted);
    else for (let step = 0; step < option; step++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  }
  expect(reached).not.toContain('sex');
  // The focus does not wait for the sheet: the last cells may still be on their way.
  await until(`excelHost.value(${at(`AA${String(FIRST)}`)}) === ${JSON.stringify(SOUND.category)}`);
  const row = await inExcel<unknown[][]>(`excelHost.values(${at(`A${String(FIRST)}:AA${String(FIRST)}`)})`);
  expect(row[0]?.slice(1)).toEqual(COLUMN_KEYS.slice(1).map((key) => SOUND[key]));
  expect(await inExcel(`excelHost.text(${at(`A${String(FIRST)}`)})`)).toBe('2025-03-26');
});

test('200 rows are pasted with 30 mistakes, and each is marked', async () => {
  const rows = pastedRows().map((row) => COLUMN_KEYS.map((key) => row[key]));
  const [first, last] = [String(FIRST + 1), String(FIRST + PASTED)];
  await inExcel(
    `excelHost.insert('${first}:${last}'); excelHost.paste(${at(`A${first}`)}, ${JSON.stringify(rows)})`,
  );
  await until(`Object.values(excelHost.marked(${at('A1:AA260')})).flat().length === ${String(MISTAKES)}`);
  expect(await marksOf()).toEqual([MISTAKES / 2, MISTAKES / 2]);
});

test('F8 walks from mistake to mistake', async () => {
  await page.getByRole('tab', { name: '检查' }).click();
  await page.locator('#kpy-next-mistake').waitFor();
  await inExcel(`excelHost.select(${at('A1')})`);
  const places: string[] = [];
  for (let step = 0; step < 4; step++) {
    const before = await inExcel<string>('JSON.stringify(excelHost.selection)');
    // The pane learns of a selection a moment after Excel: a key that is pressed before goes to the same place again.
    for (let tries = 0; tries < 30; tries++) {
      await page.keyboard.press('F8');
      await page.waitForTimeout(300);
      if ((await inExcel<string>('JSON.stringify(excelHost.selection)')) !== before) break;
    }
    places.push(await inExcel<string>('JSON.stringify(excelHost.selection)'));
  }
  expect(new Set(places).size).toBe(4);
});

test('all safe fixes are shown, made, taken back, and made again', async () => {
  const fixAll = async (): Promise<void> => {
    await page.locator('#kpy-preview-fixes').click();
    await page.getByRole('dialog').getByText('H5').waitFor();
    await page.locator('#kpy-make-fixes').click();
    await until('document.activeElement?.id === "kpy-preview-fixes"');
    await until(`excelHost.value(${at('H5')}) === '汉族'`);
  };
  await fixAll();
  await page.locator('#kpy-undo').click();
  await until(`excelHost.value(${at('H5')}) === '汉'`);
  await fixAll();
  await until(`Object.values(excelHost.marked(${at('A1:AA260')})).flat().length === ${String(MISTAKES / 2)}`);
});

test('what is mended in the cells loses its mark', async () => {
  const right = Array.from(
    { length: MISTAKES / 2 },
    (_, i) => [FIRST + 1 + 2 * i, person(2 * i).idNumber] as const,
  );
  for (const [row, number] of right) await inExcel(`excelHost.type(${at(`E${String(row)}`)}, '${number}')`);
  await until(`Object.values(excelHost.marked(${at('A1:AA260')})).flat().length === 0`);
});

test('the functions compute in cells', async () => {
  const metadata = readFileSync(join(ROOT, 'dist/functions.json'), 'utf8');
  await inExcel(
    `excelHost.registerFunctions('KPY', ${metadata}); excelHost.type(${at('AC3')}, '=KPY.ELIGIBLE(A3:AA3)')`,
  );
  await until(`excelHost.value(${at('AC3')}) === '符合'`);
});

test('the exported workbook is what kpy export writes of the same rows', async () => {
  await page.getByRole('tab', { name: '导出' }).click();
  await button('导出干净的汇总表').click();
  await until('excelHost.openedWorkbooks.length === 1');
  const exported = Buffer.from(await inExcel<string>('excelHost.openedWorkbooks[0]'), 'base64');
  const rows: OfficialValue[][] = [
    COLUMN_KEYS.map((key) => SOUND[key]),
    ...Array.from({ length: PASTED }, (_, n) => COLUMN_KEYS.map((key) => person(n)[key])),
  ];
  const folder = mkdtempSync(join(tmpdir(), 'kpy-e2e-'));
  try {
    const [input, output] = [join(folder, 'in.xlsx'), join(folder, 'out.xlsx')];
    writeFileSync(input, officialWorkbook({ ...officialLayout(null), rows }));
    spawnSync(process.execPath, [
      join(ROOT, 'dist/kpy.js'),
      'export',
      input,
      '-o',
      output,
      '--date',
      '2025-03-26',
    ]);
    expect(await cellsOf(exported)).toEqual(await cellsOf(readFileSync(output)));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('rows of another year are pasted by their header, from the keyboard, and taken back', async () => {
  const [next, row] = [FIRST + PASTED + 1, person(PASTED + 1)];
  const keys = [...COLUMN_KEYS].reverse().filter((key) => !key.endsWith('No'));
  const lines = [
    keys.map((key) => headerOf(key)),
    keys.map((key) => ({ ...row, ethnicity: '汉', submittedOn: '2024年3月26日' })[key]),
  ];
  await page.getByRole('tab', { name: '填写' }).click();
  await page.locator('#kpy-paste-rows').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await until('document.activeElement?.tagName === "TEXTAREA"');
  await page.keyboard.insertText(lines.map((line) => line.join('\t')).join('\n'));
  await page.getByRole('dialog').getByText('1人，将写入第').waitFor();
  await button('写入1人').focus();
  await page.keyboard.press('Enter');
  await until(`excelHost.value(${at(`E${String(next)}`)}) === ${JSON.stringify(row.idNumber)}`);
  expect(await inExcel(`excelHost.text(${at(`A${String(next)}`)})`)).toBe('2024-03-26');
  await until('document.activeElement?.id === "kpy-paste-rows"');
  expect(await inExcel(`excelHost.formatOf(${at(`O${String(next)}`)}).numberFormat`)).toBe('@');
  await until(
    `Object.values(excelHost.marked(${at('A1:AA260')})).flat().includes(${JSON.stringify(`H${String(next)}`)})`,
  );
  await page.locator('#kpy-undo').click();
  await until(`excelHost.value(${at(`E${String(next)}`)}) === ''`);
});

test('the buttons of the ribbon do what those of the pane do', async () => {
  const press = (name: string): Promise<unknown> =>
    inExcel(
      `new Promise((completed) => Office.actions._association.mappings[${JSON.stringify(name.toUpperCase())}]({ completed }))`,
    );
  await inExcel(`excelHost.type(${at('H5')}, '汉')`);
  await until(`Object.values(excelHost.marked(${at('A1:AA260')})).flat().includes('H5')`);
  await press('fixAll');
  await page.getByRole('dialog').getByText('H5').waitFor();
  await page.locator('#kpy-make-fixes').click();
  await until(`excelHost.value(${at('H5')}) === '汉族'`);
  await press('undo');
  await until(`excelHost.value(${at('H5')}) === '汉'`);
  await press('nextFinding');
  await until('JSON.stringify(excelHost.selection).includes("4")');
  await press('export');
  await page.getByRole('tab', { name: '导出', selected: true }).waitFor();
  await press('pasteRows');
  await page.getByRole('dialog').getByRole('textbox').waitFor();
  await page.keyboard.press('Escape');
  await press('recheck');
  await press('insertForm');
  await until('excelHost.sheets.some(({ name }) => name.endsWith(" (2)"))');
  // An empty form has nothing to fix, which a button of the ribbon cannot look.
  await press('fixAll');
  await page.getByText('“自动修正”：现在没有可做的').waitFor();
});

test('nothing was asked of any other host, nothing threw, and Excel was asked nothing that is not modelled', async () => {
  expect(asked.filter((url) => !url.startsWith(site.origin))).toEqual([]);
  expect(broken).toEqual([]);
  expect(await inExcel('[...excelHost.unmodelled]')).toEqual([]);
});

/** Every cell of a workbook with its value, type and number format, as a reader that is not ours finds them. */
async function cellsOf(bytes: Uint8Array): Promise<readonly unknown[]> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  const cells: unknown[] = [];
  workbook.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell((cell) => cells.push([sheet.name, cell.address, cell.type, cell.value, cell.numFmt]));
    });
  });
  return cells;
}
