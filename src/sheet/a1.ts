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

/** The address of a cell whose row and column count from 0. */
export const toA1 = (row: number, column: number): A1 => `${columnLetters(column)}${String(row + 1)}` as A1;

/** Row and column, counted from 0; null for anything but one cell's address. */
export function parseA1(text: string): { readonly row: number; readonly column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (match === null) return null;
  let column = 0;
  for (const letter of (match[1] ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}
