import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import type { SheetId } from '../../hosts/host';
import { createBrowserHost, type BrowserHost, type FoundText } from '../../hosts/browser';
import { download } from '../../hosts/download';
import type { FollowedSheet } from '../../taskpane/session/state';
import { lookOf, type Settings } from '../settings';
import { wordsIn, type WorkbenchWords } from '../words';
import { gridFunctions } from './grid-functions';
import { gridNotes } from './grid-notes';

interface GridNeeds {
  readonly settings: Settings;
  /** What is known of a sheet that is in the grid. */
  readonly sheet: (id: SheetId) => FollowedSheet | undefined;
  /** Hears, in words, of something that did not go. */
  readonly problem: (text: string) => void;
  /** Hears that something which was refused has been read: the user went on working. */
  readonly readRefusal: (text: string) => void;
  /** Hears that the workbook in the grid is other than it was. */
  readonly changed: () => void;
  /** Hears that something which the pane keeps in the workbook is other than it was. */
  readonly remembered: () => void;
}

/** The page's one grid, into which works are put one after the other. It is large, and begins with the first of them. */
export class PageGrid {
  readonly element = document.createElement('div');
  readonly #needs: GridNeeds;
  #settings: Settings;
  #host: Promise<BrowserHost> | null = null;
  /** What was said last of something that the grid did not do. */
  #refused: string | null = null;

  constructor(needs: GridNeeds) {
    this.#needs = needs;
    this.#settings = needs.settings;
  }

  /** The grid, which begins now if it has not yet. */
  begin(): Promise<BrowserHost> {
    this.#host ??= this.#create();
    // What did not load this time may load the next time.
    this.#host.catch(() => (this.#host = null));
    return this.#host;
  }

  /** The grid; null where it has not begun, or did not load, which whoever began it says. */
  async host(): Promise<BrowserHost | null> {
    return this.#host?.catch(() => null) ?? null;
  }

  /** Shows the grid in another language or look. */
  show(settings: Settings): void {
    this.#settings = settings;
    void this.host().then((host) => {
      host?.setTheme(lookOf(settings).theme);
      host?.showHeads();
      void host?.setLanguage(settings.locale).catch(() => {
        this.#needs.problem(this.#words('failed'));
      });
    });
  }

  /** Ends what is being typed in a cell. */
  async settle(): Promise<void> {
    await (await this.host())?.settle();
  }

  /** Takes back, or does again, the last step that was made in the grid. */
  async step(which: 'undo' | 'redo'): Promise<void> {
    const host = await this.host();
    await host?.settle();
    host?.[which]();
  }

  /** Goes to the next cell that holds a text, or to the one before. */
  async find(text: string, step: 'next' | 'previous'): Promise<FoundText | null> {
    return (await this.host())?.find(text, step) ?? null;
  }

  /** Puts the keyboard into the grid. */
  async focus(): Promise<void> {
    (await this.host())?.focus();
  }

  async dispose(): Promise<void> {
    const host = this.host();
    this.#host = null;
    (await host)?.dispose();
  }

  async #create(): Promise<BrowserHost> {
    const { sheet, remembered, problem } = this.#needs;
    const host = await createBrowserHost(this.element, {
      language: this.#settings.locale,
      functions: await gridFunctions(),
      ...gridNotes(sheet, () => this.#settings.locale),
      onRefused: (why) => {
        this.#refused = this.#words(`refused-${why}`);
        problem(this.#refused);
      },
      download,
    });
    host.setTheme(lookOf(this.#settings).theme);
    host.onChange((change) => {
      if (change === 'workbook') this.#changed();
      else remembered();
    });
    return host;
  }

  /** Who goes on working has read what was refused, or else it would be taken for what was done since. */
  #changed(): void {
    const { readRefusal, changed } = this.#needs;
    if (this.#refused !== null) readRefusal(this.#refused);
    this.#refused = null;
    changed();
  }

  #words: WorkbenchWords = (code, params) => wordsIn(this.#settings.locale)(code, params);
}
