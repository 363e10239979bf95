import type { GridRange } from '../../sheet/grid';
import type { LiveSheet } from '../../sheet/live-sheet';

/**
 * The cells of a range that may come to read otherwise while nobody edits them, in a range a column of the form: formulas by
 * what they come to, numbers by their format, which makes days of them.
 */
export function unsteadyCells({ reading, grid }: LiveSheet, range: GridRange): readonly GridRange[] {
  const lines = grid.rows.slice(range.top, range.bottom + 1);
  return [...reading.columns.values()].flatMap((column) => {
    if (column < range.left || column > range.right) return [];
    const rows = lines.flatMap((line, at) => {
      const cell = line?.[column];
      return cell?.number === undefined && cell?.formula === undefined ? [] : [range.top + at];
    });
    const [top] = rows;
    return top === undefined ? [] : [{ top, bottom: rows.at(-1) ?? top, left: column, right: column }];
  });
}
