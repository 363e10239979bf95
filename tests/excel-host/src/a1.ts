import { columnLetters, parseA1 as parseCell, toA1 } from '../../../src/sheet/a1';

/** A rectangle of cells, zero-based and inclusive. */
export type Rect = Readonly<Record<'r0' | 'c0' | 'r1' | 'c1', number>>;

const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
export const WHOLE_SHEET: Rect = { r0: 0, c0: 0, r1: MAX_ROWS - 1, c1: MAX_COLUMNS - 1 };
const LAST_COLUMN = columnLetters(WHOLE_SHEET.c1);

export const rowsOf = (q: Rect): number => q.r1 - q.r0 + 1;
export const columnsOf = (q: Rect): number => q.c1 - q.c0 + 1;
/** So many rows and columns from a cell on: one of each by default. */
export const rectAt = (r0: number, c0: number, rows = 1, columns = 1): Rect => {
  return { r0, c0, r1: r0 + rows - 1, c1: c0 + columns - 1 };
};
export const isEntireRows = (q: Rect): boolean => columnsOf(q) === MAX_COLUMNS;
export const isEntireColumns = (q: Rect): boolean => rowsOf(q) === MAX_ROWS;
export const holds = (q: Rect, r: number, c: number): boolean =>
  r >= q.r0 && r <= q.r1 && c >= q.c0 && c <= q.c1;

/** `'a b'!A1` in its sheet and the rest. */
export function splitSheet(address: string): { readonly sheet: string | undefined; readonly local: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(address.trim());
  if (match === null) return { sheet: undefined, local: address.trim() };
  return { sheet: match[1]?.replace(/''/g, "'") ?? match[2], local: match[3] ?? '' };
}

/** A1, A1:B2, A:B or 1:2, with or without $; undefined for any other text. */
export function parseA1(local: string): Rect | undefined {
  const corners = local.replace(/\$/g, '').split(':');
  const [first = '', last = first] = corners;
  const areAll = (kind: RegExp): boolean => corners.length === 2 && corners.every((text) => kind.test(text));
  const [isRows, isColumns] = [areAll(/^\d+$/), areAll(/^[A-Z]+$/i)];
  const a = parseCell(isRows ? `A${first}` : isColumns ? `${first}1` : first);
  const b = parseCell(isRows ? `${LAST_COLUMN}${last}` : isColumns ? `${last}${MAX_ROWS}` : last);
  if (a === null || b === null || corners.length > 2) return undefined;
  return intersect(bounding(rectAt(a.row, a.column), rectAt(b.row, b.column)), WHOLE_SHEET);
}

export function formatA1(q: Rect): string {
  if (isEntireColumns(q)) return `${columnLetters(q.c0)}:${columnLetters(q.c1)}`;
  if (isEntireRows(q)) return `${q.r0 + 1}:${q.r1 + 1}`;
  const [first, last] = [toA1(q.r0, q.c0), toA1(q.r1, q.c1)];
  return first === last ? first : `${first}:${last}`;
}

export function intersect(a: Rect, b: Rect): Rect | undefined {
  const [r0, c0] = [Math.max(a.r0, b.r0), Math.max(a.c0, b.c0)];
  const [r1, c1] = [Math.min(a.r1, b.r1), Math.min(a.c1, b.c1)];
  return r0 <= r1 && c0 <= c1 ? { r0, c0, r1, c1 } : undefined;
}

export const touches = (a: Rect, b: Rect): boolean => intersect(a, b) !== undefined;
export const bounding = (a: Rect, b: Rect): Rect => {
  const [r0, c0] = [Math.min(a.r0, b.r0), Math.min(a.c0, b.c0)];
  return { r0, c0, r1: Math.max(a.r1, b.r1), c1: Math.max(a.c1, b.c1) };
};
export const moved = (q: Rect, rows: number, columns: number): Rect =>
  rectAt(q.r0 + rows, q.c0 + columns, rowsOf(q), columnsOf(q));

/** What is left of a rectangle without another: none to four pieces. */
export function subtract(a: Rect, hole: Rect): Rect[] {
  const q = intersect(a, hole);
  if (q === undefined) return [a];
  return [
    { ...a, r1: q.r0 - 1 },
    { ...a, r0: q.r1 + 1 },
    { ...q, c0: a.c0, c1: q.c0 - 1 },
    { ...q, c0: q.c1 + 1, c1: a.c1 },
  ].filter((piece) => piece.r0 <= piece.r1 && piece.c0 <= piece.c1);
}

/** What becomes of a rectangle where rows are inserted above a row, or deleted from it on where `count` is negative: it
 * moves, grows or shrinks; nothing where it goes. */
export function shifted(q: Rect, row: number, count: number): Rect[] {
  if (isEntireColumns(q)) return [q];
  const move = (line: number, atLeast: number): number =>
    line < row ? line : Math.max(count > 0 ? 0 : atLeast, line + count);
  const [r0, r1] = [move(q.r0, row), move(q.r1, row - 1)];
  return r0 <= r1 ? [{ ...q, r0, r1 }] : [];
}
