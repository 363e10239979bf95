import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbook } from '../../src/hosts/file';
import { breachesOf } from './support/breaches';
import { example, useWorkbench, type WorkbenchPage } from './support/workbench-page';

const ROOT = join(__dirname, '../..');
const KPY = join(ROOT, 'dist/kpy.js');
/** What the grid draws around its canvas, and Fluent for its messages. */
const NOT_OURS = ['[data-u-comp]', '.univer-app-layout', '[aria-label^="Notifications"]'];
const EXAMPLES = ['clean', 'messy', 'rearranged'] as const;

const browser = useWorkbench();
const { folder, broken } = browser;
const newPage = browser.newPage.bind(browser);
let work: WorkbenchPage;

beforeEach(async () => {
  work = await newPage();
});

interface Checked {
  readonly files: readonly {
    readonly headerRow: number;
    readonly rows: number;
    readonly summary: Readonly<Record<'errors' | 'warnings' | 'eligible' | 'ineligible' | 'unknown', number>>;
  }[];
}

/** The rows of the clean example, as a spreadsheet copies them. */
async function copiedRows(): Promise<string> {
  const { headerRow, rows } = checked(example('clean'));
  const [sheet] = (await readWorkbook(readFileSync(example('clean')))).sheets;
  const body = sheet?.rows.slice(headerRow, headerRow + rows) ?? [];
  return body.map((row) => (row ?? []).map((cell) => cell?.text ?? '').join('\t')).join('\n');
}

const kpy = (...parameters: readonly string[]): string =>
  spawnSync(process.execPath, [KPY, ...parameters], { encoding: 'utf8', cwd: ROOT }).stdout;

/** What `kpy check` says of a file. */
function checked(file: string): Checked['files'][number] {
  const [result] = (JSON.parse(kpy('check', file, '--json')) as Checked).files;
  if (result === undefined) throw new Error('nothing was checked');
  return result;
}

/** The values of a file, sheet by sheet. */
async function valuesOf(file: string): Promise<unknown> {
  const { sheets } = await readWorkbook(readFileSync(file));
  return sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => row?.map((cell) => (cell === undefined ? null : [cell.kind, cell.text]))),
  }));
}

/** Downloads what an action gives. */
const downloaded = (action: () => Promise<void>): Promise<string> => browser.downloaded(work, action);

/** Exports with whatever mistakes are left. */
async function exported(): Promise<string> {
  await work.tab('导出');
  await work.button(/^(?:仍然导出|导出干净的汇总表)$/).waitFor();
  const anyway = work.button('仍然导出');
  if ((await anyway.count()) > 0) await work.page.getByRole('textbox', { name: /理由/ }).fill('测试');
  return downloaded(() => work.button(/^(?:仍然导出|导出干净的汇总表)$/).click());
}

test.each(EXAMPLES)('%s.xlsx: judged as by kpy check, exported as by kpy export', async (name) => {
  await work.open(example(name));
  const { errors, warnings, eligible, ineligible, unknown } = checked(example(name)).summary;
  expect(await work.counts()).toEqual({
    errors,
    warnings,
    verdicts: `符合${eligible}人，不符合${ineligible}人，待核实${unknown}人`,
  });

  // Where nothing was changed, the own file comes back byte for byte.
  const own = await downloaded(() => work.button('下载原文件').click());
  expect(readFileSync(own).equals(readFileSync(example(name)))).toBe(true);

  const file = await exported();
  const wanted = join(folder, `${name}-export.xlsx`);
  kpy('export', example(name), '--out', wanted, '--force');
  expect(await valuesOf(file)).toEqual(await valuesOf(wanted));
  await work.ready();
  await work.button('返回开始页').click();
  await work.page.locator('.recent li').getByText('已于').waitFor();
});

