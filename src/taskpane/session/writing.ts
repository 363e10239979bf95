import {
  done,
  type CellChange,
  type CellWrite,
  type Host,
  type SheetId,
  type WriteReport,
} from '../../hosts/host';
import type { MessageParams } from '../../rules/finding';
import { rowList } from '../../rules/row-list';
import { toA1, type A1 } from '../../sheet/a1';
import { isPassing } from './jobs';
import type { Notices } from './notices';
import type { SessionStore } from './session-store';
import type { SheetReader } from './sheet-reader';
import type { FollowedSheet } from './state';
import { undoing, UndoStack, type InsertedRows, type UndoStep } from './undo-stack';
import type { UserJobs } from './user-jobs';

interface WritingNeeds {
  readonly jobs: UserJobs;
  readonly store: SessionStore;
  readonly notices: Notices;
  readonly reader: SheetReader;
}

/** How a write is named, for what is said of it and for taking it back. */
interface Named {
  readonly label: string;
  readonly params: MessageParams;
  /** The rows that were inserted for it. */
  readonly inserted: InsertedRows | null;
  readonly undoable: boolean;
}

const NOTHING: WriteReport = { changes: [], skipped: [], refused: [] };

/** How much was written: none only where the host did nothing, as far as anybody knows. */
type Written = 'all' | 'some' | 'none';

/** What the pane writes into sheets, and takes back: only into a sheet that is still the one that it was made up for. */
export class Writing {
  readonly #needs: WritingNeeds;
  readonly #steps = new UndoStack();

  constructor(needs: WritingNeeds) {
    this.#needs = needs;
  }

