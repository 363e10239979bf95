declare const a1: unique symbol;
/** A cell's address in a workbook, such as AA12. */
export type A1 = string & { readonly [a1]: true };

/** The letters of a column counted from 0: A, B, … Z, AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** The column, counted from 0, of letters, or of those from `start` to `end`: A is 0. */
export function columnIndex(text: string, start = 0, end = text.length): number {
  let index = 0;
  for (let i = start; i < end; i++) index = index * 26 + (text.charCodeAt(i) & 31);
  return index - 1;
}

/** The address of a cell whose row and column count from 0. */
export const toA1 = (row: number, column: number): A1 => `${columnLetters(column)}${String(row + 1)}` as A1;

/** Row and column, counted from 0; null for anything but one cell's address. */
export function parseA1(text: string): { readonly row: number; readonly column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (match === null) return null;
  return { row: Number(match[2]) - 1, column: columnIndex(match[1] ?? '') };
}
