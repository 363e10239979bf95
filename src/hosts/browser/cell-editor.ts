import type { Injector } from '@univerjs/core';
import {
  DeviceInputEventType,
  IEditorBridgeService,
  KeyCode,
  SetCellEditVisibleOperation,
} from '@univerjs/preset-sheets-core';
import type { OpenBook } from './open-book';

/** A cell that is open for typing is closed as by Enter. */
export async function closeEditor(book: OpenBook, injector: Injector): Promise<void> {
  if (!injector.get(IEditorBridgeService).isVisible().visible) return;
  book.do(SetCellEditVisibleOperation.id, {
    visible: false,
    eventType: DeviceInputEventType.Keyboard,
    keycode: KeyCode.ENTER,
    unitId: book.unit,
  });
  await new Promise((resolve) => setTimeout(resolve));
}
