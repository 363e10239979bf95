import type { IMutationInfo, Injector, IRange } from '@univerjs/core';
import {
  RemoveColCommand,
  RemoveRowCommand,
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  SheetInterceptorService,
  type ISetRangeValuesMutationParams,
} from '@univerjs/preset-sheets-core';
import type { CellsByRow, OpenBook } from './open-book';

interface Mutations {
  readonly redos: IMutationInfo[];
  readonly undos: IMutationInfo[];
}

/** The first cell of merged ones that goes, and the one that comes first after it, where it stands before and afterwards. */
interface Heir {
  readonly from: Place;
  readonly heir: Place;
  readonly to: Place;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * Where the first row or column of merged cells is deleted, what stands in them goes on to the cells that are left, as in
 * Excel: one institution may stand for all the people beside it. Part of the step that deletes, and undone with it.
 */
export function keepMergedValues(injector: Injector, book: OpenBook): void {
  injector.get(SheetInterceptorService).interceptCommand({
    getMutations: ({ id, params }) => {
      const heirs = heirsOf(id, book.activeSheet.getMergeData(), params);
      return heirs.length === 0 ? { redos: [], undos: [] } : handedOn(injector, book, heirs);
    },
  });
}

function heirsOf(id: string, merges: readonly IRange[], params: unknown): readonly Heir[] {
  if (id !== RemoveRowCommand.id && id !== RemoveColCommand.id) return [];
  const { range: gone } = params as { readonly range: IRange };
  const heirs: Heir[] = [];
  for (const { startRow, endRow, startColumn, endColumn } of merges) {
    const from = { row: startRow, column: startColumn };
    if (id === RemoveRowCommand.id) {
      if (gone.startRow <= startRow && startRow <= gone.endRow && gone.endRow < endRow)
        heirs.push({ from, heir: { ...from, row: gone.endRow + 1 }, to: { ...from, row: gone.startRow } });
    } else if (
      gone.startColumn <= startColumn &&
      startColumn <= gone.endColumn &&
      gone.endColumn < endColumn
    ) {
      heirs.push({
        from,
        heir: { ...from, column: gone.endColumn + 1 },
        to: { ...from, column: gone.startColumn },
      });
    }
  }
  return heirs;
}

/** Undone when the rows are there again, so at the place before. */
function handedOn(injector: Injector, book: OpenBook, heirs: readonly Heir[]): Mutations {
  const sheet = book.activeSheet;
  const [before, after]: readonly [CellsByRow, CellsByRow] = [{}, {}];
  for (const { from, heir, to } of heirs) {
    const {
      v = null,
      t = null,
      f = null,
      si = null,
      p = null,
    } = sheet.getCellRaw(from.row, from.column) ?? {};
    for (const [cells, { row, column }] of [
      [before, heir],
      [after, to],
    ] as const)
      (cells[row] ??= {})[column] = { v, t, f, si, p };
  }
  const mutation = (cellValue: CellsByRow): IMutationInfo<ISetRangeValuesMutationParams> => ({
    id: SetRangeValuesMutation.id,
    params: { ...book.place(sheet), cellValue },
  });
  const undone = injector.invoke(SetRangeValuesUndoMutationFactory, mutation(before).params);
  return { redos: [mutation(after)], undos: [{ id: SetRangeValuesMutation.id, params: undone }] };
}
