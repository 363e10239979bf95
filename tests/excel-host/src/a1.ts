/** Addresses. A rectangle is zero-based and inclusive. */
export interface Rect {
  readonly r0: number;
  readonly c0: number;
  readonly r1: number;
  readonly c1: number;
}

const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
export const WHOLE_SHEET: Rect = { r0: 0, c0: 0, r1: MAX_ROWS - 1, c1: MAX_COLUMNS - 1 };

export const rowsOf = (q: Rect): number => q.r1 - q.r0 + 1;
export const columnsOf = (q: Rect): number => q.c1 - q.c0 + 1;
export const cellRect = (r: number, c: number): Rect => ({ r0: r, c0: c, r1: r, c1: c });
export const isEntireRows = (q: Rect): boolean => q.c0 === 0 && q.c1 === MAX_COLUMNS - 1;
export const isEntireColumns = (q: Rect): boolean => q.r0 === 0 && q.r1 === MAX_ROWS - 1;
export const holds = (q: Rect, r: number, c: number): boolean =>
  r >= q.r0 && r <= q.r1 && c >= q.c0 && c <= q.c1;

function columnName(column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

function columnIndex(letters: string): number {
  let n = 0;
  for (const letter of letters) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}

/** `'a b'!A1` in its sheet and the rest. */
export function splitSheet(address: string): { readonly sheet: string | undefined; readonly local: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(address.trim());
  if (match === null) return { sheet: undefined, local: address.trim() };
  return { sheet: match[1]?.replace(/''/g, "'") ?? match[2], local: match[3] ?? '' };
}

/** A1, A1:B2, A:B or 1:2, with or without $; undefined for any other text. */
export function parseA1(local: string): Rect | undefined {
  const plain = local.replace(/\$/g, '').toUpperCase();
  if (
    !/^(?:[A-Z]{1,3}[1-9]\d{0,6}(?::[A-Z]{1,3}[1-9]\d{0,6})?|[A-Z]{1,3}:[A-Z]{1,3}|[1-9]\d{0,6}:[1-9]\d{0,6})$/.test(
      plain,
    )
  )
    return undefined;
  const columns = (plain.match(/[A-Z]+/g) ?? ['A', columnName(WHOLE_SHEET.c1)]).map(columnIndex);
  const rows = (plain.match(/\d+/g) ?? ['1', String(MAX_ROWS)]).map((digits) => Number(digits) - 1);
  return intersect(
    { r0: Math.min(...rows), c0: Math.min(...columns), r1: Math.max(...rows), c1: Math.max(...columns) },
    WHOLE_SHEET,
  );
}

export function formatA1(q: Rect): string {
  if (isEntireColumns(q)) return `${columnName(q.c0)}:${columnName(q.c1)}`;
  if (isEntireRows(q)) return `${q.r0 + 1}:${q.r1 + 1}`;
  const first = `${columnName(q.c0)}${q.r0 + 1}`;
  return q.r0 === q.r1 && q.c0 === q.c1 ? first : `${first}:${columnName(q.c1)}${q.r1 + 1}`;
}

export function intersect(a: Rect, b: Rect): Rect | undefined {
  const [r0, c0] = [Math.max(a.r0, b.r0), Math.max(a.c0, b.c0)];
  const [r1, c1] = [Math.min(a.r1, b.r1), Math.min(a.c1, b.c1)];
  return r0 <= r1 && c0 <= c1 ? { r0, c0, r1, c1 } : undefined;
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
    { ...q, c0: a.c0, c1: q.c0 - 1 },
    { ...q, c0: q.c1 + 1, c1: a.c1 },
  ].filter((piece) => piece.r0 <= piece.r1 && piece.c0 <= piece.c1);
}

/** Whole rows inserted above a row, or deleted from it on. */
export interface Shift {
  readonly kind: 'insert' | 'delete';
  readonly row: number;
  readonly count: number;
}

/** What becomes of a rectangle where rows are inserted or deleted: it moves, grows or shrinks; undefined where it goes. */
export function shifted({ kind, row, count }: Shift, q: Rect): Rect | undefined {
  if (isEntireColumns(q)) return q;
  const move = (line: number, atLeast: number): number =>
    line < row ? line : kind === 'insert' ? line + count : Math.max(atLeast, line - count);
  const [r0, r1] = [move(q.r0, row), move(q.r1, row - 1)];
  return r0 <= r1 ? { ...q, r0, r1 } : undefined;
}
