import type { ICellData, Injector, ISelectionCell, Nullable } from '@univerjs/core';
import { ICommandService, IUniverInstanceService, UniverInstanceType, type Workbook } from '@univerjs/core';
import {
  InsertColMutation,
  InsertRowMutation,
  InsertSheetMutation,
  MoveColsMutation,
  MoveRangeMutation,
  MoveRowsMutation,
  AddWorksheetMergeMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  RemoveWorksheetMergeMutation,
  ReorderRangeMutation,
  SetRangeValuesMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
  SheetsSelectionsService,
  type ISetRangeValuesMutationParams,
} from '@univerjs/preset-sheets-core';
import { grownBy, type GridRange } from '../../sheet/grid';
import type { HostEvent, SheetId } from '../host';
import { isMove } from './moves';

/** What moves rows or columns, or hides them: the sheet must be read anew. */
const RESTRUCTURING: ReadonlySet<string> = new Set(
  [
    InsertRowMutation,
    RemoveRowMutation,
    InsertColMutation,
    RemoveColMutation,
    MoveRowsMutation,
    MoveColsMutation,
    MoveRangeMutation,
    ReorderRangeMutation,
    AddWorksheetMergeMutation,
    RemoveWorksheetMergeMutation,
  ].map(({ id }) => id),
);

const OF_HIDDEN_ROWS: ReadonlySet<string> = new Set(
  [SetRowHiddenMutation, SetRowVisibleMutation].map(({ id }) => id),
);

const OF_SHEETS: ReadonlySet<string> = new Set(
  [
    InsertSheetMutation,
    RemoveSheetMutation,
    SetWorksheetHideMutation,
    SetWorksheetNameMutation,
    SetWorksheetOrderMutation,
  ].map(({ id }) => id),
);

/** A look that says how a value is read. */
const isFormat = (style: unknown): boolean => typeof style === 'object' && style !== null && 'n' in style;

/** The rectangle of the cells whose content changes; undefined where only looks do. */
function editedRange({ cellValue }: ISetRangeValuesMutationParams): GridRange | undefined {
  let range: GridRange | undefined;
  for (const [rowKey, cells] of Object.entries(cellValue ?? {})) {
    const row = Number(rowKey);
    for (const [columnKey, cell] of Object.entries(cells as Record<string, Nullable<ICellData>>)) {
      const changes = !cell || 'v' in cell || 'f' in cell || 'p' in cell || isFormat(cell.s);
      if (!changes) continue;
      range = grownBy(range, row, Number(columnKey));
    }
  }
  return range;
}

/** Commands name the sheet that they are for; what moves cells from one to another names both. */
const sheetsOf = (params: unknown): readonly SheetId[] => {
  if (typeof params !== 'object' || params === null) return [];
  if ('subUnitId' in params) return [String(params.subUnitId) as SheetId];
  const ends = [...('from' in params ? [params.from] : []), ...('to' in params ? [params.to] : [])];
  return [...new Set(ends.flatMap(sheetsOf))];
};

const isOfUnit = (params: unknown, unit: string): boolean =>
  typeof params === 'object' && params !== null && 'unitId' in params && params.unitId === unit;

/** Turns what is done in the grid into the events of a host. What the host itself does is kept quiet. */
export class GridEvents {
  readonly #injector: Injector;
  readonly #listeners = new Set<(event: HostEvent) => void>();
  /** How many works of the host's own are going on. */
  #quiet = 0;
  #lastSelected = '';

  /**
   * @param unit the name of the workbook that is open
   * @param moved called when cells have come to stand elsewhere
   */
  constructor(
    injector: Injector,
    private readonly unit: () => string,
    moved: (id: string, params: unknown) => void,
  ) {
    this.#injector = injector;
    injector.get(ICommandService).onCommandExecuted(({ id, params }, options) => {
      if (options?.fromFormula === true || !isOfUnit(params, this.unit())) return;
      if (isMove(id)) moved(id, params);
      this.#follow(id, params);
    });
  }

  watch(listener: (event: HostEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  tell(event: HostEvent): void {
    if (this.#quiet === 0) for (const listener of this.#listeners) listener(event);
  }

  /** Does a work of the host's own, of which nobody is told. */
  quietly<T>(work: () => T): T {
    this.#quiet++;
    try {
      return work();
    } finally {
      this.#quiet--;
    }
  }

  #follow(id: string, params: unknown): void {
    const sheets = sheetsOf(params);
    if (OF_SHEETS.has(id)) this.tell({ kind: 'sheets' });
    else if (id === SetSelectionsOperation.id || id === SetWorksheetActiveOperation.id) this.#selected();
    else if (RESTRUCTURING.has(id)) for (const sheet of sheets) this.tell({ kind: 'restructured', sheet });
    else if (OF_HIDDEN_ROWS.has(id)) for (const sheet of sheets) this.tell({ kind: 'altered', sheet });
    else if (id === SetRangeValuesMutation.id) {
      const range = editedRange(params as ISetRangeValuesMutationParams);
      if (range !== undefined) for (const sheet of sheets) this.tell({ kind: 'edited', sheet, range });
    }
  }

  /** A mouse drag tells of the same cell many times, and the grid once more of a cell that we have selected. */
  #selected(): void {
    const place = this.selection();
    if (place === null) return;
    const key = `${place.sheet}!${place.row},${place.column}`;
    if (key === this.#lastSelected) return;
    this.#lastSelected = key;
    this.tell({ kind: 'selected', ...place });
  }

  /** The cell that is selected. */
  selection(): { readonly sheet: SheetId; readonly row: number; readonly column: number } | null {
    const workbook = this.#injector
      .get(IUniverInstanceService)
      .getUnit<Workbook>(this.unit(), UniverInstanceType.UNIVER_SHEET);
    const last = this.#injector.get(SheetsSelectionsService).getCurrentLastSelection();
    if (workbook === null || workbook === undefined || last === null || last === undefined) return null;
    // Going backwards, the grid for a moment has a range without a cell that is typed into.
    const { startRow, startColumn } = (last.primary as ISelectionCell | null) ?? last.range;
    return { sheet: workbook.getActiveSheet().getSheetId() as SheetId, row: startRow, column: startColumn };
  }
}
