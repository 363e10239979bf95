import { patchWorkbook, readWorkbook, type WorkbookEdit } from '../../../src/hosts/file';
import { cellsOf, firstCells } from './support/read';
import { richWorkbook } from './support/rich-workbook';
import { sheetZip, workbookZip } from './support/workbook-zip';
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

describe('results that were computed from a cell that changes', () => {
  const empty = { kind: 'empty', text: '' };

  test('go, and all others stay', async () => {
    const before = await firstCells(richWorkbook());
    const after = await firstCells(patchWorkbook(richWorkbook(), [edit('E4', '13')]));
    expect(after).toEqual({
      ...before,
      E4: { kind: 'text', text: '13' },
      F4: { ...empty, formula: 'E4*2' },
      G5: { ...empty, formula: 'SUM(E4:E6)' },
    });
  });

  /** A row of formulas in A1:…, the cells that they look at further down. */
  const stale = async (formulas: readonly string[], cell: string): Promise<string[]> => {
    const cells = formulas.map(
      (formula, i) =>
        `<c r="${String.fromCharCode(65 + i)}1" t="str"><f>${formula.replaceAll('"', '&quot;')}</f><v>旧</v></c>`,
    );
    const file = workbookZip({
      sheets: [
        { name: '名单', xml: `<sheetData><row r="1">${cells.join('')}</row></sheetData>` },
        { name: '字典', xml: '<sheetData/>' },
      ],
    });
    const after = await firstCells(patchWorkbook(file, [edit(cell, '新')]));
    return formulas.filter((_, i) => after[`${String.fromCharCode(65 + i)}1`]?.text === '');
  };

  test.each([
    'E5',
    '$E$5&"男"',
    'IF(MOD(MID(e5,17,1),2)=1,"男","女")',
    'COUNTIF($E$3:$E$9,"x")',
    'SUM(F9:D2)',
    'COUNTA(E:E)',
    'COUNTA(D:F)',
    'SUM(5:5)',
    'VLOOKUP(E5,字典!A:B,2,0)',
    'INDIRECT("E"&ROW())',
    'SUM(OFFSET(A9,1,1))',
    'COUNTA(表1[姓名])',
    '名单!E5&"x"',
    "'名单'!$E$5",
    'COUNTA(名单!E:E)',
    'SUM(名单!E3:E9)',
    'SUM(D3:名单!F9)',
  ])('%s looks at E5', async (formula) => {
    expect(await stale([formula, '1+1'], 'E5')).toEqual([formula]);
  });

  test.each([
    'E6',
    'E50',
    '"E5"',
    '字典!E5',
    "'字 典'!E1:E9",
    '[1]Sheet1!E5',
    '[1]名单!E5',
    "'[1]名单'!E5",
    '新名单!E5',
    "'新名单'!E5",
    '字典!E4:E6',
    '字典!A1:F9',
    'SUM(E6:E9)',
    'COUNTA(F:H)',
    'LOG10(E6)',
    'E5x+1',
    '表1[[#This Row],[姓名]]',
  ])('%s does not', async (formula) => {
    expect(await stale([formula], 'E5')).toEqual([]);
  });

  test('go where they are inline strings', async () => {
    const file = sheetZip(
      '<row r="1"><c r="A1"/><c r="B1" t="inlineStr"><f>A1&amp;"同志"</f><is><t>旧</t></is></c><c r="C1" t="inlineStr"><f>"乙"</f><is><t>乙</t></is></c></row>',
    );
    expect(await firstCells(patchWorkbook(file, [edit('A1', '新')]))).toMatchObject({
      B1: { ...empty, formula: 'A1&"同志"' },
      C1: { kind: 'text', text: '乙', formula: '"乙"' },
    });
  });

  test('go by way of other formulas, whatever their order', async () => {
    expect(await stale(['B1', 'C1', 'E5', 'D2'], 'E5')).toEqual(['B1', 'C1', 'E5']);
  });
});

describe('the workbook asks to be computed', () => {
  const sheet = (cells: string): { readonly name: string; readonly xml: string } => ({
    name: '名单',
    xml: `<sheetData><row r="1"><c r="A1"><v>1</v></c>${cells}</row></sheetData>`,
  });
  const FORMULA = '<c r="B1"><f>A1*2</f><v>2</v></c>';
  const workbookOf = (file: Uint8Array): string =>
    /<\/sheets>(.*)<\/workbook>/.exec(
      partText(patchWorkbook(file, [edit('A1', '二')]), 'xl/workbook.xml'),
    )?.[1] ?? '';

  test('where the schema has the place for it', () => {
    const names = '<definedNames><definedName name="甲">名单!$A$1</definedName></definedNames>';
    const last = '<extLst><ext uri="{0}"/></extLst>';
    const slicers =
      '<extLst><ext uri="{1}"><x14:definedNames><definedName name="切片器">#N/A</definedName></x14:definedNames></ext></extLst>';
    const calcPr = '<calcPr fullCalcOnLoad="1"/>';
    for (const [before, after] of [
      ['', calcPr],
      [last, calcPr + last],
      [names + last, names + calcPr + last],
      [names + slicers, names + calcPr + slicers],
      ['<calcPr fullCalcOnLoad="0"/>', calcPr],
      ['<calcPr calcMode="manual"></calcPr>', '<calcPr calcMode="manual" fullCalcOnLoad="1"></calcPr>'],
    ] as const)
      expect(workbookOf(workbookZip({ sheets: [sheet(FORMULA)], workbook: { after: before } }))).toBe(after);
  });

  test('for a formula on another sheet too, and not where there is none', () => {
    const other = { ...sheet(FORMULA), name: '别的' };
    expect(workbookOf(workbookZip({ sheets: [sheet(''), other] }))).toContain('fullCalcOnLoad');
    expect(workbookOf(workbookZip({ sheets: [sheet('')] }))).toBe('');
  });
});

test('where the first of a shared formula goes, each other cell gets its own', async () => {
  const after = patchWorkbook(richWorkbook(), [edit('F4', '25')]);
  expect(await formulas(after)).toEqual({
    F5: 'E5*2',
    F6: 'E6*2',
    G4: 'D4&"同志"',
    G5: 'SUM(E4:E6)',
    I4: 'E4:E5*1',
    I5: '',
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
  expect(Object.keys(await formulas(after))).toEqual(['G4', 'I4', 'G5', 'I5']);
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
