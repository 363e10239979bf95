import {
  ICommandService,
  type Injector,
  LifecycleService,
  LifecycleStages,
  RedoCommand,
  ThemeService,
  UndoCommand,
  type Univer,
  type Worksheet,
} from '@univerjs/core';
import {
  ILayoutService,
  InsertRowMutation,
  InsertSheetCommand,
  RemoveRowMutation,
  SetFrozenMutation,
  SetWorksheetActiveOperation,
  type IInsertRowMutationParams,
  type IRemoveRowsMutationParams,
} from '@univerjs/preset-sheets-core';
import { done, type Host, type HostedSheet, type HostFailure, type Outcome, type SheetId } from '../host';
import { nextPlace, placesOf } from '../../sheet/find-text';
import type { OfficialLayout } from '../../sheet/layout';
import { AfterQuestions } from './after-questions';
import { insertRows, removeRows, showOnly } from './body-rows';
import { sheetIdOf, workbookData } from './bridge/workbook-data';
import { closeEditor, isTyping } from './cell-editor';
import type { BrowserHost, BrowserHostOptions, FoundText, WorkChange } from './browser-host';
import { CellVoice } from './cell-voice';
import { ColumnHeads } from './column-heads';
import { formSheet } from './form-sheet';
import { isChange } from './grid-changes';
import { WRAP } from './grid-enums';
import { GridEvents } from './grid-events';
import { registerFunctions } from './grid-functions';
import { teachHabits } from './grid-habits';
import { scrollToTop, selectCell } from './grid-selection';
import { ListKeys } from './list-keys';
import { MarksLayer } from './marks-layer';
import { MenuKeys } from './menu-keys';
import { OpenBook } from './open-book';
import { OpenWork } from './open-work';
import { OwnLists } from './own-lists';
import { patchedFile, type OwnFileOutcome } from './own-file/own-file';
import { protectSheets } from './sheet-protection';
import { shownSheets, takeMost } from './shown-sheets';
import { StoredCells, withCells } from './stored-cells';
import { setLanguage, startUniver, type GridLanguage } from './univer';
import { VerdictMargin, type RowVerdict } from './verdict-margin';
import type { WorkRecord } from './work-record';
import { writeCells } from './write-cells';

const NOT_FOUND: FoundText = { at: 0, count: 0, hidden: 0 };
const SHEET_GONE: HostFailure = { ok: false, problem: 'sheet-gone' };
const PROTECTED: HostFailure = { ok: false, problem: 'protected' };

const failed = (error: unknown): HostFailure => ({
  ok: false,
  problem: 'failed',
  detail: error instanceof Error ? error.message : String(error),
});

