import type { IFreeze, IWorkbookData, IWorksheetData } from '@univerjs/core';
import { NO, YES } from './grid-enums';
import { HEAD_HEIGHT, MARGIN_WIDTH } from './head-sizes';

/** The share of the grid's height that is most of it. */
const MOST = 0.5;

/** The least room beside frozen columns in which one can work, in pixels. */
const LEAST_ROOM = 120;

/** Room for a verdict beside each row, and a name above each column. */
export const HEADS = {
  rowHeader: { width: MARGIN_WIDTH, hidden: NO },
  columnHeader: { height: HEAD_HEIGHT, hidden: NO },
};

/** How much so many rows or columns from the first take, the hidden ones left out. */
function sizeOf(count: number, sizeAt: (at: number) => number | undefined, usual: number): number {
  let size = 0;
  for (let at = 0; at < count; at++) size += sizeAt(at) ?? usual;
  return size;
}

/** Whether so many rows from the first take most of a height. */
export function takeMost(
  { rowData, defaultRowHeight = 0 }: Partial<IWorksheetData>,
  rows: number,
  gridHeight: number,
): boolean {
  const heightAt = (row: number): number | undefined => {
    const { h, ah, hd } = rowData?.[row] ?? {};
    return hd === YES ? 0 : (h ?? ah);
  };
  return sizeOf(rows, heightAt, defaultRowHeight) > gridHeight * MOST;
}

/** Whether so many columns from the first leave no room beside them in a width. */
function leaveNoRoom(
  { columnData, defaultColumnWidth = 0 }: Partial<IWorksheetData>,
  columns: number,
  gridWidth: number,
): boolean {
  const widthAt = (column: number): number | undefined => {
    const { w, hd } = columnData?.[column] ?? {};
    return hd === YES ? 0 : w;
  };
  const width = sizeOf(columns, widthAt, defaultColumnWidth);
  return columns > 0 && gridWidth - MARGIN_WIDTH - width < LEAST_ROOM;
}

type Sheets = IWorkbookData['sheets'];

/** The room of the grid's element, in pixels. */
export interface GridSize {
  readonly width: number;
  readonly height: number;
}

/** Frozen panes without the rows. */
const withoutRows = (freeze: IFreeze): IFreeze => ({ ...freeze, ySplit: 0, startRow: -1 });

/** Frozen panes without the columns. */
const withoutColumns = (freeze: IFreeze): IFreeze => ({ ...freeze, xSplit: 0, startColumn: -1 });

const mapped = (sheets: Sheets, work: (sheet: Sheets[string], id: string) => Sheets[string]): Sheets =>
  Object.fromEntries(Object.entries(sheets).map(([id, sheet]) => [id, work(sheet, id)]));

/**
 * Worksheets as a page with so much room shows them: with heads of our sizes, and without frozen rows or columns that leave
 * no room for others, which would make the sheet unusable on a small screen: what is typed beside the screen is lost.
 */
export const shownSheets = (sheets: Sheets, grid: GridSize): Sheets =>
  mapped(sheets, (sheet) => {
    const shown = { ...sheet, ...HEADS };
    const { freeze } = sheet;
    return freeze === undefined ? shown : { ...shown, freeze: shownFreeze(sheet, freeze, grid) };
  });

/** Frozen panes of a worksheet without those that leave no room for others. */
function shownFreeze(sheet: Partial<IWorksheetData>, freeze: IFreeze, grid: GridSize): IFreeze {
  const rows = takeMost(sheet, freeze.ySplit, grid.height) ? withoutRows(freeze) : freeze;
  return leaveNoRoom(sheet, freeze.xSplit, grid.width) ? withoutColumns(rows) : rows;
}

/** The frozen panes of a worksheet in a grid of another size; null where they are shown so already. */
export function frozenAnew(
  sheet: Partial<IWorksheetData>,
  less: LessFrozen | undefined,
  grid: GridSize,
): LessFrozen | null {
  const { freeze } = sheet;
  if (freeze === undefined) return null;
  const stored = storedFreeze(freeze, less);
  const shown = shownFreeze(sheet, stored, grid);
  return same(shown, freeze) ? null : { stored, shown };
}

/** Frozen panes as they are stored: as they were, unless the user froze or freed something since. */
const storedFreeze = (freeze: IFreeze, less: LessFrozen | undefined): IFreeze =>
  less !== undefined && same(freeze, less.shown) ? less.stored : freeze;

/** Frozen panes that a page shows other than they are stored. */
export interface LessFrozen {
  readonly stored: IFreeze;
  readonly shown: IFreeze;
}

/** By sheet, the frozen panes of which `shownSheets` made something else. */
export const lessFrozen = (stored: Sheets, shown: Sheets): ReadonlyMap<string, LessFrozen> =>
  new Map(
    Object.entries(stored).flatMap(([id, { freeze }]) => {
      const asShown = shown[id]?.freeze;
      return freeze === undefined || asShown === undefined || same(asShown, freeze)
        ? []
        : [[id, { stored: freeze, shown: asShown }] as const];
    }),
  );

/** Worksheets as they are stored: without what `shownSheets` made of them, but with what the user froze or freed since. */
export const keptSheets = (sheets: Sheets, less: ReadonlyMap<string, LessFrozen>): Sheets =>
  mapped(sheets, (sheet, id) => {
    const kept = { ...sheet };
    delete kept.rowHeader;
    delete kept.columnHeader;
    if (sheet.freeze !== undefined) kept.freeze = storedFreeze(sheet.freeze, less.get(id));
    return kept;
  });

const same = (a: IFreeze, b: IFreeze): boolean =>
  a.xSplit === b.xSplit &&
  a.ySplit === b.ySplit &&
  a.startRow === b.startRow &&
  a.startColumn === b.startColumn;