describe('work in the grid', () => {
  test('a mistake that is mended in its cell is gone, and comes back with Ctrl+Z', async () => {
    await work.open(example('messy'));
    const before = await work.counts();
    await work.type('H5', '土家族');
    await work.until(async () => (await work.counts()).warnings === before.warnings - 1, 'one warning less');
    await work.goTo('H5');
    await work.page.keyboard.press('Control+z');
    await work.until(async () => (await work.counts()).warnings === before.warnings, 'the warning is back');
    expect(await work.read('H5')).toBe('土家');
  });

  test('what is still being typed in a cell is exported', async () => {
    await work.open(example('clean'));
    await work.goTo('G5');
    await work.page.keyboard.type('陈');
    await work.page.waitForTimeout(200);
    await work.page.keyboard.type('未回车', { delay: 50 });
    const file = await exported();
    const [sheet] = (await readWorkbook(readFileSync(file))).sheets;
    expect(sheet?.rows.flatMap((row) => row?.[6]?.text ?? [])).toContain('陈未回车');
  });

  test('all safe fixes are made at once, and taken back at once', async () => {
    await work.open(example('messy'));
    const before = await work.counts();
    await work.button(/^自动修正 \d+ 处$/).click();
    await work.button('全部修正').click();
    await work.until(async () => (await work.counts()).warnings < before.warnings, 'fewer warnings');
    expect(await work.read('H5')).toBe('土家族');
    await work.button(/^撤销/).click();
    await work.until(async () => (await work.counts()).warnings === before.warnings, 'as before');
    expect(await work.read('H5')).toBe('土家');
  });

  test('rows that are pasted as Excel copies them are judged, their IDs as text', async () => {
    await work.button('新建汇总表').click();
    await work.ready();
    const copied = await copiedRows();
    await work.page.evaluate((text) => navigator.clipboard.writeText(text), copied);
    await work.goTo('A3');
    await work.page.keyboard.press('Control+v');
    await work.until(
      async () => /\d+/.exec((await work.counts()).verdicts)?.[0] !== '0',
      'people are judged',
    );
    expect(await work.read('E3')).toBe(copied.split('\n')[0]?.split('\t')[4]);
  });

  test('functions compute in cells', async () => {
    await work.open(example('clean'));
    await work.type('AC4', '=KPY.IDCHECK(E4)');
    await work.type('AC5', '=KPY.ELIGIBLE(A4:AA4)');
    await work.type('AC6', '=KPY.CODE("电工")');
    await work.reads('AC6', '6-31-01-03');
    expect(await work.read('AC4')).not.toBe('');
    expect(await work.read('AC5')).toMatch(/^(?:符合|不符合|待核实)/);
  });

  test('F8 goes from one mistake to the next, from the grid too, and F6 between grid and pane', async () => {
    await work.open(example('messy'));
    await work.goTo('A4');
    await work.page.keyboard.press('F8');
    await work.page.getByRole('heading', { name: /第4行/ }).waitFor();
    await work.page.keyboard.press('F6');
    const inPane = (): Promise<boolean> =>
      work.page.evaluate(() => document.activeElement?.closest('.place:last-of-type') !== null);
    expect(await inPane()).toBe(true);
    await work.page.keyboard.press('F6');
    expect(await inPane()).toBe(false);
  });

  test('the mistake that F8 comes to is in sight in the list, above what is said of its cell', async () => {
    await work.open(example('messy'));
    await work.tab('检查');
    for (let step = 0; step < 10; step++) {
      await work.page.keyboard.press('F8');
      const inSight = (): Promise<boolean> =>
        work.page.evaluate(() => {
          const list = document.querySelector('#kpy-tab-content')?.getBoundingClientRect();
          return [...document.querySelectorAll('#kpy-list li[aria-current]')].some((item) => {
            const { top, bottom } = item.getBoundingClientRect();
            return list !== undefined && top >= list.top && bottom <= list.bottom + 2;
          });
        });
      await work.until(inSight, `step ${String(step)} in sight`);
      await work.page.waitForTimeout(300);
      expect([step, await inSight()]).toEqual([step, true]);
    }
  });

  test('the strip beside the grid goes to a mistake', async () => {
    await work.open(example('messy'));
    await work.page.locator('.strip button').nth(12).click();
    await work.page.getByRole('heading', { name: /第1[5-9]行/ }).waitFor();
  });
});

test('a file that cannot be opened is named with its fault, and the open work stays as it was', async () => {
  const sound = readFileSync(example('clean'));
  const faulty = [
    ['空的.xlsx', Buffer.alloc(0), '文件是空的'],
    ['半截.xlsx', sound.subarray(0, sound.length / 2), '不完整'],
    ['网页.xls', Buffer.from('<html><body>表</body></html>'), '这是网页'],
    ['文本.xlsx', Buffer.from('姓名,身份证\n张三,500'), '这是文本文件'],
  ] as const;
  for (const [name, bytes] of faulty) writeFileSync(join(folder, name), bytes);
  const chooseAll = async (): Promise<void> => {
    for (const [name, , message] of faulty) {
      await work.choose(join(folder, name));
      await work.page.getByText(new RegExp(`没有打开“${name}”.*${message}`)).waitFor();
    }
  };
  await chooseAll();
  expect(await work.button('新建汇总表').isVisible()).toBe(true);
  await work.open(example('messy'));
  await chooseAll();
  expect(await work.page.locator('.bar h1').textContent()).toBe('messy.xlsx');
  expect(await work.read('H5')).toBe('土家');
});

test('at 200 % there is room for one of grid and pane, and a switch between them', async () => {
  await work.page.setViewportSize({ width: 640, height: 360 });
  await work.open(example('messy'));
  const pane = work.page.getByRole('tab', { name: '检查' });
  expect(await pane.isVisible()).toBe(false);
  await work.button('面板').click();
  await pane.click();
  await work.page.keyboard.press('F6');
  expect(await pane.isVisible()).toBe(false);
  await work.page.keyboard.press('F6');
  expect(await pane.isVisible()).toBe(true);
  const overflow = await work.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(overflow).toBe(false);
});

test('a part of the page that does not load is told, and loads the next time', async () => {
  await work.page.route('**/functions.json', (route) => route.abort(), { times: 1 });
  await work.choose(example('clean'));
  await work.page.getByText('页面没有完整载入').waitFor();
  await work.open(example('clean'));
  expect(await work.page.getByText('页面没有完整载入').count()).toBe(0);
  // The browser and the page have both said it once.
  expect(broken.splice(0)).toHaveLength(2);
});

