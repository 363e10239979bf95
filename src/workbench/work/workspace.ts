import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import {
  createBrowserHost,
  openedWork,
  type BrowserHost,
  type FoundText,
  type KeptInFile,
  type WorkRecord,
} from '../../hosts/browser';
import { download } from '../../hosts/download';
import { readWorkbook, UnreadableFile } from '../../hosts/file';
import { messageText } from '../../rules/messages/message';
import { CURRENT_NOTICE } from '../../rules/current-notice';
import { rulebookOf } from '../../rules/rulebook';
import { officialLayout } from '../../sheet/layout';
import { FORM_ROWS } from '../../taskpane/actions';
import type { Session } from '../../taskpane/session/session';
import { systemClock } from '../../taskpane/session/clock';
import { isDark, type Settings } from '../settings';
import type { SaveState } from '../store/autosave';
import type { OpenWorks } from '../store/open-elsewhere';
import type { KeptWork, Works } from '../store/works';
import { wordsIn } from '../words';
import { fileReason } from './file-reason';
import { firstVerdict, type FirstVerdict } from './first-verdict';
import { FollowedWork, type PaneLook } from './followed-work';
import { gridFunctions } from './grid-functions';
import { gridNotes } from './grid-notes';
import type { Job } from './job';
import { ownFileProblem, ownFileResults } from './own-file-text';
import { TypedField } from './typed-field';

/** What the page shows of a work; a new object after every change. */
export interface WorkspaceState {
  /** What is being opened, in words; null where nothing is. */
  readonly opening: string | null;
  /** What went wrong last, in words. */
  readonly problem: string | null;
  /** A work that another tab has open, so that it was not opened here. */
  readonly elsewhere: KeptWork | null;
  readonly work: KeptWork | null;
  readonly save: SaveState;
  readonly keptInFile: readonly KeptInFile[];
  /** Whether the user's file was changed on disk since it was opened. */
  readonly changedOnDisk: boolean;
  readonly hasFile: boolean;
  readonly session: Session | null;
}

const NOTHING: WorkspaceState = {
  opening: null,
  problem: null,
  elsewhere: null,
  work: null,
  save: 'saved',
  keptInFile: [],
  changedOnDisk: false,
  hasFile: false,
  session: null,
};

/** What the workspace is put together from. */
export interface WorkspaceOptions {
  readonly works: Works;
  readonly openWorks: OpenWorks;
  readonly settings: Settings;
}

/** Opens works in the page's one grid, one in place of the other, and says how the page stands. */
export class Workspace {
  /** Where the grid is, and the pane. The page puts them where it has room, before anything is opened. */
  readonly gridElement = document.createElement('div');
  readonly paneElement = document.createElement('div');
  readonly #field = new TypedField(this.paneElement);
  readonly #options: WorkspaceOptions;
  readonly #listeners = new Set<() => void>();
  readonly #rulebook = rulebookOf(CURRENT_NOTICE);
  #settings: Settings;
  #state: WorkspaceState = NOTHING;
  #host: Promise<BrowserHost> | null = null;
  #followed: FollowedWork | null = null;
  #file: File | null = null;
  #see: () => void = () => undefined;
  /** What was said last of something that the grid did not do. */
  #refused: string | null = null;

  constructor(options: WorkspaceOptions) {
    this.#options = options;
    this.#settings = options.settings;
  }

