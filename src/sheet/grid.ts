import type { Cell } from '../rules/cell';

/** A rectangle of cells, 0-based and inclusive. */
export interface GridRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A rectangle, or none, grown until it holds a cell as well. */
export const grownBy = (range: GridRange | undefined, row: number, column: number): GridRange => ({
  top: Math.min(range?.top ?? row, row),
  left: Math.min(range?.left ?? column, column),
  bottom: Math.max(range?.bottom ?? row, row),
  right: Math.max(range?.right ?? column, column),
});

/**
 * The cells of a row that are there, from left to right. Free of cost for the places between them: one cell in the last
 * column of a sheet makes a row of 16,384 places.
 */
export const cellsOf = (line: readonly (Cell | undefined)[] | undefined): readonly Cell[] =>
  Object.values(line ?? []).filter((cell) => cell !== undefined);

/** One worksheet as plain data, whatever host it came from. Rows and columns count from 0. */
export interface Grid {
  readonly name: string;
  /** `rows[r]?.[c]`; rows may be ragged, and an absent row or cell is empty. */
  readonly rows: readonly (readonly (Cell | undefined)[] | undefined)[];
  readonly merges: readonly GridRange[];
  /** Rows that are hidden or filtered out. */
  readonly hiddenRows: ReadonlySet<number>;
  /** False for a hidden or very hidden worksheet. */
  readonly visible: boolean;
}

/** A visible worksheet in which nothing is merged or hidden. */
export const plainGrid = (name: string, rows: Grid['rows']): Grid => ({
  name,
  rows,
  merges: [],
  hiddenRows: new Set(),
  visible: true,
});
