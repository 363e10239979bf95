import { patchWorkbook, readWorkbook, type WorkbookEdit } from '../../../src/hosts/file';
import { cellsOf, firstCells } from './support/read';
import { richWorkbook } from './support/rich-workbook';
import { workbookZip } from './support/workbook-zip';
import { partText, zipRecords } from './support/zip-records';

const CHAIN = 'xl/calcChain.xml';

const edit = (cell: string, text: string, sheet = '名单'): WorkbookEdit => ({
  sheet,
  row: Number(cell.slice(1)) - 1,
  column: cell.charCodeAt(0) - 65,
  text,
});
const chainOf = (file: Uint8Array): string[] => partText(file, CHAIN).match(/<c [^>]*>/g) ?? [];
const formulas = async (file: Uint8Array): Promise<Record<string, string | undefined>> =>
  Object.fromEntries(
    Object.entries(await firstCells(file)).flatMap(([cell, { formula }]) =>
      formula === undefined ? [] : [[cell, formula]],
    ),
  );

test('the calculation chain loses the cells whose formula goes, and no other', () => {
  const before = richWorkbook();
  const after = patchWorkbook(before, [edit('G4', '张甲'), edit('D4', '张乙')]);
  expect(chainOf(after)).toEqual(chainOf(before).filter((cell) => !cell.includes('"G4"')));
});

test('a cell of the chain that took its sheet from the one before it now names it', () => {
  expect(chainOf(patchWorkbook(richWorkbook(), [edit('F4', '25'), edit('B2', '1', '字典')]))).toEqual([
    '<c r="B1" i="2"/>',
    '<c r="F5" i="1"/>',
    '<c r="F6"/>',
    '<c r="G4"/>',
    '<c r="G5" a="1"/>',
    '<c r="I4" a="1"/>',
    '<c r="I5" a="1"/>',
  ]);
});

test('a cell of the same reference on another sheet stays in the chain', () => {
  const sheet = (cells: string): string => `<sheetData><row r="1">${cells}</row></sheetData>`;
  const before = workbookZip({
    sheets: [
      { name: '名单', xml: sheet('<c r="A1"><f>1+1</f><v>2</v></c>') },
      { name: '另一', xml: sheet('<c r="A1"><f>2+2</f><v>4</v></c>') },
    ],
    calcChain: '<c r="A1" i="1"/><c r="A1" i="2"/>',
  });
  expect(chainOf(patchWorkbook(before, [edit('A1', '二')]))).toEqual(['<c r="A1" i="2"/>']);
});

test('a chain that would be empty is taken out of the package', async () => {
  const before = workbookZip({
    sheets: [
      { name: '名单', xml: '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row></sheetData>' },
    ],
    calcChain: '<c r="A1" i="1"/>',
  });
  const after = patchWorkbook(before, [edit('A1', '二')]);
  const names = (file: Uint8Array): string[] => zipRecords(file).map(({ name }) => name);
  expect(names(after)).toEqual(names(before).filter((name) => name !== CHAIN));
  expect(partText(after, '[Content_Types].xml')).toBe(
    partText(before, '[Content_Types].xml').replace(/<Override PartName="\/xl\/calcChain.xml"[^>]*>/, ''),
  );
  expect(partText(after, 'xl/_rels/workbook.xml.rels')).toBe(
    partText(before, 'xl/_rels/workbook.xml.rels').replace(/<Relationship Id="rIdChain"[^>]*>/, ''),
  );
  expect(await firstCells(after)).toEqual({ A1: { kind: 'text', text: '二' } });
});

test('emptying a cell takes its formula away too', async () => {
  const after = patchWorkbook(richWorkbook(), [edit('G4', '')]);
  expect((await firstCells(after)).G4).toBeUndefined();
  expect(partText(after, CHAIN)).not.toContain('"G4"');
});

test('formulas elsewhere keep their cached values', async () => {
  const before = await firstCells(richWorkbook());
  const after = await firstCells(patchWorkbook(richWorkbook(), [edit('E4', '13')]));
  expect(after).toEqual({ ...before, E4: { kind: 'text', text: '13' } });
});

test('where the first of a shared formula goes, each other cell gets its own', async () => {
  const after = patchWorkbook(richWorkbook(), [edit('F4', '25')]);
  expect(await formulas(after)).toEqual({
    F5: 'E5*2',
    F6: 'E6*2',
    G4: 'D4&"同志"',
    G5: 'SUM(E4:E6)',
    I4: 'E4:E5*1',
  });
  expect(partText(after, 'xl/worksheets/sheet1.xml')).not.toContain('t="shared"');
});

test('where another of them goes, the rest stays shared', async () => {
  const after = patchWorkbook(richWorkbook(), [edit('F5', '16')]);
  expect(await formulas(after)).toMatchObject({ F4: 'E4*2', F6: 'E6*2' });
  expect((await formulas(after)).F5).toBeUndefined();
  expect(partText(after, 'xl/worksheets/sheet1.xml')).toContain('<f t="shared" ref="F4:F6" si="0">E4*2</f>');
});

test('all of a shared formula replaced at once', async () => {
  const after = patchWorkbook(
    richWorkbook(),
    ['F4', 'F5', 'F6'].map((cell) => edit(cell, '定')),
  );
  expect(Object.keys(await formulas(after))).toEqual(['G4', 'I4', 'G5']);
});

test('a shared formula with characters of markup is written out rightly', async () => {
  const rows = [1, 2].map(
    (row) =>
      `<row r="${row}"><c r="B${row}"><f t="shared" ${row === 1 ? 'ref="B1:B2" ' : ''}si="7">${row === 1 ? 'IF(A1&lt;&gt;"&amp;",A1&amp;"岁","")' : ''}</f><v>0</v></c></row>`,
  );
  const before = workbookZip({ sheets: [{ name: '名单', xml: `<sheetData>${rows.join('')}</sheetData>` }] });
  expect(await formulas(patchWorkbook(before, [edit('B1', '甲')]))).toEqual({ B2: 'IF(A2<>"&",A2&"岁","")' });
});

test('a number of shared formulas that is used again begins another group', async () => {
  const shared = (cell: string, text: string): string =>
    `<c r="${cell}"><f t="shared" ${text === '' ? '' : `ref="${cell}:${cell}" `}si="0">${text}</f><v>0</v></c>`;
  const rows =
    `<row r="1">${shared('B1', 'A1*2')}</row><row r="2">${shared('B2', '')}</row>` +
    `<row r="3">${shared('B3', 'A3+100')}</row><row r="4">${shared('B4', '')}</row>`;
  const before = workbookZip({ sheets: [{ name: '名单', xml: `<sheetData>${rows}</sheetData>` }] });
  expect(await formulas(patchWorkbook(before, [edit('B3', '甲')]))).toEqual({
    B1: 'A1*2',
    B2: 'A2*2',
    B4: 'A4+100',
  });
  expect(await formulas(patchWorkbook(before, [edit('B1', '甲')]))).toEqual({
    B2: 'A2*2',
    B3: 'A3+100',
    B4: 'A4+100',
  });
});

test('an array formula of a single cell may go', async () => {
  expect((await formulas(patchWorkbook(richWorkbook(), [edit('G5', '20')]))).G5).toBeUndefined();
});

test('a shared formula of another sheet is not touched', async () => {
  const [, dictionary] = (await readWorkbook(patchWorkbook(richWorkbook(), [edit('F4', '25')]))).sheets;
  expect(dictionary && cellsOf(dictionary)).toMatchObject({
    B1: { formula: '名单!E4+1' },
    B2: { formula: 'B1+1' },
  });
});
