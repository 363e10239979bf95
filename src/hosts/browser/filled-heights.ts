import { ICommandService, type Injector } from '@univerjs/core';
import {
  IAutoFillService,
  SetWorksheetRowAutoHeightMutation,
  type ISetWorksheetRowAutoHeightMutationParams,
} from '@univerjs/preset-sheets-core';
import type { OpenBook } from './open-book';

/** The height that a row's text needs, and no less than that of an empty row. */
function neededHeight({ activeSheet }: OpenBook, row: number): number {
  let height = activeSheet.getConfig().defaultRowHeight;
  for (let column = 0; column < activeSheet.getColumnCount(); column++)
    height = Math.max(height, activeSheet.getCellHeight(row, column));
  return height;
}

/** Rows that are filled stay as high as they have to be: the grid makes each as high as the last cell that was filled in it. */
export function keepFilledHeights(injector: Injector, book: OpenBook): void {
  let isFilling = false;
  injector.get(IAutoFillService).addHook({
    id: 'kpy-filled-heights',
    onFillData: () => {
      isFilling = true;
      return { undos: [], redos: [] };
    },
    onAfterFillData: () => {
      isFilling = false;
    },
  });
  injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (!isFilling || id !== SetWorksheetRowAutoHeightMutation.id) return;
    const heights = params as ISetWorksheetRowAutoHeightMutationParams;
    const rows = new Set(heights.rowsAutoHeightInfo.map(({ row }) => row));
    heights.rowsAutoHeightInfo = [...rows].map((row) => ({ row, autoHeight: neededHeight(book, row) }));
  });
}
