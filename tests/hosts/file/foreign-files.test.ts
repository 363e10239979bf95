import { strToU8, zipSync } from 'fflate';
import { BOF_GLOBALS, EOF, record, workbookStream, xlsSheet } from './support/biff';
import { joinBytes, latin1, u16, u32, u8, utf16, withBytes } from './support/bytes';
import { compoundFile } from './support/compound';
import { fixture } from './support/fixtures';
import { readRefusal } from './support/read';
import { sheetZip } from './support/workbook-zip';
import { zipRecord } from './support/zip-records';

/** 姓名 and 张甲 in GBK. */
const GBK_NAME = u8(0xd0, 0xd5, 0xc3, 0xfb);
const GBK_PERSON = u8(0xd5, 0xc5, 0xbc, 0xd7);

const bof = (id: number, ...words: number[]): Uint8Array => record(id, u16(...words));
const zip = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

/** A good workbook whose first part says that it is encrypted, as zip programs do it. */
function zipWithPassword(): Uint8Array {
  const file = sheetZip('<row r="1"/>');
  const { centralAt, localAt } = zipRecord(file, '[Content_Types].xml');
  return withBytes(withBytes(file, centralAt + 8, u16(1)), localAt + 6, u16(1));
}

const html =
  '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table><tr><td>姓名</td></tr></table></body></html>';
const chm = '<table border="1"><tr><td>';

test.each<[string, Uint8Array, string, Record<string, string>?]>([
  ['no bytes at all', new Uint8Array(), 'empty'],
  ['HTML in UTF-8', strToU8(html), 'html'],
  ['HTML with a byte order mark and a document type', strToU8(`\uFEFF\n<!DOCTYPE html>${html}`), 'html'],
  ['HTML in UTF-16', joinBytes(u8(0xff, 0xfe), utf16(html)), 'html'],
  ['XHTML', strToU8(`<?xml version="1.0"?>${html}`), 'html'],
  ['a bare table in GBK', joinBytes(latin1(chm), GBK_NAME, latin1('</td></tr></table>')), 'html'],
  ['a web archive', latin1('MIME-Version: 1.0\r\nContent-Type: multipart/related'), 'html'],
  ['tab-separated text in UTF-8', strToU8('姓名\t性别\r\n张甲\t男\r\n'), 'text'],
  ['tab-separated text in GBK', joinBytes(GBK_NAME, latin1('\t'), GBK_PERSON, latin1('\r\n')), 'text'],
  ['text in UTF-16, as Excel saves Unicode text', joinBytes(u8(0xff, 0xfe), utf16('姓名\t性别\r\n')), 'text'],
  ['a single letter', latin1('P'), 'text'],
  [
    'XML 2003 of Excel',
    strToU8('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook/>'),
    'xml-2003',
  ],
  [
    'XML 2003 in UTF-16',
    joinBytes(
      u8(0xff, 0xfe),
      utf16('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    ),
    'xml-2003',
  ],
  ['PDF', latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3'), 'pdf'],
  ['RTF', latin1('{\\rtf1\\ansi 张}'), 'not-a-spreadsheet', { kind: 'rtf' }],
  ['other XML', strToU8('<?xml version="1.0"?><OFD/>'), 'not-a-spreadsheet', { kind: 'xml' }],
  [
    'a picture',
    u8(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13),
    'not-a-spreadsheet',
    { kind: 'unknown' },
  ],
  ['a RAR archive', latin1('Rar!\x1a\x07\x01\x00'), 'not-a-spreadsheet', { kind: 'unknown' }],
  [
    'docx',
    zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' }),
    'not-a-spreadsheet',
    { kind: 'docx' },
  ],
  [
    'pptx',
    zip({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<p/>' }),
    'not-a-spreadsheet',
    { kind: 'pptx' },
  ],
  [
    'xlsb',
    zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }),
    'not-a-spreadsheet',
    { kind: 'xlsb' },
  ],
  ['a zip of photos', zip({ '501031985.jpg': 'x' }), 'not-a-spreadsheet', { kind: 'zip' }],
  ['an empty zip', zipSync({}), 'not-a-spreadsheet', { kind: 'zip' }],
  ['a zip with a password', zipWithPassword(), 'encrypted'],
  [
    'an encrypted .xlsx',
    compoundFile({ EncryptionInfo: new Uint8Array(200), EncryptedPackage: new Uint8Array(9000) }),
    'encrypted',
  ],
  ['an .xls with a password', xlsSheet([record(0x002f, u16(1, 1, 1), new Uint8Array(48))]), 'encrypted'],
  ['a .doc', compoundFile({ WordDocument: new Uint8Array(5000) }), 'not-a-spreadsheet', { kind: 'doc' }],
  [
    'a .ppt',
    compoundFile({ 'PowerPoint Document': new Uint8Array(5000) }),
    'not-a-spreadsheet',
    { kind: 'ppt' },
  ],
  [
    'an .msg',
    compoundFile({ '__properties_version1.0': new Uint8Array(32) }),
    'not-a-spreadsheet',
    { kind: 'compound' },
  ],
  ['Excel 5.0 and 95', compoundFile({ Book: joinBytes(bof(0x0809, 0x0500, 5, 0, 0), EOF) }), 'old-xls'],
  [
    'Excel 95 under the newer stream name',
    compoundFile({ Workbook: joinBytes(bof(0x0809, 0x0500, 5, 0, 0), EOF) }),
    'old-xls',
  ],
  ['Excel 2.1', joinBytes(bof(0x0009, 2, 0x10), record(0x000a)), 'old-xls'],
  ['Excel 3.0', joinBytes(bof(0x0209, 0, 0x10, 0), record(0x000a)), 'old-xls'],
  ['Excel 4.0', joinBytes(bof(0x0409, 0, 0x10, 0), record(0x000a)), 'old-xls'],
  ['Excel 5.0 without a container', joinBytes(bof(0x0809, 0x0500, 5, 0, 0), record(0x000a)), 'old-xls'],
  ['an .xls without a worksheet', xlsWithoutSheets(), 'no-worksheet'],
  [
    'an .xls of an unknown version',
    compoundFile({ Workbook: record(0x0809, u16(0x0700, 5), u32(0, 0)) }),
    'damaged',
    { reason: 'biff' },
  ],
])('%s', async (_, bytes, problem, params = {}) => {
  expect(await readRefusal(bytes)).toEqual({ problem, params });
});

function xlsWithoutSheets(): Uint8Array {
  return compoundFile({ Workbook: joinBytes(BOF_GLOBALS, EOF) });
}

test('an .xls that is also kept for Excel 95 is read in its newer form', async () => {
  const file = compoundFile({
    Book: joinBytes(bof(0x0809, 0x0500, 5, 0, 0), EOF),
    Workbook: workbookStream([], [{ name: '名单', records: [] }]),
  });
  expect(await readRefusal(file)).toBeUndefined();
});

test('the name of a file is never asked for: its bytes say what it is', async () => {
  expect(await readRefusal(fixture('roster.xlsx'))).toBeUndefined();
  expect(await readRefusal(fixture('roster.xls'))).toBeUndefined();
});
