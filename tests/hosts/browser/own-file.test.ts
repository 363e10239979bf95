import { strFromU8, unzipSync } from 'fflate';
import { patchedFile, type OwnFileOutcome } from '../../../src/hosts/browser/own-file/own-file';
import { readWorkbook } from '../../../src/hosts/file';
import type { GridRange } from '../../../src/sheet/grid';
import { textCell, numberCell, type Cell } from '../../../src/rules/cell';
import { ooxmlErrors } from '../../support/ooxml-validator';
import { STYLES, workbookZip, type WorkbookSource } from '../file/support/workbook-zip';

const ROWS =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row>' +
  '<row r="2"><c r="A2"><v>12</v></c><c r="B2" s="1"><v>45000</v></c><c r="C2" s="2" t="inlineStr"><is><t>500103198507121001</t></is></c>' +
  '<c r="D2" s="4"><f>A2+1</f><v>13</v></c><c r="E2"><f>A2+2</f><v>14</v></c><c r="F2" s="3"><v>45000</v></c></row>';

const file = (source: Partial<WorkbookSource> = {}): Uint8Array =>
  workbookZip({ sheets: [{ name: '名单', xml: `<sheetData>${ROWS}</sheetData>` }], ...source });

type Edits = Readonly<Record<string, Cell & { readonly pattern?: string }>>;

/** The file after these edits of its first sheet, by the reference of the cell. */
async function edited(bytes: Uint8Array, edits: Edits): Promise<OwnFileOutcome> {
  const { sheets } = await readWorkbook(bytes);
  const [grid] = sheets;
  if (grid === undefined) throw new Error('no sheet');
  const rows = grid.rows.map((row) => [...(row ?? [])]);
  const patterns = new Map<string, string>();
  for (const [place, { pattern, ...cell }] of Object.entries(edits)) {
    const [row, column] = [Number(place.slice(1)) - 1, place.charCodeAt(0) - 65];
    (rows[row] ??= [])[column] = cell;
    if (pattern !== undefined) patterns.set(`${row},${column}`, pattern);
  }
  const pattern = (row: number, column: number): string | undefined => patterns.get(`${row},${column}`);
  const [, ...others] = sheets.map((each) => ({ grid: each, pattern: () => undefined }));
  return patchedFile(bytes, [{ grid: { ...grid, rows }, pattern }, ...others]);
}

async function saved(bytes: Uint8Array, edits: Edits): Promise<Uint8Array> {
  const outcome = await edited(bytes, edits);
  if (!outcome.ok) throw new Error(outcome.problem);
  expect(await ooxmlErrors(outcome.value.bytes)).toEqual([]);
  return outcome.value.bytes;
}

/** The XML of a cell, its style left to the style sheet. */
const cellXml = (bytes: Uint8Array, place: string): string => {
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  return new RegExp(`<c r="${place}".*?(?:/>|</c>)`).exec(xml)?.[0] ?? '';
};

/** The number format of a cell. */
const formatOf = (bytes: Uint8Array, place: string): number => {
  const style = Number(/ s="(\d+)"/.exec(cellXml(bytes, place))?.[1] ?? 0);
  const xml = strFromU8(unzipSync(bytes)['xl/styles.xml'] ?? new Uint8Array());
  const formats = /<cellXfs.*<\/cellXfs>/s.exec(xml)?.[0].match(/<xf [^>]*>/g) ?? [];
  return Number(/numFmtId="(\d+)"/.exec(formats[style] ?? '')?.[1]);
};

const day = (number: number, text: string): Cell => ({ kind: 'date', text, number });

describe('merged cells', () => {
  const MERGED = file({
    sheets: [
      {
        name: '名单',
        xml: `<sheetData>${ROWS}</sheetData><mergeCells count="2"><mergeCell ref="A4:A6"/><mergeCell ref="C9"/></mergeCells>`,
      },
    ],
  });
  const area = (top: number, bottom: number, column: number): GridRange => ({
    top,
    bottom,
    left: column,
    right: column,
  });
  const withMerges = async (bytes: Uint8Array, merges: readonly GridRange[]): Promise<OwnFileOutcome> => {
    const [grid] = (await readWorkbook(bytes)).sheets;
    if (grid === undefined) throw new Error('no sheet');
    return patchedFile(bytes, [{ grid: { ...grid, merges }, pattern: () => undefined }]);
  };

  test.each<[string, readonly GridRange[], string]>([
    ['one more', [area(3, 5, 0), area(5, 7, 2)], '名单!C6'],
    ['one less', [], '名单!A4'],
    ['one that reaches farther', [area(3, 7, 0)], '名单!A4'],
  ])('%s cannot be written, and is named', async (_, merges, cell) => {
    expect(await withMerges(MERGED, merges)).toEqual({ ok: false, problem: 'merged', params: { cell } });
  });

  test('where all are as they were, the file is the user’s own', async () => {
    expect(await withMerges(MERGED, [area(3, 5, 0)])).toMatchObject({ ok: true, value: { bytes: MERGED } });
  });
});

