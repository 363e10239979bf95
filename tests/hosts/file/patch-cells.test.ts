import { patchWorkbook, type WorkbookEdit } from '../../../src/hosts/file';
import { firstTexts } from './support/read';
import { workbookZip } from './support/workbook-zip';
import { partText } from './support/zip-records';

const SHEET = 'xl/worksheets/sheet1.xml';
const text = (value: string): string => `t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;

const edit = (cell: string, value: string): WorkbookEdit => {
  const [, letter = '', number = ''] = /^([A-Z])(\d+)$/.exec(cell) ?? [];
  return { sheet: '名单', row: Number(number) - 1, column: letter.charCodeAt(0) - 65, text: value };
};

/** What stands inside `<worksheet>` after the edits. */
function patched(xml: string, ...edits: readonly (readonly [string, string])[]): string {
  const file = workbookZip({ sheets: [{ name: '名单', xml }] });
  const whole = partText(
    patchWorkbook(
      file,
      edits.map(([cell, value]) => edit(cell, value)),
    ),
    SHEET,
  );
  return whole.slice(whole.indexOf('>', whole.indexOf('<worksheet')) + 1, whole.lastIndexOf('<'));
}

/** The same for the rows. */
const rows = (xml: string, ...edits: readonly (readonly [string, string])[]): string =>
  patched(`<sheetData>${xml}</sheetData>`, ...edits).slice('<sheetData>'.length, -'</sheetData>'.length);

test('a cell keeps its style', () => {
  expect(rows('<row r="1"><c r="A1" s="4" t="s"><v>0</v></c></row>', ['A1', '张甲'])).toBe(
    `<row r="1"><c r="A1" s="4" ${text('张甲')}</row>`,
  );
});

test('an emptied cell keeps its style and loses its value', () => {
  expect(rows('<row r="1"><c r="A1" s="4" t="s"><v>0</v></c></row>', ['A1', ''])).toBe(
    '<row r="1"><c r="A1" s="4"/></row>',
  );
});

test('a cell without content is filled', () => {
  expect(rows('<row r="1"><c r="A1" s="4"/><c r="B1"></c></row>', ['A1', '甲'], ['B1', '乙'])).toBe(
    `<row r="1"><c r="A1" s="4" ${text('甲')}<c r="B1" ${text('乙')}</row>`,
  );
});

test('new cells stand in the order of their columns', () => {
  expect(rows('<row r="1"><c r="B1"/><c r="D1"/></row>', ['E1', '戊'], ['C1', '丙'], ['A1', '甲'])).toBe(
    `<row r="1"><c r="A1" ${text('甲')}<c r="B1"/><c r="C1" ${text('丙')}<c r="D1"/><c r="E1" ${text('戊')}</row>`,
  );
});

test('new rows stand in their order, before, between and after', () => {
  expect(
    rows('<row r="2"><c r="A2"/></row><row r="4"/>', ['A1', '一'], ['A3', '三'], ['B4', '四'], ['A9', '九']),
  ).toBe(
    `<row r="1"><c r="A1" ${text('一')}</row><row r="2"><c r="A2"/></row><row r="3"><c r="A3" ${text('三')}</row>` +
      `<row r="4"><c r="B4" ${text('四')}</row><row r="9"><c r="A9" ${text('九')}</row>`,
  );
});

test('a sheet without rows', () => {
  expect(patched('<sheetData/>', ['B2', '甲'])).toBe(
    `<sheetData><row r="2"><c r="B2" ${text('甲')}</row></sheetData>`,
  );
  expect(patched('<sheetData></sheetData>', ['B2', '甲'])).toBe(
    `<sheetData><row r="2"><c r="B2" ${text('甲')}</row></sheetData>`,
  );
});

test('emptying what is not there writes nothing', () => {
  const xml = '<row r="1"><c r="A1"/></row><row r="3"/>';
  expect(rows(xml, ['B1', ''], ['A2', ''], ['C3', ''], ['A9', ''])).toBe(
    xml.replace('<row r="3"/>', '<row r="3"></row>'),
  );
});

test('of several edits of a cell the last one counts', () => {
  expect(rows('<row r="1"><c r="A1"/></row>', ['A1', '甲'], ['A1', '乙'])).toBe(
    `<row r="1"><c r="A1" ${text('乙')}</row>`,
  );
});

test('a new cell looks as its row, or else as its column does', () => {
  const cols = '<cols><col min="2" max="3" style="4" width="9"/></cols>';
  const data =
    '<sheetData><row r="1" s="2" customFormat="1"/><row r="2" s="2"/><row r="3"><c r="B3"/></row></sheetData>';
  expect(patched(cols + data, ['B1', '甲'], ['B2', '乙'], ['A3', '丙'], ['B3', '丁'], ['C4', '戊'])).toBe(
    `${cols}<sheetData><row r="1" s="2" customFormat="1"><c r="B1" s="2" ${text('甲')}</row>` +
      `<row r="2" s="2"><c r="B2" s="4" ${text('乙')}</row><row r="3"><c r="A3" ${text('丙')}<c r="B3" ${text('丁')}</row>` +
      `<row r="4"><c r="C4" s="4" ${text('戊')}</row></sheetData>`,
  );
});

test('the columns in use of a row are left out where they would be wrong', () => {
  const row = '<row r="1" spans="2:3" ht="20"><c r="B1"/></row>';
  expect(rows(row, ['C1', '丙'])).toContain('<row r="1" spans="2:3" ht="20">');
  expect(rows(row, ['D1', '丁'])).toContain('<row r="1" ht="20">');
});

test('the area in use grows with what is filled, not with what is emptied', () => {
  const sheet = '<dimension ref="B2:C3"/><sheetData><row r="2"><c r="B2"/></row></sheetData>';
  expect(patched(sheet, ['C3', '丙'])).toContain('<dimension ref="B2:C3"/>');
  expect(patched(sheet, ['E1', '戊'])).toContain('<dimension ref="B1:E3"/>');
  expect(patched(sheet, ['E9', ''])).toContain('<dimension ref="B2:C3"/>');
});

test('rows and cells without references', async () => {
  const xml =
    '<sheetData><row><c t="str"><v>甲</v></c><c t="str"><v>乙</v></c></row><row><c t="str"><v>丙</v></c></row></sheetData>';
  const file = workbookZip({ sheets: [{ name: '名单', xml }] });
  const after = patchWorkbook(file, [edit('A1', '改'), edit('C1', '新'), edit('A2', '换'), edit('A3', '末')]);
  expect(await firstTexts(after)).toEqual({ A1: '改', B1: '乙', C1: '新', A2: '换', A3: '末' });
});

test('a sheet whose elements have a prefix', async () => {
  const xml =
    '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>甲</x:v></x:c></x:row></x:sheetData></x:worksheet>';
  const after = patchWorkbook(workbookZip({ sheets: [{ name: '名单', xml }] }), [
    edit('A1', '改'),
    edit('B3', '新'),
  ]);
  expect(partText(after, SHEET)).toContain(
    '<x:row r="3"><x:c r="B3" t="inlineStr"><x:is><x:t xml:space="preserve">新</x:t></x:is></x:c></x:row>',
  );
  expect(await firstTexts(after)).toEqual({ A1: '改', B3: '新' });
});

test.each([
  ['markup', '<甲> & "乙" \'丙\''],
  ['spaces at the ends', '  张 甲  '],
  ['line breaks', '甲\n乙\r\n丙\r丁'],
  ['characters beyond the basic plane', '王丙𠮷'],
  ['control characters', 'a\u0000b\u0001c\u000bd\u001fe\ufffef'],
  ['what looks like an escape', '_x0041_ _x005F_ _x000D_'],
  ['what looks like an entity', '&amp;&lt;&#65;'],
  ['what looks like a formula', '=1+1'],
  ['the end of CDATA', ']]>'],
])('%s come back as they were given', async (_, value) => {
  const file = workbookZip({ sheets: [{ name: '名单', xml: '<sheetData/>' }] });
  expect(await firstTexts(patchWorkbook(file, [edit('A1', value)]))).toEqual({ A1: value });
});

test('half a surrogate pair, which no file can hold, is dropped', async () => {
  const file = workbookZip({ sheets: [{ name: '名单', xml: '<sheetData/>' }] });
  expect(await firstTexts(patchWorkbook(file, [edit('A1', '甲\ud800乙\udc00丙')]))).toEqual({ A1: '甲乙丙' });
});

test('which of two sheets of one name is meant nobody can tell: neither is written', () => {
  const xml = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row></sheetData>';
  const file = workbookZip({ sheets: ['名单', '名单'].map((name) => ({ name, xml })) });
  expect(() => patchWorkbook(file, [edit('A1', '乙')])).toThrow('damaged');
});
