import type { CellChange, Host, HostedSheet, HostFailure, Outcome, SheetId } from '../../hosts/host';
import { EMPTY_CELL, type Cell } from '../../rules/cell';
import type { GridRange } from '../../sheet/grid';
import { LiveSheet, sameCell } from '../../sheet/live-sheet';
import type { Clock } from './clock';
import { isPassing, type Jobs } from './jobs';
import type { Marking } from './marking';
import type { FollowedSheet } from './state';
import { takeChanges, type ReadChange } from './take-changes';
import { unsteadyCells } from './unsteady-cells';

/** An edit of more rows is cheaper read as a whole. */
const MANY_ROWS = 2_000;

/** What could not be read is asked for again after so long: soon where the host only has something else to do. */
const SOON = 1_000;
const LATE = 60_000;

interface ReaderNeeds {
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly marking: Marking;
  /** The sheets that are followed now. */
  readonly sheets: () => readonly FollowedSheet[];
  /** Takes the sheets as they are from now on. */
  readonly keep: (sheets: readonly FollowedSheet[]) => void;
  readonly judge: (grid: HostedSheet['grid']) => LiveSheet;
  /** Hears why something could not be read, and null once there is nothing left to read. */
  readonly unread: (failure: HostFailure | null) => void;
}

/**
 * Reads the sheets of a workbook as they come, go and change; each is judged as it is read, and marked soon after. What
 * the host does not let us read is asked for until it does: a sheet that has missed a change is read as a whole.
 */
export class SheetReader {
  readonly #needs: ReaderNeeds;
  /** Sheets that are by now other than we know them. */
  readonly #outdated = new Set<SheetId>();
  /** Whether sheets may be there that we do not know. */
  #allOutdated = true;
  /** What the sheets came to when they were last kept. */
  readonly #versions = new WeakMap<LiveSheet, number>();
  #failure: HostFailure | null = null;
  #cancel: (() => void) | null = null;

  constructor(needs: ReaderNeeds) {
    this.#needs = needs;
  }

  /** @returns whether everything was read */
  async all(host: Host): Promise<boolean> {
    // Before it is asked for: rows may move while it is being read.
    this.#outdated.clear();
    const outcome = await this.#ask(() => host.readAll());
    if (!outcome.ok) {
      this.#allOutdated = true;
      this.#failed(outcome);
      return false;
    }
    this.#allOutdated = false;
    this.#follow(outcome.value.map((sheet) => this.#followed(sheet)));
    this.#succeeded();
    return true;
  }

  /** One sheet, whether it was there before or not. @returns whether it was read, and is to be seen */
  async one(host: Host, id: SheetId): Promise<boolean> {
    if (this.#allOutdated) return this.all(host);
    const { sheets } = this.#needs;
    this.#outdated.delete(id);
    const outcome = await this.#ask(() => host.read(id));
    // One that was hidden meanwhile is none of those that are followed.
    const isThere = outcome.ok && outcome.value.grid.visible;
    if (isThere) {
      const read = this.#followed(outcome.value);
      const known = sheets().some((sheet) => sheet.id === id);
      this.#follow(known ? sheets().map((sheet) => (sheet.id === id ? read : sheet)) : [...sheets(), read]);
    } else if (outcome.ok || outcome.problem === 'sheet-gone')
      this.#follow(sheets().filter((sheet) => sheet.id !== id));
    else {
      this.#outdated.add(id);
      this.#failed(outcome);
      return false;
    }
    this.#succeeded();
    return isThere;
  }

  /** The cells that somebody else has changed. */
  async edit(host: Host, id: SheetId, range: GridRange): Promise<void> {
    const sheet = this.#needs.sheets().find((each) => each.id === id);
    if (sheet === undefined || this.isOutdated(id) || range.bottom - range.top >= MANY_ROWS) {
      await this.one(host, id);
      return;
    }
    const cells = await this.#cells(host, id, range);
    if (cells === null) return;
    sheet.live.edit(range, cells);
    this.#keep(this.#needs.sheets());
  }

  /** Cells that nobody has edited, and that may read otherwise all the same. */
  async lookAgain(host: Host, id: SheetId, range: GridRange): Promise<void> {
    const sheet = this.#needs.sheets().find((each) => each.id === id);
    if (sheet === undefined || this.isOutdated(id)) return;
    const changes: ReadChange[] = [];
    for (const part of unsteadyCells(sheet.live, range)) {
      const cells = await this.#cells(host, id, part);
      if (cells === null) return;
      cells.forEach(([after], at) => {
        const [row, column] = [part.top + at, part.left];
        if (after !== undefined && !sameCell(sheet.live.grid.rows[row]?.[column] ?? EMPTY_CELL, after))
          changes.push({ row, column, after });
      });
    }
    if (changes.length === 0) return;
    takeChanges(sheet.live, changes);
    this.#keep(this.#needs.sheets());
  }

  /** @returns null where they could not be read, or not be taken any more */
  async #cells(host: Host, id: SheetId, range: GridRange): Promise<readonly (readonly Cell[])[] | null> {
    const outcome = await this.#ask(() => host.readRange(id, range));
    if (outcome.ok) return outcome.value;
    if (outcome.problem === 'sheet-gone') await this.all(host);
    else {
      this.#outdated.add(id);
      this.#failed(outcome);
    }
    return null;
  }

