import type { GridRange } from '../../sheet/grid';

/** The 0-based column of letters: A is 0. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (let i = 0; i < letters.length; i++) index = index * 26 + (letters.charCodeAt(i) & 31);
  return index - 1;
}

/** The letters of a 0-based column. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `E7` for row 6, column 4. */
export const cellReference = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** The place of `E7` or `$E$7`, 0-based; undefined for anything else. */
export function parseReference(text: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(text);
  if (match === null) return undefined;
  return { row: Number(match[2]) - 1, column: columnIndex(match[1] ?? '') };
}

/** The rectangle of `A1:C3` or of a single cell; undefined for anything else. */
export function parseRange(text: string): GridRange | undefined {
  const [first = '', second = first] = text.split(':');
  const [a, b] = [parseReference(first), parseReference(second)];
  if (a === undefined || b === undefined) return undefined;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

/** `A1:C3`, or `A1` for a single cell. */
export function rangeReference(range: GridRange): string {
  const first = cellReference(range.top, range.left);
  const last = cellReference(range.bottom, range.right);
  return first === last ? first : `${first}:${last}`;
}
