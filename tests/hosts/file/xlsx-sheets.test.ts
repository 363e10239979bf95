import { readWorkbook } from '../../../src/hosts/file';
import { readRefusal } from './support/read';
import { workbookZip } from './support/workbook-zip';

const A1 = (text: string): string =>
  `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData>`;
const summary = async (bytes: Uint8Array): Promise<unknown[]> =>
  (await readWorkbook(bytes)).sheets.map(({ name, visible, rows }) => [name, visible, rows[0]?.[0]?.text]);

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationships = (...targets: readonly (readonly [string, string, string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

test('all sheets in tab order, hidden and very hidden ones marked', async () => {
  const file = workbookZip({
    sheets: [
      { name: '填报说明', xml: A1('说明') },
      { name: '名单 &amp; 备注', xml: A1('名单'), state: 'visible' },
      { name: '字典', xml: A1('字典'), state: 'hidden' },
      { name: 'KPY', xml: A1('深藏'), state: 'veryHidden' },
    ],
  });
  expect(await summary(file)).toEqual([
    ['填报说明', true, '说明'],
    ['名单 & 备注', true, '名单'],
    ['字典', false, '字典'],
    ['KPY', false, '深藏'],
  ]);
});

test('a sheet is where its relationship says, not where it usually is', async () => {
  const sheets = [
    { name: '甲', xml: A1('第一') },
    { name: '乙', xml: A1('第二') },
  ];
  const swapped = workbookZip({
    sheets,
    parts: {
      'xl/_rels/workbook.xml.rels': relationships(
        ['rId1', 'worksheet', 'worksheets/sheet2.xml'],
        ['rId2', 'worksheet', '/xl/worksheets/../worksheets/./sheet1.xml'],
      ),
    },
  });
  expect(await summary(swapped)).toEqual([
    ['甲', true, '第二'],
    ['乙', true, '第一'],
  ]);
});

test('the workbook too may stand anywhere, and names ignore letter case', async () => {
  const file = workbookZip({
    sheets: [{ name: '名单', xml: A1('不用') }],
    parts: {
      '_rels/.rels': relationships(['rId1', 'officeDocument', 'data/book.xml']),
      'data/book.xml': `<workbook xmlns:rel="${REL}"><sheets><sheet name="名单" sheetId="7" rel:id="a"/></sheets></workbook>`,
      'data/_rels/book.xml.rels': relationships(['a', 'worksheet', 'Sheets/LIST.xml']),
      'data/sheets/list.xml': `<worksheet>${A1('在别处')}</worksheet>`,
    },
  });
  expect(await summary(file)).toEqual([['名单', true, '在别处']]);
});

const HAN = '%E5%90%8D%E5%8D%95';

test.each([
  ['as it is in both', '名单', '名单'],
  ['escaped in the relationship', '名单', HAN],
  ['escaped in the zip', HAN, '名单'],
  ['escaped in small letters', HAN.toLowerCase(), HAN],
  ['a space, escaped in the relationship', '1 班', '1%20班'],
])('a part whose name is not ASCII: %s', async (_, name, target) => {
  const file = workbookZip({
    sheets: [{ name: '名单', xml: A1('不用') }],
    parts: {
      'xl/_rels/workbook.xml.rels': relationships(['rId1', 'worksheet', `worksheets/${target}.xml`]),
      [`xl/worksheets/${name}.xml`]: `<worksheet>${A1('人')}</worksheet>`,
    },
  });
  expect(await summary(file)).toEqual([['名单', true, '人']]);
});

test('of two parts whose names come to the same, the one that is named is read', async () => {
  const file = workbookZip({
    sheets: [{ name: '名单', xml: A1('不用') }],
    parts: {
      'xl/_rels/workbook.xml.rels': relationships(['rId1', 'worksheet', 'worksheets/a%20b.xml']),
      'xl/worksheets/a%20b.xml': `<worksheet>${A1('人')}</worksheet>`,
      'xl/worksheets/a b.xml': `<worksheet>${A1('另一')}</worksheet>`,
    },
  });
  expect(await summary(file)).toEqual([['名单', true, '人']]);
});

test('a workbook whose part has another ending than .xml', async () => {
  const file = workbookZip({
    sheets: [{ name: '名单', xml: A1('不用') }],
    parts: {
      '_rels/.rels': relationships(['rId1', 'officeDocument', 'data/book.part']),
      'data/book.part': `<workbook xmlns:r="${REL}"><sheets><sheet name="名单" sheetId="1" r:id="a"/></sheets></workbook>`,
      'data/_rels/book.part.rels': relationships(['a', 'worksheet', 'list.part']),
      'data/list.part': `<worksheet>${A1('人')}</worksheet>`,
    },
  });
  expect(await summary(file)).toEqual([['名单', true, '人']]);
});

test('chart and dialogue sheets are passed over', async () => {
  const file = workbookZip({
    sheets: [
      { name: '图表', xml: A1('图') },
      { name: '名单', xml: A1('人') },
    ],
    parts: {
      'xl/_rels/workbook.xml.rels': relationships(
        ['rId1', 'chartsheet', 'worksheets/sheet1.xml'],
        ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
      ),
    },
  });
  expect(await summary(file)).toEqual([['名单', true, '人']]);
});

test('a workbook of charts only has no worksheet', async () => {
  const file = workbookZip({
    sheets: [{ name: '图表', xml: A1('图') }],
    parts: { 'xl/_rels/workbook.xml.rels': relationships(['rId1', 'chartsheet', 'worksheets/sheet1.xml']) },
  });
  expect(await readRefusal(file)).toEqual({ problem: 'no-worksheet', params: {} });
});

test('a sheet whose part is missing is damage', async () => {
  const file = workbookZip({
    sheets: [{ name: '名单', xml: A1('人') }],
    parts: { 'xl/_rels/workbook.xml.rels': relationships(['rId1', 'worksheet', 'worksheets/sheet9.xml']) },
  });
  expect(await readRefusal(file)).toEqual({
    problem: 'damaged',
    params: { part: 'xl/worksheets/sheet9.xml' },
  });
});

test('a shared string that the file does not have is damage, not an empty cell', async () => {
  const file = workbookZip({
    sheets: [{ name: '名单', xml: '<sheetData><row r="1"><c r="A1" t="s"><v>5</v></c></row></sheetData>' }],
    strings: '<si><t>张甲</t></si>',
  });
  expect(await readRefusal(file)).toMatchObject({ problem: 'damaged' });
});

test.each(['A0', 'A1048577', 'XFE1', '1', 'AAAA1'])('a cell at %s is damage', async (reference) => {
  const file = workbookZip({
    sheets: [
      { name: '名单', xml: `<sheetData><row r="1"><c r="${reference}"><v>1</v></c></row></sheetData>` },
    ],
  });
  expect(await readRefusal(file)).toEqual({ problem: 'damaged', params: { reason: 'cell reference' } });
});
