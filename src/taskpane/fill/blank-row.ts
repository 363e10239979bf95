import type { LiveSheet } from '../../sheet/live-sheet';

/**
 * Where the next person goes: the first empty row below the last one, above the foot.
 *
 * @returns the workbook row, from 1; `full` where it is the foot's own, and rows have to be inserted before it
 */
export function blankRowOf({ reading, grid }: LiveSheet): { readonly row: number; readonly full: boolean } {
  const { rows, headerRow, endRow } = reading;
  const end = endRow ?? Infinity;
  const last = rows.filter(({ row }) => row < end).at(-1)?.row ?? headerRow ?? 0;
  let row = last + 1;
  while (row < end && !isEmpty(grid.rows[row - 1])) row++;
  return { row, full: row >= end };
}

const isEmpty = (line: LiveSheet['grid']['rows'][number]): boolean =>
  line === undefined || line.every((cell) => cell === undefined || cell.text === '');
