import type { BrowserHost, WorkRecord } from '../../hosts/browser';
import type { Rulebook } from '../../rules/rulebook';
import { giveLists } from '../../taskpane/actions';
import { LEDGER_KEY } from '../../taskpane/export/export-ledger';
import type { MountedPane } from '../../taskpane/pane';
import { wordsOf } from '../../taskpane/pane-context';
import { systemClock } from '../../taskpane/session/clock';
import { Session } from '../../taskpane/session/session';
import { hasHeader } from '../../taskpane/session/state';
import type { Look } from '../settings';
import { Autosave, type SaveState } from '../store/autosave';
import type { KeptWork, Works } from '../store/works';
import { countsOf } from './work-counts';

/** What a work is followed with. */
export interface Following {
  readonly host: BrowserHost;
  readonly rulebook: Rulebook;
  readonly works: Works;
  readonly work: KeptWork;
  readonly paneElement: HTMLElement;
  readonly look: Look;
  /** Told when the user wants to see a cell of the grid. */
  readonly onSee: () => void;
  readonly onSave: (save: SaveState, work: KeptWork) => void;
}

/**
 * The work that is in the grid, from when it came there until it is left: the session that judges it, the pane beside
 * it, and its copy in the browser.
 */
export class FollowedWork {
  readonly session: Session;
  readonly #host: BrowserHost;
  readonly #works: Works;
  readonly #autosave: Autosave;
  readonly #paneElement: HTMLElement;
  readonly #onSee: () => void;
  #look: Look;
  #pane: MountedPane | null = null;
  /** What the work's ledger of exports held when it was last looked at. */
  #ledger: string | null = null;

  constructor({ host, rulebook, works, work, paneElement, look, onSee, onSave }: Following) {
    this.#host = host;
    this.#works = works;
    this.#paneElement = paneElement;
    this.#look = look;
    this.#onSee = onSee;
    this.session = new Session({ host, rulebook, clock: systemClock });
    this.#autosave = new Autosave({
      works,
      work,
      record: (): WorkRecord | null => host.record(),
      counts: () => countsOf(this.session.state.sheets),
      now: () => Date.now(),
      onState: onSave,
    });
    this.session.subscribe(() => {
      host.showHeads();
    });
  }

  /** Judges it, and shows the pane. */
  async begin(): Promise<void> {
    const { mountPane } = await import('../../taskpane/pane');
    this.#pane = mountPane(this.#paneElement, {
      session: this.session,
      onSee: this.#onSee,
      ...this.#look,
    });
    await this.session.start();
    this.#ledger = await this.session.recall(LEDGER_KEY);
  }

  /** Prepares it for the user: kept if it is new, its lists offered, its first person selected. */
  async prepare(): Promise<void> {
    const isNew = this.work.revision === 0;
    if (isNew) this.#autosave.changed();
    await this.#offerLists(isNew);
    await this.#goToFirst();
  }

  get work(): KeptWork {
    return this.#autosave.work;
  }

  /** Whether leaving it now would lose something. */
  get unsaved(): boolean {
    return this.#autosave.state !== 'saved' || this.#host.isTyping();
  }

  show(look: Look): void {
    this.#look = look;
    this.#pane?.update(look);
  }

  /** Something in the workbook is other than it was. */
  changed(): void {
    this.#autosave.changed();
  }

  /**
   * Something that the pane remembers is other than it was. An entry of the ledger is an export of the clean workbook; a
   * list of findings has none.
   */
  async remembered(): Promise<void> {
    const ledger = await this.session.recall(LEDGER_KEY);
    if (ledger === this.#ledger) this.#autosave.remembered();
    else this.#autosave.exported();
    this.#ledger = ledger;
  }

  saveAs(id: string, name: string): Promise<void> {
    return this.#autosave.saveAs(id, name);
  }

  /** Saves what is not saved yet. */
  flush(): Promise<void> {
    return this.#autosave.flush();
  }

  /** Works were discarded elsewhere: tells where this is one of them, and uses the room where there was none. */
  async discardedElsewhere(): Promise<void> {
    if (this.#autosave.state === 'full') return this.flush();
    const { id } = this.work;
    const kept = await this.#works.list();
    const isGone = kept?.every((work) => work.id !== id) === true;
    if (isGone && this.work.id === id && this.#autosave.state === 'saved') this.#autosave.gone();
  }

  /** Takes its pane away, saves it, and lets go of it. */
  async leave(): Promise<void> {
    this.#pane?.unmount();
    await this.session.stop();
    // What changes while it is being saved is saved too.
    do await this.flush();
    while (this.#autosave.state === 'changed');
    this.#autosave.stop();
  }

  /** The first person is selected, and in sight: the official header is as tall as many a screen. */
  async #goToFirst(): Promise<void> {
    const { sheet } = this.session.state;
    if (sheet === null) return;
    const { rows, headerRow } = sheet.live.reading;
    const first = rows.find(({ hidden }) => !hidden) ?? rows[0];
    const row = (first?.row ?? (headerRow ?? 0) + 1) - 1;
    await this.session.select(sheet.id, row, 0);
    this.#host.reveal(sheet.id, row);
  }

  /** Every form that can be written gets its lists; only what was kept of the user's own is worth a word, and one only. */
  async #offerLists(isNew: boolean): Promise<void> {
    const { session } = this;
    const words = wordsOf(this.#look.locale);
    for (const sheet of session.state.sheets)
      if (hasHeader(sheet) && !sheet.protected) await giveLists({ session, words }, sheet);
    const { notice } = session.state;
    if (notice?.code === 'pane.lists-offered' || (notice?.code === 'pane.lists-kept' && !isNew))
      session.say(null);
  }
}
