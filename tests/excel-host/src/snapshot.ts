import { formatA1, rectAt } from './a1';
import type { Cell } from './cell';
import { Sheet } from './sheet';
import type { Workbook } from './workbook';

/** A workbook as plain data, ids left out: two are equal where a saved file would be. */
export interface Snapshot {
  readonly sheets: readonly Readonly<Record<string, unknown>>[];
  readonly names: unknown;
  readonly settings: unknown;
}

/** Plain data in one order, however it came about. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries: [string, unknown][] =
    value instanceof Map ? [...(value as Map<string, unknown>)] : Object.entries(value);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, plain(inner)]),
  );
}

/** Cells are replaced, never altered: each is made plain once. */
const plainCells = new WeakMap<Cell, unknown>();
function plainCell(cell: Cell): unknown {
  const known = plainCells.get(cell) ?? plain({ ...cell, call: undefined });
  plainCells.set(cell, known);
  return known;
}

function sheetSnapshot(sheet: Sheet): Record<string, unknown> {
  const { cells, merges, conditionalFormats } = sheet;
  const byPlace = [...cells].sort(([a], [b]) => a - b);
  const apart = { id: undefined, book: undefined, formulas: undefined, cells: undefined };
  return {
    ...(plain(Object.assign({}, sheet, apart)) as object),
    merges: merges.map(formatA1).sort(),
    conditionalFormats: conditionalFormats.map(({ rects, formula, format }) => {
      return { areas: rects.map(formatA1).sort(), formula, format: plain(format) };
    }),
    cells: Object.fromEntries(
      byPlace.map(([key, cell]) => [formatA1(rectAt(...Sheet.place(key))), plainCell(cell)]),
    ),
  };
}

export const snapshot = ({ sheets, names, settings }: Workbook): Snapshot => ({
  sheets: sheets.map(sheetSnapshot),
  names: plain(names),
  settings: plain(settings),
});
