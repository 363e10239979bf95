import {
  type Rect,
  MAX_COLUMNS,
  MAX_ROWS,
  intersect,
  isEntireColumns,
  isEntireRows,
  rowsOf,
  columnsOf,
  subtract,
} from './a1';
import { type Cell, Sheet, insertDeleteConflict } from './sheet';

/** Cells inserted at, or deleted from, a rectangle: the others move down, up, right or left. */
export interface Shift {
  readonly rect: Rect;
  readonly axis: 'rows' | 'columns';
  readonly kind: 'insert' | 'delete';
}

const along = ({ rect, axis }: Shift): readonly [number, number, number] =>
  axis === 'rows' ? [rect.r0, rect.r1, MAX_ROWS - 1] : [rect.c0, rect.c1, MAX_COLUMNS - 1];

/** Where a line of cells goes; undefined where it is deleted. */
export function shiftedLine(shift: Shift, line: number): number | undefined {
  const [from, to] = along(shift);
  if (line < from) return line;
  if (shift.kind === 'insert') return line + to - from + 1;
  return line > to ? line - (to - from + 1) : undefined;
}

/** The band of cells that a shift moves: as wide as its rectangle, to the end of the sheet. */
const band = ({ rect, axis }: Shift): Rect =>
  axis === 'rows' ? { ...rect, r0: 0, r1: MAX_ROWS - 1 } : { ...rect, c0: 0, c1: MAX_COLUMNS - 1 };

function shiftedEnds(shift: Shift, start: number, end: number): readonly [number, number] | undefined {
  const [from, to, last] = along(shift);
  const size = to - from + 1;
  if (shift.kind === 'insert') {
    if (start === 0 && end === last) return [start, end];
    return [start >= from ? start + size : start, Math.min(last, end >= from ? end + size : end)];
  }
  const first = start < from ? start : start > to ? start - size : from;
  const final = end === last ? last : end < from ? end : end > to ? end - size : from - 1;
  return first <= final ? [first, final] : undefined;
}

/** What becomes of a rectangle: parts beside the band stay, the part in it moves, grows or shrinks. */
export function shiftedRect(shift: Shift, q: Rect): Rect[] {
  const within = intersect(q, band(shift));
  if (within === undefined) return [q];
  const ends =
    shift.axis === 'rows'
      ? shiftedEnds(shift, within.r0, within.r1)
      : shiftedEnds(shift, within.c0, within.c1);
  const stays = subtract(q, band(shift));
  if (ends === undefined) return stays;
  const [start, end] = ends;
  return [
    ...stays,
    shift.axis === 'rows' ? { ...within, r0: start, r1: end } : { ...within, c0: start, c1: end },
  ];
}

/** Formats, validations and conditional formats of the line before also take inserted lines in: Excel's "format same
 * as above" or "as left" (for validations and conditional formats assumed). */
function inheriting(shift: Shift, q: Rect): Rect {
  const [from] = along(shift);
  if (shift.kind === 'delete' || from === 0) return q;
  const [, to] = along(shift);
  if (shift.axis === 'rows' ? q.r1 !== from - 1 : q.c1 !== from - 1) return q;
  if (intersect(q, band(shift)) === undefined || subtract(q, band(shift)).length > 0) return q;
  return shift.axis === 'rows' ? { ...q, r1: to } : { ...q, c1: to };
}

/** Inserts or deletes cells; names and formulas elsewhere are the workbook's to follow. */
export function shiftCells(sheet: Sheet, shift: Shift): void {
  const { rect, axis } = shift;
  const moves = band(shift);
  if (sheet.merges.some((m) => intersect(m, moves) !== undefined && subtract(m, moves).length > 0))
    throw insertDeleteConflict();
  const rows = axis === 'rows';
  const cells = new Map<number, Cell>();
  for (const [key, cell] of sheet.cells) {
    const [r, c] = Sheet.place(key);
    const inBand = rows ? c >= rect.c0 && c <= rect.c1 : r >= rect.r0 && r <= rect.r1;
    const line = inBand ? shiftedLine(shift, rows ? r : c) : rows ? r : c;
    if (line !== undefined) cells.set(rows ? Sheet.key(line, c) : Sheet.key(r, line), cell);
  }
  sheet.set('cells', cells);
  sheet.set(
    'formulas',
    new Map(
      [...cells].flatMap(([key, { formula }]) => (formula === undefined ? [] : [[key, formula] as const])),
    ),
  );
  const lines = <T>(map: ReadonlyMap<number, T>): Map<number, T> =>
    new Map(
      [...map].flatMap(([line, value]) => {
        const next = shiftedLine(shift, line);
        return next === undefined ? [] : [[next, value] as const];
      }),
    );
  const lineSet = (set: ReadonlySet<number>): ReadonlySet<number> =>
    new Set(lines(new Map([...set].map((line) => [line, true]))).keys());
  if (rows && isEntireRows(rect)) {
    sheet.set('rowFormats', lines(sheet.rowFormats));
    sheet.set('rowHeights', lines(sheet.rowHeights));
    sheet.set('hiddenRows', lineSet(sheet.hiddenRows));
    sheet.set('filteredRows', lineSet(sheet.filteredRows));
  } else if (!rows && isEntireColumns(rect)) {
    sheet.set('columnFormats', lines(sheet.columnFormats));
    sheet.set('columnWidths', lines(sheet.columnWidths));
    sheet.set('hiddenColumns', lineSet(sheet.hiddenColumns));
  }
  sheet.set(
    'merges',
    sheet.merges.flatMap((merge) => shiftedRect(shift, merge)),
  );
  const follow = <T extends { readonly rects: readonly Rect[] }>(items: readonly T[]): readonly T[] =>
    items
      .map((item) => ({
        ...item,
        rects: item.rects.flatMap((q) => shiftedRect(shift, q).map((p) => inheriting(shift, p))),
      }))
      .filter(({ rects }) => rects.length > 0);
  sheet.set('validations', follow(sheet.validations));
  sheet.set('conditionalFormats', follow(sheet.conditionalFormats));
  if (sheet.filter !== undefined) {
    const [next] = shiftedRect(shift, sheet.filter.rect);
    sheet.set('filter', next === undefined ? undefined : { ...sheet.filter, rect: next });
  }
  if (shift.kind === 'insert') inheritFormats(sheet, shift);
}

function inheritFormats(sheet: Sheet, { rect, axis }: Shift): void {
  const rows = axis === 'rows';
  const before = rows ? rect.r0 - 1 : rect.c0 - 1;
  if (before < 0) return;
  const line: Rect = rows ? { ...rect, r0: before, r1: before } : { ...rect, c0: before, c1: before };
  for (const [r, c] of sheet.placesIn(line, true))
    for (let n = 1; n <= (rows ? rowsOf(rect) : columnsOf(rect)); n++)
      sheet.setCell(rows ? r + n : r, rows ? c : c + n, '', undefined, sheet.format(r, c));
}