describe('values', () => {
  test('a number is written as a number, in the look of its cell', async () => {
    const bytes = await saved(file(), { A2: numberCell(30), G7: numberCell(0.5) });
    expect(cellXml(bytes, 'A2')).toBe('<c r="A2"><v>30</v></c>');
    expect(cellXml(bytes, 'G7')).toBe('<c r="G7"><v>0.5</v></c>');
  });

  test('a day is written as a serial, in the date format of its cell', async () => {
    const bytes = await saved(file(), { B2: day(45742, '2025-03-26'), F2: day(45742, '2025-03-26') });
    expect(cellXml(bytes, 'B2')).toBe('<c r="B2" s="1"><v>45742</v></c>');
    expect(cellXml(bytes, 'F2')).toBe('<c r="F2" s="3"><v>45742</v></c>');
    const [sheet] = (await readWorkbook(bytes)).sheets;
    expect(sheet?.rows[1]?.[1]).toEqual(day(45742, '2025-03-26'));
  });

  test('a day in a cell without a date format gets one; a number in a cell for days or texts loses it', async () => {
    const bytes = await saved(file(), {
      A2: day(45742, '2025-03-26'),
      D2: day(45742.5, '2025-03-26 12:00:00'),
      B2: numberCell(7),
      C2: numberCell(8),
    });
    expect(['A2', 'D2', 'B2', 'C2'].map((place) => formatOf(bytes, place))).toEqual([14, 22, 0, 0]);
    expect(cellXml(bytes, 'C2')).toContain('<v>8</v>');
    const xml = strFromU8(unzipSync(bytes)['xl/styles.xml'] ?? new Uint8Array());
    // The centred cell's twin is centred as well.
    expect(xml).toContain('numFmtId="22" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"');
  });

  test('a workbook that counts its days from 1904 goes on to', async () => {
    const bytes = file({ workbook: { before: '<workbookPr date1904="1"/>' } });
    const now = await saved(bytes, { B2: day(45742, '2025-03-26') });
    expect(cellXml(now, 'B2')).toContain(`<v>${45742 - 1462}</v>`);
    expect((await readWorkbook(now)).sheets[0]?.rows[1]?.[1]).toEqual(day(45742, '2025-03-26'));
  });

  test('text stays text, and digits in a cell for texts too', async () => {
    const bytes = await saved(file(), {
      A2: textCell('张甲'),
      C2: textCell('500103198507121002'),
      G2: textCell('0012'),
      C3: { ...numberCell(12), pattern: '@' },
    });
    expect(cellXml(bytes, 'A2')).toContain('t="inlineStr"');
    expect(cellXml(bytes, 'C2')).toContain('<t xml:space="preserve">500103198507121002</t>');
    expect(formatOf(bytes, 'C2')).toBe(49);
    expect(formatOf(bytes, 'G2')).toBe(49);
  });

  test('a number in a cell that grid and file have for texts is text', async () => {
    const bytes = await saved(file(), { C2: { ...numberCell(12), pattern: '@' } });
    expect(cellXml(bytes, 'C2')).toBe('<c r="C2" s="2" t="str"><v>12</v></c>');
  });

  test('a number reads in the file as in the grid, with the zeros before it or without them', async () => {
    const styles =
      '<numFmts count="1"><numFmt numFmtId="176" formatCode="0000000"/></numFmts>' +
      STYLES.replace('numFmtId="31"', 'numFmtId="176"');
    const zeros = { kind: 'number', text: '0001234', number: 1234 } as const;
    const bytes = await saved(file({ styles }), {
      A2: zeros,
      B2: zeros,
      F2: { ...zeros, number: 1235, text: '0001235' },
    });
    // F2 is in a cell that shows the zeros itself.
    expect(cellXml(bytes, 'F2')).toBe('<c r="F2" s="3"><v>1235</v></c>');
    const again = await saved(bytes, { F2: numberCell(1234) });
    const texts = async (of: Uint8Array): Promise<readonly (string | undefined)[]> => {
      const [sheet] = (await readWorkbook(of)).sheets;
      return [0, 1, 5].map((column) => sheet?.rows[1]?.[column]?.text);
    };
    expect(await texts(bytes)).toEqual(['0001234', '0001234', '0001235']);
    expect(await texts(again)).toEqual(['0001234', '0001234', '1234']);
  });

  test('truth values and errors are what they were', async () => {
    const bytes = await saved(file(), {
      A2: { kind: 'boolean', text: 'TRUE' },
      G2: { kind: 'error', text: '#N/A' },
    });
    expect(cellXml(bytes, 'A2')).toBe('<c r="A2" t="b"><v>1</v></c>');
    expect(cellXml(bytes, 'G2')).toBe('<c r="G2" t="e"><v>#N/A</v></c>');
  });

  test('what was not edited is there byte for byte', async () => {
    const bytes = file();
    expect(Buffer.from(await saved(bytes, {})).equals(Buffer.from(bytes))).toBe(true);
    const [before, after] = [bytes, await saved(bytes, { A2: numberCell(30) })].map((each) =>
      unzipSync(each),
    );
    const changed = Object.keys(before ?? {}).filter(
      (part) =>
        strFromU8(before?.[part] ?? new Uint8Array()) !== strFromU8(after?.[part] ?? new Uint8Array()),
    );
    // The workbook asks for its formulas to be computed.
    expect(changed).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
  });

  test('the text of an error value, which the grid has for the value, is left as it is', async () => {
    const row = '<row r="1"><c r="A1" t="inlineStr"><is><t>#N/A</t></is></c></row>';
    const bytes = file({ sheets: [{ name: '名单', xml: `<sheetData>${row}</sheetData>` }] });
    expect(await saved(bytes, { A1: { kind: 'error', text: '#N/A' } })).toEqual(bytes);
  });
});

