import { strToU8 } from 'fflate';
import { joinBytes, u8, utf16 } from './support/bytes';
import { firstCells, firstSheet, firstTexts } from './support/read';
import { sheetZip, workbookZip } from './support/workbook-zip';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

test('elements with a namespace prefix', async () => {
  const file = workbookZip({
    sheets: [
      {
        name: '名单',
        xml:
          `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1" hidden="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c>` +
          '<x:c r="B1" s="1"><x:f>TODAY()</x:f><x:v>45742</x:v></x:c><x:c r="C1" t="inlineStr"><x:is><x:t>乙</x:t></x:is></x:c></x:row></x:sheetData>' +
          '<x:mergeCells count="1"><x:mergeCell ref="A2:B2"/></x:mergeCells></x:worksheet>',
      },
    ],
    parts: {
      'xl/sharedStrings.xml': `<x:sst xmlns:x="${MAIN}"><x:si><x:r><x:t>张</x:t></x:r><x:r><x:t>甲</x:t></x:r></x:si></x:sst>`,
    },
  });
  expect(await firstTexts(file)).toEqual({ A1: '张甲', B1: '2025-03-26', C1: '乙' });
  const grid = await firstSheet(file);
  expect([...grid.hiddenRows]).toEqual([0]);
  expect(grid.merges).toEqual([{ top: 1, left: 0, bottom: 1, right: 1 }]);
});

test('the strict namespaces of ISO/IEC 29500', async () => {
  const strict = 'http://purl.oclc.org/ooxml';
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${strict}/officeDocument/relationships/${type}" Target="${target}"/>`;
  const list = (content: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  const main = `${strict}/spreadsheetml/main`;
  const file = workbookZip({
    sheets: [
      {
        name: '名单',
        xml: `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1" t="d"><v>2025-03-26</v></c></row></sheetData></worksheet>`,
      },
    ],
    parts: {
      '_rels/.rels': list(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${strict}/officeDocument/relationships" conformance="strict"><workbookPr dateCompatibility="0"/><sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': list(
        relation('rId1', 'worksheet', 'worksheets/sheet1.xml') +
          relation('rId2', 'styles', 'styles.xml') +
          relation('rId3', 'sharedStrings', 'sharedStrings.xml'),
      ),
      'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>张甲</t></si></sst>`,
    },
  });
  expect(await firstTexts(file)).toEqual({ A1: '张甲', B1: '2025-03-26' });
});

const strings = `<?xml version="1.0" encoding="UTF-16"?><sst xmlns="${MAIN}"><si><t>王丙𠮷</t></si></sst>`;
const swapped = (bytes: Uint8Array): Uint8Array => bytes.map((_, index) => bytes[index ^ 1] ?? 0);

test.each([
  ['UTF-16 little-endian', joinBytes(u8(0xff, 0xfe), utf16(strings))],
  ['UTF-16 big-endian', swapped(joinBytes(u8(0xff, 0xfe), utf16(strings)))],
  ['UTF-8 with a byte order mark', strToU8(`\uFEFF${strings.replace('UTF-16', 'UTF-8')}`)],
])('a part in %s', async (_, part) => {
  const file = sheetZip('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', {
    parts: { 'xl/sharedStrings.xml': part },
  });
  expect(await firstTexts(file)).toEqual({ A1: '王丙𠮷' });
});

test('a long part in UTF-16 is read over the borders of its pieces', async () => {
  const many = Array.from({ length: 3000 }, (_, index) => `<si><t>第${index}人𠮷</t></si>`).join('');
  const part = joinBytes(u8(0xff, 0xfe), utf16(`<?xml version="1.0"?><sst xmlns="${MAIN}">${many}</sst>`));
  const file = sheetZip('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>2999</v></c></row>', {
    parts: { 'xl/sharedStrings.xml': part },
  });
  expect(await firstTexts(file)).toEqual({ A1: '第0人𠮷', B1: '第2999人𠮷' });
});

test('a file without styles and without shared strings', async () => {
  const file = workbookZip({
    sheets: [
      { name: '名单', xml: '<sheetData><row r="1"><c r="A1" s="1"><v>45742</v></c></row></sheetData>' },
    ],
    parts: {
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    },
  });
  expect(await firstCells(file)).toEqual({ A1: { kind: 'number', text: '45742', number: 45_742 } });
});

test('single quotes, spaces inside tags and attributes in another order', async () => {
  const file = sheetZip(
    "<row spans='1:2'\n r='1' ><c\tt = 's' s='0'\n r = 'A1' ><v >0</v ></c ><c r='B1' ><v>2</v></c></row >",
    { strings: '<si ><t >张甲</t ></si >' },
  );
  expect(await firstTexts(file)).toEqual({ A1: '张甲', B1: '2' });
});

test('as WPS saves: its own namespaces and extensions, number formats from 176 on, phonetics, cell images', async () => {
  const file = workbookZip({
    sheets: [
      {
        name: 'Sheet1',
        xml:
          `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData">` +
          '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:C1"/><sheetFormatPr defaultColWidth="9" defaultRowHeight="13.5"/>' +
          '<sheetData><row r="1" ht="14.25" spans="1:3"><c r="A1" s="1"><v>45742</v></c><c r="B1" s="2" t="s"><v>0</v></c>' +
          '<c r="C1" t="str"><f>_xlfn.DISPIMG("ID_0F1A",1)</f><v>=DISPIMG("ID_0F1A",1)</v></c></row></sheetData>' +
          '<pageMargins left="0.75" right="0.75" top="1" bottom="1" header="0.5" footer="0.5"/><headerFooter/></worksheet>',
      },
    ],
    strings:
      '<si><t>单丽</t><rPh sb="0" eb="2"><t>shan li</t></rPh><phoneticPr fontId="1" type="noConversion"/></si>',
    styles:
      '<numFmts count="5"><numFmt numFmtId="42" formatCode="_ &quot;￥&quot;* #,##0_ ;_ @_ "/><numFmt numFmtId="176" formatCode="yyyy/m/d;@"/></numFmts>' +
      '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="176" applyNumberFormat="1"><alignment vertical="center"/></xf><xf numFmtId="49"/></cellXfs>',
    workbook: {
      before: '<fileVersion appName="xl" lastEdited="3" lowestEdited="5" rupBuild="9302"/><workbookPr/>',
    },
    parts: {
      'docProps/custom.xml':
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property name="KSOProductBuildVer"/></Properties>',
      'xl/cellimages.xml': '<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/>',
    },
  });
  expect(await firstCells(file)).toEqual({
    A1: { kind: 'date', text: '2025-03-26', number: 45_742 },
    B1: { kind: 'text', text: '单丽' },
    C1: { kind: 'text', text: '=DISPIMG("ID_0F1A",1)', formula: '_xlfn.DISPIMG("ID_0F1A",1)' },
  });
});
