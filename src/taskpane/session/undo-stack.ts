import type { CellChange, CellWrite, SheetId } from '../../hosts/host';
import type { MessageParams } from '../../rules/finding';

/** Rows that were inserted, counted from 0. */
export interface InsertedRows {
  readonly row: number;
  readonly count: number;
}

/** What one action of the pane wrote, so that it can be taken back even where the host forgets its own undo. */
export interface UndoStep {
  readonly sheet: SheetId;
  /** The message code of what was done, such as `pane.fixed`; `pane.fixed/undo` names taking it back. */
  readonly label: string;
  readonly params: MessageParams;
  readonly changes: readonly CellChange[];
  /** The rows that were inserted for it; null for none. */
  readonly inserted: InsertedRows | null;
}

const MOST_STEPS = 100;

/** The steps that can be taken back, the last one first. */
export class UndoStack {
  #steps: readonly UndoStep[] = [];

  get last(): UndoStep | null {
    return this.#steps.at(-1) ?? null;
  }

  push(step: UndoStep): void {
    if (step.changes.length > 0 || step.inserted !== null)
      this.#steps = [...this.#steps, step].slice(-MOST_STEPS);
  }

  pop(): void {
    this.#steps = this.#steps.slice(0, -1);
  }

  /** Rows of ours came or went: the steps before go on with their rows. */
  shift(sheet: SheetId, rows: InsertedRows, how: 'inserted' | 'removed'): void {
    const by = how === 'inserted' ? rows.count : -rows.count;
    const from = how === 'inserted' ? rows.row : rows.row + rows.count;
    const moved = <T extends { readonly row: number }>(each: T): T =>
      each.row < from ? each : { ...each, row: each.row + by };
    this.#steps = this.#steps.map((step) =>
      step.sheet === sheet
        ? {
            ...step,
            changes: step.changes.map(moved),
            inserted: step.inserted === null ? null : moved(step.inserted),
          }
        : step,
    );
  }

  /** Steps of a sheet whose rows have moved no longer fit. */
  forget(sheet: SheetId): void {
    this.#steps = this.#steps.filter((step) => step.sheet !== sheet);
  }

  /** Steps of sheets that are gone would hide those of the others for ever. */
  keepOnly(sheets: ReadonlySet<SheetId>): void {
    this.#steps = this.#steps.filter((step) => sheets.has(step.sheet));
  }
}

/** The writes that put a step's cells back; a cell that was changed since is left alone by the host. */
export const undoing = ({ changes }: UndoStep): readonly CellWrite[] =>
  changes.map(({ row, column, before, after }) => ({ row, column, expected: after.text, value: before }));
