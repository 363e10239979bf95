import { Workbook } from 'exceljs';
import { officialTemplate } from '../../../src/documents/official-workbook';
import { COLUMN_KEYS } from '../../../src/rules/application';
import { officialLayout } from '../../../src/sheet/layout';
import { templateLists } from '../../../src/sheet/template-lists';
import { RULEBOOK } from '../../support/rulebook';
import { PROFILES, active, type Opened, useAdapter, value } from './support/adapter';

const start = useAdapter();

const LISTS = templateLists(RULEBOOK);

/** What a workbook holds of our lists: each name of ours, and the cells behind it. */
const namedCells = ({ excel }: Opened): Record<string, unknown[]> =>
  Object.fromEntries(
    [...excel.names.values()].map(({ name, formula }) => [name, excel.values(formula.slice(1)).flat()]),
  );

/** Opens what `kpy template` writes: its sheets' cells, names and validations. */
async function openTemplate({ excel }: Opened, lists = LISTS): Promise<void> {
  const workbook = new Workbook();
  const bytes = officialTemplate({ ...officialLayout(null), emptyRows: 10, lists });
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  const [form, hidden] = workbook.worksheets;
  if (form === undefined || hidden === undefined) throw new Error('two sheets');
  excel.renameSheet('Sheet1', form.name);
  excel.addSheet(hidden.name);
  for (const sheet of [form, hidden])
    sheet.eachRow((row, r) => {
      row.eachCell((cell, c) => {
        if (cell.isMerged && cell.master !== cell) return;
        const at = excel.sheet(sheet.name);
        at.setFormat({ r0: r - 1, c0: c - 1, r1: r - 1, c1: c - 1 }, 'numberFormat', '@');
        at.setCell(r - 1, c - 1, { value: cell.text });
      });
    });
  for (let column = 1; column <= 27; column++) {
    const { type, errorStyle, formulae } = form.getCell(3, column).dataValidation;
    if (type !== 'list') continue;
    const letters = form.getColumn(column).letter;
    const rule = { list: { inCellDropDown: true, source: `=${String(formulae[0])}` } };
    const errorAlert = { style: errorStyle === 'warning' ? 'Warning' : 'Stop' };
    excel.validate(`${form.name}!${letters}3:${letters}12`, { rule, errorAlert });
  }
  for (const { name, ranges } of workbook.definedNames.model)
    if (name.startsWith('KPY_')) excel.addName(name, `=${String(ranges[0])}`);
  excel.hideSheet(hidden.name, 'VeryHidden');
  excel.activate(form.name);
  excel.journal.take();
}

const FORM_PLACES = {
  columns: new Map(COLUMN_KEYS.map((key, column) => [key, column] as const)),
  firstRow: 2,
  lastRow: 11,
};

describe.each(PROFILES)('Excel %s', (profile) => {
  test('lists are offered and withdrawn without trace', async () => {
    const { excel, host } = await start({ profile });
    excel.paste('A1', [['等级', '名称', '编码', '性别']]);
    const before = excel.snapshot();
    const { id } = await active(host);
    const places = {
      columns: new Map([
        ['level', 0],
        ['occupationName', 1],
        ['occupationCode', 2],
        ['sex', 3],
      ] as const),
      firstRow: 1,
      lastRow: 20,
    };
    expect(await value(host.offerLists(id, places, LISTS))).toEqual({ kept: [] });
    excel.type('A2', '考评员');
    excel.type('B2', '电');
    expect(excel.dropdown('B2')?.every((name) => name.startsWith('电'))).toBe(true);
    expect(excel.dropdown('B2')).toContain('电工');
    excel.type('B2', '电工');
    expect(excel.dropdown('C2')).toEqual(['6-31-01-03']);
    expect(excel.dropdown('D2')).toEqual(['男', '女']);
    excel.clear('A2:B2');
    await value(host.withdrawLists());
    expect(excel.snapshot()).toEqual(before);
  });
});

