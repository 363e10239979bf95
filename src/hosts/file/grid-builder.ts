import type { Cell } from '../../rules/cell';
import type { Grid, GridRange } from '../../sheet/grid';
import { LIMITS, type Budget } from './limits';
import { UnreadableFile } from './unreadable-file';

/** Collects one worksheet. Rows are made when their first cell with content comes, so that empty ones cost nothing. */
export class GridBuilder {
  private readonly rows: (Cell | undefined)[][] = [];
  private readonly merges: GridRange[] = [];
  private readonly hidden = new Set<number>();

  constructor(
    private readonly name: string,
    private readonly visible: boolean,
    private readonly budget: Budget,
  ) {}

  /** Takes a cell; an empty one without a formula is nothing. */
  set(row: number, column: number, cell: Cell): void {
    if (!(row >= 0 && row < LIMITS.rows && column >= 0 && column < LIMITS.columns)) {
      throw new UnreadableFile('damaged', { reason: 'cell reference' });
    }
    if (cell.kind === 'empty' && cell.formula === undefined) return;
    // A formula filled down is written once and stands here in every cell: its length counts too.
    this.budget.keep(1 + ((cell.formula?.length ?? 0) >> 5));
    (this.rows[row] ??= [])[column] =
      cell.text.length > LIMITS.cellText ? { ...cell, text: cell.text.slice(0, LIMITS.cellText) } : cell;
  }

  hide(row: number): void {
    if (row >= 0 && row < LIMITS.rows) this.hidden.add(row);
  }

  merge(range: GridRange): void {
    this.budget.keep(1);
    const { top, left, bottom, right } = range;
    if (top >= 0 && left >= 0 && bottom >= top && right >= left && (bottom > top || right > left)) {
      this.merges.push(range);
    }
  }

  build(): Grid {
    const hiddenRows = new Set(
      [...this.hidden].filter((row) => row < this.rows.length).sort((a, b) => a - b),
    );
    return { name: this.name, rows: this.rows, merges: this.merges, hiddenRows, visible: this.visible };
  }
}
