import type { CellWrite } from '../../hosts/host';
import type { LiveSheet } from '../../sheet/live-sheet';

const NUMBERS = '序号';

/** Rows that a header of several takes. */
const HEADER_ROWS = 3;

/**
 * The writes that go on with the user's own numbers in the rows of new people; none where there are no numbers, or where
 * they do not run on one by one.
 *
 * @param row the first of the rows, counted from 1
 * @param count how many rows there are
 */
export function nextNumbers({ reading, grid }: LiveSheet, row: number, count: number): readonly CellWrite[] {
  const { headerRow, columns, rows } = reading;
  if (headerRow === null || rows.length === 0) return [];
  const ours = new Set(columns.values());
  const headers = grid.rows.slice(Math.max(0, headerRow - HEADER_ROWS), headerRow);
  const column = headers
    .map((line) => line?.findIndex((cell, at) => !ours.has(at) && cell?.text.replace(/\s/g, '') === NUMBERS))
    .find((at) => at !== undefined && at >= 0);
  if (column === undefined) return [];
  const people = new Set(rows.map((each) => each.row));
  const numbers = grid.rows.slice(headerRow, row - 1).flatMap((line, at) => {
    const cell = line?.[column];
    const number = cell?.kind === 'number' && cell.formula === undefined ? cell.number : undefined;
    // Also of somebody who is not filled in yet.
    return number !== undefined || people.has(headerRow + at + 1) ? [number] : [];
  });
  const runOn = numbers.every((number, at) => number === at + 1);
  // Empty rows may have been numbered beforehand.
  const next = numbers.length + 1;
  const taken = grid.rows.slice(headerRow).some((line) => line?.[column]?.number === next);
  if (!runOn || taken) return [];
  return Array.from({ length: count }, (_, at) => ({
    row: row - 1 + at,
    column,
    expected: '',
    value: next + at,
  })).filter((write) => (grid.rows[write.row]?.[column]?.text ?? '') === '');
}
