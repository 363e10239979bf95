import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { WorkRecord } from '../../hosts/browser';
import { askToPersist } from './persistence';

/** A work that is kept in this browser, as lists show it. */
export interface KeptWork {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970, as `Date.now()`. */
  readonly savedAt: number;
  /** When the clean workbook was last exported; null for never, or where it changed since. */
  readonly exportedAt: number | null;
  /** Counts every save, so that a tab sees that another has saved since. 0 stands for one that was never saved. */
  readonly revision: number;
  /**
   * The sheets with people, which are applications apart: often last year's beside this year's. Missing where it was kept
   * before this was counted.
   */
  readonly sheets?: number;
  /** Rows with people, and errors, over all of these sheets. */
  readonly people: number;
  readonly errors: number;
}

/** What lists say of a work's sheets. */
export type WorkCounts = Required<Pick<KeptWork, 'sheets' | 'people' | 'errors'>>;

/**
 * What became of saving a work.
 *
 * - `saved`: it is in the browser, as `work`.
 * - `conflict`: another tab has saved the same work since; nothing was written.
 * - `gone`: the work was discarded since; nothing was written.
 * - `full`: the browser has no more room; nothing was written.
 * - `unavailable`: the browser lets this page keep nothing.
 */
export type SaveOutcome =
  | { readonly outcome: 'saved'; readonly work: KeptWork }
  | { readonly outcome: 'conflict' | 'gone' | 'full' | 'unavailable' };

interface Schema extends DBSchema {
  /** What lists need, apart from the records, which are large. */
  works: { key: string; value: KeptWork };
  records: { key: string; value: WorkRecord };
}

const NAME = 'kpy-workbench';
const VERSION = 1;

const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError';

/** The works that this browser keeps, in IndexedDB: on this machine alone, until they are discarded. */
export class Works {
  #database: Promise<IDBPDatabase<Schema>> | null = null;

  /** The newest first; null where they cannot be read, or the browser lets this page keep nothing. */
  async list(): Promise<readonly KeptWork[] | null> {
    try {
      const works = await (await this.#open()).getAll('works');
      return works.sort((a, b) => b.savedAt - a.savedAt);
    } catch {
      return null;
    }
  }

  /** `gone` where there is no such work (any more), `unreadable` where nobody knows whether there is. */
  async load(
    id: string,
  ): Promise<{ readonly work: KeptWork; readonly record: WorkRecord } | 'gone' | 'unreadable'> {
    try {
      const reading = (await this.#open()).transaction(['works', 'records']);
      const [work, record] = await Promise.all([
        reading.objectStore('works').get(id),
        reading.objectStore('records').get(id),
      ]);
      return work === undefined || record === undefined ? 'gone' : { work, record };
    } catch {
      return 'unreadable';
    }
  }

  /** Keeps a work that was loaded, or last saved, at its revision. */
  async save(work: KeptWork, record: WorkRecord): Promise<SaveOutcome> {
    try {
      const writing = (await this.#open()).transaction(['works', 'records'], 'readwrite');
      const works = writing.objectStore('works');
      const kept = await works.get(work.id);
      if (kept === undefined && work.revision > 0) return { outcome: 'gone' };
      if (kept !== undefined && kept.revision !== work.revision) return { outcome: 'conflict' };
      const saved = { ...work, revision: work.revision + 1 };
      // Where there is no room they only say that they were given up; the transaction says why.
      for (const put of [works.put(saved), writing.objectStore('records').put(record, work.id)])
        put.catch(() => undefined);
      await writing.done;
      void askToPersist();
      return { outcome: 'saved', work: saved };
    } catch (error) {
      return { outcome: isFull(error) ? 'full' : 'unavailable' };
    }
  }

  /** @throws where the store does not do it */
  async discard(id: string): Promise<void> {
    const writing = (await this.#open()).transaction(['works', 'records'], 'readwrite');
    await Promise.all([
      writing.objectStore('works').delete(id),
      writing.objectStore('records').delete(id),
      writing.done,
    ]);
  }

  /** Discards all works. @throws where the store does not do it */
  async wipe(): Promise<void> {
    const writing = (await this.#open()).transaction(['works', 'records'], 'readwrite');
    await Promise.all([
      writing.objectStore('works').clear(),
      writing.objectStore('records').clear(),
      writing.done,
    ]);
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    this.#database ??= openDB<Schema>(NAME, VERSION, {
      upgrade(database) {
        database.createObjectStore('works', { keyPath: 'id' });
        database.createObjectStore('records');
      },
      // A page of a newer version must be able to change the database while this one is open.
      blocking: (_, __, event) => {
        if (event.target instanceof IDBDatabase) event.target.close();
        this.#database = null;
      },
      terminated: () => {
        this.#database = null;
      },
    });
    this.#database.catch(() => (this.#database = null));
    return this.#database;
  }
}
