import { openedWork, type BrowserHost, type KeptInFile, type WorkRecord } from '../../hosts/browser';
import { readWorkbook, UnreadableFile } from '../../hosts/file';
import { messageText, type Locale } from '../../rules/messages/message';
import type { Rulebook } from '../../rules/rulebook';
import { officialLayout } from '../../sheet/layout';
import { FORM_ROWS } from '../../taskpane/actions';
import { systemClock } from '../../taskpane/session/clock';
import type { OpenWorks } from '../store/open-elsewhere';
import type { KeptWork, Works } from '../store/works';
import { wordsIn, type WorkbenchWords } from '../words';
import type { OpenedFile } from './file-on-disk';
import { fileReason } from './file-reason';
import { firstVerdict, type FirstVerdict } from './first-verdict';
import type { Job } from './job';
import { copyName, newWork } from './new-work';
import { noOwnFile, type NoOwnFile } from './own-file-text';

/** A work that is ready to be put into the grid: from here on nothing about it can fail. */
export interface ReadyWork {
  readonly work: KeptWork;
  readonly keptInFile: readonly KeptInFile[];
  /** Why the user's own file cannot be written from it; null where it can. */
  readonly noOwnFile: NoOwnFile | null;
  /** The file on the user's disk that it came from. */
  readonly file: OpenedFile | null;
  readonly putInto: (host: BrowserHost) => void;
}

interface OpeningNeeds {
  readonly rulebook: Rulebook;
  readonly works: Works;
  readonly openWorks: OpenWorks;
  readonly locale: () => Locale;
  /** Whether a work is open, which stays where another does not open. */
  readonly hasWork: () => boolean;
  /** The grid, which begins now if it has not yet. */
  readonly grid: () => Promise<BrowserHost>;
  /** Saves the work that is open, so that another may be read: it may be the same. */
  readonly flush: () => Promise<void>;
  /** Puts a work in place of the one that is open. */
  readonly place: (ready: ReadyWork, host: BrowserHost) => Promise<void>;
  /** Hears, in words, what is being opened. */
  readonly opening: (text: string) => void;
  /** Hears, in words, why nothing was opened. */
  readonly problem: (text: string) => void;
  /** Hears that nothing was opened, since another tab has the work open. */
  readonly elsewhere: (work: KeptWork) => void;
}

/** Makes a work ready: an empty form, a work that this browser keeps, or a file. */
export class Opening {
  readonly #needs: OpeningNeeds;

  constructor(needs: OpeningNeeds) {
    this.#needs = needs;
  }

  run(job: Job): Promise<void> {
    if (job.kind === 'new') return this.#begin(job.name);
    return job.kind === 'kept' ? this.#reopen(job.id, job.copy) : this.#open(job.file, job.ours);
  }

  async #begin(name: string): Promise<void> {
    this.#needs.opening(this.#words('opening-grid'));
    await this.#needs.place(
      {
        work: newWork(name),
        keptInFile: [],
        noOwnFile: 'no-file',
        file: null,
        putInto: (host) => {
          host.openEmpty(officialLayout(null), FORM_ROWS, name);
        },
      },
      await this.#needs.grid(),
    );
  }

  async #reopen(id: string, copy: boolean): Promise<void> {
    const { works, openWorks, opening, problem, elsewhere, flush } = this.#needs;
    opening(this.#words('opening-grid'));
    await flush();
    // Before it is read: what another tab still writes is not missed, and no two tabs open it at once.
    const isFree = copy || (await openWorks.claim(id));
    try {
      const kept = await works.load(id);
      if (kept === 'gone' || kept === 'unreadable') problem(this.#words(`work-${kept}`));
      else if (isFree) await this.#restore(kept, copy);
      else elsewhere(kept.work);
    } finally {
      openWorks.giveUp();
    }
  }

  async #restore(
    { work, record }: { readonly work: KeptWork; readonly record: WorkRecord },
    copy: boolean,
  ): Promise<void> {
    const name = copy ? copyName(work.name, this.#words) : work.name;
    await this.#needs.place(
      {
        ...restored(copy ? newWork(name) : work, { ...record, name }),
        file: null,
      },
      await this.#needs.grid(),
    );
  }

  async #open(file: File, ours: boolean): Promise<void> {
    const { name } = file;
    const { rulebook, hasWork, opening, grid, place, problem } = this.#needs;
    opening(this.#words('opening-read', { name }));
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      // Values and verdict take a fraction of the time that the grid needs. The marks are what the bench measures.
      performance.mark('kpy.open');
      const { sheets } = await readWorkbook(bytes);
      performance.mark('kpy.read');
      opening(this.#verdictText(name, firstVerdict(sheets, rulebook, systemClock.today())));
      performance.mark('kpy.first-verdict');
      await painted();
      const host = await grid();
      performance.mark('kpy.grid-begins');
      const opened = await openedWork(bytes, name);
      await place({ ...restored(newWork(name), opened), file: ours ? null : { file, bytes } }, host);
      performance.mark('kpy.ready');
    } catch (error) {
      const code = hasWork() ? 'open-failed-work-stays' : 'open-failed';
      problem(this.#words(code, { name, reason: this.#reason(error) }));
    }
  }

  #verdictText(name: string, verdict: FirstVerdict | null): string {
    if (verdict === null) return this.#words('opening-no-form', { name });
    const code = verdict.sheets > 1 ? 'opening-verdict-several' : 'opening-verdict';
    return this.#words(code, { name, ...verdict });
  }

  /** What is to be said of a file that cannot be opened; anything else is a bug and goes on up. */
  #reason(error: unknown): string {
    if (error instanceof UnreadableFile)
      return messageText(this.#needs.locale(), error.message, error.params);
    if (error instanceof DOMException) return fileReason(error, this.#words);
    throw error;
  }

  #words: WorkbenchWords = (code, params) => wordsIn(this.#needs.locale())(code, params);
}

/** A work as its record has it. */
const restored = (work: KeptWork, record: WorkRecord): Omit<ReadyWork, 'file'> => ({
  work,
  keptInFile: record.keptInFile,
  noOwnFile: noOwnFile(record),
  putInto: (host) => {
    host.restore(record);
    performance.mark('kpy.grid');
  },
});

const LONGEST_FRAME_MS = 300;

/** Gives the browser the moment that it needs to show what was said; a page that nobody sees is given no frame. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      setTimeout(resolve);
    });
    setTimeout(resolve, LONGEST_FRAME_MS);
  });