class UniverHost implements BrowserHost {
  readonly #univer: Univer;
  readonly #injector: Injector;
  readonly #options: BrowserHostOptions;
  readonly #container: HTMLElement;
  readonly #book: OpenBook;
  readonly #cells: StoredCells;
  readonly #events: GridEvents;
  readonly #marks: MarksLayer;
  readonly #lists: OwnLists;
  readonly #listKeys: ListKeys;
  readonly #menuKeys: MenuKeys;
  readonly #afterQuestions: AfterQuestions;
  readonly #voice: CellVoice;
  readonly #verdicts: VerdictMargin;
  readonly #heads: ColumnHeads;
  readonly #changeListeners = new Set<(change: WorkChange) => void>();
  readonly #resizes = new ResizeObserver(() => {
    this.#resized();
  });
  #work: OpenWork | null = null;
  /** Whether what is going on changes the view alone. */
  #viewing = false;

  constructor(
    container: HTMLElement,
    options: BrowserHostOptions,
    univer: Univer,
    injector: Injector,
    book: OpenBook,
  ) {
    this.#container = container;
    this.#options = options;
    this.#univer = univer;
    this.#injector = injector;
    this.#book = book;
    this.#cells = new StoredCells(injector, () => book.unit);
    this.#marks = new MarksLayer(injector);
    this.#lists = new OwnLists(
      injector,
      (column) => this.#selectedRowText(column),
      (row, column) => book.activeSheet.getComposedCellStyleByCellData(row, column, {}).tb === WRAP,
    );
    this.#voice = new CellVoice(injector, { container, options, book, marks: this.#marks });
    const verdictAt = (sheet: string, row: number): RowVerdict | null =>
      options.verdictAt?.(sheet as SheetId, row) ?? null;
    this.#verdicts = new VerdictMargin(injector, container, verdictAt);
    const nameAt = (sheet: string, column: number): string | null =>
      options.columnNameAt?.(sheet as SheetId, column) ?? null;
    this.#heads = new ColumnHeads(injector, nameAt);
    registerFunctions(injector, options.functions ?? [], this.#voice.functionErrors);
    this.#events = new GridEvents(
      injector,
      () => book.unit,
      (id, params) => {
        this.#work?.moves.note(id, params);
        if (id === InsertRowMutation.id) this.#lists.follow(params as IInsertRowMutationParams, 'inserted');
        else if (id === RemoveRowMutation.id)
          this.#lists.follow(params as IRemoveRowsMutationParams, 'removed');
      },
    );
    teachHabits(injector, book, {
      container: this.#container,
      marks: this.#marks,
      lists: this.#lists,
      isOpen: () => this.#work !== null,
      isCode: (sheet, row, column) => options.isCodeAt?.(sheet, row, column) ?? false,
      footRow: (sheet) => options.footRowOf?.(sheet) ?? null,
      refused: (why) => options.onRefused?.(why),
      computed: (sheet, range) => {
        this.#events.tell({ kind: 'edited', sheet, range });
      },
    });
    injector.get(ICommandService).onCommandExecuted((command, given) => {
      if (this.#work !== null && given?.fromFormula !== true && isChange(command, book.unit))
        this.#changed('workbook');
    });
    this.#resizes.observe(container);
    this.#listKeys = new ListKeys(injector, {
      place: () => {
        const place = this.#events.selection();
        return place === null ? null : { ...place, unitId: book.unit, subUnitId: place.sheet };
      },
      say: (text) => {
        this.#voice.say(text);
      },
    });
    this.#menuKeys = new MenuKeys(injector, book, () => this.#work !== null);
    this.#afterQuestions = new AfterQuestions(injector, () => this.#work !== null);
    this.#events.watch((event) => {
      if (event.kind === 'selected') this.#voice.cell(event.sheet, event.row, event.column);
    });
  }

  openEmpty(layout: OfficialLayout, rows: number, name: string): void {
    const snapshot = workbookData([formSheet(sheetIdOf(0), layout, rows)], [], {}, []);
    this.restore({ name, snapshot, file: null, keptInFile: [], memory: {}, restructured: false });
  }

  restore(work: WorkRecord): void {
    const { name, snapshot, cells } = work;
    const { clientWidth: width, clientHeight: height } = this.#container;
    const sheets = shownSheets(withCells(snapshot.sheets, cells), { width, height });
    this.#events.quietly(() => {
      this.#marks.clear(this.#book.unit);
      this.#lists.forget();
      this.#cells.forget();
      this.#voice.forget();
      this.#work = new OpenWork(work, sheets);
      this.#book.replace(name, { ...snapshot, sheets });
      protectSheets(this.#book, this.#injector);
      this.#lists.ready();
      this.#unchanged(() => {
        this.#book.watchMerges();
      });
    });
    this.#verdicts.begin(this.#book.unit);
    this.#heads.begin(this.#book.unit);
    this.#events.tell({ kind: 'sheets' });
  }

  record(): WorkRecord | null {
    if (this.#work === null) return null;
    const cells = this.#book.sheets.map((sheet) => [sheet.getSheetId(), this.#cells.of(sheet)] as const);
    return this.#work.record(this.#book.frame(), Object.fromEntries(cells));
  }

  async ownFile(): Promise<OwnFileOutcome> {
    const { file = null, restructured = false } = this.#work ?? {};
    if (file === null) return { ok: false, problem: 'no-file' };
    if (restructured) return { ok: false, problem: 'restructured' };
    await this.settle();
    const sheets = this.#book.sheets.map((sheet) => this.#book.model(sheet));
    return patchedFile(
      file,
      sheets.map((model) => ({ grid: model.grid(), pattern: (row, column) => model.pattern(row, column) })),
    );
  }

  isTyping(): boolean {
    return this.#work !== null && isTyping(this.#injector);
  }

  async settle(): Promise<void> {
    if (this.#work !== null) await closeEditor(this.#book, this.#injector);
  }

  showHeads(): void {
    if (this.#work === null) return;
    this.#verdicts.repaint(this.#book.unit);
    this.#heads.repaint(this.#book.unit);
  }

  onChange(listener: (change: WorkChange) => void): () => void {
    this.#changeListeners.add(listener);
    return () => {
      this.#changeListeners.delete(listener);
    };
  }

  async setLanguage(language: GridLanguage): Promise<void> {
    this.#voice.speak(language);
    const place = this.#events.selection();
    if (this.#work !== null && place !== null) this.#voice.cell(place.sheet, place.row, place.column);
    await setLanguage(this.#injector, language);
  }

  undo(): void {
    this.#injector.get(ICommandService).syncExecuteCommand(UndoCommand.id);
  }

  redo(): void {
    this.#injector.get(ICommandService).syncExecuteCommand(RedoCommand.id);
  }

  setTheme(theme: 'light' | 'dark'): void {
    this.#injector.get(ThemeService).setDarkMode(theme === 'dark');
  }

  reveal(id: SheetId, row: number): void {
    const sheet = this.#work === null ? null : this.#book.sheet(id);
    if (sheet !== null && takeMost(sheet.getConfig(), row, this.#container.clientHeight))
      scrollToTop(this.#book, row);
  }

  async find(text: string, step: 'next' | 'previous'): Promise<FoundText> {
    if (this.#work === null) return NOT_FOUND;
    await this.settle();
    const sheet = this.#book.activeSheet;
    const all = placesOf(this.#book.model(sheet).grid(), text);
    const places = all.filter(({ row, column }) => sheet.getRowVisible(row) && sheet.getColVisible(column));
    const index = nextPlace(places, this.#events.selection(), step);
    const place = places[index];
    if (place !== undefined) selectCell(this.#book, sheet.getSheetId() as SheetId, place.row, place.column);
    return { at: index + 1, count: places.length, hidden: all.length - places.length };
  }

  focus(): void {
    this.#injector.get(ILayoutService).focus();
  }

  dispose(): void {
    this.#resizes.disconnect();
    this.#verdicts.dispose();
    this.#listKeys.dispose();
    this.#menuKeys.dispose();
    this.#afterQuestions.dispose();
    this.#voice.dispose();
    this.#marks.dispose();
    this.#univer.dispose();
    this.#container.replaceChildren();
  }

  readAll: Host['readAll'] = () =>
    this.#answer(async () => {
      await this.settle();
      const active = this.#book.activeSheet;
      const visible = this.#book.sheets.filter((sheet) => !sheet.isSheetHidden());
      return [...visible]
        .sort((a, b) => Number(b === active) - Number(a === active))
        .map((sheet) => this.#hosted(sheet));
    });

  read: Host['read'] = (id) =>
    this.#onSheet(id, async (sheet) => {
      await this.settle();
      return done(this.#hosted(sheet));
    });

  readRange: Host['readRange'] = (id, range) =>
    this.#onSheet(id, (sheet) => done(this.#book.model(sheet).range(range)));

  write: Host['write'] = (id, writes) =>
    this.#onSheet(id, async (sheet) => {
      if (this.#book.model(sheet).protected) return PROTECTED;
      await this.settle();
      return done(this.#events.quietly(() => writeCells(this.#book, sheet, writes)));
    });

  mark: Host['mark'] = (id, marks) =>
    this.#onSheet(id, (sheet) => {
      this.#marks.show(this.#book.unit, sheet.getSheetId(), marks);
      const place = this.#events.selection();
      if (place !== null && place.sheet === id) this.#voice.cell(id, place.row, place.column);
      return done(undefined);
    });

  unmark: Host['unmark'] = () =>
    this.#answer(() => {
      this.#marks.clear(this.#book.unit);
    });

  offerLists: Host['offerLists'] = (id, places, lists) =>
    this.#onSheet(id, (sheet) =>
      this.#events.quietly(() =>
        done({ kept: this.#lists.offer(this.#book.unit, sheet.getSheetId(), places, lists) }),
      ),
    );

  withdrawLists: Host['withdrawLists'] = () =>
    this.#answer(() => {
      const sheets = this.#book.sheets.map((sheet) => sheet.getSheetId());
      this.#events.quietly(() => {
        this.#lists.withdraw(this.#book.unit, sheets);
      });
    });

  insertForm: Host['insertForm'] = (layout, rows) =>
    this.#answer(() => {
      const id = this.#book.newSheetId();
      this.#events.quietly(() => {
        this.#book.do(InsertSheetCommand.id, {
          unitId: this.#book.unit,
          sheet: formSheet(id, layout, rows),
        });
        selectCell(this.#book, id, 2, 0);
      });
      return id;
    });

  insertRows: Host['insertRows'] = (id, row, count) =>
    this.#onSheet(id, (sheet) => {
      if (this.#book.model(sheet).protected) return PROTECTED;
      this.#events.quietly(() => {
        insertRows(this.#book, sheet, row, count);
        this.#lists.reach(this.#book.unit, id, row, count);
      });
      return done(undefined);
    });

  removeRows: Host['removeRows'] = (id, row, count) =>
    this.#onSheet(id, async (sheet) => {
      if (this.#book.model(sheet).protected) return PROTECTED;
      // What is being typed may be meant for one of them.
      await this.settle();
      // Where rows go, the grid looks after the merged cells and the lists of the sheet on the page, and of no other.
      if (this.#book.activeSheet !== sheet)
        this.#book.do(SetWorksheetActiveOperation.id, this.#book.place(sheet));
      return done(this.#events.quietly(() => removeRows(this.#book, sheet, row, count)));
    });

  select: Host['select'] = (id, row, column) =>
    this.#onSheet(id, () => {
      this.#events.quietly(() => {
        selectCell(this.#book, id, row, column);
      });
      this.#voice.cell(id, row, column);
      return done(undefined);
    });

  showOnly: Host['showOnly'] = (id, body, rows) =>
    this.#onSheet(id, (sheet) => {
      this.#unchanged(() => {
        this.#events.quietly(() => {
          showOnly(this.#book, sheet, body, rows);
        });
      });
      return done(undefined);
    });

  openCopy: Host['openCopy'] = (bytes, fileName) =>
    this.#answer(() => {
      this.#options.download(bytes, fileName);
      return 'downloaded';
    });

  recall: Host['recall'] = (key) => this.#answer(() => this.#work?.memory.get(key) ?? null);

  remember: Host['remember'] = (key, text) =>
    this.#answer(() => {
      if (text === null) this.#work?.memory.delete(key);
      else this.#work?.memory.set(key, text);
      this.#changed('memory');
    });

  watch: Host['watch'] = (listener) => {
    const stop = this.#events.watch(listener);
    return Promise.resolve(
      done(() => {
        stop();
        return Promise.resolve();
      }),
    );
  };

  #selectedRowText(column: number): string {
    const place = this.#events.selection();
    return place === null ? '' : this.#book.textAt(place.sheet, place.row, column);
  }

  /** Frozen panes that fitted may leave no room beside them by now, and others fit again. */
  #resized(): void {
    const { clientWidth: width, clientHeight: height } = this.#container;
    const work = this.#work;
    // An element that is not shown has no size.
    if (work === null || width === 0 || height === 0) return;
    this.#unchanged(() => {
      for (const sheet of this.#book.sheets) {
        const freeze = work.frozenAnew(sheet.getSheetId(), sheet.getConfig(), { width, height });
        if (freeze !== null) this.#book.do(SetFrozenMutation.id, { ...this.#book.place(sheet), ...freeze });
      }
    });
  }

  #changed(change: WorkChange): void {
    if (!this.#viewing) for (const listener of this.#changeListeners) listener(change);
  }

  /** Does what changes the view alone, of which nobody is told that the work has changed. */
  #unchanged(work: () => void): void {
    this.#viewing = true;
    try {
      work();
    } finally {
      this.#viewing = false;
    }
  }

  #hosted(sheet: Worksheet): HostedSheet {
    const model = this.#book.model(sheet);
    return {
      id: sheet.getSheetId() as SheetId,
      grid: model.grid(),
      position: this.#book.sheets.indexOf(sheet),
      protected: model.protected,
    };
  }

  #onSheet<T>(
    id: SheetId,
    work: (sheet: Worksheet) => Outcome<T> | Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    return this.#outcome(() => {
      const sheet = this.#book.sheet(id);
      return sheet === null ? SHEET_GONE : work(sheet);
    });
  }

  #answer<T>(work: () => T | Promise<T>): Promise<Outcome<T>> {
    return this.#outcome(async () => done(await work()));
  }

  async #outcome<T>(work: () => Outcome<T> | Promise<Outcome<T>>): Promise<Outcome<T>> {
    if (this.#work === null) return SHEET_GONE;
    try {
      return await work();
    } catch (error) {
      return failed(error);
    }
  }
}

/** Starts a grid in an element of the page. A workbook is opened in it, or restored, before anything is asked of it. */
export async function startBrowserHost(
  container: HTMLElement,
  options: BrowserHostOptions,
): Promise<BrowserHost> {
  // The grid clears the element that it is given.
  const place = container.ownerDocument.createElement('div');
  place.style.height = '100%';
  container.append(place);
  const { univer, injector } = await startUniver(place, options.language);
  const book = new OpenBook(univer, injector);
  // What scrolls and selects is there only once something has been drawn.
  await injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
  return new UniverHost(container, options, univer, injector, book);
}
