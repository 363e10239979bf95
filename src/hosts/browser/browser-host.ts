import {
  ICommandService,
  IPermissionService,
  IResourceLoaderService,
  IUniverInstanceService,
  LifecycleService,
  LifecycleStages,
  RANGE_TYPE,
  ThemeService,
  Direction,
  UniverInstanceType,
  type ICellData,
  type Injector,
  type IRange,
  type IRowData,
  type IWorkbookData,
  type IWorksheetData,
  type Univer,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import {
  copyRangeStyles,
  DeviceInputEventType,
  IEditorBridgeService,
  ILayoutService,
  InsertRowByRangeCommand,
  InsertSheetCommand,
  KeyCode,
  ScrollToRangeOperation,
  SetCellEditVisibleOperation,
  SetRangeValuesCommand,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  WorksheetEditPermission,
} from '@univerjs/preset-sheets-core';
import type { WorkbookEdit } from '../file';
import { patchWorkbook, readWorkbook, UnreadableFile } from '../file';
import { done, type CellChange, type Host, type HostFailure, type Outcome, type SheetId } from '../host';
import { messageText } from '../../rules/messages/message';
import { toA1, type A1 } from '../../sheet/a1';
import type { OfficialLayout } from '../../sheet/layout';
import { bridge } from './bridge/bridge';
import type { KeptInFile } from './bridge/kept-in-file';
import { sheetIdOf, workbookData } from './bridge/workbook-data';
import { CellMessages, type CellMessage } from './cell-messages';
import { contentOf, holds, writeData } from './cell-writes';
import { ColumnHeads, HEAD_HEIGHT } from './column-heads';
import { formSheet } from './form-sheet';
import { GridEvents } from './grid-events';
import { isChange } from './grid-changes';
import { NO, YES } from './grid-enums';
import { registerFunctions, type GridFunction } from './grid-functions';
import { keepDigits } from './keep-digits';
import { MarksLayer } from './marks-layer';
import { OwnLists } from './own-lists';
import { takePastes, type PasteTarget } from './paste';
import { HIDDEN_BY_US, isHiddenByUs, rowsHiddenByUs, SheetModel } from './sheet-model';
import { startUniver, type GridLanguage } from './univer';
import { MARGIN_WIDTH, VerdictMargin, type RowVerdict } from './verdict-margin';
import type { WorkRecord } from './work-record';

export interface BrowserHostOptions {
  readonly language: GridLanguage;
  /** The custom functions of cells. */
  readonly functions?: readonly GridFunction[];
  /** What is to be said of a marked cell; null for nothing. */
  readonly messageAt?: (sheet: SheetId, row: number, column: number) => string | null;
  /** What a column is called, counted from 0; null for none of ours. */
  readonly columnNameAt?: (sheet: SheetId, column: number) => string | null;
  /** The verdict of a row, counted from 0; null for none. */
  readonly verdictAt?: (sheet: SheetId, row: number) => RowVerdict | null;
  /** Gives the user a file. */
  readonly download: (bytes: Uint8Array, fileName: string) => void;
}

/** A grid on the page as a host, with what only a workbook in the browser needs. */
export interface BrowserHost extends Host {
  /**
   * Opens a file in place of the work that is open.
   * @returns what of the file the grid does not show
   * @throws UnreadableFile and the open work is as it was
   */
  open(bytes: Uint8Array, name: string): Promise<readonly KeptInFile[]>;
  /** Begins a new work with the official form alone, in place of the one that is open. */
  openEmpty(layout: OfficialLayout, rows: number, name: string): void;
  /** Puts a stored work in place of the one that is open. */
  restore(record: WorkRecord): void;
  /** The work as it is now, to be stored; null before one is open. */
  record(): WorkRecord | null;
  /**
   * The user's own file with what was edited, everything else byte for byte. `unsupported` where there is no file, or
   * rows, columns or sheets have come or gone, so that cells are no longer where the file has them.
   */
  ownFile(): Promise<Outcome<Uint8Array>>;
  undo(): void;
  redo(): void;
  /** What `verdictAt` or `columnNameAt` answers has changed. */
  showHeads(): void;
  /** Calls the listener after every change of what `record` gives, until the function that it returns is called. */
  onChange(listener: () => void): () => void;
  setTheme(theme: 'light' | 'dark'): void;
  /** Scrolls to a row, counted from 0, where what stands above it takes most of the grid's height. */
  reveal(sheet: SheetId, row: number): void;
  /** Puts the keyboard into the grid. */
  focus(): void;
  dispose(): void;
}

/** The empty workbook that the grid begins with: its services are there only from the first one on. */
const NO_WORK = 'work-0';

/** Room for a verdict beside each row, and a name above each column. */
const HEADS = {
  rowHeader: { width: MARGIN_WIDTH, hidden: NO },
  columnHeader: { height: HEAD_HEIGHT, hidden: NO },
};

/** The share of the grid's height that is most of it. */
const MOST = 0.5;

const SHEET_GONE: HostFailure = { ok: false, problem: 'sheet-gone' };

const failed = (error: unknown): HostFailure => ({
  ok: false,
  problem: 'failed',
  detail: error instanceof Error ? error.message : String(error),
});

/** The rows from `first` to `last` that `wanted` says, as few ranges. */
function rowRanges(first: number, last: number, columns: number, wanted: (row: number) => boolean): IRange[] {
  const ranges: IRange[] = [];
  for (let row = first; row <= last; row++) {
    if (!wanted(row)) continue;
    const open = ranges.at(-1);
    if (open?.endRow === row - 1) open.endRow = row;
    else
      ranges.push({
        startRow: row,
        endRow: row,
        startColumn: 0,
        endColumn: columns - 1,
        rangeType: RANGE_TYPE.ROW,
      });
  }
  return ranges;
}

/** The work that is open. */
interface OpenWork {
  readonly unit: string;
  readonly name: string;
  readonly file: Uint8Array | null;
  readonly keptInFile: readonly KeptInFile[];
  readonly memory: Map<string, string>;
  restructured: boolean;
}

class UniverHost implements BrowserHost {
  readonly #univer: Univer;
  readonly #injector: Injector;
  readonly #options: BrowserHostOptions;
  readonly #container: HTMLElement;
  readonly #events: GridEvents;
  readonly #marks: MarksLayer;
  readonly #lists: OwnLists;
  readonly #messages: CellMessages;
  readonly #verdicts: VerdictMargin;
  readonly #heads: ColumnHeads;
  readonly #changeListeners = new Set<() => void>();
  #work: OpenWork | null = null;
  #opened = 0;
  #forms = 0;

  constructor(container: HTMLElement, options: BrowserHostOptions, univer: Univer, injector: Injector) {
    this.#container = container;
    this.#options = options;
    this.#univer = univer;
    this.#injector = injector;
    this.#marks = new MarksLayer(injector);
    this.#lists = new OwnLists(injector, (column) => this.#selectedRowText(column));
    this.#messages = new CellMessages(injector, container, (sheet, row, column) =>
      this.#message(sheet as SheetId, row, column),
    );
    this.#verdicts = new VerdictMargin(
      injector,
      (sheet, row) => options.verdictAt?.(sheet as SheetId, row) ?? null,
    );
    this.#heads = new ColumnHeads(
      injector,
      (sheet, column) => options.columnNameAt?.(sheet as SheetId, column) ?? null,
    );
    registerFunctions(injector, options.functions ?? []);
    takePastes(injector, () => this.#pasteTarget());
    keepDigits(injector);
    this.#events = new GridEvents(
      injector,
      () => this.#work?.unit ?? '',
      () => {
        if (this.#work !== null) this.#work.restructured = true;
      },
    );
    this.#commands.onCommandExecuted((command, given) => {
      if (given?.fromFormula !== true && isChange(command, this.#work?.unit)) this.#changed();
    });
    this.#events.watch((event) => {
      if (event.kind === 'selected') this.#say(event.sheet, event.row, event.column);
    });
  }

  openEmpty(layout: OfficialLayout, rows: number, name: string): void {
    const snapshot = workbookData([formSheet(sheetIdOf(0), layout, rows)], [], {}, []);
    this.restore({ name, snapshot, file: null, keptInFile: [], memory: {}, restructured: false });
  }

  async open(bytes: Uint8Array, name: string): Promise<readonly KeptInFile[]> {
    const { snapshot, keptInFile } = await bridge(bytes);
    this.restore({ name, snapshot, file: bytes, keptInFile, memory: {}, restructured: false });
    return keptInFile;
  }

  restore({ name, snapshot, file, keptInFile, memory, restructured }: WorkRecord): void {
    const before = this.#work;
    this.#opened++;
    const unit = `work-${this.#opened}`;
    this.#work = { unit, name, file, keptInFile, memory: new Map(Object.entries(memory)), restructured };
    this.#events.quietly(() => {
      this.#marks.clear(before?.unit ?? NO_WORK);
      this.#instances.disposeUnit(before?.unit ?? NO_WORK);
      this.#univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, {
        ...snapshot,
        sheets: this.#shown(snapshot.sheets),
        id: unit,
        name,
      });
      this.#protect();
      this.#lists.ready();
    });
    this.#verdicts.begin(unit);
    this.#heads.begin(unit);
    this.#events.tell({ kind: 'sheets' });
  }

  record(): WorkRecord | null {
    const work = this.#work;
    const snapshot =
      work === null ? null : this.#injector.get(IResourceLoaderService).saveUnit<IWorkbookData>(work.unit);
    if (work === null || snapshot === null) return null;
    for (const { rowData } of Object.values(snapshot.sheets))
      for (const row of Object.values(rowData ?? {}) as Partial<IRowData>[])
        if (isHiddenByUs(row)) {
          delete row.hd;
          delete row.custom;
        }
    const { name, file, keptInFile, memory, restructured } = work;
    return { name, snapshot, file, keptInFile, memory: Object.fromEntries(memory), restructured };
  }

  async ownFile(): Promise<Outcome<Uint8Array>> {
    const work = this.#work;
    if (work?.file === null || work?.file === undefined || work.restructured)
      return { ok: false, problem: 'unsupported' };
    try {
      return done(patchWorkbook(work.file, await this.#edits(work.file)));
    } catch (error) {
      return error instanceof UnreadableFile
        ? { ok: false, problem: 'unsupported', detail: error.message }
        : failed(error);
    }
  }

  undo(): void {
    void this.#commands.executeCommand('univer.command.undo');
  }

  redo(): void {
    void this.#commands.executeCommand('univer.command.redo');
  }

  showHeads(): void {
    if (this.#work === null) return;
    this.#verdicts.repaint(this.#work.unit);
    this.#heads.repaint(this.#work.unit);
  }

  onChange(listener: () => void): () => void {
    this.#changeListeners.add(listener);
    return () => {
      this.#changeListeners.delete(listener);
    };
  }

  setTheme(theme: 'light' | 'dark'): void {
    this.#injector.get(ThemeService).setDarkMode(theme === 'dark');
  }

  reveal(id: SheetId, row: number): void {
    const sheet = this.#work === null ? null : this.#workbook().getSheetBySheetId(id);
    if (sheet === null || sheet === undefined || !this.#isMost(sheet.getConfig(), row)) return;
    const range: IRange = { startRow: row, endRow: row, startColumn: 0, endColumn: 0 };
    this.#commands.syncExecuteCommand(ScrollToRangeOperation.id, { range, forceTop: true, forceLeft: true });
  }

  focus(): void {
    this.#injector.get(ILayoutService).focus();
  }

  dispose(): void {
    this.#verdicts.dispose();
    this.#messages.dispose();
    this.#marks.dispose();
    this.#univer.dispose();
    this.#container.replaceChildren();
  }

  readAll: Host['readAll'] = () =>
    this.#answer(() => {
      const workbook = this.#workbook();
      const active = workbook.getActiveSheet();
      const visible = workbook.getSheets().filter((sheet) => !sheet.isSheetHidden());
      return [...visible]
        .sort((a, b) => Number(b === active) - Number(a === active))
        .map((sheet) => this.#hosted(sheet));
    });

  read: Host['read'] = (id) => this.#onSheet(id, (sheet) => done(this.#hosted(sheet)));

  readRange: Host['readRange'] = (id, range) =>
    this.#onSheet(id, (sheet) => done(this.#model(sheet).range(range)));

  write: Host['write'] = (id, writes) =>
    this.#onSheet(id, async (sheet) => {
      const model = this.#model(sheet);
      if (model.protected) return { ok: false, problem: 'protected' };
      await this.#closeEditor();
      const skipped: A1[] = [];
      const cells: Record<number, Record<number, ICellData>> = {};
      const written: (Omit<CellChange, 'after'> & { readonly data: ICellData })[] = [];
      for (const { row, column, expected, value } of writes) {
        if (model.cell(row, column).text !== expected) {
          skipped.push(toA1(row, column));
          continue;
        }
        const pattern = model.pattern(row, column);
        const data = writeData(value, pattern);
        const before = contentOf(sheet.getCellRaw(row, column), pattern);
        (cells[row] ??= {})[column] = { ...data };
        written.push({ row, column, before, data });
      }
      if (written.length > 0)
        this.#events.quietly(() => {
          this.#put(sheet, cells);
        });
      const after = this.#model(sheet);
      const refused: A1[] = [];
      const changes = written.map(({ row, column, before, data }): CellChange => {
        const now = after.cell(row, column);
        if (!holds(now, data)) refused.push(toA1(row, column));
        return { row, column, before, after: now };
      });
      return done({ changes, skipped, refused });
    });

  mark: Host['mark'] = (id, marks) =>
    this.#onSheet(id, (sheet) => {
      this.#marks.show(this.#unit, sheet.getSheetId(), marks);
      const place = this.#events.selection();
      if (place !== null && place.sheet === id) this.#say(id, place.row, place.column);
      return done(undefined);
    });

  unmark: Host['unmark'] = () =>
    this.#answer(() => {
      this.#marks.clear(this.#unit);
    });

  offerLists: Host['offerLists'] = (id, places, lists) =>
    this.#onSheet(id, (sheet) =>
      this.#events.quietly(() =>
        done({ kept: this.#lists.offer(this.#unit, sheet.getSheetId(), places, lists) }),
      ),
    );

  withdrawLists: Host['withdrawLists'] = () =>
    this.#answer(() => {
      const sheets = this.#workbook().getSheets();
      this.#events.quietly(() => {
        this.#lists.withdraw(
          this.#unit,
          sheets.map((sheet) => sheet.getSheetId()),
        );
      });
    });

  insertForm: Host['insertForm'] = (layout, rows) =>
    this.#answer(() => {
      this.#forms++;
      const id = `form-${this.#opened}-${this.#forms}-${this.#workbook().getSheets().length}` as SheetId;
      this.#events.quietly(() => {
        this.#do(InsertSheetCommand.id, {
          unitId: this.#unit,
          sheet: { ...formSheet(id, layout, rows), ...HEADS },
        });
        this.#activate(id, 2, 0);
      });
      return id;
    });

  insertRows: Host['insertRows'] = (id, row, count) =>
    this.#onSheet(id, (sheet) => {
      if (this.#model(sheet).protected) return { ok: false, problem: 'protected' };
      const range: IRange = {
        startRow: row,
        endRow: row + count - 1,
        startColumn: 0,
        endColumn: sheet.getColumnCount() - 1,
      };
      const looks = copyRangeStyles(
        sheet,
        range.startRow,
        range.endRow,
        0,
        range.endColumn,
        true,
        Math.max(0, row - 1),
      );
      this.#events.quietly(() => {
        this.#do(InsertRowByRangeCommand.id, {
          unitId: this.#unit,
          subUnitId: id,
          direction: Direction.UP,
          range,
          cellValue: looks,
        });
        this.#lists.reach(this.#unit, id, row, count);
      });
      return done(undefined);
    });

  select: Host['select'] = (id, row, column) =>
    this.#onSheet(id, () => {
      this.#events.quietly(() => {
        this.#activate(id, row, column);
      });
      this.#say(id, row, column);
      return done(undefined);
    });

  showOnly: Host['showOnly'] = (id, body, rows) =>
    this.#onSheet(id, (sheet) => {
      const manager = sheet.getRowManager();
      const known = manager.getRowData();
      const ours = new Set(rowsHiddenByUs(known));
      const columns = sheet.getColumnCount();
      const shown = rowRanges(0, sheet.getRowCount() - 1, columns, (row) => ours.has(row));
      for (const row of ours) manager.setCustomMetadata(row, undefined);
      const hidden =
        rows === null
          ? []
          : rowRanges(
              body.firstRow,
              body.lastRow,
              columns,
              (row) => !rows.has(row) && known[row]?.hd !== YES,
            );
      this.#events.quietly(() => {
        const place = { unitId: this.#unit, subUnitId: id };
        if (shown.length > 0) this.#do(SetRowVisibleMutation.id, { ...place, ranges: shown });
        if (hidden.length > 0) this.#do(SetRowHiddenMutation.id, { ...place, ranges: hidden });
      });
      for (const { startRow, endRow } of hidden)
        for (let row = startRow; row <= endRow; row++)
          manager.setCustomMetadata(row, { [HIDDEN_BY_US]: true });
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
      this.#changed();
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

  /**
   * Worksheets as this page shows them: with room for verdicts and names, and without frozen rows that leave no
   * room for others, which would make the sheet unusable on a small screen.
   */
  #shown(sheets: IWorkbookData['sheets']): IWorkbookData['sheets'] {
    return Object.fromEntries(
      Object.entries(sheets).map(([id, sheet]) => [
        id,
        {
          ...sheet,
          ...HEADS,
          ...(sheet.freeze !== undefined &&
            this.#isMost(sheet, sheet.freeze.ySplit) && {
              freeze: { ...sheet.freeze, ySplit: 0, startRow: -1 },
            }),
        },
      ]),
    );
  }

  /** Whether so many rows from the first take most of the grid's height. */
  #isMost({ rowData, defaultRowHeight = 0 }: Partial<IWorksheetData>, rows: number): boolean {
    let height = 0;
    for (let row = 0; row < rows; row++) {
      const { h, ah, hd } = rowData?.[row] ?? {};
      if (hd !== YES) height += h ?? ah ?? defaultRowHeight;
    }
    return height > this.#container.clientHeight * MOST;
  }

  #message(sheet: SheetId, row: number, column: number): CellMessage | null {
    const mark = this.#marks.at(sheet, row, column);
    const text = mark === undefined ? null : (this.#options.messageAt?.(sheet, row, column) ?? null);
    if (mark === undefined || text === null) return null;
    const title = messageText(this.#options.language, mark === 'e' ? 'severity.error' : 'severity.warning');
    return { mark, title, text };
  }

  #selectedRowText(column: number): string {
    const place = this.#events.selection();
    return place === null ? '' : this.#model(this.#workbook().getActiveSheet()).cell(place.row, column).text;
  }

  /** Where a paste goes; null where nothing can be pasted. */
  #pasteTarget(): PasteTarget | null {
    if (this.#work === null) return null;
    const sheet = this.#workbook().getActiveSheet();
    const model = this.#model(sheet);
    if (model.protected) return null;
    return {
      pattern: (row, column) => model.pattern(row, column),
      write: (cells) => {
        this.#put(sheet, cells);
      },
    };
  }

  /** A sheet that its file protects can be read and marked, not written. */
  #protect(): void {
    const permissions = this.#injector.get(IPermissionService);
    for (const sheet of this.#workbook().getSheets())
      if (this.#model(sheet).protected)
        permissions.updatePermissionPoint(
          new WorksheetEditPermission(this.#unit, sheet.getSheetId()).id,
          false,
        );
  }

  #changed(): void {
    for (const listener of this.#changeListeners) listener();
  }

  #say(sheet: SheetId, row: number, column: number): void {
    this.#messages.selected(this.#unit, sheet, row, column);
  }

  #put(sheet: Worksheet, value: Record<number, Record<number, ICellData>>): void {
    this.#do(SetRangeValuesCommand.id, { unitId: this.#unit, subUnitId: sheet.getSheetId(), value });
  }

  #activate(id: SheetId, row: number, column: number): void {
    const place = { unitId: this.#unit, subUnitId: id };
    const range: IRange = { startRow: row, endRow: row, startColumn: column, endColumn: column };
    if (this.#workbook().getActiveSheet().getSheetId() !== id)
      this.#do(SetWorksheetActiveOperation.id, place);
    const primary = {
      ...range,
      actualRow: row,
      actualColumn: column,
      isMerged: false,
      isMergedMainCell: false,
    };
    this.#do(SetSelectionsOperation.id, { ...place, selections: [{ range, primary, style: null }] });
    // It answers false where there is nothing to scroll.
    this.#commands.syncExecuteCommand(ScrollToRangeOperation.id, { range });
  }

  /** A cell that is open for typing is closed as by Enter. */
  async #closeEditor(): Promise<void> {
    if (!this.#injector.get(IEditorBridgeService).isVisible().visible) return;
    this.#do(SetCellEditVisibleOperation.id, {
      visible: false,
      eventType: DeviceInputEventType.Keyboard,
      keycode: KeyCode.ENTER,
      unitId: this.#unit,
    });
    await new Promise((resolve) => setTimeout(resolve));
  }

  /** The cells that no longer read as the file has them. */
  async #edits(file: Uint8Array): Promise<readonly WorkbookEdit[]> {
    const { sheets } = await readWorkbook(file);
    const edits: WorkbookEdit[] = [];
    const now = this.#workbook().getSheets();
    sheets.forEach(({ name, rows }, index) => {
      const sheet = now[index];
      if (sheet === undefined) return;
      const { rows: after } = this.#model(sheet).grid();
      for (let row = 0; row < Math.max(rows.length, after.length); row++) {
        const width = Math.max(rows[row]?.length ?? 0, after[row]?.length ?? 0);
        for (let column = 0; column < width; column++) {
          const [was, is] = [rows[row]?.[column], after[row]?.[column]];
          // A formula that is still there is the file's to compute.
          if (was?.formula !== undefined && is?.formula !== undefined) continue;
          const text = is?.text ?? '';
          if (text !== (was?.text ?? '') || is?.kind !== was?.kind)
            edits.push({ sheet: name, row, column, text });
        }
      }
    });
    return edits;
  }

  #hosted(sheet: Worksheet): {
    readonly id: SheetId;
    readonly grid: ReturnType<SheetModel['grid']>;
    readonly protected: boolean;
  } {
    const model = this.#model(sheet);
    return { id: sheet.getSheetId() as SheetId, grid: model.grid(), protected: model.protected };
  }

  #model(sheet: Worksheet): SheetModel {
    return new SheetModel(this.#injector, this.#workbook(), sheet);
  }

  get #unit(): string {
    if (this.#work === null) throw new Error('no workbook is open');
    return this.#work.unit;
  }

  get #commands(): ICommandService {
    return this.#injector.get(ICommandService);
  }

  get #instances(): IUniverInstanceService {
    return this.#injector.get(IUniverInstanceService);
  }

  #workbook(): Workbook {
    const workbook = this.#instances.getUnit<Workbook>(this.#unit, UniverInstanceType.UNIVER_SHEET);
    if (workbook === null || workbook === undefined) throw new Error('the workbook is gone');
    return workbook;
  }

  /** @throws where the grid does not do it */
  #do(id: string, params: object): void {
    if (!this.#commands.syncExecuteCommand(id, params)) throw new Error(id);
  }

  #onSheet<T>(
    id: SheetId,
    work: (sheet: Worksheet) => Outcome<T> | Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    return this.#outcome(() => {
      const sheet = this.#workbook().getSheetBySheetId(id);
      return sheet === null || sheet === undefined ? SHEET_GONE : work(sheet);
    });
  }

  #answer<T>(work: () => T): Promise<Outcome<T>> {
    return this.#outcome(() => done(work()));
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
  univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, { id: NO_WORK });
  // What scrolls and selects is there only once something has been drawn.
  await injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
  return new UniverHost(container, options, univer, injector);
}
