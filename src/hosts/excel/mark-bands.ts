import type { Mark, SheetMarks } from '../host';

/** Rows of the marks' sheet that are written by one range. */
export interface MarkBand {
  readonly top: number;
  readonly values: readonly (readonly (Mark | '')[])[];
}

/** Unchanged rows between two changed ones that are written along rather than begin another range. */
const WIDEST_GAP = 20;
const TALLEST = 5_000;

const sameRow = (
  a: ReadonlyMap<number, Mark> | undefined,
  b: ReadonlyMap<number, Mark> | undefined,
): boolean => {
  if (a === b) return true;
  if ((a?.size ?? 0) !== (b?.size ?? 0)) return false;
  for (const [column, mark] of a ?? []) if (b?.get(column) !== mark) return false;
  return true;
};

/** The rows whose marks differ, in order. Rows whose maps are the same object are not looked into. */
export function changedRows(shown: SheetMarks, wanted: SheetMarks): readonly number[] {
  const rows = new Set<number>();
  for (const [row, marks] of wanted) if (!sameRow(shown.get(row), marks)) rows.add(row);
  for (const [row, marks] of shown) if (!wanted.has(row) && marks.size > 0) rows.add(row);
  return [...rows].sort((a, b) => a - b);
}

/** The ranges that make the marks of these rows what they are to be, each so many columns wide. */
export function markBands(rows: readonly number[], wanted: SheetMarks, width: number): readonly MarkBand[] {
  const bands: { top: number; bottom: number }[] = [];
  for (const row of rows) {
    const last = bands.at(-1);
    if (last !== undefined && row - last.bottom <= WIDEST_GAP && row - last.top < TALLEST) last.bottom = row;
    else bands.push({ top: row, bottom: row });
  }
  return bands.map(({ top, bottom }) => ({
    top,
    values: Array.from({ length: bottom - top + 1 }, (_, index) => {
      const marks = wanted.get(top + index);
      return Array.from({ length: width }, (__, column) => marks?.get(column) ?? '');
    }),
  }));
}

/** One more than the last column with a mark. */
export const marksWidth = (marks: SheetMarks): number => {
  let width = 0;
  for (const row of marks.values()) for (const column of row.keys()) width = Math.max(width, column + 1);
  return width;
};