test('a validation of the user’s own is kept, said so, and survives', async () => {
  const { excel, host } = await start();
  const { id } = await active(host);
  const users = { rule: { list: { inCellDropDown: true, source: '甲,乙' } } };
  excel.validate('A2:A21', users);
  excel.journal.take();
  const before = excel.snapshot();
  const places = { columns: new Map([['sex', 0] as const]), firstRow: 1, lastRow: 20 };
  expect(await value(host.offerLists(id, places, LISTS))).toEqual({ kept: ['sex'] });
  expect(excel.dropdown('A2')).toEqual(['甲', '乙']);
  await value(host.withdrawLists());
  expect(excel.snapshot()).toEqual(before);
});

describe('a workbook made by `kpy template`', () => {
  test('its lists are the adapter’s: offering them changes neither names nor lists', async () => {
    const opened = await start();
    await openTemplate(opened);
    const before = namedCells(opened);
    expect(Object.keys(before)).toContain('KPY_K');
    opened.excel.type('X3', '专项职业能力考核考评员');
    opened.excel.type('Y3', '重庆小面');
    expect(opened.excel.dropdown('Y3')).toEqual(['重庆小面制作']);
    const { id } = await active(opened.host);
    expect(await value(opened.host.offerLists(id, FORM_PLACES, LISTS))).toEqual({ kept: [] });
    expect(namedCells(opened)).toEqual(before);
    expect(opened.excel.dropdown('Y3')).toEqual(['重庆小面制作']);
  });

  test('names of another notice’s lists do not dangle, and withdrawing leaves none', async () => {
    const opened = await start();
    await openTemplate(opened);
    const { id } = await active(opened.host);
    const fewer = { ...LISTS, choices: LISTS.choices.filter(({ column }) => column !== 'sex') };
    await value(opened.host.offerLists(id, FORM_PLACES, fewer));
    expect(Object.keys(namedCells(opened))).not.toContain('KPY_SEX');
    for (const [name, cells] of Object.entries(namedCells(opened)))
      expect([name, cells.length > 0 && !cells.includes('')]).toEqual([name, true]);
    await value(opened.host.withdrawLists());
    expect([...opened.excel.names.values()]).toEqual([]);
    expect(opened.excel.sheets.map(({ name }) => name)).toEqual(['考评人员申报汇总表']);
    expect(opened.excel.dropdown('X3')).toBeUndefined();
  });
});

test('lists of one sheet stay when another sheet without those columns is given its own', async () => {
  const { excel, host } = await start({ sheets: ['甲校', '乙校'] });
  const [first, second] = await value(host.readAll());
  if (first === undefined || second === undefined) throw new Error('two sheets');
  await value(host.offerLists(first.id, FORM_PLACES, LISTS));
  await value(host.offerLists(second.id, { columns: new Map([['sex', 0]]), firstRow: 1, lastRow: 9 }, LISTS));
  excel.type('甲校!X3', '考评员');
  excel.type('甲校!Y3', '人工智能训练师');
  expect(excel.dropdown('甲校!Z3')).toEqual(['4-04-05-05']);
  expect(excel.dropdown('乙校!A2')).toEqual(['男', '女']);
});

test('lists of a duplicated sheet are withdrawn too', async () => {
  const { excel, host } = await start();
  const { id } = await active(host);
  await value(host.offerLists(id, FORM_PLACES, LISTS));
  excel.duplicateSheet('Sheet1');
  expect(excel.dropdown("'Sheet1 (2)'!F3")).toEqual(['男', '女']);
  await value(host.withdrawLists());
  expect(excel.dropdown("'Sheet1 (2)'!F3")).toBeUndefined();
  expect(
    excel.sheets.flatMap(({ cells }) => [...cells.values()].flatMap(({ validation }) => validation ?? [])),
  ).toEqual([]);
});

test('lists that a protected sheet keeps are named, and those of the others go', async () => {
  const { excel, host } = await start({ sheets: ['甲校', '乙校'] });
  for (const name of ['甲校', '乙校']) excel.paste(`${name}!A1`, [['表头'], ['人员']]);
  const before = excel.snapshot();
  for (const { id } of await value(host.readAll())) await value(host.offerLists(id, FORM_PLACES, LISTS));
  excel.protect('甲校');
  const left = { ok: false, problem: 'partly-protected', detail: ['甲校'] };
  expect(await host.withdrawLists()).toEqual(left);
  expect(excel.names.size).toBeGreaterThan(0);
  excel.unprotect('甲校');
  await value(host.withdrawLists());
  expect(excel.snapshot()).toEqual(before);
});