  /** Writes cells and remembers how to take it back. @returns whether every cell was written */
  async write(
    sheet: FollowedSheet,
    writes: readonly CellWrite[],
    label: string,
    params: MessageParams,
    inserted: InsertedRows | null,
  ): Promise<boolean> {
    let complete = false;
    await this.#needs.jobs.run(async (host) => {
      if (!(await this.#isStill(host, sheet))) return;
      // What was asked for twice, as by a double click, is there by now.
      const due = writes.filter((write) => !isThere(sheet, write));
      if (due.length === 0 && writes.length > 0 && inserted === null) {
        this.#needs.notices.say({ tone: 'done', code: label, params: { ...params, count: writes.length } });
        complete = true;
        return;
      }
      const written = await this.#write(host, sheet.id, due, {
        label,
        params,
        inserted,
        undoable: true,
      });
      complete = written === 'all';
    });
    return complete;
  }

  /** Takes the last write back, and the rows that were inserted for it. */
  undo(): Promise<void> {
    const { jobs, store } = this.#needs;
    return jobs.run(async (host) => {
      const step = this.#steps.last;
      if (step === null || !(await this.#isUpToDate(host, step.sheet)) || step !== this.#steps.last) return;
      this.#steps.pop();
      const { inserted } = step;
      let left: UndoStep | null = step;
      try {
        const named = { ...this.#undone(step), inserted, undoable: false };
        const written = await this.#write(host, step.sheet, undoing(step), named);
        if (written !== 'none') left = null;
        if (written === 'all' && inserted !== null && !(await this.#removeRows(host, step.sheet, inserted)))
          left = { ...step, changes: [] };
      } finally {
        // It can still be taken back another time, unless its sheet is gone.
        if (left !== null && store.sheet(step.sheet) !== undefined) this.#steps.push(left);
        this.#offer();
      }
    });
  }

  /** How taking a step back is told: where nobody sees what it changes, with the sheet and its cells. */
  #undone({ sheet, changes, inserted }: UndoStep): Pick<Named, 'label' | 'params'> {
    const elsewhere = this.#elsewhere(sheet);
    if (elsewhere === null) return { label: 'pane.undone', params: {} };
    // Cells of rows that go again are no cells to look at.
    if (inserted !== null) return { label: 'pane.undone/sheet', params: { sheet: elsewhere } };
    const cells = changes.map(({ row, column }) => toA1(row, column));
    return { label: 'pane.undone/cells', params: { cells: firstCells(cells, elsewhere) } };
  }

  /** The name of a sheet that is not the one that is seen, in the pane or beside it; null for one that is. */
  #elsewhere(id: SheetId): string | null {
    const { state } = this.#needs.store;
    const isSeen = state.sheet?.id === id && (state.selection ?? { sheet: id }).sheet === id;
    return isSeen ? null : (this.#needs.store.sheet(id)?.live.reading.sheet ?? null);
  }

  /** Takes rows away again. @returns false where the host did nothing, and may be asked another time */
  async #removeRows(host: Host, id: SheetId, { row, count }: InsertedRows): Promise<boolean> {
    const { notices, reader } = this.#needs;
    // Rows that moved while cells were put back are not where they were inserted.
    if (reader.isOutdated(id)) {
      notices.say({ tone: 'problem', code: 'pane.sheet-changed', params: {} });
      return true;
    }
    const outcome = await host.removeRows(id, row, count);
    if (!outcome.ok) {
      notices.tell(outcome);
      if (outcome.problem === 'protected' || (isPassing(outcome) && outcome.givenUp !== true)) return false;
    } else if (!outcome.value) {
      const rows = rowList(Array.from({ length: count }, (_, at) => row + at + 1));
      notices.say({ tone: 'problem', code: 'pane.rows-kept', params: { rows } });
      return true;
    }
    if (outcome.ok) this.#shift(id, { row, count }, 'removed');
    // The rows may be gone all the same.
    else this.forget(id);
    if (!(await reader.one(host, id)) && outcome.ok) notices.tellUnread();
    return true;
  }

  /** Inserts rows before a row of the sheet as it was, counted from 0, and reads it again. */
  async insertRows(sheet: FollowedSheet, row: number, count: number): Promise<boolean> {
    const { jobs, notices, reader } = this.#needs;
    let inserted = false;
    await jobs.run(async (host) => {
      if (!(await this.#isStill(host, sheet))) return;
      const outcome = await host.insertRows(sheet.id, row, count);
      if (outcome.ok) this.#shift(sheet.id, { row, count }, 'inserted');
      // The rows may be in all the same, and only their lists not.
      else this.forget(sheet.id);
      const read = await reader.one(host, sheet.id);
      inserted = outcome.ok && read;
      if (!outcome.ok) notices.tell(outcome);
      else if (!read) notices.tellUnread();
    });
    return inserted;
  }

  #shift(sheet: SheetId, rows: InsertedRows, how: 'inserted' | 'removed'): void {
    this.#steps.shift(sheet, rows, how);
    this.#offer();
  }

  /** Rows of a sheet have moved: what was written there is not taken back any more. */
  forget(sheet: SheetId): void {
    this.#steps.forget(sheet);
    this.#offer();
  }

  /** Nor is what was written into sheets that are gone. */
  keepOnly(sheets: ReadonlySet<SheetId>): void {
    this.#steps.keepOnly(sheets);
    this.#offer();
  }

  /** Offers the last step that can be taken back. */
  #offer(): void {
    const { store } = this.#needs;
    const { last } = this.#steps;
    if (store.state.undo !== last) store.change({ undo: last });
  }

  /** Whether a sheet is known as it is now; if not, and it cannot be read, the notice says why. */
  async #isUpToDate(host: Host, id: SheetId): Promise<boolean> {
    const { reader, notices } = this.#needs;
    if (await reader.upToDate(host, id)) return true;
    notices.tellUnread();
    return false;
  }

  /** Whether the rows of a sheet are still those that something was made up for; if not, the notice says so. */
  async #isStill(host: Host, { id, live }: FollowedSheet): Promise<boolean> {
    const { store, notices } = this.#needs;
    if (!(await this.#isUpToDate(host, id))) return false;
    // Edits go into a sheet as it was read; whenever rows may have moved, it is read as another.
    const isStill = store.state.sheets.some((each) => each.live === live);
    if (!isStill) notices.say({ tone: 'problem', code: 'pane.sheet-changed', params: {} });
    return isStill;
  }

  async #write(
    host: Host,
    id: SheetId,
    writes: readonly CellWrite[],
    { label, params, inserted, undoable }: Named,
  ): Promise<Written> {
    const { store, notices, reader } = this.#needs;
    const sheet = store.sheet(id);
    if (sheet === undefined || (writes.length === 0 && inserted === null)) return 'none';
    const remember = (changes: readonly CellChange[]): void => {
      // Rows that have moved meanwhile have taken along what there is to take back.
      if (!reader.isOutdated(id)) this.#steps.push({ sheet: id, label, params, changes, inserted });
      this.#offer();
    };
    const outcome = writes.length === 0 ? done(NOTHING) : await host.write(id, writes);
    if (!outcome.ok) {
      // Nothing was written, or nobody knows what was.
      if (outcome.problem === 'failed' || outcome.problem === 'too-large') await reader.one(host, id);
      else if (outcome.problem === 'sheet-gone') await reader.all(host);
      notices.tell(outcome);
      // The rows that came for it are there all the same.
      if (undoable && inserted !== null) remember([]);
      return 'none';
    }
    const { changes, skipped, refused } = outcome.value;
    if (undoable) remember(changes);
    reader.wrote(sheet, changes);
    const left = [...skipped, ...refused];
    if (left.length === 0) {
      notices.say({ tone: 'done', code: label, params: { ...params, count: changes.length } });
      return 'all';
    }
    const problem = skipped.length > 0 ? 'pane.cells-changed' : 'pane.cells-refused';
    notices.say({
      tone: 'problem',
      // A step that was taken back in part is gone: nobody is to try it again.
      code: undoable ? problem : `${problem}/undo`,
      params: { cells: firstCells(left, this.#elsewhere(id)), count: left.length },
    });
    return 'some';
  }
}

/** Whether a cell, which was to hold something else before, holds what is to be written. */
function isThere({ live }: FollowedSheet, { row, column, expected, value }: CellWrite): boolean {
  const cell = live.grid.rows[row]?.[column];
  if (cell === undefined || cell.text === expected || cell.formula !== undefined) return false;
  if (typeof value === 'string') return cell.kind === 'text' && cell.text === value;
  if (typeof value === 'number') return cell.kind === 'number' && cell.number === value;
  return 'serial' in value && cell.kind === 'date' && cell.number === value.serial;
}

/** The first of these cells, with the name of their sheet unless it is seen. */
const firstCells = (cells: readonly A1[], sheet: string | null): readonly string[] =>
  cells.slice(0, 5).map((cell) => (sheet === null ? cell : `${sheet}!${cell}`));
