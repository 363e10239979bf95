import { patchWorkbook, type WorkbookEdit } from '../../../src/hosts/file';
import { readZipDirectory } from '../../../src/hosts/file/zip-directory';
import { ooxmlErrors } from '../../support/ooxml-validator';
import { joinBytes, latin1, u16, u8, utf16, withBytes } from './support/bytes';
import { fixture } from './support/fixtures';
import { honestZip, rawZip } from './support/raw-zip';
import { firstTexts } from './support/read';
import { richWorkbook } from './support/rich-workbook';
import { workbookParts } from './support/workbook-zip';
import { partText, zipRecord, zipRecords } from './support/zip-records';

const SHEET = 'xl/worksheets/sheet1.xml';
const CHAIN = 'xl/calcChain.xml';
const STYLES = 'xl/styles.xml';
const WORKBOOK = 'xl/workbook.xml';

const edit = (cell: string, text: string, sheet = '名单'): WorkbookEdit => ({
  sheet,
  row: Number(cell.slice(1)) - 1,
  column: cell.charCodeAt(0) - 65,
  text,
});

/** The names of the parts whose bytes in the file (header, packed content, directory record) are not the same. */
function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [zipRecords(before), zipRecords(after)];
  expect(now.map(({ name }) => name)).toEqual(old.map(({ name }) => name));
  return old
    .filter(({ local, central }, index) => {
      const other = now[index];
      return !other || !Buffer.from(local).equals(other.local) || !Buffer.from(central).equals(other.central);
    })
    .map(({ name }) => name);
}

test('two cells edited: all else is the same, byte for byte, but that the formulas are to be computed', () => {
  const before = richWorkbook();
  const after = patchWorkbook(before, [edit('C4', '女'), edit('D5', '李丁')]);
  expect(zipRecords(before)).toHaveLength(20);
  expect(changedParts(before, after).sort()).toEqual([SHEET, WORKBOOK].sort());
  expect(partText(after, WORKBOOK)).toBe(
    partText(before, WORKBOOK).replace(
      '<calcPr calcId="191029"/>',
      '<calcPr calcId="191029" fullCalcOnLoad="1"/>',
    ),
  );
  expect(partText(after, SHEET)).toBe(
    partText(before, SHEET)
      .replace(
        '<c r="C4" t="s"><v>7</v></c>',
        '<c r="C4" t="inlineStr"><is><t xml:space="preserve">女</t></is></c>',
      )
      .replace('<is><t>李乙</t></is>', '<is><t xml:space="preserve">李丁</t></is>'),
  );
});

test('digits bring text styles, a lost formula leaves the calculation chain, and still nothing more changes', () => {
  const before = richWorkbook();
  const after = patchWorkbook(before, [edit('A9', '13800138000'), edit('G4', '张甲')]);
  expect(changedParts(before, after).sort()).toEqual([CHAIN, STYLES, WORKBOOK, SHEET].sort());
});

test('edits of another sheet leave the first one alone', () => {
  const before = richWorkbook();
  const after = patchWorkbook(before, [edit('A1', '男性', '字典')]);
  expect(changedParts(before, after).sort()).toEqual(['xl/worksheets/sheet2.xml', WORKBOOK].sort());
});

test('edits of two sheets at once', async () => {
  const after = patchWorkbook(richWorkbook(), [edit('A1', '男性', '字典'), edit('D4', '张乙')]);
  expect(partText(after, 'xl/worksheets/sheet2.xml')).toContain('男性');
  expect(await firstTexts(after)).toMatchObject({ D4: '张乙', D5: '李乙' });
});

test('a patched part keeps its name, its date and its place', () => {
  const before = richWorkbook();
  const after = patchWorkbook(before, [edit('C4', '女')]);
  const [old, now] = [zipRecord(before, SHEET), zipRecord(after, SHEET)];
  const order = (file: Uint8Array): string[] =>
    zipRecords(file)
      .sort((a, b) => a.localAt - b.localAt)
      .map(({ name }) => name);
  expect(order(after)).toEqual(order(before));
  expect(now.local.slice(10, 14)).toEqual(old.local.slice(10, 14));
  expect(now.central.slice(12, 16)).toEqual(old.central.slice(12, 16));
});

test('no edit gives the same bytes, in a copy', () => {
  const before = richWorkbook();
  const after = patchWorkbook(before, []);
  expect(Buffer.from(after).equals(before)).toBe(true);
  expect(after).not.toBe(before);
});

test('the same edits give the same bytes, and the file given is left as it was', () => {
  const [before, copy] = [richWorkbook(), richWorkbook()];
  const edits = [edit('A9', '13800138000'), edit('G4', '张甲')];
  expect(Buffer.from(patchWorkbook(before, edits)).equals(patchWorkbook(before, edits))).toBe(true);
  expect(Buffer.from(before).equals(copy)).toBe(true);
});

