import type { ColumnKey } from '../rules/application';
import { EMPTY_CELL, type Cell } from '../rules/cell';
import type { FoundHeader } from './find-header';
import type { Grid, GridRange } from './grid';

/** A value that a merged area gives to its rows. */
export interface MergedValue {
  readonly range: GridRange;
  readonly cell: Cell;
}

/** The merges over several rows that begin below the header in one of its columns. */
function verticalMerges(grid: Grid, header: FoundHeader): readonly GridRange[] {
  const known = new Set(header.columns.values());
  return grid.merges.filter(
    ({ top, left, bottom }) => top > header.bottom && bottom > top && known.has(left),
  );
}

/** What the vertical merges give to the rows, as the rows are read from top to bottom. */
export class VerticalMerges {
  /** Those that gave a value to an application, in the order in which they were met. */
  readonly taken = new Set<GridRange>();
  private readonly starts = new Map<number, MergedValue[]>();
  private readonly current = new Map<number, MergedValue>();

  constructor(
    private readonly grid: Grid,
    header: FoundHeader,
  ) {
    for (const range of verticalMerges(grid, header)) {
      const { top, left } = range;
      const cell = grid.rows[top]?.[left] ?? EMPTY_CELL;
      const there = this.starts.get(top);
      if (there === undefined) this.starts.set(top, [{ range, cell }]);
      else there.push({ range, cell });
    }
  }

  moveTo(row: number): void {
    for (const value of this.starts.get(row) ?? []) this.current.set(value.range.left, value);
  }

  /** The row of the person whose merged name or ID number reaches down into this row; null where none does. */
  personAbove(row: number, { columns }: FoundHeader): number | null {
    for (const key of ['name', 'idNumber'] as const) {
      const range = this.current.get(columns.get(key) ?? -1)?.range;
      if (range !== undefined && range.top < row && row <= range.bottom) return range.top;
    }
    return null;
  }

  /** Whether a row below a person's has a level of its own: who applies for both levels of an occupation has a row for each. */
  hasOtherLevel(row: number, person: number, { columns }: FoundHeader): boolean {
    const column = columns.get('level') ?? -1;
    const range = this.current.get(column)?.range;
    if (range !== undefined && range.top < row && row <= range.bottom) return false;
    const levelIn = (at: number): string => this.grid.rows[at]?.[column]?.text.trim() ?? '';
    return levelIn(row) !== '' && levelIn(row) !== levelIn(person);
  }

  /** The values for an application in this row, by the column. */
  take(row: number): ReadonlyMap<number, MergedValue> {
    for (const [column, { range }] of this.current) {
      if (range.bottom < row) this.current.delete(column);
      else this.taken.add(range);
    }
    return this.current;
  }
}

/** The workbook's row of each merged value. */
export function rowsHolding(
  columns: ReadonlyMap<ColumnKey, number>,
  merged: ReadonlyMap<number, MergedValue>,
): ReadonlyMap<ColumnKey, number> {
  const rows = new Map<ColumnKey, number>();
  for (const [key, column] of columns) {
    const value = merged.get(column);
    if (value !== undefined) rows.set(key, value.range.top + 1);
  }
  return rows;
}
