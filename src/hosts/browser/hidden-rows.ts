import {
  ICommandService,
  IUndoRedoService,
  type Injector,
  type IRange,
  type IUndoRedoItem,
  type Worksheet,
} from '@univerjs/core';
import {
  AutoClearContentCommand,
  AutoFillCommand,
  DeleteRangeMoveLeftConfirmCommand,
  DeleteRangeMoveUpConfirmCommand,
  IEditorBridgeService,
  INTERCEPTOR_POINT,
  InsertRangeMoveDownConfirmCommand,
  InsertRangeMoveRightConfirmCommand,
  MoveRangeCommand,
  RemoveRowByRangeCommand,
  SheetCutCommand,
  SheetInterceptorService,
  SheetsSelectionsService,
  type IRemoveRowByRangeCommandParams,
} from '@univerjs/preset-sheets-core';
import type { SheetId } from '../host';
import type { OpenBook } from './open-book';
import { cancelled } from './univer';

/** What commands of the grid would change or move, hidden rows or not, where these ranges are selected. */
const TOUCHED: Readonly<
  Record<string, (params: unknown, selected: readonly IRange[], lastRow: number) => readonly IRange[]>
> = {
  [SheetCutCommand.id]: (_, selected) => selected,
  [DeleteRangeMoveLeftConfirmCommand.id]: (_, selected) => selected,
  [InsertRangeMoveRightConfirmCommand.id]: (_, selected) => selected,
  [DeleteRangeMoveUpConfirmCommand.id]: (_, selected, lastRow) => toRow(lastRow, selected),
  [InsertRangeMoveDownConfirmCommand.id]: (_, selected, lastRow) => toRow(lastRow, selected),
  [MoveRangeCommand.id]: (params) => {
    const { fromRange, toRange } = params as { readonly fromRange: IRange; readonly toRange: IRange };
    return [fromRange, toRange];
  },
  [AutoClearContentCommand.id]: (params) => [(params as { readonly clearRange: IRange }).clearRange],
};

const toRow = (endRow: number, ranges: readonly IRange[]): readonly IRange[] =>
  ranges.map((range) => ({ ...range, endRow }));

/** Whether a row is hidden, be it by us, by the user or by a filter of the file. */
export const isHidden = (sheet: Worksheet, row: number): boolean => !sheet.getRowRawVisible(row);

/**
 * What nobody sees is neither changed nor deleted. To the grid hidden rows are as if filtered out, so that it copies, clears
 * and fills around them; rows are deleted around them too, as one step. What it would do to them all the same is not done.
 *
 * @param refused called where something was not done
 */
export function spareHiddenRows(injector: Injector, book: OpenBook, refused: () => void): void {
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.ROW_FILTERED, {
    handler: (filtered, { worksheet, row }, next) =>
      filtered === true || isHidden(worksheet, row) || next(filtered),
  });
  const selected = (): readonly IRange[] =>
    injector
      .get(SheetsSelectionsService)
      .getCurrentSelections()
      .map(({ range }) => range);
  const isTyping = (): boolean => injector.get(IEditorBridgeService).isVisible().visible;

  injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (id === RemoveRowByRangeCommand.id) {
      const { range, subUnitId } = params as IRemoveRowByRangeCommandParams;
      // The pane takes rows away on a sheet that the user may have left.
      const sheet = book.sheet(subUnitId as SheetId) ?? book.activeSheet;
      if (!hasHidden(sheet, [range])) return;
      const visible = visibleParts(sheet, range);
      if (visible.length === 0) refused();
      else removeRows(injector, book, sheet, visible);
      throw cancelled();
    }
    const touched = TOUCHED[id];
    const isRefused =
      id === AutoFillCommand.id
        ? isEmptyFill(book.activeSheet, params as Fill)
        : touched !== undefined &&
          // In a cell's editor, the command that cuts cells cuts text.
          !isTyping() &&
          hasHidden(book.activeSheet, touched(params, selected(), book.activeSheet.getRowCount() - 1));
    if (!isRefused) return;
    refused();
    throw cancelled();
  });
}

/**
 * Deletes the rows of these ranges, given from the top, as one step. The grid itself would take all rows between them off
 * merged cells, too.
 */
function removeRows(injector: Injector, book: OpenBook, sheet: Worksheet, ranges: readonly IRange[]): void {
  const undo = injector.get(IUndoRedoService);
  const place = book.place(sheet);
  // The last one first: the others stay where they are.
  const steps: IUndoRedoItem[] = [];
  for (const range of [...ranges].reverse()) {
    if (!book.try(RemoveRowByRangeCommand.id, { ...place, range })) break;
    const step = undo.pitchTopUndoElement();
    if (step) steps.push(step);
  }
  if (steps.length === 0) return;
  steps.forEach(() => {
    undo.popUndoToRedo();
  });
  undo.pushUndoRedo({
    unitID: book.unit,
    redoMutations: steps.flatMap(({ redoMutations }) => redoMutations),
    undoMutations: [...steps].reverse().flatMap(({ undoMutations }) => undoMutations),
  });
}

interface Fill {
  readonly sourceRange: IRange;
  readonly targetRange: IRange;
}

/** Whether a fill, which leaves hidden rows out, finds no row to take from, or none to fill. The target holds the source. */
function isEmptyFill(sheet: Worksheet, { sourceRange, targetRange }: Fill): boolean {
  const [from, into] = [sourceRange, targetRange].map((range) => rowsOf(visibleParts(sheet, range)));
  return from === 0 || (into === from && rowsOf([targetRange]) > rowsOf([sourceRange]));
}

const hasHidden = (sheet: Worksheet, ranges: readonly IRange[]): boolean =>
  ranges.some((range) => rowsOf(visibleParts(sheet, range)) < rowsOf([range]));

const rowsOf = (ranges: readonly IRange[]): number =>
  ranges.reduce((count, { startRow, endRow }) => count + endRow - startRow + 1, 0);

/** The parts of a range whose rows are not hidden, from the top. */
function visibleParts(sheet: Worksheet, range: IRange): readonly IRange[] {
  const parts: IRange[] = [];
  for (let row = range.startRow; row <= range.endRow; row++) {
    if (isHidden(sheet, row)) continue;
    const open = parts.at(-1);
    if (open?.endRow === row - 1) open.endRow = row;
    else parts.push({ ...range, startRow: row, endRow: row });
  }
  return parts;
}
