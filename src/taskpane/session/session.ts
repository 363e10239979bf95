import type { CellWrite, CopyPlace, Host, Outcome, SheetId } from '../../hosts/host';
import type { IsoDate } from '../../rules/calendar-date';
import type { MessageParams } from '../../rules/finding';
import type { Rulebook } from '../../rules/rulebook';
import { LiveSheet } from '../../sheet/live-sheet';
import { chosenSheet } from './chosen-sheet';
import type { Clock } from './clock';
import { Following } from './following';
import { Jobs } from './jobs';
import { KeptTexts } from './kept-texts';
import { Marking } from './marking';
import { Notices } from './notices';
import { LIVE_KEY, NOT_LIVE, Opening } from './opening';
import { RowFilter } from './row-filter';
import { SessionStore } from './session-store';
import { SheetReader } from './sheet-reader';
import type { FollowedSheet, Notice, SessionState } from './state';
import type { InsertedRows } from './undo-stack';
import { UserJobs } from './user-jobs';
import { Writing } from './writing';

export interface SessionOptions {
  readonly host: Host;
  readonly rulebook: Rulebook;
  readonly clock: Clock;
}

/**
 * What the pane knows and does, without its looks: follows the sheets of a host, judges every edit, marks cells, writes
 * for the user and can take its writes back. Jobs run one after another, so that none sees half of another's work.
 */
export class Session {
  readonly rulebook: Rulebook;
  readonly #clock: Clock;
  readonly #store = new SessionStore();
  readonly #notices = new Notices(this.#store);
  readonly #filter = new RowFilter();
  readonly #jobs: Jobs;
  readonly #userJobs: UserJobs;
  readonly #marking: Marking;
  readonly #reader: SheetReader;
  readonly #writing: Writing;
  readonly #opening: Opening;
  readonly #texts: KeptTexts;
  #isStopped = false;

