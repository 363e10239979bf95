import type { Host, HostFailure, SheetId, SheetMarks } from '../../hosts/host';
import type { Clock } from './clock';
import { isPassing, type Jobs } from './jobs';
import { sheetMarks } from './marks';
import { hasHeader, type FollowedSheet } from './state';

/** Marks wait for so much quiet: a burst of edits is marked once. */
const QUIET = 400;
/** A sheet that has lost its header loses the marks that it had, too. */
const NO_MARKS: SheetMarks = new Map();
/** Marks that a busy host refused are shown after so long, if it then does. */
const AGAIN = 1_000;

interface MarkingNeeds {
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly sheets: () => readonly FollowedSheet[];
  /** Whether a sheet has to be read before anything is said of it. */
  readonly isOutdated: (sheet: SheetId) => boolean;
  /** Whether anything is to be marked. */
  readonly live: () => boolean;
  readonly tell: (failure: HostFailure) => void;
  /** Hears that what was told no longer stands in the way. */
  readonly settle: (failure: HostFailure) => void;
}

/** Which sheets show other marks than they should, and when they are marked anew. */
export class Marking {
  readonly #needs: MarkingNeeds;
  readonly #due = new Set<SheetId>();
  #cancel: (() => void) | null = null;
  /** Why marks were refused the last time. */
  #refused: HostFailure | null = null;

  constructor(needs: MarkingNeeds) {
    this.#needs = needs;
  }

  /** These sheets have changed: they are marked once it is quiet. */
  soon(sheets: readonly SheetId[]): void {
    for (const id of sheets) this.#due.add(id);
    this.#after(QUIET);
  }

  /** Marks every sheet at once, within a job. */
  async all(host: Host): Promise<void> {
    for (const { id } of this.#needs.sheets()) this.#due.add(id);
    await this.#mark(host);
  }

  /** Takes all marks off, within a job. A host that is busy is asked again by and by, and that it is so is told once. */
  async none(host: Host, told: HostFailure | null = null): Promise<void> {
    const { jobs, clock, live, tell, settle } = this.#needs;
    this.forget();
    const unmarked = await jobs.patiently(() => host.unmark());
    if (unmarked.ok) {
      if (told !== null) settle(told);
      return;
    }
    if (told === null) tell(unmarked);
    if (!isPassing(unmarked)) return;
    this.#cancel = clock.after(AGAIN, () => {
      this.#cancel = null;
      void jobs.run((again) => (live() ? Promise.resolve() : this.none(again, told ?? unmarked)));
    });
  }

  /** Nothing that was to be marked is any more. */
  forget(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#refused = null;
    this.#due.clear();
  }

  #after(milliseconds: number): void {
    const { clock, jobs, live } = this.#needs;
    this.#cancel?.();
    this.#cancel = null;
    if (!live()) return;
    this.#cancel = clock.after(milliseconds, () => {
      this.#cancel = null;
      void jobs.run((host) => this.#mark(host));
    });
  }

  async #mark(host: Host): Promise<void> {
    const { jobs, sheets, isOutdated, live } = this.#needs;
    if (!live()) return;
    let refused: HostFailure | null = null;
    for (const id of [...this.#due]) {
      // It is marked once it has been read.
      if (isOutdated(id)) continue;
      const sheet = sheets().find((each) => each.id === id);
      // A protected sheet cannot be marked; the pane says that it is one.
      if (sheet === undefined || sheet.protected) {
        this.#due.delete(id);
        continue;
      }
      const marks = hasHeader(sheet) ? sheetMarks(sheet.live) : NO_MARKS;
      const marked = await jobs.patiently(() => host.mark(id, marks));
      if (marked.ok || marked.problem === 'sheet-gone') this.#due.delete(id);
      else refused = marked;
    }
    this.#take(refused);
  }

  /** That a host is busy is told once, not each time that marks are tried again. */
  #take(refused: HostFailure | null): void {
    const { tell, settle } = this.#needs;
    const before = this.#refused;
    this.#refused = refused;
    if (before !== null && before.problem !== refused?.problem) settle(before);
    if (refused === null) return;
    if (!isPassing(refused) || before?.problem !== refused.problem) tell(refused);
    // Unless something else is to be marked before.
    if (isPassing(refused) && this.#cancel === null) this.#after(AGAIN);
  }
}
