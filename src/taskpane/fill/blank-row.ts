import type { LiveSheet } from '../../sheet/live-sheet';
import { skippedRows } from '../../sheet/read-sheet';

/** Where the next people go. */
export interface BlankRows {
  /** The workbook row, from 1. */
  readonly row: number;
  /** How many empty rows there are from it on: none where it is the foot's or a total's own. More have to be inserted after them. */
  readonly free: number;
}

/** The empty rows below the last person, above the foot and the totals that may stand before it. */
export function blankRowsOf({ reading, grid }: LiveSheet): BlankRows {
  const { rows, headerRow, endRow } = reading;
  const totals = new Set(skippedRows(reading, 'subtotal'));
  const end = endRow ?? Infinity;
  const last = rows.filter(({ row }) => row < end).at(-1)?.row ?? headerRow ?? 0;
  let row = last + 1;
  while (row < end && !totals.has(row) && !isEmpty(grid.rows[row - 1])) row++;
  let next = row;
  while (next < end && next <= grid.rows.length && isEmpty(grid.rows[next - 1])) next++;
  return { row, free: endRow === null && next > grid.rows.length ? Infinity : next - row };
}

/** Whether nothing stands in a row. */
export const isEmpty = (line: LiveSheet['grid']['rows'][number]): boolean =>
  line === undefined || line.every((cell) => cell === undefined || cell.text === '');
