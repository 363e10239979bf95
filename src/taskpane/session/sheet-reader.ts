import type { CellChange, Host, HostedSheet, HostFailure, SheetId } from '../../hosts/host';
import type { GridRange } from '../../sheet/grid';
import type { LiveSheet } from '../../sheet/live-sheet';
import type { Jobs } from './jobs';
import type { Marking } from './marking';
import type { FollowedSheet } from './state';
import { takeChanges } from './take-changes';

/** An edit of more rows is cheaper read as a whole. */
const MANY_ROWS = 2_000;

interface ReaderNeeds {
  readonly jobs: Jobs;
  readonly marking: Marking;
  /** The sheets that are followed now. */
  readonly sheets: () => readonly FollowedSheet[];
  /** Takes the sheets as they are from now on. */
  readonly keep: (sheets: readonly FollowedSheet[]) => void;
  readonly judge: (grid: HostedSheet['grid']) => LiveSheet;
  readonly tell: (failure: HostFailure) => void;
}

/** Reads the sheets of a workbook as they come, go and change; each is judged as it is read, and marked soon after. */
export class SheetReader {
  readonly #needs: ReaderNeeds;

  constructor(needs: ReaderNeeds) {
    this.#needs = needs;
  }

  async all(host: Host): Promise<void> {
    const { jobs, marking, keep, tell } = this.#needs;
    const outcome = await jobs.patiently(() => host.readAll());
    if (!outcome.ok) {
      tell(outcome);
      return;
    }
    const sheets = outcome.value.map((sheet) => this.#followed(sheet));
    keep(sheets);
    marking.soon(sheets.map(({ id }) => id));
  }

  /** One sheet, whether it was there before or not. @returns whether it was read */
  async one(host: Host, id: SheetId): Promise<boolean> {
    const { jobs, marking, sheets, keep, tell } = this.#needs;
    const outcome = await jobs.patiently(() => host.read(id));
    if (!outcome.ok) {
      if (outcome.problem === 'sheet-gone') keep(sheets().filter((sheet) => sheet.id !== id));
      else tell(outcome);
      return false;
    }
    const read = this.#followed(outcome.value);
    const known = sheets().some((sheet) => sheet.id === id);
    keep(known ? sheets().map((sheet) => (sheet.id === id ? read : sheet)) : [...sheets(), read]);
    marking.soon([id]);
    return true;
  }

  /** The cells that somebody else has changed. */
  async edit(host: Host, id: SheetId, range: GridRange): Promise<void> {
    const { jobs, sheets, tell } = this.#needs;
    const sheet = sheets().find((each) => each.id === id);
    if (sheet === undefined || range.bottom - range.top >= MANY_ROWS) {
      await this.one(host, id);
      return;
    }
    const outcome = await jobs.patiently(() => host.readRange(id, range));
    if (!outcome.ok) {
      if (outcome.problem === 'sheet-gone') await this.all(host);
      else tell(outcome);
      return;
    }
    sheet.live.edit(range, outcome.value);
    this.#changed(id);
  }

  /** Takes what we wrote ourselves, which the host has read back. */
  wrote({ id, live }: FollowedSheet, changes: readonly CellChange[]): void {
    takeChanges(live, changes);
    this.#changed(id);
  }

  #changed(id: SheetId): void {
    const { marking, sheets, keep } = this.#needs;
    keep(sheets().map((each) => (each.id === id ? { ...each } : each)));
    marking.soon([id]);
  }

  #followed({ id, grid, protected: isProtected }: HostedSheet): FollowedSheet {
    return { id, live: this.#needs.judge(grid), protected: isProtected };
  }
}
