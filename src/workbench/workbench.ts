import { loadLanguage } from '../taskpane/language';
import { isNotLoaded } from './not-loaded';
import { forgetSettings, keepSettings, readSettings, type Settings } from './settings';
import { Discards } from './store/discards';
import { OpenWorks } from './store/open-elsewhere';
import { forgetPersistence } from './store/persistence';
import { Works, type KeptWork } from './store/works';
import { wordsIn, type WorkbenchWords } from './words';
import type { Job } from './work/job';
import type { Workspace } from './work/workspace';

/** What the page shows as a whole; a new object after every change. */
export interface WorkbenchState {
  readonly settings: Settings;
  /** The works that this browser keeps, the newest first. */
  readonly kept: readonly KeptWork[];
  /** Whether nobody knows what is kept, since the browser does not say. */
  readonly storeFails: boolean;
  /** The work on the page; null where the start page is shown. */
  readonly workspace: Workspace | null;
  /** True from the moment that something is to be opened until it is, or is not. */
  readonly opening: boolean;
  /** One sentence on the start page, in words. */
  readonly notice: string | null;
  /** What is to be asked before the page is left, in words, and what is done after a yes. */
  readonly asking: { readonly text: string; readonly go: () => void } | null;
  /** A work that was not opened, since another tab has it open. */
  readonly elsewhere: KeptWork | null;
}

const WORK_IN_ADDRESS = /^#work=(\w+)$/;
const addressOf = (id: string): string => `#work=${id}`;
const EXAMPLE = 'examples/messy.xlsx';

