import type { Host, HostFailure, SheetId } from '../../hosts/host';
import type { Clock } from './clock';
import type { Jobs } from './jobs';
import { sheetMarks } from './marks';
import { hasHeader, type FollowedSheet } from './state';

/** Marks wait for so much quiet: a burst of edits is marked once. */
const QUIET = 400;

interface MarkingNeeds {
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly sheets: () => readonly FollowedSheet[];
  /** Whether anything is to be marked. */
  readonly live: () => boolean;
  readonly tell: (failure: HostFailure) => void;
}

/** Which sheets show other marks than they should, and when they are marked anew. */
export class Marking {
  readonly #needs: MarkingNeeds;
  readonly #due = new Set<SheetId>();
  #cancel: (() => void) | null = null;

  constructor(needs: MarkingNeeds) {
    this.#needs = needs;
  }

  /** These sheets have changed: they are marked once it is quiet. */
  soon(sheets: readonly SheetId[]): void {
    const { clock, jobs, live } = this.#needs;
    for (const id of sheets) this.#due.add(id);
    this.#cancel?.();
    this.#cancel = null;
    if (!live()) return;
    this.#cancel = clock.after(QUIET, () => {
      this.#cancel = null;
      void jobs.run((host) => this.#mark(host));
    });
  }

  /** Marks every sheet at once, within a job. */
  async all(host: Host): Promise<void> {
    for (const { id } of this.#needs.sheets()) this.#due.add(id);
    await this.#mark(host);
  }

  /** Nothing that was to be marked is any more. */
  forget(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#due.clear();
  }

  async #mark(host: Host): Promise<void> {
    const { jobs, sheets, live, tell } = this.#needs;
    if (!live()) return;
    for (const id of [...this.#due]) {
      const sheet = sheets().find((each) => each.id === id);
      // A protected sheet cannot be marked; the pane says that it is one.
      if (sheet === undefined || !hasHeader(sheet) || sheet.protected) {
        this.#due.delete(id);
        continue;
      }
      const marked = await jobs.patiently(() => host.mark(id, sheetMarks(sheet.live)));
      if (marked.ok || marked.problem === 'sheet-gone') this.#due.delete(id);
      else tell(marked);
    }
  }
}
