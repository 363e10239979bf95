import { columnIndex, toA1 } from '../../sheet/a1';
import type { GridRange } from '../../sheet/grid';

const DOLLAR = 0x24;
const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/**
 * The place of `E7` or `$E$7`, 0-based; undefined for anything else. By character, for every cell of a sheet comes here:
 * up to three letters, up to seven digits, each perhaps after a dollar.
 */
export function parseReference(text: string): { row: number; column: number } | undefined {
  let at = text.charCodeAt(0) === DOLLAR ? 1 : 0;
  const letters = at;
  while (isLetter(text.charCodeAt(at))) at++;
  const column = columnIndex(text, letters, at);
  const letterCount = at - letters;
  if (text.charCodeAt(at) === DOLLAR) at++;
  const digits = at;
  let row = 0;
  for (; isDigit(text.charCodeAt(at)); at++) row = row * 10 + text.charCodeAt(at) - 0x30;
  const digitCount = at - digits;
  const whole =
    at === text.length && letterCount >= 1 && letterCount <= 3 && digitCount >= 1 && digitCount <= 7;
  return whole ? { row: row - 1, column } : undefined;
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
  const first = toA1(range.top, range.left);
  const last = toA1(range.bottom, range.right);
  return first === last ? first : `${first}:${last}`;
}
