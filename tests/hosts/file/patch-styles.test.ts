import { patchWorkbook } from '../../../src/hosts/file';
import { firstTexts } from './support/read';
import { STYLES, workbookZip } from './support/workbook-zip';
import { partText } from './support/zip-records';

const SHEET = 'xl/worksheets/sheet1.xml';
const PART = 'xl/styles.xml';

/** A workbook whose cell A1 has style `style`. */
const workbook = (style: number | undefined, styles = STYLES): Uint8Array =>
  workbookZip({
    sheets: [
      {
        name: '名单',
        xml: `<sheetData><row r="1"><c r="A1"${style === undefined ? '' : ` s="${style}"`}><v>1</v></c></row></sheetData>`,
      },
    ],
    styles,
  });

const write = (file: Uint8Array, text: string, column = 0): Uint8Array =>
  patchWorkbook(file, [{ sheet: '名单', row: 0, column, text }]);
const styleOf = (file: Uint8Array, cell = 'A1'): string | undefined =>
  new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(partText(file, SHEET))?.[1];
const cellFormats = (file: Uint8Array): string[] => {
  const [, list = ''] = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(partText(file, PART)) ?? [];
  return list.match(/<xf .*?(?:\/>|<\/xf>)/gs) ?? [];
};

test.each([
  '500103198507121003',
  '13800138000',
  '4-04-05-03',
  '2025-03-26',
  '2025/3/26',
  '3月26日',
  '1.23E+17',
  '12.5%',
  '8:30',
  '(12)',
  '¥12',
  '=1+1',
  '+86',
  '-',
  '@男',
])('%j would be taken for something else, so that its cell gets the text format', (text) => {
  const after = write(workbook(4), text);
  expect(styleOf(after)).toBe('5');
  expect(cellFormats(after)).toHaveLength(6);
  expect(cellFormats(after)[5]).toContain('numFmtId="49"');
});

test.each(['张甲', '50010319850712100X', '男', '5年以上', 'X-1', ''])('%j needs none', (text) => {
  const after = write(workbook(undefined), text);
  expect(styleOf(after)).toBeUndefined();
  expect(partText(after, PART)).toBe(partText(workbook(undefined), PART));
});

test('the new style differs from the old one in its number format only', () => {
  const after = write(workbook(4), '123');
  expect(styleOf(after)).toBe('5');
  expect(partText(after, PART)).toBe(
    partText(workbook(4), PART)
      .replace('<cellXfs count="5">', '<cellXfs count="6">')
      .replace(
        '</cellXfs>',
        '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1" applyNumberFormat="1"><alignment horizontal="center"/></xf></cellXfs>',
      ),
  );
});

test('a date style gets a text twin, and the day is written as given', async () => {
  const after = write(workbook(3, STYLES.replace('numFmtId="49"', 'numFmtId="1"')), '2025-03-27');
  expect(styleOf(after)).toBe('5');
  expect(cellFormats(after)[5]).toContain('numFmtId="49"');
  expect(await firstTexts(after)).toEqual({ A1: '2025-03-27' });
});

test('a style that is text already stays', () => {
  const after = write(workbook(2), '123');
  expect(styleOf(after)).toBe('2');
  expect(cellFormats(after)).toHaveLength(5);
});

test('a text format of the file’s own counts as one', () => {
  const styles = `<numFmts count="1"><numFmt numFmtId="180" formatCode="@"/></numFmts>${STYLES.replace('numFmtId="14"', 'numFmtId="180"')}`;
  expect(styleOf(write(workbook(1, styles), '123'))).toBe('1');
});

test('a text format of a differential format does not', () => {
  const styles = `${STYLES.replace('numFmtId="49"', 'numFmtId="30"')}<dxfs count="1"><dxf><numFmt numFmtId="30" formatCode="@"/></dxf></dxfs>`;
  expect(styleOf(write(workbook(2, styles), '13800138000'))).toBe('5');
});

test('cells of one style share one new style, and a later patch uses it again', () => {
  const cells = ['A1', 'B1', 'C1'].map((cell) => `<c r="${cell}" s="4"><v>1</v></c>`).join('');
  const file = workbookZip({
    sheets: [{ name: '名单', xml: `<sheetData><row r="1">${cells}</row></sheetData>` }],
  });
  const once = patchWorkbook(file, [
    { sheet: '名单', row: 0, column: 0, text: '123' },
    { sheet: '名单', row: 0, column: 1, text: '456' },
  ]);
  const twice = write(once, '789', 2);
  expect(['A1', 'B1', 'C1'].map((cell) => styleOf(twice, cell))).toEqual(['5', '5', '5']);
  expect(cellFormats(twice)).toHaveLength(6);
});

test('a style of the file that looks like the twin is taken', () => {
  const after = write(workbook(1), '2025-03-27');
  expect(styleOf(after)).toBe('2');
  expect(cellFormats(after)).toHaveLength(5);
});

test('a style that the file does not have stays as it is written', () => {
  expect(styleOf(write(workbook(99), '123'))).toBe('99');
});

test('a workbook without styles', async () => {
  const file = workbookZip({
    sheets: [{ name: '名单', xml: '<sheetData/>' }],
    parts: {
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    },
  });
  expect(await firstTexts(write(file, '123'))).toEqual({ A1: '123' });
});
