import { ICommandService, RANGE_TYPE, UniverInstanceType, type Injector, type IRange } from '@univerjs/core';
import {
  IRenderManagerService,
  SetScrollOperation,
  SetSelectionsOperation,
  SHEET_VIEWPORT_KEY,
  SheetSkeletonManagerService,
  SheetsScrollRenderController,
  type IRender,
  type ISetSelectionsOperationParams,
} from '@univerjs/preset-sheets-core';
import { shiftInto } from './shift-into';
import type { OpenBook } from './open-book';

/**
 * Brings what is selected, looked for or typed into in sight beside frozen panes. The grid's own way of it takes the number
 * of frozen rows for that of columns, and a cell's place from where so many columns before it stand, however wide: cells
 * stayed out of sight, and what is typed into such a cell is lost.
 */
export function keepInSight(injector: Injector, book: OpenBook): void {
  const renders = injector.get(IRenderManagerService);
  const commands = injector.get(ICommandService);

  renders.created$.subscribe((render) => {
    if (render.type !== UniverInstanceType.UNIVER_SHEET) return;
    render.with(SheetsScrollRenderController).scrollToRange = (range, forceTop = false, forceLeft = false) =>
      bringIntoSight(commands, book, render, range, { forceTop, forceLeft });
  });

  /** Selections to come into sight. One may be set again, by an undo. */
  const awaited = new WeakSet<ISetSelectionsOperationParams>();
  commands.beforeCommandExecuted(({ id, params }) => {
    if (id !== SetSelectionsOperation.id) return;
    const selected = params as ISetSelectionsOperationParams;
    if (selected.reveal !== true) return;
    // The grid is not to scroll by itself.
    selected.reveal = false;
    awaited.add(selected);
  });
  commands.onCommandExecuted(({ id, params }) => {
    if (id !== SetSelectionsOperation.id) return;
    const selected = params as ISetSelectionsOperationParams;
    const render = renders.getRenderById(selected.unitId);
    const { range, primary } = selected.selections.at(-1) ?? {};
    if (!awaited.has(selected) || !render || range === undefined) return;
    const row = primary?.actualRow ?? range.startRow;
    const column = primary?.actualColumn ?? range.startColumn;
    const cell = { startRow: row, endRow: row, startColumn: column, endColumn: column };
    bringIntoSight(commands, book, render, cell);
  });
}

/** @returns whether there was something to scroll */
function bringIntoSight(
  commands: ICommandService,
  book: OpenBook,
  render: IRender,
  range: IRange,
  { forceTop = false, forceLeft = false } = {},
): boolean {
  const view = render.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  const skeleton = render.with(SheetSkeletonManagerService).getCurrentSkeleton();
  if (view === undefined || skeleton === null || skeleton === undefined) return false;
  const sheet = book.activeSheet;
  const freeze = sheet.getFreeze();
  const { left, right, top, bottom } = view.calcViewportInfo().viewBound;
  const heads = { x: skeleton.rowHeaderWidthAndMarginLeft, y: skeleton.columnHeaderHeightAndMarginTop };
  const x =
    range.rangeType === RANGE_TYPE.ROW
      ? 0
      : shiftInto(
          skeleton.columnWidthAccumulation,
          { first: Math.max(range.startColumn, freeze.startColumn), last: range.endColumn },
          { from: left - heads.x, to: right - heads.x },
          forceLeft,
        );
  const y =
    range.rangeType === RANGE_TYPE.COLUMN
      ? 0
      : shiftInto(
          skeleton.rowHeightAccumulation,
          { first: Math.max(range.startRow, freeze.startRow), last: range.endRow },
          { from: top - heads.y, to: bottom - heads.y },
          forceTop,
        );
  if (x === 0 && y === 0) return false;
  return commands.syncExecuteCommand(SetScrollOperation.id, {
    unitId: book.unit,
    sheetId: sheet.getSheetId(),
    sheetViewStartRow: 0,
    sheetViewStartColumn: 0,
    offsetX: view.viewportScrollX + x,
    offsetY: view.viewportScrollY + y,
  });
}
