/** Addresses. A rectangle is zero-based and inclusive. */
export interface Rect {
  readonly r0: number;
  readonly c0: number;
  readonly r1: number;
  readonly c1: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
export const WHOLE_SHEET: Rect = { r0: 0, c0: 0, r1: MAX_ROWS - 1, c1: MAX_COLUMNS - 1 };

export const rowsOf = (q: Rect): number => q.r1 - q.r0 + 1;
export const columnsOf = (q: Rect): number => q.c1 - q.c0 + 1;
export const cellRect = (r: number, c: number): Rect => ({ r0: r, c0: c, r1: r, c1: c });
export const isEntireRows = (q: Rect): boolean => q.c0 === 0 && q.c1 === MAX_COLUMNS - 1;
export const isEntireColumns = (q: Rect): boolean => q.r0 === 0 && q.r1 === MAX_ROWS - 1;
export const holds = (q: Rect, r: number, c: number): boolean =>
  r >= q.r0 && r <= q.r1 && c >= q.c0 && c <= q.c1;
export const sameRect = (a: Rect, b: Rect): boolean => formatA1(a) === formatA1(b);

export function columnName(column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

function columnIndex(letters: string): number {
  let n = 0;
  for (const letter of letters.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}

/** `'a b'!A1` in its sheet and the rest. */
export function splitSheet(address: string): { readonly sheet: string | undefined; readonly local: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(address.trim());
  if (match === null) return { sheet: undefined, local: address.trim() };
  return { sheet: match[1]?.replace(/''/g, "'") ?? match[2], local: match[3] ?? '' };
}

export const quoteSheet = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? name : `'${name.replace(/'/g, "''")}'`;

/** A1, A1:B2, A:B or 1:2, with or without $; undefined for any other text. */
export function parseA1(local: string): Rect | undefined {
  const match = /^([A-Z]{1,3})?([1-9]\d{0,6})?(?::([A-Z]{1,3})?([1-9]\d{0,6})?)?$/i.exec(
    local.replace(/\$/g, ''),
  );
  if (match === null) return undefined;
  const [, column, row, column2 = column, row2 = row] = match;
  const second = local.includes(':');
  if ((column === undefined) !== (column2 === undefined) || (row === undefined) !== (row2 === undefined))
    return undefined;
  if ((column === undefined && row === undefined) || ((column === undefined || row === undefined) && !second))
    return undefined;
  const c =
    column === undefined ? [0, MAX_COLUMNS - 1] : [columnIndex(column), columnIndex(column2 ?? column)];
  const r = row === undefined ? [0, MAX_ROWS - 1] : [Number(row) - 1, Number(row2) - 1];
  const rect = { r0: Math.min(...r), c0: Math.min(...c), r1: Math.max(...r), c1: Math.max(...c) };
  return rect.r1 < MAX_ROWS && rect.c1 < MAX_COLUMNS ? rect : undefined;
}

/** The address of a rectangle; `$` puts one before each letter and number. */
export function formatA1(q: Rect, $ = ''): string {
  if (isEntireColumns(q)) return `${$}${columnName(q.c0)}:${$}${columnName(q.c1)}`;
  if (isEntireRows(q)) return `${$}${q.r0 + 1}:${$}${q.r1 + 1}`;
  const first = `${$}${columnName(q.c0)}${$}${q.r0 + 1}`;
  return q.r0 === q.r1 && q.c0 === q.c1 ? first : `${first}:${$}${columnName(q.c1)}${$}${q.r1 + 1}`;
}

export function intersect(a: Rect, b: Rect): Rect | undefined {
  const q = {
    r0: Math.max(a.r0, b.r0),
    c0: Math.max(a.c0, b.c0),
    r1: Math.min(a.r1, b.r1),
    c1: Math.min(a.c1, b.c1),
  };
  return q.r0 <= q.r1 && q.c0 <= q.c1 ? q : undefined;
}

export const bounding = (a: Rect, b: Rect): Rect => ({
  r0: Math.min(a.r0, b.r0),
  c0: Math.min(a.c0, b.c0),
  r1: Math.max(a.r1, b.r1),
  c1: Math.max(a.c1, b.c1),
});

export const moved = (q: Rect, rows: number, columns: number): Rect => ({
  r0: q.r0 + rows,
  c0: q.c0 + columns,
  r1: q.r1 + rows,
  c1: q.c1 + columns,
});

/** What is left of a rectangle without another: none to four pieces. */
export function subtract(a: Rect, hole: Rect): Rect[] {
  const q = intersect(a, hole);
  if (q === undefined) return [a];
  return [
    { ...a, r1: q.r0 - 1 },
    { ...a, r0: q.r1 + 1 },
    { ...a, r0: q.r0, r1: q.r1, c1: q.c0 - 1 },
    { ...a, r0: q.r0, r1: q.r1, c0: q.c1 + 1 },
  ].filter((piece) => piece.r0 <= piece.r1 && piece.c0 <= piece.c1);
}
