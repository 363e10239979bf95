import type { BrowserHost, FoundText, KeptInFile } from '../../hosts/browser';
import { download } from '../../hosts/download';
import { CURRENT_NOTICE } from '../../rules/current-notice';
import { rulebookOf } from '../../rules/rulebook';
import type { Session } from '../../taskpane/session/session';
import { lookOf, type Settings } from '../settings';
import type { SaveState } from '../store/autosave';
import type { OpenWorks } from '../store/open-elsewhere';
import type { KeptWork, Works } from '../store/works';
import { wordsIn, type WorkbenchWords } from '../words';
import { FileOnDisk } from './file-on-disk';
import { FollowedWork } from './followed-work';
import type { Job } from './job';
import { copyName, newId } from './new-work';
import { Opening, type ReadyWork } from './opening';
import { ownFileNotes, ownFileProblem, type NoOwnFile } from './own-file-text';
import { PageGrid } from './page-grid';
import { PanePlace } from './pane-place';

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
  /** Why the user's own file cannot be written from the work; null where it can. */
  readonly noOwnFile: NoOwnFile | null;
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
  noOwnFile: 'no-file',
  session: null,
};

/** What the workspace is put together from. */
export interface WorkspaceOptions {
  readonly works: Works;
  readonly openWorks: OpenWorks;
  readonly settings: Settings;
}

/** The work on the page, with its grid and its pane: opens one in place of the other, and says how the page stands. */
export class Workspace {
  readonly #options: WorkspaceOptions;
  readonly #listeners = new Set<() => void>();
  readonly #rulebook = rulebookOf(CURRENT_NOTICE);
  readonly #file = new FileOnDisk();
  readonly #pane = new PanePlace();
  readonly #grid: PageGrid;
  readonly #opening: Opening;
  #settings: Settings;
  #state: WorkspaceState = NOTHING;
  #followed: FollowedWork | null = null;
  #see: () => void = () => undefined;

  constructor(options: WorkspaceOptions) {
    const { works, openWorks, settings } = options;
    this.#options = options;
    this.#settings = settings;
    const problem = (text: string): void => {
      this.#set({ problem: text });
    };
    this.#grid = new PageGrid({
      settings,
      sheet: (id) => this.#state.session?.state.sheets.find((sheet) => sheet.id === id),
      problem,
      readRefusal: (text) => {
        if (this.#state.problem === text) this.#set({ problem: null });
      },
      changed: () => this.#followed?.changed(),
      remembered: () => void this.#followed?.remembered(),
    });
    this.#opening = new Opening({
      rulebook: this.#rulebook,
      works,
      openWorks,
      locale: () => this.#settings.locale,
      hasWork: () => this.#state.work !== null,
      grid: () => this.#grid.begin(),
      flush: () => this.flush(),
      place: (ready, host) => this.#place(ready, host),
      opening: (text) => {
        this.#set({ opening: text });
      },
      problem,
      elsewhere: (work) => {
        this.#set({ elsewhere: work });
      },
    });
  }

  /** Where the grid is. The page puts it where it has room, before anything is opened. */
  get gridElement(): HTMLElement {
    return this.#grid.element;
  }

  /** Where the pane is; likewise. */
  get paneElement(): HTMLElement {
    return this.#pane.element;
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
      await this.#opening.run(job);
    } finally {
      this.#set({ opening: null });
    }
  }

  /** Shows the page in another language or look. */
  show(settings: Settings): void {
    this.#settings = settings;
    this.#followed?.show(lookOf(settings));
    this.#grid.show(settings);
  }

  /** Takes back, or does again, the last step that was made in the grid. */
  step(which: 'undo' | 'redo'): Promise<void> {
    return this.#grid.step(which);
  }

  /** Goes to the next cell that holds a text, or to the one before. */
  find(text: string, step: 'next' | 'previous'): Promise<FoundText | null> {
    return this.#grid.find(text, step);
  }

  /** Downloads the user's own file, with the cells that changed. */
  async downloadOwnFile(): Promise<void> {
    const { work } = this.#state;
    const host = await this.#grid.host();
    if (host === null || work === null) return;
    const file = await host.ownFile();
    const { locale } = this.#settings;
    if (file.ok) download(file.value.bytes, work.name);
    this.#set({
      problem: file.ok ? ownFileNotes(file.value, locale) : ownFileProblem(file, locale),
    });
  }

  /** Keeps the work on the page as one more, where its own place was taken. @returns once it is kept, or is not */
  async saveCopy(): Promise<void> {
    const { work } = this.#state;
    const followed = this.#followed;
    if (work === null || followed === null) return;
    await followed.saveAs(newId(), copyName(work.name, this.#words));
    this.#options.openWorks.hold(followed.work.id);
  }

  /** Ends what is being typed in a cell or in a field of the pane, so that it is part of the work. */
  async settle(): Promise<void> {
    this.#pane.endTyping();
    await this.#grid.settle();
    await this.#state.session?.caughtUp();
  }

  /** Saves at once, with what is being typed; whoever is in the pane goes on there. */
  async save(): Promise<void> {
    const { focused } = this.#pane;
    await this.settle();
    focused?.focus();
    await this.flush();
  }

  /** Saves what is not saved yet. */
  async flush(): Promise<void> {
    await this.#followed?.flush();
  }

  /** Whether closing the page now would lose something. */
  get unsaved(): boolean {
    return this.#followed !== null && (this.#followed.unsaved || this.#pane.isTyping);
  }

  /** Works were discarded in another tab: this one may be among them, or there may be room again. */
  async discardedElsewhere(): Promise<void> {
    await this.#followed?.discardedElsewhere();
  }

  /** Looks whether the file on disk is still the one that was opened. */
  async lookAtFile(): Promise<void> {
    const changedOnDisk = await this.#file.hasChanged();
    if (changedOnDisk !== null) this.#set({ changedOnDisk });
  }

  /** Puts the keyboard into the grid. */
  focusGrid(): Promise<void> {
    return this.#grid.focus();
  }

  /** Puts the keyboard into the pane. */
  focusPane(): void {
    this.#pane.focus();
  }

  /** The user has read it. */
  dismiss(what: 'problem' | 'keptInFile' | 'changedOnDisk'): void {
    if (what === 'changedOnDisk') this.#file.follow(null);
    this.#set({ [what]: NOTHING[what] });
  }

  /** Saves, and takes everything off the page. */
  async close(): Promise<void> {
    await this.#leave();
    await this.#grid.dispose();
    this.#listeners.clear();
  }

  /** Puts a work into the grid in place of the open one, judges it, shows the pane beside it, and keeps it. */
  async #place({ work, keptInFile, noOwnFile, file, putInto }: ReadyWork, host: BrowserHost): Promise<void> {
    await this.#leave();
    putInto(host);
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
    this.#set({ work, save: 'saved', session, keptInFile, changedOnDisk: false, noOwnFile });
    await followed.prepare();
    this.#file.follow(file);
  }

  /** Saves the open work and lets go of it. */
  async #leave(): Promise<void> {
    await this.settle();
    await this.#followed?.leave();
    this.#options.openWorks.hold(null);
    this.#followed = null;
    this.#file.follow(null);
    this.#set({ work: null, session: null, keptInFile: [], changedOnDisk: false, noOwnFile: 'no-file' });
  }

  #words: WorkbenchWords = (code, params) => wordsIn(this.#settings.locale)(code, params);

  #set(change: Partial<WorkspaceState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
