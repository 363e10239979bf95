import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbook } from '../../src/hosts/file';
import { rowOf, sheetOf, writeWorkbook } from '../cli/support/workbook';
import { richWorkbook } from '../hosts/file/support/rich-workbook';
import { example, useWorkbench, type WorkbenchPage } from './support/workbench-page';

const browser = useWorkbench();
let work: WorkbenchPage;

beforeEach(async () => {
  work = await browser.newPage();
});

const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006';
const CHART_PART = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

/** A chart in the drawing, beside its picture. */
const FRAME =
  '<xdr:oneCellAnchor><xdr:from><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="360000" cy="360000"/>' +
  '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="3" name="工龄"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>' +
  '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>' +
  `<a:graphicData uri="${MAIN}/chart"><c:chart xmlns:c="${MAIN}/chart" r:id="rId2"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>`;
const CHART = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace xmlns:c="${MAIN}/chart"><c:chart><c:plotArea><c:layout/></c:plotArea></c:chart></c:chartSpace>`;

const SHEET = 'xl/worksheets/sheet1.xml';
const DRAWING = 'xl/drawings/drawing1.xml';

const textOf = (parts: Readonly<Record<string, Uint8Array>>, part: string): string =>
  strFromU8(parts[part] ?? new Uint8Array());

/** A file with a picture, a chart, a comment, conditional formats of the user's own, links and more, that can be written. */
function richFile(): string {
  const parts = unzipSync(richWorkbook());
  const change = (part: string, from: string | RegExp, to: string): void => {
    parts[part] = strToU8(textOf(parts, part).replace(from, to));
  };
  change(SHEET, /<sheetProtection[^>]*\/>/, '');
  change(DRAWING, '</xdr:wsDr>', `${FRAME}</xdr:wsDr>`);
  change(
    'xl/drawings/_rels/drawing1.xml.rels',
    '</Relationships>',
    `<Relationship Id="rId2" Type="${RELATIONSHIP}/chart" Target="../charts/chart1.xml"/></Relationships>`,
  );
  change(
    '[Content_Types].xml',
    '</Types>',
    `<Override PartName="/xl/charts/chart1.xml" ContentType="${CHART_PART}"/></Types>`,
  );
  const file = join(browser.folder, '丰富.xlsx');
  writeFileSync(file, zipSync({ ...parts, 'xl/charts/chart1.xml': strToU8(CHART) }));
  return file;
}

const own = (): Promise<string> => browser.downloaded(work, () => work.button('下载原文件').click());

/** The parts of a file that are others than they were, and those that came or went. */
function changedParts(before: string, after: string): readonly string[] {
  const [was, is] = [before, after].map((file) => unzipSync(readFileSync(file)));
  const names = new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})]);
  return [...names].filter(
    (part) => Buffer.compare(was?.[part] ?? new Uint8Array(), is?.[part] ?? new Uint8Array()) !== 0,
  );
}

test('what a file holds and the grid does not show is named as it opens, and comes back with the file', async () => {
  const file = richFile();
  await work.open(file);
  const said = work.page.getByRole('status').getByText('这份文件里还有');
  await said.waitFor();
  const text = await said.textContent();
  for (const thing of ['图片', '图表', '批注', '条件格式', '超链接']) expect(text).toContain(thing);
  expect(changedParts(file, await own())).toEqual([]);
  await work.page.getByRole('status').getByRole('button', { name: '关闭' }).click();
  expect(await said.count()).toBe(0);
});

test('an edit changes the cell of its sheet, and of pictures, charts, comments and formats nothing', async () => {
  const file = richFile();
  await work.open(file);
  await work.type('E4', '30');
  await work.type('A4', '2025-4-1');
  await work.type('J9', '=E4*2');
  await work.ready();
  const saved = await own();
  // The workbook asks for its formulas to be computed.
  expect(changedParts(file, saved)).toEqual(['xl/workbook.xml', SHEET]);
  const [before, now] = [file, saved].map((each) => textOf(unzipSync(readFileSync(each)), SHEET));
  for (const kept of [
    /<conditionalFormatting.*?<\/conditionalFormatting>/,
    /<drawing .*?\/>/,
    /<legacyDrawing .*?\/>/,
    /<extLst>.*<\/extLst>/,
  ]) {
    expect(now).toMatch(kept);
    expect(kept.exec(now ?? '')?.[0]).toBe(kept.exec(before ?? '')?.[0]);
  }
  expect(now).toContain('<c r="E4"><v>30</v></c>');
  expect(now).toContain('<c r="A4" s="1"><v>45748</v></c>');
  expect(now).toContain('<f>E4*2</f><v>60</v>');
});

test('a formula that a file cannot hold is told, and its result written', async () => {
  await work.open(join(__dirname, '../../examples/clean.xlsx'));
  await work.type('AC4', '=UNIQUE(A4:A6)');
  await work.until(async () => (await work.read('AC4')) !== '', 'a result');
  await own();
  await work.page
    .getByRole('alert')
    .getByText(/这些单元格的公式不能写进文件.*AC4/)
    .waitFor();
});

test('a paste over rows that are hidden is refused with a word, and nothing is lost', async () => {
  await work.open(join(__dirname, '../../examples/messy.xlsx'));
  await work.tab('检查');
  const before = await work.read('H4');
  await work.goTo('G4:G25');
  await work.page.keyboard.press('Control+c');
  await work.page.waitForTimeout(200);
  await work.page.getByLabel('只看有问题的行').click();
  await work.page.waitForTimeout(500);
  await work.goTo('H4');
  await work.page.keyboard.press('Control+v');
  const refusal = work.page.getByRole('alert').getByText('这会改动看不见的行');
  await refusal.waitFor();
  expect(await work.read('H4')).toBe(before);
  await work.type('H4', '汉族');
  await refusal.waitFor({ state: 'detached' });
});

test('the own file comes with the edited cell, and nothing else', async () => {
  await work.open(example('rearranged'));
  await work.type('B7', '陈立');
  const file = await own();
  const wanted = (await readWorkbook(readFileSync(example('rearranged')))).sheets;
  const now = (await readWorkbook(readFileSync(file))).sheets;
  const different = now.flatMap(({ rows }, at) =>
    rows.flatMap((row, r) =>
      (row ?? []).flatMap((cell, c) =>
        cell?.text === wanted[at]?.rows[r]?.[c]?.text ? [] : [[r, c, cell?.text]],
      ),
    ),
  );
  expect(different).toEqual([[6, 1, '陈立']]);
});

/** A file of a clerk's as it was typed: no cell has a format, and the foot is not merged. People in rows 3 and 4. */
const plainFile = (): Promise<string> =>
  writeWorkbook(join(browser.folder, '常规格式.xlsx'), {
    汇总表: sheetOf(rowOf(), rowOf({ name: '李新', idNumber: '500103198507121231', phone: '13900001111' })),
  });

test('a code that is typed into a cell without a format stays as it is typed', async () => {
  await work.open(await plainFile());
  const codes = { T3: '00123456', T4: '2019-01', V3: '1E5', V4: '12-3', O4: '02388152283', Z4: '4-04-05-05' };
  for (const [cell, typed] of Object.entries(codes)) await work.type(cell, typed);
  for (const [cell, typed] of Object.entries(codes)) await work.reads(cell, typed);
  // A number of years is one, and a day in its column a day.
  await work.type('N3', '16');
  await work.type('A4', '2025-03-27');
  const { sheets } = await readWorkbook(readFileSync(await own()));
  const at = (row: number, column: number): readonly [string | undefined, string | undefined] => {
    const cell = sheets[0]?.rows[row]?.[column];
    return [cell?.kind, cell?.text];
  };
  expect(at(2, 19)).toEqual(['text', '00123456']);
  expect(at(3, 19)).toEqual(['text', '2019-01']);
  expect(at(2, 21)).toEqual(['text', '1E5']);
  expect(at(3, 14)).toEqual(['text', '02388152283']);
  expect(at(2, 13)).toEqual(['number', '16']);
  expect(at(3, 0)).toEqual(['date', '2025-03-27']);
});

test('more people than there are rows move a foot down that is not merged, too', async () => {
  await work.open(await plainFile());
  const people = ['甲', '乙', '丙'].map((name) => rowOf({ name }).join('\t')).join('\n');
  await work.page.evaluate((text) => navigator.clipboard.writeText(text), people);
  await work.goTo('A5');
  await work.page.keyboard.press('Control+v');
  await work.reads('G7', '丙');
  await work.reads('A8', '填报单位（加盖公章）：天和学校 联系人：赵丁 联系电话：023-67890123');
  // What is put into the foot itself goes there.
  await work.page.evaluate(() => navigator.clipboard.writeText('填报单位：明月学校\t联系人：赵丁'));
  await work.goTo('A8');
  await work.page.keyboard.press('Control+v');
  await work.reads('A8', '填报单位：明月学校');
});

test('is what it was where a person was added to a full form and taken back', async () => {
  const file = example('messy');
  await work.open(file);
  await work.tab('填写');
  await work.kept(() => work.button('新增一人').click());
  await work.kept(() => work.button('撤销新增').click());
  expect(changedParts(file, await own())).toEqual([]);
});
