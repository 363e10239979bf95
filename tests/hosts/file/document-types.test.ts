import { joinBytes, u8, utf16 } from './support/bytes';
import { firstTexts, readRefusal, refusalOf } from './support/read';
import { sheetZip, workbookParts } from './support/workbook-zip';
import { patchWorkbook } from '../../../src/hosts/file';

const rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>张甲</t></is></c></row>';
const entity = '<!DOCTYPE x [<!ENTITY name SYSTEM "file:///etc/passwd">]>';
const DTD = { problem: 'dtd', params: {} };

const parts = [
  ...Object.keys(workbookParts({ sheets: [{ name: '名单', xml: '<sheetData/>' }] })),
  'docProps/core.xml',
  'xl/drawings/vmlDrawing1.vml',
  'customXml/item1.xml',
  'customXml/_rels/item1.xml.rels',
];

test.each(parts)('an external entity in %s', async (part) => {
  const file = sheetZip(rows, {
    parts: { [part]: `<?xml version="1.0"?><!-- one -->\n${entity}<x>&name;</x>` },
  });
  expect(await readRefusal(file)).toEqual(DTD);
  expect(refusalOf(() => patchWorkbook(file, [{ sheet: '名单', row: 0, column: 0, text: '李乙' }]))).toEqual(
    DTD,
  );
});

test.each([
  ['without entities', '<!DOCTYPE worksheet>'],
  [
    'of a public identifier',
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
  ],
  ['with entities that grow', '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'],
])('a document type %s', async (_, declaration) => {
  expect(await readRefusal(sheetZip(rows, { parts: { 'docProps/app.xml': `${declaration}<x/>` } }))).toEqual(
    DTD,
  );
});

test('a document type behind a comment longer than one piece of the file', async () => {
  const comment = `<!--${Array.from({ length: 40_000 }, (_, index) => index.toString(36)).join(' ')}-->`;
  expect(
    await readRefusal(sheetZip(rows, { parts: { 'docProps/app.xml': `${comment}${entity}<x/>` } })),
  ).toEqual(DTD);
});

test('a document type in a part of UTF-16', async () => {
  const part = joinBytes(u8(0xff, 0xfe), utf16(`<?xml version="1.0" encoding="UTF-16"?>${entity}<x/>`));
  expect(await readRefusal(sheetZip(rows, { parts: { 'docProps/app.xml': part } }))).toEqual(DTD);
});

test('the words of a document type inside a text are only words', async () => {
  const file = sheetZip(
    '<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[<!DOCTYPE x>]]>&lt;!ENTITY></t></is></c></row>',
  );
  expect(await firstTexts(file)).toEqual({ A1: '<!DOCTYPE x><!ENTITY>' });
});

test('a part that nobody reads may be no well-formed XML', async () => {
  const file = sheetZip(rows, {
    parts: { 'xl/drawings/vmlDrawing1.vml': '<xml><br></xml>', 'customXml/item1.xml': 'no XML at all' },
  });
  expect(await firstTexts(file)).toEqual({ A1: '张甲' });
});

test('an entity that no one declared stays as it is written', async () => {
  const file = sheetZip('<row r="1"><c r="A1" t="inlineStr"><is><t>&name;</t></is></c></row>');
  expect(await firstTexts(file)).toEqual({ A1: '&name;' });
});
