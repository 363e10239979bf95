import type { CellWrite, CopyPlace, Host, HostEvent, HostFailure, Outcome, SheetId } from '../../hosts/host';
import type { IsoDate } from '../../rules/calendar-date';
import type { Rulebook } from '../../rules/rulebook';
import type { MessageParams } from '../../rules/finding';
import { LiveSheet } from '../../sheet/live-sheet';
import type { Clock } from './clock';
import { isPassing, Jobs } from './jobs';
import { Marking } from './marking';
import { LIVE_KEY, NOT_LIVE, Opening } from './opening';
import { RowFilter } from './row-filter';
import { SheetReader } from './sheet-reader';
import { hasHeader, type FollowedSheet, type Notice, type SessionState } from './state';
import { undoing, UndoStack } from './undo-stack';

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
  readonly #options: SessionOptions;
  readonly #undo = new UndoStack();
  readonly #listeners = new Set<() => void>();
  readonly #jobs: Jobs;
  readonly #marking: Marking;
  readonly #filter = new RowFilter();
  readonly #read: SheetReader;
  readonly #opening: Opening;
  /** The day that the sheets were judged on. */
  #day: IsoDate;
  #state: SessionState = {
    stage: 'opening',
    unread: null,
    sheets: [],
    sheet: null,
    selection: null,
    live: true,
    busy: false,
    filtered: new Set(),
    notice: null,
    undo: null,
  };

  constructor(options: SessionOptions) {
    const { host, clock } = options;
    const tell = (failure: HostFailure): void => {
      this.#tell(failure);
    };
    this.#options = options;
    this.#day = clock.today();
    this.#jobs = new Jobs(host, clock, tell);
    this.#marking = new Marking({
      jobs: this.#jobs,
      clock,
      sheets: () => this.#state.sheets,
      isOutdated: (id) => this.#read.isOutdated(id),
      live: () => this.#state.live,
      tell,
      settle: (failure) => {
        this.#settle(failure);
      },
    });
    this.#read = new SheetReader({
      jobs: this.#jobs,
      clock,
      marking: this.#marking,
      sheets: () => this.#state.sheets,
      keep: (sheets) => {
        this.#keep(sheets);
      },
      judge: (grid) => new LiveSheet(this.rulebook, grid, this.today),
      unread: (failure) => {
        this.#setUnread(failure);
      },
    });
    this.#opening = new Opening({
      jobs: this.#jobs,
      clock,
      read: (reading) => this.#read.all(reading),
      hear: (event) => {
        this.#follow(event);
      },
      notLive: () => {
        this.#set({ live: false });
      },
      unread: (failure) => {
        this.#setUnread(failure);
      },
      tell,
    });
  }

  get rulebook(): Rulebook {
    return this.#options.rulebook;
  }

  get today(): IsoDate {
    return this.#options.clock.today();
  }

  get state(): SessionState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Reads the workbook, checks it, and follows what happens to it: as soon as the host lets us. */
  start(): Promise<void> {
    return this.#jobs.run((host) => this.#opening.open(host));
  }

  /** Takes marks off and follows no more, as when the pane closes for good. */
  stop(): Promise<void> {
    return this.#jobs.run(async (host) => {
      this.#read.stop();
      this.#marking.forget();
      await this.#opening.close();
      await host.unmark();
    });
  }

  /** Reads and checks everything anew. */
  recheck(): Promise<void> {
    return this.#visibleJob((host) => this.#opening.open(host));
  }

  /**
   * Reads a sheet anew before it is handed over, with what is still being typed.
   *
   * @returns the sheet as it is now, or null where the notice says why not
   */
  async readAnew(id: SheetId): Promise<FollowedSheet | null> {
    let sheet: FollowedSheet | null = null;
    await this.#visibleJob(async (host) => {
      if (await this.#read.one(host, id)) sheet = this.#state.sheets.find((each) => each.id === id) ?? null;
      else this.#tellUnread();
    });
    return sheet;
  }

  /** Marks as the user types, or not at all. The switch is kept within the workbook. */
  setLive(live: boolean): Promise<void> {
    return this.#visibleJob(async (host) => {
      this.#opening.switched();
      this.#set({ live });
      const kept = await host.remember(LIVE_KEY, live ? null : NOT_LIVE);
      if (!kept.ok) this.#tell(kept);
      if (live) await this.#marking.all(host);
      else {
        this.#marking.forget();
        const unmarked = await host.unmark();
        if (!unmarked.ok) this.#tell(unmarked);
      }
    });
  }

  /** Waits until what happened so far is done: edits are read, writes are written. */
  caughtUp(): Promise<void> {
    return this.#jobs.run(() => Promise.resolve());
  }

  /** Works on another of the sheets. */
  choose(sheet: SheetId): void {
    const chosen = this.#state.sheets.find(({ id }) => id === sheet);
    if (chosen !== undefined) this.#set({ sheet: chosen });
  }

  /** Goes to a cell, counted from 0, which is shown if it is in a row that we have hidden. */
  select(sheet: SheetId, row: number, column: number): Promise<void> {
    return this.#jobs.run(async (host) => {
      const followed = this.#state.sheets.find(({ id }) => id === sheet);
      const known = followed !== undefined && !this.#read.isOutdated(sheet);
      const shown = known ? await this.#filter.reveal(host, followed, row) : null;
      if (shown?.ok === false) this.#tell(shown);
      const selected = await host.select(sheet, row, column);
      if (selected.ok) this.#set({ selection: { sheet, row, column } });
      else this.#tell(selected);
    });
  }

  /**
   * Writes cells for the user and remembers how to take it back.
   *
   * @param sheet as it was when the writes were made up: they are for its rows, not for what stands there by now
   * @param label the message code of what is done, for undo
   * @returns whether every cell was written
   */
  async write(
    sheet: FollowedSheet,
    writes: readonly CellWrite[],
    label: string,
    params: MessageParams = {},
  ): Promise<boolean> {
    let complete = false;
    await this.#visibleJob(async (host) => {
      if (!(await this.#isStill(host, sheet))) return;
      const written = await this.#write(host, sheet.id, writes, { label, params, undoable: true });
      complete = written === 'all';
    });
    return complete;
  }

  /** Takes the last write of the pane back. */
  undo(): Promise<void> {
    return this.#visibleJob(async (host) => {
      const step = this.#undo.last;
      if (step === null || !(await this.#isUpToDate(host, step.sheet)) || step !== this.#undo.last) return;
      this.#undo.pop();
      const written = await this.#write(host, step.sheet, undoing(step), {
        label: 'pane.undone',
        params: {},
        undoable: false,
      });
      // It can still be taken back another time, unless its sheet is gone.
      if (written === 'none' && this.#state.sheets.some(({ id }) => id === step.sheet)) this.#undo.push(step);
    });
  }

  /** Adds the official form as a new worksheet and works on it. @returns the sheet, or null where the notice says why not */
  async insertForm(work: (host: Host) => Promise<Outcome<SheetId>>): Promise<FollowedSheet | null> {
    let added: FollowedSheet | null = null;
    await this.#visibleJob(async (host) => {
      const inserted = await work(host);
      if (!inserted.ok) {
        this.#tell(inserted);
        return;
      }
      if (!(await this.#read.all(host))) this.#tellUnread();
      this.choose(inserted.value);
      added = this.#state.sheets.find(({ id }) => id === inserted.value) ?? null;
    });
    return added;
  }

  /** Inserts rows before a row of the sheet as it was, counted from 0, and reads it again. */
  async insertRows(sheet: FollowedSheet, row: number, count: number): Promise<boolean> {
    let inserted = false;
    await this.#visibleJob(async (host) => {
      if (!(await this.#isStill(host, sheet))) return;
      const outcome = await host.insertRows(sheet.id, row, count);
      // Also where it failed: the rows may be in, and only their lists not.
      this.#undo.forget(sheet.id);
      const read = await this.#read.one(host, sheet.id);
      inserted = outcome.ok && read;
      if (!outcome.ok) this.#tell(outcome);
      else if (!read) this.#tellUnread();
    });
    return inserted;
  }

  /** Any other job of the user's for the host; its failure is told. @returns what the host answered, or null */
  async ask<T>(
    work: (host: Host) => Promise<Outcome<T>>,
    done?: (value: T) => Notice | null,
  ): Promise<T | null> {
    let answer: T | null = null;
    await this.#visibleJob(async (host) => {
      const outcome = await work(host);
      if (!outcome.ok) {
        this.#tell(outcome);
        return;
      }
      answer = outcome.value;
      const notice = done?.(outcome.value) ?? null;
      if (notice !== null) this.#set({ notice });
    });
    return answer;
  }

  /** Shows only the rows with findings of severity error or warning, or all again. */
  showFaulty(faulty: boolean): Promise<void> {
    return this.#visibleJob(async (host) => {
      const id = this.#state.sheet?.id;
      if (id === undefined || !(await this.#isUpToDate(host, id))) return;
      const { sheet } = this.#state;
      if (sheet === null) return;
      const shown = await (faulty ? this.#filter.filter(host, sheet) : this.#filter.lift(host, sheet));
      if (shown.ok) this.#set({ filtered: this.#filter.sheets });
      else this.#tell(shown);
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
  async recall(key: string): Promise<string | null> {
    let text: string | null = null;
    await this.#jobs.run(async (host) => {
      const kept = await host.recall(key);
      if (kept.ok) text = kept.value;
    });
    return text;
  }

  /** Keeps a text within the workbook. @returns whether it is kept; if not, the notice says why */
  remember(key: string, text: string): Promise<boolean> {
    return this.#keepText((host) => host.remember(key, text));
  }

  /** Keeps what follows from the text that was kept before: one that cannot be read is not overwritten. */
  amend(key: string, change: (before: string | null) => string): Promise<boolean> {
    return this.#keepText(async (host) => {
      const before = await host.recall(key);
      return before.ok ? host.remember(key, change(before.value)) : before;
    });
  }

  async #keepText(work: (host: Host) => Promise<Outcome<void>>): Promise<boolean> {
    let done = false;
    await this.#jobs.run(async (host) => {
      const kept = await work(host);
      if (!kept.ok) this.#tell(kept);
      done = kept.ok;
    });
    return done;
  }

  say(notice: Notice | null): void {
    this.#set({ notice });
  }

  #follow(event: HostEvent): void {
    if (this.#day !== this.today) {
      // Ages of rows without a readable 提交时间 are counted to today.
      this.#day = this.today;
      void this.#jobs.run(async (host) => void (await this.#read.all(host)));
    }
    if (event.kind === 'selected') {
      const { sheet, row, column } = event;
      const followed = this.#state.sheets.find(({ id }) => id === sheet);
      const chosen = followed !== undefined && hasHeader(followed) ? { sheet: followed } : {};
      this.#set({ selection: { sheet, row, column }, ...chosen });
      // Whoever selects a cell has closed the last one, or come from a sheet that cannot be read.
      const { stage, unread } = this.#state;
      if (unread !== null && (stage === 'opening' || isPassing(unread)))
        void this.#jobs.run((host) => this.#read.rest(host));
      return;
    }
    // Who goes on working has read what was done; a problem stays until it is closed.
    if (event.kind === 'edited' && this.#state.notice?.tone === 'done') this.#set({ notice: null });
    if (event.kind === 'restructured') {
      // At once: a job that waits already would else write into rows that have moved.
      this.#read.outdate(event.sheet);
      this.#undo.forget(event.sheet);
    }
    void this.#jobs.run(async (host) => {
      if (event.kind === 'sheets') await this.#read.all(host);
      else if (event.kind === 'restructured') await this.#read.one(host, event.sheet);
      else await this.#read.edit(host, event.sheet, event.range);
    });
  }

  /** Keeps the chosen sheet chosen, but for a new one that the user is on; else takes the first with a header. */
  #keep(sheets: readonly FollowedSheet[]): void {
    this.#undo.keepOnly(new Set(sheets.map(({ id }) => id)));
    const { selection, sheets: before, sheet: last } = this.#state;
    const isKnown = before.some(({ id }) => id === selection?.sheet);
    const here = isKnown ? undefined : sheets.find(({ id }) => id === selection?.sheet);
    const chosen = here !== undefined && hasHeader(here) ? here : sheets.find(({ id }) => id === last?.id);
    const sheet = chosen !== undefined && hasHeader(chosen) ? chosen : (sheets.find(hasHeader) ?? null);
    this.#set({ stage: 'ready', sheets, sheet });
  }

  /** Whether a sheet is known as it is now; if not, and it cannot be read, the notice says why. */
  async #isUpToDate(host: Host, id: SheetId): Promise<boolean> {
    if (await this.#read.upToDate(host, id)) return true;
    this.#tellUnread();
    return false;
  }

  /** Whether the rows of a sheet are still those that something was made up for; if not, the notice says so. */
  async #isStill(host: Host, { id, live }: FollowedSheet): Promise<boolean> {
    if (!(await this.#isUpToDate(host, id))) return false;
    // Edits go into a sheet as it was read; whenever rows may have moved, it is read as another.
    const isStill = this.#state.sheets.some((each) => each.live === live);
    if (!isStill) this.#set({ notice: { tone: 'problem', code: 'pane.sheet-changed', params: {} } });
    return isStill;
  }

  /** @returns how much was written: none only where the host did nothing at all */
  async #write(
    host: Host,
    id: SheetId,
    writes: readonly CellWrite[],
    { label, params, undoable }: { label: string; params: MessageParams; undoable: boolean },
  ): Promise<'all' | 'some' | 'none'> {
    const sheet = this.#state.sheets.find((each) => each.id === id);
    if (sheet === undefined || writes.length === 0) return 'none';
    const outcome = await host.write(id, writes);
    if (!outcome.ok) {
      // Nothing was written, or nobody knows what was.
      if (outcome.problem === 'failed' || outcome.problem === 'too-large') await this.#read.one(host, id);
      else if (outcome.problem === 'sheet-gone') await this.#read.all(host);
      this.#tell(outcome);
      return 'none';
    }
    const { changes, skipped, refused } = outcome.value;
    // Rows that have moved meanwhile have taken along what there is to take back.
    if (undoable && !this.#read.isOutdated(id)) this.#undo.push({ sheet: id, label, params, changes });
    this.#read.wrote(sheet, changes);
    const left = [...skipped, ...refused];
    const complete = left.length === 0;
    const problem = skipped.length > 0 ? 'pane.cells-changed' : 'pane.cells-refused';
    this.#set({
      notice: complete
        ? { tone: 'done', code: label, params: { ...params, count: changes.length } }
        : {
            tone: 'problem',
            // A step that was taken back in part is gone: nobody is to try it again.
            code: undoable ? problem : `${problem}/undo`,
            params: { cells: left.slice(0, 5).join('、'), count: left.length },
          },
    });
    return complete ? 'all' : 'some';
  }

  #visibleJob(work: (host: Host) => Promise<void>): Promise<void> {
    return this.#jobs.run(async (host) => {
      this.#set({ busy: true, notice: null });
      try {
        await work(host);
      } finally {
        this.#set({ busy: false });
      }
    });
  }

  #setUnread(unread: HostFailure | null): void {
    const { unread: before } = this.#state;
    if (unread === before) return;
    this.#set({ unread });
    if (unread === null && before !== null) this.#settle(before);
  }

  /** A reason that is one no longer is not told any more: what was refused for it may be tried again. */
  #settle({ problem }: HostFailure): void {
    if (this.#state.notice?.code === `host.${problem}`) this.#set({ notice: null });
  }

  /** Says why a sheet is not known as it is: it cannot be read, or is there no more. */
  #tellUnread(): void {
    this.#tell(this.#state.unread ?? { ok: false, problem: 'sheet-gone' });
  }

  #tell({ problem, detail }: HostFailure): void {
    this.#set({ notice: { tone: 'problem', code: `host.${problem}`, params: { detail: detail ?? '' } } });
  }

  #set(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change, undo: this.#undo.last };
    for (const listener of this.#listeners) listener();
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
