import type { Injector } from '@univerjs/core';
import {
  DeviceInputEventType,
  IEditorBridgeService,
  SetCellEditVisibleOperation,
} from '@univerjs/preset-sheets-core';
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
