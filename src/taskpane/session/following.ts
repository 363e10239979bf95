import type { HostEvent, SheetId } from '../../hosts/host';
import type { Clock } from './clock';
import { isPassing, type Jobs } from './jobs';
import { JudgingDay } from './judging-day';
import type { Notices } from './notices';
import type { SessionStore } from './session-store';
import type { SheetReader } from './sheet-reader';
import { hasHeader, type Selection } from './state';
import type { Writing } from './writing';

interface FollowingNeeds {
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly store: SessionStore;
  readonly notices: Notices;
  readonly reader: SheetReader;
  readonly writing: Writing;
}

/** What happens to the workbook while it is open: who selects, edits or moves what, and that the day turns meanwhile. */
export class Following {
  readonly #needs: FollowingNeeds;
  readonly #day: JudgingDay;
  /** Sheets that are to be read anew already: a filter tells of each run of rows that it hides. */
  readonly #altered = new Set<SheetId>();

  constructor(needs: FollowingNeeds) {
    this.#needs = needs;
    this.#day = new JudgingDay(needs.clock);
  }

  hear(event: HostEvent): void {
    const { jobs, notices, reader, writing } = this.#needs;
    if (this.#day.hasTurned()) void jobs.run(async (host) => void (await reader.all(host)));
    if (event.kind === 'selected') {
      this.#selected(event);
      return;
    }
    if (event.kind === 'edited') notices.withdrawDone();
    if (event.kind === 'restructured') {
      // At once: a job that waits already would else write into rows that have moved.
      reader.outdate(event.sheet);
      writing.forget(event.sheet);
    }
    if (event.kind === 'altered') {
      if (this.#altered.has(event.sheet)) return;
      this.#altered.add(event.sheet);
    }
    void jobs.run(async (host) => {
      if (event.kind === 'altered') this.#altered.delete(event.sheet);
      if (event.kind === 'sheets') await reader.all(host);
      else if (event.kind === 'restructured' || event.kind === 'altered') await reader.one(host, event.sheet);
      else if (event.kind === 'reshown') await reader.lookAgain(host, event.sheet, event.range);
      else await reader.edit(host, event.sheet, event.range);
    });
  }

  /** The pane works on the sheet that the user is on, where it has a header. */
  #selected({ sheet, row, column }: Selection): void {
    const { jobs, store, reader } = this.#needs;
    const followed = store.sheet(sheet);
    const chosen = followed !== undefined && hasHeader(followed) ? { sheet: followed } : {};
    store.change({ selection: { sheet, row, column }, ...chosen });
    // Whoever selects a cell has closed the last one, or come from a sheet that cannot be read.
    const { stage, unread } = store.state;
    if (unread !== null && (stage === 'opening' || isPassing(unread)))
      void jobs.run((host) => reader.rest(host));
  }
}
