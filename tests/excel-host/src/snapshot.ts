import { type Rect, cellRect, formatA1 } from './a1';
import { Sheet } from './sheet';
import type { Workbook } from './workbook';

/** A workbook as plain data, ids left out: two are equal where a saved file would be. */
export interface Snapshot {
  readonly sheets: readonly Readonly<Record<string, unknown>>[];
  readonly names: Readonly<Record<string, unknown>>;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly customXml: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
}

const plain = (map: ReadonlyMap<string | number, unknown>): Record<string, unknown> =>
  Object.fromEntries(map);
const numbers = (set: ReadonlySet<number>): number[] => [...set].sort((a, b) => a - b);

/** The addresses of some rectangles, however they are cut: joined where one stands on another. */
function areas(rects: readonly Rect[]): string[] {
  const joined: Rect[] = [];
  for (const q of [...rects].sort((a, b) => a.c0 - b.c0 || a.c1 - b.c1 || a.r0 - b.r0)) {
    const last = joined.at(-1);
    if (last?.c0 === q.c0 && last.c1 === q.c1 && last.r1 + 1 >= q.r0)
      joined.splice(-1, 1, { ...last, r1: Math.max(last.r1, q.r1) });
    else joined.push(q);
  }
  return joined.map((q) => formatA1(q)).sort();
}

function sheetSnapshot(sheet: Sheet): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const [key, cell] of sheet.cells)
    if (cell.value !== '' || cell.formula !== undefined || Object.keys(cell.format).length > 0)
      cells[formatA1(cellRect(...Sheet.place(key)))] = cell;
  const { name, visibility, isProtected, showGridlines, pageLayout, frozen, filter } = sheet;
  return {
    ...{ name, visibility, isProtected, showGridlines, pageLayout, cells },
    rowFormats: plain(sheet.rowFormats),
    columnFormats: plain(sheet.columnFormats),
    rowHeights: plain(sheet.rowHeights),
    columnWidths: plain(sheet.columnWidths),
    hiddenRows: numbers(sheet.hiddenRows),
    filteredRows: numbers(sheet.filteredRows),
    hiddenColumns: numbers(sheet.hiddenColumns),
    merges: areas(sheet.merges),
    validations: sheet.validations
      .map(({ rects, ...rest }) => ({ areas: areas(rects), ...rest }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    conditionalFormats: sheet.conditionalFormats.map(({ rects, type, formula, stopIfTrue, format }) => ({
      areas: areas(rects),
      ...{ type, formula, stopIfTrue, format },
    })),
    names: plain(sheet.names),
    frozen: frozen && formatA1(frozen),
    filter: filter && { area: formatA1(filter.rect), criteria: plain(filter.criteria) },
  };
}

/** State is replaced, never altered: what is taken here stays as it is. */
export const snapshot = (book: Workbook): Snapshot => ({
  sheets: book.sheets.map(sheetSnapshot),
  names: plain(book.names),
  settings: plain(book.settings),
  customXml: [...book.customXml.values()].sort(),
  properties: plain(book.properties),
});
