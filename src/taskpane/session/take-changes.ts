import type { CellChange } from '../../hosts/host';
import { EMPTY_CELL, type Cell } from '../../rules/cell';
import type { LiveSheet } from '../../sheet/live-sheet';

/** A cell as it reads now. */
export type ReadChange = Pick<CellChange, 'row' | 'column' | 'after'>;

/**
 * Gives a sheet the cells that a host has changed: those of neighbouring rows as one edit, since an edit that adds people
 * has the sheet read as a whole, and those of many rows with all that stands between them.
 */
export function takeChanges(live: LiveSheet, changes: readonly ReadChange[]): void {
  const rows = new Map<number, ReadChange[]>();
  for (const change of changes) {
    const there = rows.get(change.row);
    if (there === undefined) rows.set(change.row, [change]);
    else there.push(change);
  }
  const order = [...rows.keys()].sort((a, b) => a - b);
  for (let first = 0, last = 0; first < order.length; first = ++last) {
    if (live.isMany(order.length)) last = order.length - 1;
    else while (order[last + 1] === (order[last] ?? 0) + 1) last++;
    const [top = 0, bottom = top] = [order[first], order[last]];
    takeRows(
      live,
      top,
      Array.from({ length: bottom - top + 1 }, (_, i) => rows.get(top + i) ?? []),
    );
  }
}

/** Takes the changes of rows that follow one another; of some there may be none. */
function takeRows(live: LiveSheet, top: number, rows: readonly (readonly ReadChange[])[]): void {
  let [left, right] = [Infinity, 0];
  for (const changes of rows)
    for (const { column } of changes) [left, right] = [Math.min(left, column), Math.max(right, column)];
  const cells = rows.map((changes, i) => {
    const before = live.grid.rows[top + i];
    const line = Array.from({ length: right - left + 1 }, (_, j): Cell => before?.[left + j] ?? EMPTY_CELL);
    for (const { column, after } of changes) line[column - left] = after;
    return line;
  });
  live.edit({ top, left, bottom: top + rows.length - 1, right }, cells);
}