  get state(): WorkspaceState {
    return this.#state;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Calls the listener when the user wants to see a cell: where grid and pane take turns, it is the grid's. */
  onSee(listener: () => void): void {
    this.#see = listener;
  }

  /** Opens a work in place of the one that is open, which stays as it is where that fails. */
  async run(job: Job): Promise<void> {
    this.#set({ problem: null, elsewhere: null });
    try {
      if (job.kind === 'new') await this.#begin(job.name);
      else if (job.kind === 'kept') await this.#reopen(job.id, job.copy);
      else await this.#open(job.file, job.ours);
    } finally {
      this.#set({ opening: null });
    }
  }

  /** Shows the page in another language or look. */
  show(settings: Settings): void {
    this.#settings = settings;
    const look = lookOf(settings);
    this.#followed?.show(look);
    void this.#host?.then((host) => {
      host.setTheme(look.theme);
      host.showHeads();
      void host.setLanguage(settings.locale).catch(() => {
        this.#set({ problem: this.#words('failed') });
      });
    });
  }

  /** Takes back, or does again, the last step that was made in the grid. */
  async step(which: 'undo' | 'redo'): Promise<void> {
    const host = await this.#host;
    await host?.settle();
    host?.[which]();
  }

  /** Goes to the next cell that holds a text, or to the one before. */
  async find(text: string, step: 'next' | 'previous'): Promise<FoundText | null> {
    return (await this.#host)?.find(text, step) ?? null;
  }

  /** Downloads the user's own file, with the cells that changed. */
  async downloadOwnFile(): Promise<void> {
    const { work } = this.#state;
    const host = await this.#host;
    if (host === null || work === null) return;
    const file = await host.ownFile();
    const { locale } = this.#settings;
    if (file.ok) download(file.value.bytes, work.name);
    this.#set({
      problem: file.ok ? ownFileResults(file.value.results, locale) : ownFileProblem(file, locale),
    });
  }

  /** Keeps the work on the page as one more, where its own place was taken. @returns once it is kept, or is not */
  async saveCopy(): Promise<void> {
    const { work } = this.#state;
    const followed = this.#followed;
    if (work === null || followed === null) return;
    await followed.saveAs(newId(), this.#copyName(work.name));
    this.#options.openWorks.hold(followed.work.id);
  }

  /** Ends what is being typed in a cell or in a field of the pane, so that it is part of the work. */
  async settle(): Promise<void> {
    const field = document.activeElement;
    if (field instanceof HTMLElement && this.paneElement.contains(field)) field.blur();
    await (await this.#host)?.settle();
    await this.#state.session?.caughtUp();
  }

  /** Saves what is not saved yet. */
  async flush(): Promise<void> {
    await this.#followed?.flush();
  }

  /** Whether closing the page now would lose something. */
  get unsaved(): boolean {
    return this.#followed !== null && (this.#followed.unsaved || this.#field.isTyped);
  }

  /** Other works were discarded: where the browser had no room, it may have some now. */
  async roomMade(): Promise<void> {
    if (this.#state.save === 'full') await this.flush();
  }

  /** Looks whether the file on disk is still the one that was opened: one that changed can no longer be read. */
  async lookAtFile(): Promise<void> {
    const file = this.#file;
    if (file === null) return;
    const readable = await file
      .slice(0, 1)
      .arrayBuffer()
      .then(
        () => true,
        () => false,
      );
    if (this.#file === file) this.#set({ changedOnDisk: !readable });
  }

  /** Puts the keyboard into the grid. */
  async focusGrid(): Promise<void> {
    (await this.#host)?.focus();
  }

  /** Puts the keyboard into the pane: its open tab, or the first thing that can be reached. */
  focusPane(): void {
    const { paneElement } = this;
    const target =
      paneElement.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]') ??
      paneElement.querySelector<HTMLElement>('button');
    target?.focus();
  }

  /** The user has read it. */
  dismiss(what: 'problem' | 'keptInFile' | 'changedOnDisk'): void {
    if (what === 'changedOnDisk') this.#file = null;
    this.#set({ [what]: NOTHING[what] });
  }

  /** Saves, and takes everything off the page. */
  async close(): Promise<void> {
    await this.#leave();
    const host = this.#host;
    this.#host = null;
    (await host)?.dispose();
    this.#listeners.clear();
  }

  async #begin(name: string): Promise<void> {
    this.#set({ opening: this.#words('opening-grid') });
    const host = await this.#grid();
    await this.#leave();
    host.openEmpty(officialLayout(null), FORM_ROWS, name);
    await this.#follow(host, { work: newWork(name), keptInFile: [], hasFile: false });
  }

  async #reopen(id: string, copy: boolean): Promise<void> {
    this.#set({ opening: this.#words('opening-grid') });
    await this.flush();
    const { works, openWorks } = this.#options;
    // Before it is read: what another tab still writes is not missed, and no two tabs open it at once.
    const isFree = copy || (await openWorks.claim(id));
    try {
      const kept = await works.load(id);
      if (kept === 'gone' || kept === 'unreadable') this.#set({ problem: this.#words(`work-${kept}`) });
      else if (isFree) await this.#restore(kept, copy);
      else this.#set({ elsewhere: kept.work });
    } finally {
      openWorks.giveUp();
    }
  }

  async #restore(
    kept: { readonly work: KeptWork; readonly record: WorkRecord },
    copy: boolean,
  ): Promise<void> {
    const name = copy ? this.#copyName(kept.work.name) : kept.work.name;
    const host = await this.#grid();
    await this.#leave();
    host.restore({ ...kept.record, name });
    await this.#follow(host, {
      work: copy ? newWork(name) : kept.work,
      keptInFile: kept.record.keptInFile,
      hasFile: canBeWritten(kept.record),
    });
  }

  async #open(file: File, ours: boolean): Promise<void> {
    const { name } = file;
    this.#set({ opening: this.#words('opening-read', { name }) });
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      // Values and verdict take a fraction of the time that the grid needs. The marks are what the bench measures.
      performance.mark('kpy.open');
      const { sheets } = await readWorkbook(bytes);
      performance.mark('kpy.read');
      const verdict = firstVerdict(sheets, this.#rulebook, systemClock.today());
      this.#set({ opening: this.#opening(name, verdict) });
      performance.mark('kpy.first-verdict');
      await painted();
      const host = await this.#grid();
      performance.mark('kpy.grid-begins');
      const opened = await openedWork(bytes, name);
      // From here on nothing about the file can fail: the open work makes room.
      await this.#leave();
      host.restore(opened);
      performance.mark('kpy.grid');
      const hasFile = canBeWritten(opened);
      await this.#follow(host, { work: newWork(name), keptInFile: opened.keptInFile, hasFile });
      performance.mark('kpy.ready');
      this.#file = ours ? null : file;
    } catch (error) {
      this.#set({ problem: this.#words('open-failed', { name, reason: this.#reason(error) }) });
    }
  }

  /** What is to be said of a file that cannot be opened; anything else is a bug and goes on up. */
  #reason(error: unknown): string {
    if (error instanceof UnreadableFile)
      return messageText(this.#settings.locale, error.message, error.params);
    if (error instanceof DOMException) return fileReason(error, this.#words);
    throw error;
  }

  #opening(name: string, verdict: FirstVerdict | null): string {
    return verdict === null
      ? this.#words('opening-no-form', { name })
      : this.#words('opening-verdict', { name, ...verdict });
  }

  /** The grid, which is large, begins with the first work. */
  #grid(): Promise<BrowserHost> {
    this.#host ??= gridFunctions().then((functions) =>
      createBrowserHost(this.gridElement, {
        language: this.#settings.locale,
        functions,
        ...gridNotes(
          (sheet) => this.#state.session?.state.sheets.find(({ id }) => id === sheet),
          () => this.#settings.locale,
        ),
        onRefused: (why) => {
          this.#refused = this.#words(`refused-${why}`);
          this.#set({ problem: this.#refused });
        },
        download,
      }).then((host) => {
        host.setTheme(lookOf(this.#settings).theme);
        host.onChange((change) => {
          if (change === 'workbook') this.#changed();
          else void this.#followed?.remembered();
        });
        return host;
      }),
    );
    // What did not load this time may load the next time.
    this.#host.catch(() => (this.#host = null));
    return this.#host;
  }

  /** Judges the work that the grid now holds, shows the pane beside it, and keeps it. */
  async #follow(
    host: BrowserHost,
    {
      work,
      keptInFile,
      hasFile,
    }: Pick<WorkspaceState, 'keptInFile' | 'hasFile'> & { readonly work: KeptWork },
  ): Promise<void> {
    const followed = new FollowedWork({
      host,
      rulebook: this.#rulebook,
      works: this.#options.works,
      work,
      paneElement: this.paneElement,
      look: lookOf(this.#settings),
      onSee: () => {
        this.#see();
      },
      onSave: (save, now) => {
        this.#set({ save, work: now });
      },
    });
    this.#followed = followed;
    await followed.begin();
    this.#options.openWorks.hold(work.id);
    const { session } = followed;
    this.#set({ work, save: 'saved', session, keptInFile, changedOnDisk: false, hasFile });
    await followed.prepare();
  }

  /** Who goes on working has read what was refused, or else it would be taken for what was done since. */
  #changed(): void {
    if (this.#refused !== null && this.#state.problem === this.#refused) this.#set({ problem: null });
    this.#refused = null;
    this.#followed?.changed();
  }

  /** Saves the open work and lets go of it. */
  async #leave(): Promise<void> {
    await this.settle();
    await this.#followed?.leave();
    this.#options.openWorks.hold(null);
    this.#followed = null;
    this.#file = null;
    this.#set({ work: null, session: null, keptInFile: [], changedOnDisk: false, hasFile: false });
  }

  /** The name of a copy, which ends as the name of the file does. */
  #copyName(name: string): string {
    const [ending = ''] = /\.\w{3,4}$/.exec(name) ?? [];
    return this.#words('copy-name', { name: name.slice(0, name.length - ending.length), ending });
  }

  #words: ReturnType<typeof wordsIn> = (code, params) => wordsIn(this.#settings.locale)(code, params);

  #set(change: Partial<WorkspaceState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** Of an .xls only the values were read: it cannot be written as it was. */
const canBeWritten = ({ file, keptInFile }: WorkRecord): boolean =>
  file !== null && !keptInFile.includes('formats');

const lookOf = ({ locale, theme }: Settings): PaneLook => ({
  locale,
  theme: isDark(theme) ? 'dark' : 'light',
});

const newWork = (name: string): KeptWork => ({
  id: newId(),
  name,
  savedAt: Date.now(),
  exportedAt: null,
  revision: 0,
  people: 0,
  errors: 0,
});

/** Random enough to tell works apart, also on a page that is not served over https. */
const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/** Gives the browser the moment that it needs to show what was said. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      setTimeout(resolve);
    });
  });