  /** Reads what could not be read before. */
  async rest(host: Host): Promise<void> {
    if (this.#allOutdated) await this.all(host);
    else for (const id of [...this.#outdated]) await this.one(host, id);
  }

  /** Rows of a sheet have moved: nothing is done to it until it has been read again. */
  outdate(id: SheetId): void {
    this.#outdated.add(id);
  }

  isOutdated(id: SheetId): boolean {
    return this.#allOutdated || this.#outdated.has(id);
  }

  /** Makes sure that a sheet is known as it is. @returns false where it cannot be read now */
  async upToDate(host: Host, id: SheetId): Promise<boolean> {
    return !this.isOutdated(id) || this.one(host, id);
  }

  /** Asks for nothing more. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  /** A host that has just refused is not waited for: it is asked again by and by. */
  #ask<T>(ask: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    return this.#failure === null ? this.#needs.jobs.patiently(ask) : ask();
  }

  #failed(failure: HostFailure): void {
    const { clock, jobs, unread } = this.#needs;
    this.#failure = failure;
    unread(failure);
    this.stop();
    this.#cancel = clock.after(isPassing(failure) ? SOON : LATE, () => {
      void jobs.run((host) => this.rest(host));
    });
  }

  #succeeded(): void {
    if (this.#allOutdated || this.#outdated.size > 0) return;
    this.stop();
    this.#failure = null;
    this.#needs.unread(null);
  }

  /** Takes what we wrote ourselves, which the host has read back. */
  wrote({ live }: FollowedSheet, changes: readonly CellChange[]): void {
    takeChanges(live, changes);
    this.#keep(this.#needs.sheets());
  }

  /** Takes other sheets from now on. */
  #follow(sheets: readonly FollowedSheet[]): void {
    LiveSheet.setBeside(sheets.map(({ live }) => live));
    this.#keep(sheets);
  }

  /** Keeps the sheets, as new objects those of which something else is to be said: they are shown and marked anew. */
  #keep(sheets: readonly FollowedSheet[]): void {
    const { marking, keep } = this.#needs;
    const changed = sheets.filter(({ live }) => this.#versions.get(live) !== live.version);
    for (const { live } of changed) this.#versions.set(live, live.version);
    keep(sheets.map((each) => (changed.includes(each) ? { ...each } : each)));
    marking.soon(changed.map(({ id }) => id));
  }

  #followed({ id, grid, position, protected: isProtected }: HostedSheet): FollowedSheet {
    return { id, live: this.#needs.judge(grid), position, protected: isProtected };
  }
}
