import fc from 'fast-check';
import { patchWorkbook, readWorkbook, type WorkbookEdit } from '../../../src/hosts/file';
import type { Cell } from '../../../src/rules/cell';
import type { Grid } from '../../../src/sheet/grid';
import { cellsOf } from './support/read';
import { richWorkbook } from './support/rich-workbook';
import { workbookZip } from './support/workbook-zip';

const COLUMNS = 6;
const letter = (column: number): string => String.fromCharCode(65 + column);
const at = (row: number, column: number): string => `${letter(column)}${row + 1}`;

/** One cell as a file may have it; undefined where it has none. */
const anyCell = fc.constantFrom<((reference: string) => string) | undefined>(
  undefined,
  (reference) => `<c${reference}/>`,
  (reference) => `<c${reference} s="1"><v>45742</v></c>`,
  (reference) => `<c${reference} t="s"><v>0</v></c>`,
  (reference) => `<c${reference} s="4" t="inlineStr"><is><t>原文</t></is></c>`,
  (reference) => `<c${reference}><f>1+1</f><v>2</v></c>`,
  (reference) => `<c${reference} t="str"><f>"a"&amp;"b"</f><v>ab</v></c>`,
  (reference) => `<c${reference} t="e"><v>#N/A</v></c>`,
);

const anyRow = fc.record({
  skip: fc.integer({ min: 0, max: 2 }),
  style: fc.constantFrom('', ' s="2" customFormat="1"', ' hidden="1"', ' spans="2:3"'),
  cells: fc.array(anyCell, { maxLength: COLUMNS }),
  selfClosing: fc.boolean(),
});

/** A worksheet with gaps, rows without cells and cells in every kind. */
const anySheet = fc
  .record({
    rows: fc.array(anyRow, { maxLength: 8 }),
    before: fc.constantFrom('', '<dimension ref="B2:C3"/>', '<cols><col min="2" max="3" style="4"/></cols>'),
  })
  .map(({ rows, before }) => {
    let number = -1;
    const data = rows.map(({ skip, style, cells, selfClosing }) => {
      number += 1 + skip;
      const inside = cells.map((cell, column) => cell?.(` r="${at(number, column)}"`) ?? '').join('');
      const tag = `<row r="${number + 1}"${style}`;
      return inside === '' && selfClosing ? `${tag}/>` : `${tag}>${inside}</row>`;
    });
    return `${before}<sheetData>${data.join('')}</sheetData>`;
  });

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('张', '𠮷', '1', '-', '=', '<', '&', ' ', '\n', '\r', '_x0041_', '\u0000'),
    maxLength: 8,
  }),
  fc.constantFrom('500103198507121003', '4-04-05-03', '2025-03-26', ''),
);

const anyEdits = fc.array(
  fc.record({
    sheet: fc.constant('名单'),
    row: fc.integer({ min: 0, max: 20 }),
    column: fc.integer({ min: 0, max: COLUMNS + 1 }),
    text: anyText,
  }),
  { maxLength: 12 },
);

/** The cells of a sheet once the edits are made. */
function expected(grid: Grid, edits: readonly WorkbookEdit[]): Record<string, Cell> {
  const cells = new Map(Object.entries(cellsOf(grid)));
  for (const { row, column, text } of edits) {
    if (text === '') cells.delete(at(row, column));
    else cells.set(at(row, column), { kind: 'text', text });
  }
  return Object.fromEntries(cells);
}

test('any edits of any sheet read back, and no other cell, merge, row or sheet changes', async () => {
  await fc.assert(
    fc.asyncProperty(anySheet, anyEdits, async (xml, edits) => {
      const file = workbookZip({
        sheets: [
          { name: '名单', xml },
          { name: '别的', xml: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>' },
        ],
        strings: '<si><t>共享</t></si>',
      });
      const [before, otherBefore] = (await readWorkbook(file)).sheets;
      const [after, otherAfter] = (await readWorkbook(patchWorkbook(file, edits))).sheets;
      if (before === undefined || after === undefined) throw new Error('A sheet is gone.');
      expect(cellsOf(after)).toEqual(expected(before, edits));
      expect(otherAfter).toEqual(otherBefore);
      const rows = Math.min(before.rows.length, after.rows.length);
      const hidden = ({ hiddenRows }: Grid): number[] => [...hiddenRows].filter((row) => row < rows);
      expect(hidden(after)).toEqual(hidden(before));
    }),
    { numRuns: 250 },
  );
});

test('edits made one after the other give the same sheet as all at once', async () => {
  await fc.assert(
    fc.asyncProperty(anySheet, anyEdits, async (xml, edits) => {
      const file = workbookZip({ sheets: [{ name: '名单', xml }], strings: '<si><t>共享</t></si>' });
      const atOnce = await readWorkbook(patchWorkbook(file, edits));
      const stepwise = await readWorkbook(edits.reduce((bytes, edit) => patchWorkbook(bytes, [edit]), file));
      expect(stepwise.sheets.map(cellsOf)).toEqual(atOnce.sheets.map(cellsOf));
    }),
    { numRuns: 40 },
  );
});

test('any edits of the rich workbook, outside its array formula, read back', async () => {
  const file = richWorkbook();
  const [before] = (await readWorkbook(file)).sheets;
  if (before === undefined) throw new Error('The rich workbook has no sheet.');
  await fc.assert(
    fc.asyncProperty(anyEdits, async (edits) => {
      const [after] = (await readWorkbook(patchWorkbook(file, edits))).sheets;
      // What was computed from an edited cell, which a test of its own looks at, has no result.
      const withoutResults = (cells: Record<string, Cell>): unknown =>
        Object.fromEntries(Object.entries(cells).map(([at, cell]) => [at, cell.formula ?? cell]));
      expect(after && withoutResults(cellsOf(after))).toEqual(withoutResults(expected(before, edits)));
      expect(after?.merges).toEqual(before.merges);
    }),
    { numRuns: 80 },
  );
});