/** The page: its start, the work that is open, and what this browser keeps. */
export class Workbench {
  readonly #works = new Works();
  readonly #openWorks = new OpenWorks();
  readonly #listeners = new Set<() => void>();
  readonly #discards = new Discards(() => void this.#discardedElsewhere());
  #chosen = readSettings();
  #state: WorkbenchState = {
    settings: this.#chosen,
    kept: [],
    storeFails: false,
    workspace: null,
    opening: false,
    notice: null,
    asking: null,
    elsewhere: null,
  };
  #last: Promise<void> = Promise.resolve();

  get state(): WorkbenchState {
    return this.#state;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Opens the work that the address names, and lists what is kept: after a reload the page is as it was. */
  async start(): Promise<void> {
    window.addEventListener('popstate', () => void this.#goToAddress());
    // The address comes first: where the browser is slow to say what it keeps, something may be opened meanwhile.
    await Promise.all([this.#goToAddress(), this.#list()]);
  }

  begin(): Promise<void> {
    const moment = new Intl.DateTimeFormat(this.#state.settings.locale, {
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    return this.open({ kind: 'new', name: this.#words('new-name', { time: moment.format(new Date()) }) });
  }

  async openExample(): Promise<void> {
    const example = await fetch(EXAMPLE)
      .then((response) => (response.ok ? response.blob() : null))
      .catch(() => null);
    if (example === null) {
      this.#set({ notice: this.#words('page-failed') });
      return;
    }
    const file = new File([example], `${this.#words('example-name')}.xlsx`);
    await this.open({ kind: 'file', file, ours: true });
  }

  /** Downloads an empty form with lists, for those who fill it in elsewhere. */
  async downloadTemplate(): Promise<void> {
    await this.#trying(
      async () => {
        const { downloadTemplate } = await import('./work/template-file');
        downloadTemplate(`${this.#words('template-name')}.xlsx`);
      },
      (error) => this.#words(isNotLoaded(error) ? 'page-failed' : 'failed'),
    );
  }

  /** Opens a file that was chosen or dropped. Of several, the first; folders beside it are passed over. */
  async openFiles(files: readonly File[], folders = 0): Promise<void> {
    const [file] = files;
    if (file === undefined) {
      if (folders > 0) this.#set({ notice: this.#words('folder-dropped') });
      return;
    }
    await this.open({ kind: 'file', file, ours: false });
    if (files.length + folders === 1) return;
    const { workspace, notice } = this.#state;
    const others = this.#words('file-several', { name: file.name });
    // On the start page, why the first was not opened stands in the same place.
    this.#set({ notice: workspace === null && notice !== null ? `${notice} ${others}` : others });
  }

  /** Opens something in place of what is open. */
  async open(job: Job): Promise<void> {
    await this.#leaving(() => this.#queued(() => this.#open(job)));
  }

  /** Saves the open work and shows the start page. */
  async home(): Promise<void> {
    await this.#leaving(() =>
      this.#queued(async () => {
        await this.#close();
        if (location.hash !== '') history.pushState(null, '', location.pathname);
      }),
    );
  }

  /** Keeps the work on the page as one more, where its own place was taken. */
  async saveCopy(): Promise<void> {
    await this.#state.workspace?.saveCopy();
    this.#showAddress();
  }

  /** The answer to what was asked. */
  answer(yes: boolean): void {
    const { asking } = this.#state;
    this.#set({ asking: null });
    if (yes) asking?.go();
    else this.#showAddress();
  }

  async discard({ id, name }: KeptWork): Promise<void> {
    await this.#trying(
      async () => {
        await this.#works.discard(id);
        this.#discards.tell();
      },
      () => this.#words('discard-failed', { name }),
    );
    await this.#list();
  }

  /** Takes all works and choices off the browser. */
  async wipe(): Promise<void> {
    await this.#trying(
      async () => {
        await this.#works.wipe();
        this.#discards.tell();
        forgetSettings();
        forgetPersistence();
        this.#chosen = readSettings();
        // Before it is said that nothing is left, nothing is shown.
        await this.#list();
        this.#set({ notice: this.#words('wiped'), settings: this.#chosen });
      },
      () => this.#words('wipe-failed'),
    );
  }

  async choose(change: Partial<Settings>): Promise<void> {
    const settings = { ...this.#chosen, ...change };
    this.#chosen = settings;
    keepSettings(settings);
    await loadLanguage(settings.locale);
    // Another choice was made meanwhile.
    if (this.#chosen !== settings) return;
    this.#set({ settings });
    this.#state.workspace?.show(settings);
  }

  dismiss(): void {
    this.#set({ notice: null, elsewhere: null });
  }

  /** Saves the open work and goes on; where it cannot be saved, only after a yes. */
  async #leaving(go: () => Promise<void>): Promise<void> {
    const { workspace } = this.#state;
    await workspace?.settle();
    await workspace?.flush();
    if (workspace?.unsaved !== true) return go();
    const why = this.#words(`save-${workspace.state.save}`);
    this.#set({ asking: { text: this.#words('leave-unsaved', { why }), go: () => void go() } });
  }

  /** One after the other, whatever became of the one before. */
  #queued(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(work).catch((error: unknown) => {
      this.#set({ notice: this.#words('failed') });
      console.error(error);
    });
    return this.#last;
  }

  async #open(job: Job): Promise<void> {
    this.#set({ opening: true, notice: null, elsewhere: null });
    try {
      const workspace = this.#state.workspace ?? (await this.#enter());
      await workspace.run(job);
      const { work, problem, elsewhere } = workspace.state;
      if (work === null) {
        await this.#close();
        this.#set({ notice: problem, elsewhere });
        return;
      }
      this.#showAddress();
    } catch (error) {
      // What is open stays open.
      this.#set({ notice: this.#words(isNotLoaded(error) ? 'page-failed' : 'failed') });
      console.error(error);
      if (this.#state.workspace?.state.work === null) await this.#close();
    } finally {
      this.#set({ opening: false });
    }
  }

  /** The address names the work on the page, so that a reload finds it. */
  #showAddress(): void {
    const id = this.#state.workspace?.state.work?.id;
    if (id !== undefined && location.hash !== addressOf(id)) history.pushState(null, '', addressOf(id));
  }

  /** Shows the page of a work, empty yet. */
  async #enter(): Promise<Workspace> {
    const { Workspace } = await import('./work/workspace');
    await loadLanguage(this.#state.settings.locale);
    const workspace = new Workspace({
      works: this.#works,
      openWorks: this.#openWorks,
      settings: this.#state.settings,
    });
    this.#set({ workspace });
    return workspace;
  }

  async #close(): Promise<void> {
    const { workspace } = this.#state;
    this.#set({ workspace: null });
    await workspace?.close();
    await this.#list();
  }

  async #goToAddress(): Promise<void> {
    const id = WORK_IN_ADDRESS.exec(location.hash)?.[1];
    if (id === undefined) {
      if (this.#state.workspace !== null) await this.#leaving(() => this.#queued(() => this.#close()));
    } else if (this.#state.workspace?.state.work?.id !== id)
      await this.open({ kind: 'kept', id, copy: false });
  }

  async #list(): Promise<void> {
    const kept = await this.#works.list();
    this.#set({ kept: kept ?? [], storeFails: kept === null });
  }

  async #discardedElsewhere(): Promise<void> {
    const { workspace } = this.#state;
    if (workspace === null) await this.#list();
    else await workspace.discardedElsewhere();
  }

  /** Says what went wrong, where something does. */
  async #trying(work: () => Promise<void>, problem: (error: unknown) => string): Promise<void> {
    this.#set({ notice: null });
    try {
      await work();
    } catch (error) {
      this.#set({ notice: problem(error) });
      console.error(error);
    }
  }

  #words: WorkbenchWords = (code, params) => wordsIn(this.#state.settings.locale)(code, params);

  #set(change: Partial<WorkbenchState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
