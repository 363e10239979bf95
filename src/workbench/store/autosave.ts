import type { WorkRecord } from '../../hosts/browser';
import type { KeptWork, SaveOutcome, WorkCounts, Works } from './works';

/** Changes wait for so much quiet, but never longer than the second: a crash loses no more than that. */
const QUIET = 800;
const LONGEST = 5_000;
/** A browser without room is asked again after so long, then after twice as long each time, up to the second. */
const AGAIN = 10_000;
const SELDOM = 300_000;

/** How it stands with the work on the page. `changed` waits to be saved; the others are as in `SaveOutcome`. */
export type SaveState = 'changed' | SaveOutcome['outcome'];

export interface AutosaveOptions {
  readonly works: Pick<Works, 'save'>;
  readonly work: KeptWork;
  /** The work as it is now; null while there is nothing to keep. */
  readonly record: () => WorkRecord | null;
  /** What lists say of it. */
  readonly counts: () => WorkCounts;
  readonly now: () => number;
  readonly onState: (state: SaveState, work: KeptWork) => void;
}

/** Keeps the open work in the browser as it changes. */
export class Autosave {
  readonly #options: AutosaveOptions;
  #work: KeptWork;
  #state: SaveState = 'saved';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitingSince: number | null = null;
  #stopped = false;
  #again = AGAIN;
  #last: Promise<void> = Promise.resolve();

  constructor(options: AutosaveOptions) {
    this.#options = options;
    this.#work = options.work;
  }

  get state(): SaveState {
    return this.#state;
  }

  get work(): KeptWork {
    return this.#work;
  }

  /** The work is other than it was saved. */
  changed(): void {
    this.#work = { ...this.#work, exportedAt: null };
    this.#soon();
  }

  /** Something is kept within the work that an export would not show. */
  remembered(): void {
    this.#soon();
  }

  /** The clean workbook of what is on the page was given to the user. */
  exported(): void {
    this.#work = { ...this.#work, exportedAt: this.#options.now() };
    this.#soon();
  }

  /** Saves what is not saved yet, now, also where the browser had no room the last time. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#waitingSince === null || this.#stopped) return this.#last;
    this.#waitingSince = null;
    this.#last = this.#last.then(() => this.#save());
    return this.#last;
  }

  /** Goes on under another identity, as where this one was taken by another tab or discarded. */
  saveAs(id: string, name: string): Promise<void> {
    this.#work = { ...this.#work, id, name, revision: 0 };
    this.#waitingSince ??= this.#options.now();
    return this.flush();
  }

  /** The work that was saved was discarded elsewhere: what is on the page is the only one from now on. */
  gone(): void {
    if (this.#stopped) return;
    this.#waitingSince ??= this.#options.now();
    this.#tell('gone');
  }

  /** Saves no more, whatever comes: the page holds another work from now on. What is not saved yet is lost: flush first. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#waitingSince = null;
    this.#stopped = true;
  }

  #soon(): void {
    if (this.#stopped) return;
    const now = this.#options.now();
    this.#waitingSince ??= now;
    // One that was discarded or taken elsewhere is not brought back behind the user's back; and a browser that keeps
    // nothing now is asked again in its time, not at every change.
    if (this.#state !== 'saved' && this.#state !== 'changed') return;
    this.#tell('changed');
    this.#saveSoon();
  }

  #saveSoon(): void {
    const left = Math.max(0, LONGEST - (this.#options.now() - (this.#waitingSince ?? 0)));
    this.#saveIn(Math.min(QUIET, left));
  }

  #saveLater(): void {
    this.#saveIn(this.#again);
    this.#again = Math.min(SELDOM, this.#again * 2);
  }

  #saveIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), milliseconds);
  }

  async #save(): Promise<void> {
    const { now } = this.#options;
    const outcome = await this.#outcome();
    if (this.#stopped) return;
    if (outcome === null) {
      this.#tell('saved');
      return;
    }
    if (outcome.outcome === 'saved') {
      // What happened while it was being saved stays as it is now.
      this.#work = { ...outcome.work, exportedAt: this.#work.exportedAt };
      this.#again = AGAIN;
      if (this.#waitingSince !== null) this.#saveSoon();
    } else this.#waitingSince ??= now();
    if (outcome.outcome === 'full' || outcome.outcome === 'unavailable') this.#saveLater();
    this.#tell(this.#waitingSince !== null && outcome.outcome === 'saved' ? 'changed' : outcome.outcome);
  }

  /** Null where there is nothing to save. A work that cannot be read out is not kept, which is to be told like the rest. */
  async #outcome(): Promise<SaveOutcome | null> {
    const { works, record, counts, now } = this.#options;
    try {
      const content = record();
      if (content === null) return null;
      const { name } = this.#work;
      return await works.save({ ...this.#work, ...counts(), savedAt: now() }, { ...content, name });
    } catch {
      return { outcome: 'unavailable' };
    }
  }

  #tell(state: SaveState): void {
    this.#state = state;
    this.#options.onState(state, this.#work);
  }
}
