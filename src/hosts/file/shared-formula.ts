import { LIMITS } from './limits';
import { columnIndex, columnLetters } from '../../sheet/a1';
import type { GridRange } from '../../sheet/grid';

/** Moved off the sheet, a reference is an error, as it is in Excel. */
const OFF_SHEET = '#REF!';

function shiftColumn(dollar: string, letters: string, by: number): string | undefined {
  if (dollar !== '') return `$${letters}`;
  const column = columnIndex(letters) + by;
  return column < 0 || column >= LIMITS.columns ? undefined : columnLetters(column);
}

function shiftRow(dollar: string, digits: string, by: number): string | undefined {
  if (dollar !== '') return `$${digits}`;
  const row = Number(digits) + by;
  return row < 1 || row > LIMITS.rows ? undefined : String(row);
}

/**
 * What must not be looked into (texts, quoted sheet names, names in brackets), words that only look like
 * references (names, functions, `表1!`), and references: cells, whole columns, whole rows.
 */
const PARTS = new RegExp(
  [
    String.raw`("(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\])`,
    String.raw`(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})(?![\w.(!])`,
    String.raw`(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w.(!])`,
    String.raw`(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\w.(!\\?])`,
    String.raw`[\p{L}_\\$][\p{L}\w.\\?]*|[\d.]+(?:E[+-]?\d+)?`,
  ].join('|'),
  'giu',
);

/**
 * A formula of a shared group as it reads in another cell of the group: relative references move along.
 * @param formula the formula of the group's first cell, without `=`
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  // A longer one is none that Excel can have written.
  if ((rows === 0 && columns === 0) || formula.length > LIMITS.formula) return formula;
  return formula.replace(PARTS, (whole: string, opaque?: string, ...groups: (string | undefined)[]) => {
    if (opaque !== undefined) return whole;
    const [ca, a, cb, b, ra, top, rb, bottom, c, letters, r, digits] = groups;
    if (a !== undefined && b !== undefined) {
      const [left, right] = [shiftColumn(ca ?? '', a, columns), shiftColumn(cb ?? '', b, columns)];
      return left === undefined || right === undefined ? OFF_SHEET : `${left}:${right}`;
    }
    if (top !== undefined && bottom !== undefined) {
      const [first, last] = [shiftRow(ra ?? '', top, rows), shiftRow(rb ?? '', bottom, rows)];
      return first === undefined || last === undefined ? OFF_SHEET : `${first}:${last}`;
    }
    if (letters !== undefined && digits !== undefined) {
      if (columnIndex(letters.toUpperCase()) >= LIMITS.columns) return whole;
      const [column, row] = [shiftColumn(c ?? '', letters, columns), shiftRow(r ?? '', digits, rows)];
      return column === undefined || row === undefined ? OFF_SHEET : `${column}${row}`;
    }
    return whole;
  });
}

/**
 * The cells, ranges, columns and rows of its own sheet that a formula, without `=`, names.
 * @param sheet the name of that sheet: a reference may name it or no sheet at all
 */
export function referencesOf(formula: string, sheet: string): readonly GridRange[] {
  if (formula.length > LIMITS.formula) return [];
  const found: GridRange[] = [];
  const prefixes = [`'${sheet.replaceAll("'", "''")}'!`, `${sheet}!`];
  let before = { end: -1, isOwn: false };
  for (const match of formula.matchAll(PARTS)) {
    const range = rangeOf(match);
    if (range === null) continue;
    const own = prefixes.find((prefix) => endsWithName(formula, match.index, prefix));
    const start = match.index - (own?.length ?? 0);
    const continues = start === before.end + 1 && formula[before.end] === ':';
    const isOwn = continues ? before.isOwn : own !== undefined || formula[match.index - 1] !== '!';
    if (isOwn) found.push(continues ? spanning(found.pop() ?? range, range) : range);
    before = { end: match.index + match[0].length, isOwn };
  }
  return found;
}

/** What before a sheet's name makes it another's: more of a name, or the workbook that the sheet is in. */
const NAME_GOES_ON = /[\p{L}\p{M}\p{N}_.\\?'\]]/u;

/** Whether the sheet's name, as it stands before a reference, ends at a place in a formula. Names have no case. */
function endsWithName(formula: string, end: number, prefix: string): boolean {
  const start = end - prefix.length;
  if (start < 0 || formula[end - 1] !== '!') return false;
  return (
    formula.slice(start, end).toLowerCase() === prefix.toLowerCase() &&
    !NAME_GOES_ON.test(formula[start - 1] ?? '')
  );
}

/** What a part of a formula names, if it is a reference. */
function rangeOf(match: RegExpMatchArray): GridRange | null {
  const [, , , a, , b, , top, , bottom, , letters, , digits] = match;
  const column = (text: string): number => columnIndex(text.toUpperCase());
  if (a !== undefined && b !== undefined) return inOrder(0, column(a), LIMITS.rows - 1, column(b));
  if (top !== undefined && bottom !== undefined)
    return inOrder(Number(top) - 1, 0, Number(bottom) - 1, LIMITS.columns - 1);
  if (letters === undefined || digits === undefined) return null;
  const [row, left] = [Number(digits) - 1, column(letters)];
  return inOrder(row, left, row, left);
}

const inOrder = (top: number, left: number, bottom: number, right: number): GridRange => ({
  top: Math.min(top, bottom),
  left: Math.min(left, right),
  bottom: Math.max(top, bottom),
  right: Math.max(left, right),
});

const spanning = (a: GridRange, b: GridRange): GridRange => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});
