import type { GridRange } from '../../sheet/grid';
import { columnIndex, columnLetters } from '../../sheet/a1';

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** All cells of a sheet. */
export const EVERYWHERE: GridRange = { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN };

const CORNER = /^\$?([A-Z]{1,3})?\$?([1-9]\d{0,6})?$/i;

/** One area, as `B2`, `B2:D9`, `B:D` or `2:9`, with or without a sheet's name; null for anything else. */
function parseArea(text: string): GridRange | null {
  const [first = '', second = first, more] = text.slice(text.lastIndexOf('!') + 1).split(':');
  const [a, b] = [CORNER.exec(first.trim()), CORNER.exec(second.trim())];
  if (a === null || b === null || more !== undefined) return null;
  if ((a[1] === undefined && a[2] === undefined) || (b[1] === undefined && b[2] === undefined)) return null;
  const columns = [a[1], b[1]].flatMap((letters) => (letters === undefined ? [] : [columnIndex(letters)]));
  const rows = [a[2], b[2]].flatMap((number) => (number === undefined ? [] : [Number(number) - 1]));
  if (columns.length === 1 || rows.length === 1) return null;
  return {
    top: rows.length === 0 ? 0 : Math.min(...rows),
    left: columns.length === 0 ? 0 : Math.min(...columns),
    bottom: rows.length === 0 ? LAST_ROW : Math.max(...rows),
    right: columns.length === 0 ? LAST_COLUMN : Math.max(...columns),
  };
}

/** The areas of an address that an event gives. */
export const parseAreas = (address: string): readonly GridRange[] =>
  address.split(',').flatMap((area) => parseArea(area) ?? []);

/** Whole columns, such as `A:AA`. */
export const columnsAddress = (left: number, right: number): string =>
  `${columnLetters(left)}:${columnLetters(right)}`;

/** Whole rows, such as `5:9`. */
export const rowsAddress = (top: number, bottom: number): string => `${top + 1}:${bottom + 1}`;

export const rangeAddress = ({ top, left, bottom, right }: GridRange): string =>
  `${columnLetters(left)}${top + 1}:${columnLetters(right)}${bottom + 1}`;

/** A range of a sheet. Excel is not asked to keep it up to date: that would cost a request more to release it. */
export const rangeOf = (sheet: Excel.Worksheet, { top, left, bottom, right }: GridRange): Excel.Range =>
  sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1).untrack();

/** Rows one after another, as runs of first and last. */
export function runsOf(rows: Iterable<number>): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && row <= last[1] + 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs;
}