/** Drops files with these names and contents on the page. */
const drop = (...files: readonly (readonly [name: string, bytes: readonly number[]])[]): Promise<void> =>
  work.page.evaluate((dropped) => {
    const dataTransfer = new DataTransfer();
    for (const [name, bytes] of dropped) dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
    for (const kind of ['dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
  }, files);

test('a file that is dropped on the page is opened', async () => {
  await drop(['拖入.xlsx', [...readFileSync(example('clean'))]]);
  await work.ready();
  expect(await work.page.locator('.bar h1').textContent()).toBe('拖入.xlsx');
});

test('of several files the first is taken, which is said, whether it opens or not', async () => {
  const bytes = [...readFileSync(example('clean'))];
  await drop(['申报.docx', [1, 2, 3]], ['拖入.xlsx', bytes]);
  await work.page.getByText(/没有打开“申报.docx”.*只取了“申报.docx”，其余的没有打开/).waitFor();
  await drop(['拖入.xlsx', bytes], ['申报.docx', [1, 2, 3]]);
  await work.ready();
  await work.page.getByText('只取了“拖入.xlsx”，其余的没有打开').waitFor();
  expect(await work.page.locator('.bar h1').textContent()).toBe('拖入.xlsx');
});

/** Drops what stands at these paths on the page, as from the desktop: a folder that a script makes up is none. */
const dropFromDisk = async (...files: string[]): Promise<void> => {
  const devtools = await browser.context.newCDPSession(work.page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  await devtools.detach();
};

test('a folder that is dropped is told as one, and passed over where a file lies beside it', async () => {
  await dropFromDisk(browser.folder);
  await work.page.getByText('拖来的是文件夹，没有打开').waitFor();
  await dropFromDisk(browser.folder, example('clean'));
  await work.ready();
  expect(await work.page.locator('.bar h1').textContent()).toBe('clean.xlsx');
  await work.page.getByText('只取了“clean.xlsx”，其余的没有打开').waitFor();
});

test('a file that does not open is told of the work that stays only where there is one', async () => {
  await drop(['申报.docx', [1, 2, 3]]);
  await work.page.getByText('没有打开“申报.docx”').waitFor();
  expect(await work.page.getByText('现在的工作没有改动').count()).toBe(0);
  await work.open(example('clean'));
  await drop(['申报.docx', [1, 2, 3]]);
  await work.page.getByText('现在的工作没有改动').waitFor();
});

test('the example opens with its mistakes', async () => {
  await work.button('打开示例').click();
  await work.ready();
  expect((await work.counts()).errors).toBe(checked(example('messy')).summary.errors);
});

test('on paper is one sentence, which says how to print', async () => {
  await work.open(example('clean'));
  await work.page.emulateMedia({ media: 'print' });
  const onPaper = (): Promise<string> => work.page.evaluate(() => document.body.innerText.trim());
  expect(await onPaper()).toMatch(/^表格不能从网页打印：.*“导出”.*LibreOffice.*$/);
  await work.page.emulateMedia({ media: 'screen' });
  await work.page.getByRole('combobox', { name: '语言' }).selectOption('en-US');
  await work.page.getByRole('combobox', { name: 'Look' }).waitFor();
  await work.page.emulateMedia({ media: 'print' });
  expect(await onPaper()).toMatch(/^The sheet cannot be printed from this page: .*$/);
});

test('language and look are chosen once, and kept', async () => {
  await work.page.getByRole('combobox', { name: '语言' }).selectOption('en-US');
  await work.page.getByRole('combobox', { name: 'Look' }).selectOption('dark');
  await work.page.reload();
  await work.button('New sheet').click();
  await work.ready();
  expect(await work.page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  await work.page.getByRole('tab', { name: 'Check' }).waitFor();
});

test.each(['the start page', 'a work'])('%s has no fault that axe finds', async (where) => {
  if (where === 'a work') await work.open(example('messy'));
  const faults = (): Promise<readonly string[]> => breachesOf(work.page, NOT_OURS);
  expect(await faults()).toEqual([]);
  // Of these words it judges the colours wherever it runs.
  await work.page.getByRole('combobox', { name: '语言' }).selectOption('en-US');
  const look = work.page.getByRole('combobox', { name: 'Look' });
  await look.waitFor();
  expect(await faults()).toEqual([]);
  await look.selectOption('dark');
  expect(await faults()).toEqual([]);
});

test('it opens without its server once it has been there', async () => {
  const own = await browser.newContext({ serviceWorkers: 'allow' });
  const visitor = await newPage(own);
  await visitor.page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    while (active?.state !== 'activated') await new Promise((resolve) => setTimeout(resolve, 50));
  });
  await own.setOffline(true);
  await visitor.page.reload();
  await visitor.button('打开示例').click();
  await visitor.ready();
  expect((await visitor.counts()).errors).toBe(checked(example('messy')).summary.errors);
  await visitor.tab('依据');
  await visitor.page.getByText('六（二）').first().waitFor();
  await own.close();
});