  constructor({ host, rulebook, clock }: SessionOptions) {
    const store = this.#store;
    const notices = this.#notices;
    const tell = notices.tell.bind(notices);
    const unread = notices.setUnread.bind(notices);
    const sheets = (): SessionState['sheets'] => store.state.sheets;
    this.rulebook = rulebook;
    this.#clock = clock;
    const jobs = (this.#jobs = new Jobs(host, clock, tell));
    this.#userJobs = new UserJobs(jobs, store, notices);
    this.#texts = new KeptTexts(jobs, notices);
    const marking = (this.#marking = new Marking({
      jobs,
      clock,
      sheets,
      isOutdated: (id) => this.#reader.isOutdated(id),
      live: () => store.state.live && !this.#isStopped,
      tell,
      settle: notices.settle.bind(notices),
    }));
    const reader = (this.#reader = new SheetReader({
      jobs,
      clock,
      marking,
      sheets,
      keep: (read) => {
        this.#writing.keepOnly(new Set(read.map(({ id }) => id)));
        const inOrder = [...read].sort((a, b) => a.position - b.position);
        store.change({ stage: 'ready', sheets: inOrder, sheet: chosenSheet(store.state, read) });
      },
      judge: (grid) => new LiveSheet(rulebook, grid, this.today),
      unread,
    }));
    const writing = (this.#writing = new Writing({ jobs: this.#userJobs, store, notices, reader }));
    const following = new Following({ clock, jobs, store, notices, reader, writing });
    this.#opening = new Opening({
      jobs,
      clock,
      read: (open) => reader.all(open),
      hear: following.hear.bind(following),
      notLive: () => {
        store.change({ live: false });
      },
      unread,
      tell,
    });
  }

  get today(): IsoDate {
    return this.#clock.today();
  }

  get state(): SessionState {
    return this.#store.state;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  /** Reads the workbook, checks it, and follows what happens to it: as soon as the host lets us. */
  start(): Promise<void> {
    return this.#jobs.run((host) => this.#opening.open(host));
  }

  /** Takes marks off and follows no more, as when the pane closes for good. */
  stop(): Promise<void> {
    return this.#jobs.run(async (host) => {
      // What waits behind this is done, and marks nothing.
      this.#isStopped = true;
      this.#reader.stop();
      this.#marking.forget();
      await this.#opening.close();
      await host.unmark();
    });
  }

  /** Reads and checks everything anew. */
  recheck(): Promise<void> {
    return this.#userJobs.run((host) => this.#opening.open(host));
  }

  /**
   * Reads a sheet anew before it is handed over, with what is still being typed.
   *
   * @returns the sheet as it is now, or null where the notice says why not
   */
  async readAnew(id: SheetId): Promise<FollowedSheet | null> {
    let sheet: FollowedSheet | null = null;
    await this.#userJobs.run(async (host) => {
      if (await this.#reader.one(host, id)) sheet = this.#store.sheet(id) ?? null;
      else this.#notices.tellUnread();
    });
    return sheet;
  }

  /** Marks as the user types, or not at all. The switch is kept within the workbook. */
  setLive(live: boolean): Promise<void> {
    return this.#userJobs.run(async (host) => {
      this.#opening.switched();
      this.#store.change({ live });
      const kept = await host.remember(LIVE_KEY, live ? null : NOT_LIVE);
      if (!kept.ok) this.#notices.tell(kept);
      if (live) await this.#marking.all(host);
      else await this.#marking.none(host);
    });
  }

  /** Waits until what happened so far is done: edits are read, writes are written. */
  caughtUp(): Promise<void> {
    return this.#jobs.run(() => Promise.resolve());
  }

  /** Works on another of the sheets. */
  choose(sheet: SheetId): void {
    const chosen = this.#store.sheet(sheet);
    if (chosen !== undefined) this.#store.change({ sheet: chosen });
  }

  /** Goes to a cell, counted from 0, which is shown if it is in a row that we have hidden. */
  select(sheet: SheetId, row: number, column: number): Promise<void> {
    return this.#jobs.run(async (host) => {
      const followed = this.#store.sheet(sheet);
      const known = followed !== undefined && !this.#reader.isOutdated(sheet);
      const shown = known ? await this.#filter.reveal(host, followed, row) : null;
      if (shown?.ok === false) this.#notices.tell(shown);
      const selected = await host.select(sheet, row, column);
      if (selected.ok) this.#store.change({ selection: { sheet, row, column } });
      else this.#notices.tell(selected);
    });
  }

  /**
   * Writes cells for the user and remembers how to take it back.
   *
   * @param sheet as it was when the writes were made up: they are for its rows, not for what stands there by now
   * @param label the message code of what is done, for undo
   * @param inserted the rows that were inserted for it, which go with it again
   * @returns whether every cell was written
   */
  write(
    sheet: FollowedSheet,
    writes: readonly CellWrite[],
    label: string,
    params: MessageParams = {},
    inserted: InsertedRows | null = null,
  ): Promise<boolean> {
    return this.#writing.write(sheet, writes, label, params, inserted);
  }

  /** Takes the last write of the pane back. */
  undo(): Promise<void> {
    return this.#writing.undo();
  }

  /** Adds the official form as a new worksheet and works on it. @returns the sheet, or null where the notice says why not */
  async insertForm(work: (host: Host) => Promise<Outcome<SheetId>>): Promise<FollowedSheet | null> {
    let added: FollowedSheet | null = null;
    await this.#userJobs.run(async (host) => {
      const inserted = await work(host);
      if (!inserted.ok) {
        this.#notices.tell(inserted);
        return;
      }
      if (!(await this.#reader.all(host))) this.#notices.tellUnread();
      this.choose(inserted.value);
      added = this.#store.sheet(inserted.value) ?? null;
    });
    return added;
  }

  /** Inserts rows before a row of the sheet as it was, counted from 0, and reads it again. */
  insertRows(sheet: FollowedSheet, row: number, count: number): Promise<boolean> {
    return this.#writing.insertRows(sheet, row, count);
  }

  /** Any other job of the user's for the host; its failure is told. @returns what the host answered, or null */
  ask<T>(work: (host: Host) => Promise<Outcome<T>>, done?: (value: T) => Notice | null): Promise<T | null> {
    return this.#userJobs.ask(work, done);
  }

  /** Shows only the rows with findings of severity error or warning, or all again. */
  showFaulty(faulty: boolean): Promise<void> {
    return this.#userJobs.run(async (host) => {
      const id = this.state.sheet?.id;
      if (id === undefined) return;
      if (!(await this.#reader.upToDate(host, id))) {
        this.#notices.tellUnread();
        return;
      }
      const { sheet } = this.state;
      if (sheet === null) return;
      const shown = await (faulty ? this.#filter.filter(host, sheet) : this.#filter.lift(host, sheet));
      if (shown.ok) this.#store.change({ filtered: this.#filter.sheets });
      else this.#notices.tell(shown);
    });
  }

  /** Makes a workbook and hands it to the user. */
  openCopy(make: () => Promise<Uint8Array>, fileName: string): Promise<CopyPlace | null> {
    return this.ask(
      async (host) => host.openCopy(await make(), fileName),
      (place) => ({ tone: 'done', code: `pane.copy-${place}`, params: { file: fileName } }),
    );
  }

  /** A text kept within the workbook; null where there is none, or none can be read. */
  recall(key: string): Promise<string | null> {
    return this.#texts.recall(key);
  }

  /** Keeps a text within the workbook. @returns whether it is kept; if not, the notice says why */
  remember(key: string, text: string): Promise<boolean> {
    return this.#texts.remember(key, text);
  }

  /** Keeps what follows from the text that was kept before: one that cannot be read is not overwritten. */
  amend(key: string, change: (before: string | null) => string): Promise<boolean> {
    return this.#texts.amend(key, change);
  }

  say(notice: Notice | null): void {
    this.#notices.say(notice);
  }
}

/** The write of one cell of a followed sheet, expecting what the session knows of it. Row and column count from 0. */
export function writeOf(
  { live }: FollowedSheet,
  row: number,
  column: number,
  value: CellWrite['value'],
): CellWrite {
  return { row, column, expected: live.grid.rows[row]?.[column]?.text ?? '', value };
}
