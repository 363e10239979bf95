import { firstCells, firstTexts } from './support/read';
import { STYLES, sheetZip } from './support/workbook-zip';

/** One cell in style 1, whose format is `format`: a built-in number, or a code. */
async function shown(serial: string, format: number | string, date1904 = false): Promise<unknown> {
  const custom = typeof format === 'string';
  const styles =
    (custom ? `<numFmts count="1"><numFmt numFmtId="176" formatCode="${escaped(format)}"/></numFmts>` : '') +
    STYLES.replace('numFmtId="14"', `numFmtId="${custom ? 176 : format}"`);
  const workbook = date1904 ? { before: '<workbookPr date1904="1"/>' } : {};
  const file = sheetZip(`<row r="1"><c r="A1" s="1"><v>${serial}</v></c></row>`, { styles, workbook });
  return (await firstCells(file)).A1;
}

const escaped = (code: string): string =>
  code.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

test('a serial in a date format is a day', async () => {
  expect(await shown('45742', 14)).toEqual({ kind: 'date', text: '2025-03-26', number: 45_742 });
});

test('with a fraction it has a time, to the second', async () => {
  expect(await shown('45774.3541666667', 22)).toEqual({
    kind: 'date',
    text: '2025-04-27 08:30:00',
    number: 45_774.3541666667,
  });
  expect(await shown('45742.999999999', 22)).toMatchObject({ text: '2025-03-27' });
});

test.each([
  ['1', '1900-01-01'],
  ['59', '1900-02-28'],
  ['60', '1900-02-29'], // Excel's day that never was
  ['61', '1900-03-01'],
  ['36526', '2000-01-01'],
  ['45351', '2024-02-29'],
  ['2958465', '9999-12-31'],
])('serial %s is %s', async (serial, text) => {
  expect(await shown(serial, 14)).toMatchObject({ kind: 'date', text });
});

test('a 1904 workbook counts from another day, and its serial is given in the 1900 system', async () => {
  expect(await shown('44280', 14, true)).toEqual({ kind: 'date', text: '2025-03-26', number: 45_742 });
  expect(await shown('0', 14, true)).toMatchObject({ text: '1904-01-01' });
});

test('the workbookPr among the extensions of Excel 2013 and later does not take the 1904 system back', async () => {
  const file = sheetZip('<row r="1"><c r="A1" s="1"><v>44280</v></c></row>', {
    workbook: {
      before: '<workbookPr date1904="1"/>',
      after:
        '<extLst><ext xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>',
    },
  });
  expect(await firstTexts(file)).toEqual({ A1: '2025-03-26' });
});

test('only dates move in a 1904 workbook', async () => {
  const file = sheetZip('<row r="1"><c r="A1"><v>12.5</v></c></row>', {
    workbook: { before: '<workbookPr date1904="true"/>' },
  });
  expect(await firstCells(file)).toEqual({ A1: { kind: 'number', text: '12.5', number: 12.5 } });
});

test.each(['-1', '2958466', '500103198507121000'])(
  '%s is no day that Excel shows, so a number',
  async (serial) => {
    expect(await shown(serial, 14)).toMatchObject({ kind: 'number', number: Number(serial) });
  },
);

test.each<[number | string, 'date' | 'number']>([
  [0, 'number'],
  [1, 'number'],
  [9, 'number'],
  [14, 'date'],
  [22, 'date'],
  [31, 'date'], // 2025年3月26日 in a Chinese Excel
  [46, 'date'],
  [49, 'number'],
  [57, 'date'],
  ['yyyy"年"m"月"d"日"', 'date'],
  ['yyyy\\-mm\\-dd', 'date'],
  ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'date'],
  ['[DBNum1][$-804]yyyy"年"m"月"d"日";@', 'date'],
  ['[$-804]aaaa;@', 'date'],
  ['[h]:mm', 'date'],
  ['0.00', 'number'],
  ['0"年"', 'number'],
  ['0" days"', 'number'],
  ['#,##0\\d', 'number'],
  ['[Red]0;[Blue]-0', 'number'],
  ['[>=100]0;General', 'number'],
  ['0.00E+00', 'number'],
  ['_-* #,##0.00_d', 'number'],
  ['General', 'number'],
  ['@', 'number'],
])('format %j shows a %s', async (format, kind) => {
  expect(await shown('45742', format)).toMatchObject({ kind });
});

test('a style that the file does not have is no date', async () => {
  expect(await firstCells(sheetZip('<row r="1"><c r="A1" s="99"><v>45742</v></c></row>'))).toMatchObject({
    A1: { kind: 'number' },
  });
});

test('the numbers of differential formats are not those of cells: to them Excel writes 0.00% as 14', async () => {
  const styles = `${STYLES}<dxfs count="1"><dxf><numFmt numFmtId="14" formatCode="0.00%"/></dxf></dxfs>`;
  const file = sheetZip('<row r="1"><c r="A1" s="1"><v>45742</v></c></row>', { styles });
  expect(await firstTexts(file)).toEqual({ A1: '2025-03-26' });
});

test('only the cell formats count, not those that styles are based on', async () => {
  const styles = STYLES.replace(
    '<cellStyleXfs count="1"><xf numFmtId="0"',
    '<cellStyleXfs count="2"><xf numFmtId="14"/><xf numFmtId="0"',
  );
  const file = sheetZip('<row r="1"><c r="A1" s="0"><v>45742</v></c><c r="B1" s="1"><v>45742</v></c></row>', {
    styles,
  });
  expect(await firstTexts(file)).toEqual({ A1: '45742', B1: '2025-03-26' });
});

test.each([
  ['2025-03-26', '2025-03-26', 45_742],
  ['2025-03-26T08:30:00', '2025-03-26 08:30:00', 45_742 + 8.5 / 24],
  ['2025-03-26T00:00:00Z', '2025-03-26', 45_742],
  ['1900-02-28', '1900-02-28', 59],
  ['1900-03-01', '1900-03-01', 61],
])('an ISO date %s, as strict files write it', async (iso, text, number) => {
  const { A1 } = await firstCells(sheetZip(`<row r="1"><c r="A1" t="d"><v>${iso}</v></c></row>`));
  expect(A1).toMatchObject({ kind: 'date', text });
  expect(A1?.number).toBeCloseTo(number, 6);
});

test('a date cell that holds no date shows what stands there', async () => {
  expect(await firstCells(sheetZip('<row r="1"><c r="A1" t="d"><v>三月</v></c></row>'))).toEqual({
    A1: { kind: 'text', text: '三月' },
  });
});