test('a file that LibreOffice saved', async () => {
  const before = fixture('roster.xlsx');
  const after = patchWorkbook(before, [edit('B4', '500103198507121003'), edit('D3', '张甲二')]);
  expect(changedParts(before, after).sort()).toEqual([STYLES, WORKBOOK, SHEET].sort());
  expect(await firstTexts(after)).toEqual({
    ...(await firstTexts(before)),
    B4: '500103198507121003',
    D3: '张甲二',
  });
});

describe('zips of other programs', () => {
  const parts = workbookParts({
    sheets: [
      { name: '名单', xml: '<sheetData><row r="1"><c r="A1" t="str"><v>张甲</v></c></row></sheetData>' },
    ],
  });
  const entries = Object.entries(parts).map(([name, content]) => ({ name, content }));

  test('sizes behind the data are copied for what stays, and written in front for what changes', async () => {
    const before = rawZip(entries.map((entry) => ({ ...entry, descriptor: true })));
    const after = patchWorkbook(before, [edit('A1', '李乙')]);
    expect(changedParts(before, after)).toEqual([SHEET]);
    expect(zipRecord(after, SHEET).local.slice(6, 8)).toEqual(u16(0));
    expect(await firstTexts(after)).toEqual({ A1: '李乙' });
  });

  test('stored parts stay stored', async () => {
    const before = rawZip(entries.map((entry) => ({ ...entry, method: 0, packed: entry.content })));
    const after = patchWorkbook(before, [edit('A1', '李乙')]);
    expect(changedParts(before, after)).toEqual([SHEET]);
    expect(await firstTexts(after)).toEqual({ A1: '李乙' });
  });

  test('what stands before the zip, and its comment, are kept', async () => {
    const before = honestZip(parts, { before: latin1('PK\x03\x04stub'), comment: '2025-8' });
    const after = patchWorkbook(before, [edit('A1', '李乙')]);
    expect(after.slice(0, 8)).toEqual(before.slice(0, 8));
    expect(after.slice(-6)).toEqual(latin1('2025-8'));
    expect(await firstTexts(after)).toEqual({ A1: '李乙' });
  });

  test('parts listed in another order than they lie in the file', async () => {
    const whole = honestZip(parts);
    const records = zipRecords(whole);
    const directory = records.map(({ centralAt }, index) =>
      whole.slice(centralAt, records[index + 1]?.centralAt ?? whole.length - 22),
    );
    const before = withBytes(whole, records[0]?.centralAt ?? 0, joinBytes(...directory.reverse()));
    const after = patchWorkbook(before, [edit('A1', '李乙')]);
    expect(changedParts(before, after)).toEqual([SHEET]);
    expect(await firstTexts(after)).toEqual({ A1: '李乙' });
  });

  test.each([
    ['encoding="UTF-16"', 'encoding="UTF-8"'],
    ["encoding = 'utf-16le' standalone='yes'", "encoding = 'UTF-8' standalone='yes'"],
  ])('a sheet in UTF-16 becomes UTF-8 and says so: %s', async (encoding, written) => {
    const xml =
      `<?xml version="1.0" ${encoding}?>` +
      '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>张甲</v></c><c r="B1" t="str"><v>男</v></c></row></sheetData></worksheet>';
    const before = honestZip({ ...parts, [SHEET]: joinBytes(u8(0xff, 0xfe), utf16(xml)) });
    const after = patchWorkbook(before, [edit('A1', '李乙')]);
    expect(partText(after, SHEET)).toContain(`<?xml version="1.0" ${written}?>`);
    expect(await firstTexts(after)).toEqual({ A1: '李乙', B1: '男' });
  });
});

test('a zip with 64-bit sizes, as Java programs write them, stays one that all readers can open', async () => {
  const parts = workbookParts({
    sheets: [{ name: '名单', xml: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>' }],
    strings: '<si><t>张甲</t></si>',
  });
  const before = rawZip(Object.entries(parts).map(([name, content]) => ({ name, content, zip64: true })));
  const after = patchWorkbook(before, [edit('A1', '张甲乙丙丁戊己庚辛壬癸'), edit('B1', '女')]);
  expect(await firstTexts(after)).toEqual({ A1: '张甲乙丙丁戊己庚辛壬癸', B1: '女' });
  expect(await ooxmlErrors(after)).toEqual([]);
  const { entries, wideEnd, endRecord } = readZipDirectory(after);
  expect(wideEnd).toBe(endRecord - 20 - 56);
  expect(entries.map(({ name, wideOffsetAt }) => [name, wideOffsetAt !== undefined])).toEqual(
    Object.keys(parts).map((name) => [name, name !== SHEET]),
  );
  expect(await firstTexts(patchWorkbook(after, [edit('B1', '男')]))).toMatchObject({ B1: '男' });
});