describe('formulas', () => {
  test('one that was edited is kept, with what it comes to', async () => {
    const bytes = await saved(file(), {
      D2: { ...numberCell(26), formula: 'A2*2+B2/"1"' },
      G2: { kind: 'text', text: '甲、乙', formula: 'TEXTJOIN("、",TRUE,A2:B2)' },
      H2: { kind: 'boolean', text: 'FALSE', formula: 'A2>B2' },
      I2: { kind: 'empty', text: '', formula: 'IF(A2<1,A2,"")' },
    });
    expect(cellXml(bytes, 'D2')).toBe('<c r="D2" s="4"><f>A2*2+B2/&quot;1&quot;</f><v>26</v></c>');
    expect(cellXml(bytes, 'G2')).toContain('t="str"><f>_xlfn.TEXTJOIN(');
    expect(cellXml(bytes, 'H2')).toBe('<c r="H2" t="b"><f>A2&gt;B2</f><v>0</v></c>');
    expect(cellXml(bytes, 'I2')).toContain('<v></v>');
  });

  test('one that a file cannot have is replaced by its result, and named', async () => {
    const bytes = file();
    const outcome = await edited(bytes, {
      A2: { ...numberCell(3), formula: 'SUM(UNIQUE(A1:A9))' },
      D2: { ...textCell('甲'), formula: 'ISEMAIL(A1)' },
    });
    if (!outcome.ok) throw new Error(outcome.problem);
    expect(outcome.value.results).toEqual(['名单!A2', '名单!D2']);
    expect(cellXml(outcome.value.bytes, 'A2')).toBe('<c r="A2"><v>3</v></c>');
    expect(cellXml(outcome.value.bytes, 'D2')).toContain('甲');
    expect(await ooxmlErrors(outcome.value.bytes)).toEqual([]);
  });

  test('a formula is written where a value of the same look was, and a value where a formula was', async () => {
    const bytes = await saved(file(), { A2: { ...numberCell(12), formula: '6*2' }, E2: numberCell(14) });
    expect(cellXml(bytes, 'A2')).toBe('<c r="A2"><f>6*2</f><v>12</v></c>');
    expect(cellXml(bytes, 'E2')).toBe('<c r="E2"><v>14</v></c>');
  });

  test('a sheet that the grid calls otherwise by now changes no formula, and is named', async () => {
    const second = '<sheetData><row r="1"><c r="A1"><f>名单!A2</f><v>12</v></c></row></sheetData>';
    const bytes = workbookZip({
      sheets: [
        { name: '名单', xml: `<sheetData>${ROWS}</sheetData>` },
        { name: '合计', xml: second },
      ],
    });
    const { sheets } = await readWorkbook(bytes);
    const now = sheets.map((grid, index) =>
      index === 0
        ? { ...grid, name: '名册' }
        : { ...grid, rows: [[{ ...numberCell(12), formula: '名册!A2' }]] },
    );
    const outcome = await patchedFile(
      bytes,
      now.map((grid) => ({ grid, pattern: () => undefined })),
    );
    if (!outcome.ok) throw new Error(outcome.problem);
    expect(Buffer.from(outcome.value.bytes).equals(Buffer.from(bytes))).toBe(true);
    expect(outcome.value.renamed).toEqual(['名单']);
  });
});

describe('what cannot be written is told by its reason', () => {
  test('a cell of an array formula over several cells', async () => {
    const rows =
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">ROW(A1:A2)</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>';
    const bytes = file({ sheets: [{ name: '名单', xml: `<sheetData>${rows}</sheetData>` }] });
    expect(await edited(bytes, { A2: numberCell(9) })).toMatchObject({
      ok: false,
      problem: 'array-formula',
      params: { cell: 'A2' },
    });
  });

  test('bytes that are no workbook', async () => {
    expect(await patchedFile(new Uint8Array([80, 75, 3, 4]), [])).toMatchObject({
      ok: false,
      problem: 'unreadable',
    });
  });

  test('anything unexpected', async () => {
    const broken = [
      {
        grid: {
          name: '名单',
          rows: [[numberCell(1)]],
          merges: [],
          hiddenRows: new Set<number>(),
          visible: true,
        },
        pattern: (): string => {
          throw new Error('broken');
        },
      },
    ];
    expect(await patchedFile(file({ styles: STYLES }), broken)).toEqual({
      ok: false,
      problem: 'failed',
      detail: 'broken',
    });
  });
});
