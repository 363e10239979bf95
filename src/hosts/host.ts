import type { ColumnKey } from '../rules/application';
import type { Cell } from '../rules/cell';
import type { OfficialLayout } from '../sheet/layout';
import type { OfficialValue } from '../sheet/official-rows';
import type { A1 } from '../sheet/a1';
import type { Grid, GridRange } from '../sheet/grid';
import type { TemplateLists } from '../sheet/template-lists';

declare const sheetId: unique symbol;
/** A worksheet's identity within its workbook: it stays when the sheet is renamed or moved. */
export type SheetId = string & { readonly [sheetId]: true };

/** A worksheet where it lives. */
export interface HostedSheet {
  readonly id: SheetId;
  readonly grid: Grid;
  /** Its place among the workbook's sheets, from 0. */
  readonly position: number;
  /** True where the sheet is protected: it can be read, but neither written nor marked. */
  readonly protected: boolean;
}

/**
 * Why a host did not do what it was asked. The wording for people is in the message catalogue under `host.<problem>`.
 *
 * - `protected`: the sheet is protected; nothing was written.
 * - `partly-protected`: what was asked for several sheets is done but for the protected ones, which `detail` names.
 * - `cell-edit`: a cell is open for editing; try again when it is closed.
 * - `sheet-gone`: the sheet was deleted, or the workbook closed; to the user also one that is hidden by now.
 * - `too-large`: more than the host takes, also in pieces.
 * - `busy`: the host did not answer in time, or is at something else.
 * - `unsupported`: this version of the host cannot do it.
 * - `failed`: anything else; `detail` is the host's own word for it.
 */
export type HostProblem =
  | 'protected'
  | 'partly-protected'
  | 'cell-edit'
  | 'sheet-gone'
  | 'too-large'
  | 'busy'
  | 'unsupported'
  | 'failed';

export interface HostFailure {
  readonly ok: false;
  readonly problem: HostProblem;
  readonly detail?: string | readonly string[];
  /** The host was not heard of in time. It may do yet what it was asked, so that nobody asks it the same at once. */
  readonly givenUp?: true;
}

/** What a host answers: it never throws for what can happen to a user. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | HostFailure;

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

/** What stands in a cell, complete enough to put it back: only the host that gave it reads it. */
export interface CellContent {
  readonly formula: string | number | boolean;
  readonly format: string;
}

/** A cell to write. Row and column count from 0. */
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  /** The text that the cell held when it was checked: a cell that holds another by now is left alone. */
  readonly expected: string;
  /** A text is written as text (format `@`), a serial as a day, a number as a number; a content is put back as it was. */
  readonly value: OfficialValue | CellContent;
}

/** A cell that was written, with what undoing it needs. */
export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly before: CellContent;
  /** The cell as it reads now. */
  readonly after: Cell;
}

export interface WriteReport {
  readonly changes: readonly CellChange[];
  /** Cells that no longer held what was expected, and were left alone. */
  readonly skipped: readonly A1[];
  /** Cells that read back other than they were written. */
  readonly refused: readonly A1[];
}

/** The mark of a cell: its worst finding. Findings of severity info have none. */
export type Mark = 'e' | 'w';

/** All marks of a sheet: workbook rows and columns from 0. */
export type SheetMarks = ReadonlyMap<number, ReadonlyMap<number, Mark>>;

/** What happens in a host, without what the host's own writes caused. */
export type HostEvent =
  /** Cells were typed, pasted, filled, cleared. */
  | { readonly kind: 'edited'; readonly sheet: SheetId; readonly range: GridRange }
  /** Cells may read otherwise that nobody edited: their formulas were calculated, or their formats changed, by us too. */
  | { readonly kind: 'reshown'; readonly sheet: SheetId; readonly range: GridRange }
  /** Rows or columns came, went or changed places: the sheet must be read anew. */
  | { readonly kind: 'restructured'; readonly sheet: SheetId }
  /** Rows were hidden or shown, or the sheet is protected or no more: it is to be read anew, and each row is where it was. */
  | { readonly kind: 'altered'; readonly sheet: SheetId }
  /** Sheets came, went, or were renamed, shown or hidden. */
  | { readonly kind: 'sheets' }
  | { readonly kind: 'selected'; readonly sheet: SheetId; readonly row: number; readonly column: number };

/** The in-cell lists of a data sheet: where its columns and rows are. Rows and columns count from 0. */
export interface ListPlaces {
  readonly columns: ReadonlyMap<ColumnKey, number>;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** What became of a clean copy. */
export type CopyPlace = 'opened' | 'added-sheet' | 'downloaded';

/**
 * Where a workbook lives: Excel, or the grid of the workbench. The pane knows a host by this alone. Every method is one
 * job with a fixed number of requests, whatever the number of rows, but for chunks over the host's size limit.
 */
export interface Host {
  /** All visible worksheets but ours, read; the active one first. What is being typed is entered first, or the answer is `cell-edit`. */
  readAll(): Promise<Outcome<readonly HostedSheet[]>>;
  /** One worksheet, likewise. */
  read(sheet: SheetId): Promise<Outcome<HostedSheet>>;
  /** The cells of a range, row by row. */
  readRange(sheet: SheetId, range: GridRange): Promise<Outcome<readonly (readonly Cell[])[]>>;
  /** Writes cells that still hold what was expected, and reads them back. */
  write(sheet: SheetId, writes: readonly CellWrite[]): Promise<Outcome<WriteReport>>;
  /** Shows these marks and no others. Writes nothing where they are what is shown. */
  mark(sheet: SheetId, marks: SheetMarks): Promise<Outcome<void>>;
  /** Takes every trace of marks off the whole workbook, copied sheets included. */
  unmark(): Promise<Outcome<void>>;
  /** Gives the cells of a data sheet their lists. A validation of the user's own is kept: its columns' keys come back. */
  offerLists(
    sheet: SheetId,
    places: ListPlaces,
    lists: TemplateLists,
  ): Promise<Outcome<{ readonly kept: readonly ColumnKey[] }>>;
  /** Takes our lists off the whole workbook. */
  withdrawLists(): Promise<Outcome<void>>;
  /** Adds a worksheet with the official form and selects its first cell. */
  insertForm(layout: OfficialLayout, rows: number): Promise<Outcome<SheetId>>;
  /** Inserts rows before a row of the body, with the formats and lists of the row above. */
  insertRows(sheet: SheetId, row: number, count: number): Promise<Outcome<void>>;
  /** Takes rows away again that were inserted. @returns false where something stands in one of them by now, and all stay */
  removeRows(sheet: SheetId, row: number, count: number): Promise<Outcome<boolean>>;
  select(sheet: SheetId, row: number, column: number): Promise<Outcome<void>>;
  /** Shows these rows of the body alone, or all that we hid where `rows` is null. What we hid is not read as hidden. */
  showOnly(
    sheet: SheetId,
    body: { readonly firstRow: number; readonly lastRow: number },
    rows: ReadonlySet<number> | null,
  ): Promise<Outcome<void>>;
  /** Gives the user a workbook: opened, added as a sheet, or downloaded. */
  openCopy(bytes: Uint8Array, fileName: string): Promise<Outcome<CopyPlace>>;
  /** A text kept within the workbook, such as the last institution; null where there is none. */
  recall(key: string): Promise<Outcome<string | null>>;
  /** Keeps a text within the workbook; null forgets it. */
  remember(key: string, text: string | null): Promise<Outcome<void>>;
  /** Reports what happens until the function that it returns is called. */
  watch(listener: (event: HostEvent) => void): Promise<Outcome<() => Promise<void>>>;
}
