import { ICommandService, Rectangle, type Injector, type IRange } from '@univerjs/core';
import {
  AddWorksheetMergeMutation,
  RemoveWorksheetMergeMutation,
  type IRemoveWorksheetMergeMutationParams,
} from '@univerjs/preset-sheets-core';
import type { SheetId } from '../host';
import type { OpenBook } from './open-book';

/**
 * Where the grid takes back that merged cells grew by a row, it takes off all merged cells that the grown ones reach into,
 * and those below stand there again by then. What it did not mean stays merged.
 */
export function keepOtherMerges(injector: Injector, book: OpenBook): void {
  const commands = injector.get(ICommandService);
  let others: readonly IRange[] = [];
  commands.beforeCommandExecuted(({ id, params }) => {
    if (id !== RemoveWorksheetMergeMutation.id) return;
    const { subUnitId, ranges } = params as IRemoveWorksheetMergeMutationParams;
    others = notMeant(book.sheet(subUnitId as SheetId)?.getMergeData() ?? [], ranges);
  });
  commands.onCommandExecuted(({ id, params }) => {
    if (id !== RemoveWorksheetMergeMutation.id || others.length === 0) return;
    const { unitId, subUnitId } = params as IRemoveWorksheetMergeMutationParams;
    const ranges = others;
    others = [];
    book.do(AddWorksheetMergeMutation.id, { unitId, subUnitId, ranges });
  });
}

/** The merged cells that are reached by a range which is exactly that of others. */
const notMeant = (merges: readonly IRange[], ranges: readonly IRange[]): readonly IRange[] =>
  merges.filter(
    (merge) =>
      !ranges.some((range) => Rectangle.equals(range, merge)) &&
      ranges.some(
        (range) =>
          Rectangle.intersects(range, merge) && merges.some((meant) => Rectangle.equals(meant, range)),
      ),
  );
