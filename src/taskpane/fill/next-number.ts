import type { CellWrite } from '../../hosts/host';
import type { LiveSheet } from '../../sheet/live-sheet';

const NUMBERS = '序号';

/** Rows that a header of several takes. */
const HEADER_ROWS = 3;

/**
 * The write that goes on with the user's own numbers in a new person's row, counted from 1; null where there are none, or
 * where they do not run on one by one.
 */
export function nextNumber({ reading, grid }: LiveSheet, row: number): CellWrite | null {
  const { headerRow, columns, rows } = reading;
  if (headerRow === null || rows.length === 0) return null;
  const ours = new Set(columns.values());
  const headers = grid.rows.slice(Math.max(0, headerRow - HEADER_ROWS), headerRow);
  const column = headers
    .map((line) => line?.findIndex((cell, at) => !ours.has(at) && cell?.text.replace(/\s/g, '') === NUMBERS))
    .find((at) => at !== undefined && at >= 0);
  if (column === undefined) return null;
  const numbers = rows
    .filter((each) => each.row < row)
    .map((each) => {
      const cell = grid.rows[each.row - 1]?.[column];
      return cell?.kind === 'number' && cell.formula === undefined ? cell.number : undefined;
    });
  const runOn = numbers.every((number, at) => number === at + 1);
  // Empty rows may have been numbered beforehand.
  const next = numbers.length + 1;
  const taken = grid.rows.slice(headerRow).some((line) => line?.[column]?.number === next);
  if (!runOn || taken) return null;
  return { row: row - 1, column, expected: '', value: next };
}
