import { CommandType, ICommandService, type Injector } from '@univerjs/core';
import { IShortcutService, MetaKeys, whenSheetEditorFocused } from '@univerjs/preset-sheets-core';
import type { SheetId } from '../host';
import { selectCell } from './grid-selection';
import type { OpenBook } from './open-book';

const GO = 'kpy.operation.first-cell';
/** The Home key, for which the grid has no name. */
const HOME = 36;

/** Ctrl+Home goes to the first cell of the sheet; the grid leaves the key to the browser. */
export function takeFirstCellKey(injector: Injector, book: OpenBook, isOpen: () => boolean): void {
  injector.get(ICommandService).registerCommand({
    id: GO,
    type: CommandType.OPERATION,
    handler: () => {
      if (!isOpen()) return false;
      selectCell(book, book.activeSheet.getSheetId() as SheetId, 0, 0);
      return true;
    },
  });
  injector.get(IShortcutService).registerShortcut({
    id: GO,
    binding: HOME | MetaKeys.CTRL_COMMAND,
    preconditions: whenSheetEditorFocused,
  });
}
