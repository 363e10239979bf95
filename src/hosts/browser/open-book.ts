import {
  ICommandService,
  IResourceManagerService,
  IUniverInstanceService,
  Tools,
  UniverInstanceType,
  type ICellData,
  type Injector,
  type IWorkbookData,
  type Univer,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import {
  AddWorksheetMergeMutation,
  SetRangeValuesCommand,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation,
} from '@univerjs/preset-sheets-core';
import type { SheetId } from '../host';
import { SheetModel } from './sheet-model';

/** The empty workbook that the grid begins with: its services are there only from the first one on. */
const NOTHING = 'work-0';

/** Room to go on below and beside cells that lie outside the sheet. */
const MORE_ROWS = 100;
const MORE_COLUMNS = 5;

export type CellsByRow = Record<number, Record<number, ICellData>>;

/** The workbook that is open in the grid: its sheets, and what is done to it by the grid's own commands. */
export class OpenBook {
  #unit = NOTHING;
  #opened = 0;
  #added = 0;

  constructor(
    private readonly univer: Univer,
    private readonly injector: Injector,
  ) {
    univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, { id: NOTHING });
  }

  /** The grid's own name of the workbook: another one each time that one is opened. */
  get unit(): string {
    return this.#unit;
  }

  /** @throws where the grid has lost it */
  get workbook(): Workbook {
    const instances = this.injector.get(IUniverInstanceService);
    const workbook = instances.getUnit<Workbook>(this.#unit, UniverInstanceType.UNIVER_SHEET);
    if (workbook === null || workbook === undefined) throw new Error('the workbook is gone');
    return workbook;
  }

  get sheets(): readonly Worksheet[] {
    return this.workbook.getSheets();
  }

  get activeSheet(): Worksheet {
    return this.workbook.getActiveSheet();
  }

  sheet(id: SheetId): Worksheet | null {
    return this.workbook.getSheetBySheetId(id) ?? null;
  }

  model(sheet: Worksheet): SheetModel {
    return new SheetModel(this.injector, this.workbook, sheet);
  }

  /** What a person reads in a cell; '' where the sheet is gone. */
  textAt(id: SheetId, row: number, column: number): string {
    const sheet = this.sheet(id);
    return sheet === null ? '' : this.model(sheet).cell(row, column).text;
  }

  /** The name of a sheet to be added. Also where sheets of an earlier time were deleted or restored, no two have one. */
  newSheetId(): SheetId {
    for (;;) {
      this.#added++;
      const id = `form-${this.#added}` as SheetId;
      if (this.sheet(id) === null) return id;
    }
  }

  /** A copy of all but the cells. */
  frame(): IWorkbookData {
    const snapshot = this.workbook.getSnapshot();
    const sheets = Object.fromEntries(
      Object.entries(snapshot.sheets).map(([id, sheet]) => [id, { ...sheet, cellData: {} }]),
    );
    const resources = this.injector
      .get(IResourceManagerService)
      .getResources(this.#unit, UniverInstanceType.UNIVER_SHEET);
    return { ...Tools.deepClone({ ...snapshot, sheets }), resources };
  }

  /** Puts another workbook in its place. */
  replace(name: string, snapshot: IWorkbookData): void {
    const before = this.#unit;
    this.#opened++;
    this.#unit = `work-${this.#opened}`;
    this.injector.get(IUniverInstanceService).disposeUnit(before);
    this.univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, {
      ...snapshot,
      id: this.#unit,
      name,
    });
  }

  /**
   * Has the grid look after the merged cells of the sheet on the page as rows come and go: by itself it does so for its
   * first workbook, and for a sheet that somebody goes to or merges cells in.
   */
  watchMerges(): void {
    this.do(AddWorksheetMergeMutation.id, { ...this.place(this.activeSheet), ranges: [] });
  }

  /** @throws where the grid does not do it */
  do(id: string, params: object): void {
    if (!this.try(id, params)) throw new Error(id);
  }

  /** @returns whether the grid did it */
  try(id: string, params: object): boolean {
    return this.injector.get(ICommandService).syncExecuteCommand(id, params);
  }

  /** What the grid's commands call a sheet. */
  place(sheet: SheetId | Worksheet): { readonly unitId: string; readonly subUnitId: string } {
    return { unitId: this.#unit, subUnitId: typeof sheet === 'string' ? sheet : sheet.getSheetId() };
  }

  /** Changes cells as one step that can be undone. A sheet that ends before them grows: nobody would see them there. */
  put(sheet: Worksheet, value: CellsByRow): void {
    const rows = Object.keys(value).map(Number);
    const columns = Object.values(value).flatMap((cells) => Object.keys(cells).map(Number));
    const [lastRow, lastColumn] = [rows, columns].map((places) =>
      places.reduce((most, place) => Math.max(most, place), -1),
    );
    const place = this.place(sheet);
    if (lastRow !== undefined && lastRow >= sheet.getRowCount())
      this.do(SetWorksheetRowCountMutation.id, { ...place, rowCount: lastRow + 1 + MORE_ROWS });
    if (lastColumn !== undefined && lastColumn >= sheet.getColumnCount())
      this.do(SetWorksheetColumnCountMutation.id, { ...place, columnCount: lastColumn + 1 + MORE_COLUMNS });
    this.do(SetRangeValuesCommand.id, { ...place, value });
  }
}
