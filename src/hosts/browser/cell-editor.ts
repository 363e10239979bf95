import { ICommandService, type Injector } from '@univerjs/core';
import {
  DeviceInputEventType,
  IEditorBridgeService,
  SetCellEditVisibleOperation,
} from '@univerjs/preset-sheets-core';
import { isMove } from './moves';
import type { OpenBook } from './open-book';

/** Whether something is being typed into a cell. */
export const isTyping = (injector: Injector): boolean => {
  const editor = injector.get(IEditorBridgeService);
  return editor.isVisible().visible && editor.getEditorDirty();
};

/** What is being typed is entered into its cell, which stays selected. */
export async function closeEditor(book: OpenBook, injector: Injector): Promise<void> {
  if (!injector.get(IEditorBridgeService).isVisible().visible) return;
  book.do(SetCellEditVisibleOperation.id, {
    visible: false,
    eventType: DeviceInputEventType.PointerDown,
    unitId: book.unit,
  });
  await new Promise((resolve) => setTimeout(resolve));
}

/**
 * Gives the editor, and the bar above the grid, what the selected cell holds once cells stand elsewhere. The grid does so by
 * itself only where the cell is written: F2 in the row that took the place of a deleted one wrote the deleted person's content.
 */
export function keepEditorFresh(injector: Injector): void {
  const editor = injector.get(IEditorBridgeService);
  injector.get(ICommandService).onCommandExecuted(({ id }) => {
    if (isMove(id) && !editor.isVisible().visible) editor.refreshEditCellState();
  });
}
