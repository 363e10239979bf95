import type { Injector } from '@univerjs/core';
import {
  DeviceInputEventType,
  IEditorService,
  IShortcutService,
  KeyCode,
  SetCellEditVisibleOperation,
} from '@univerjs/preset-sheets-core';

/** The names of functions that the grid offers beside a formula that is typed. */
const NAMES = '[data-u-comp="sheets-formula-editor"] > li > span:first-child';
/** Above the grid's own, by which Enter takes a name. */
const FIRST = 1_001;

/**
 * The grid makes its list of functions a moment after something was typed, and Enter takes the first of it: =B, a pause, and
 * 2 with Enter were =BASE(. A name that does not go on from what stands before the cursor is not taken; the formula is
 * entered as it was typed.
 */
export function spareTypedFormulas(injector: Injector): void {
  const shortcuts = injector.get(IShortcutService);
  for (const keycode of [KeyCode.ENTER, KeyCode.TAB])
    shortcuts.registerShortcut({
      id: SetCellEditVisibleOperation.id,
      binding: keycode,
      priority: FIRST,
      preconditions: () => offersOthers(typedWord(injector)),
      staticParameters: { visible: false, eventType: DeviceInputEventType.Keyboard, keycode },
    });
}

/** Whether the names on the page are those of another word than this. */
function offersOthers(word: string): boolean {
  const name = document.querySelector(NAMES)?.textContent;
  return name !== undefined && (word === '' || !name.toUpperCase().startsWith(word));
}

/** The word that ends at the cursor, in capitals, as the names of functions are. */
function typedWord(injector: Injector): string {
  const editor = injector.get(IEditorService).getFocusEditor();
  const end = editor?.getSelectionRanges()[0]?.startOffset ?? 0;
  const typed = editor?.getDocumentData().body?.dataStream.slice(0, end) ?? '';
  return (/[\p{L}\p{N}_.]*$/u.exec(typed)?.[0] ?? '').toUpperCase();
}
