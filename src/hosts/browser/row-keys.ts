import {
  CommandType,
  ICommandService,
  RANGE_TYPE,
  type IContextService,
  type Injector,
} from '@univerjs/core';
import {
  IShortcutService,
  KeyCode,
  MetaKeys,
  RemoveRowByRangeCommand,
  SetSelectionsOperation,
  SheetsSelectionsService,
  whenSheetEditorFocused,
} from '@univerjs/preset-sheets-core';
import { insertRows } from './body-rows';
import type { OpenBook } from './open-book';

const SELECT = 'kpy.operation.select-rows';
const INSERT = 'kpy.operation.insert-rows';
const DELETE = 'kpy.operation.delete-rows';

/** The numbers of the keypad's keys, which the grid has no names for. */
const KEYPAD_PLUS = 107;
const KEYPAD_MINUS = 109;

/**
 * Excel's keys for rows, which the grid gives to the pointer alone: Shift and Space selects the rows of the selection, and
 * of whole rows that are selected Ctrl, Shift and + inserts as many before them, Ctrl and - deletes them; on the keypad, whose
 * + needs no Shift, Ctrl with + and -. Where no whole rows are selected, Ctrl and - is the grid's, which makes the sheet
 * smaller, and the keypad's are the browser's.
 */
export function takeRowKeys(injector: Injector, book: OpenBook, isOpen: () => boolean): void {
  const commands = injector.get(ICommandService);
  const shortcuts = injector.get(IShortcutService);
  const selected = (): ReturnType<SheetsSelectionsService['getCurrentLastSelection']> =>
    isOpen() ? injector.get(SheetsSelectionsService).getCurrentLastSelection() : null;
  const wholeRows = (): { readonly startRow: number; readonly endRow: number } | null => {
    const range = selected()?.range;
    return range?.rangeType === RANGE_TYPE.ROW ? range : null;
  };
  const isEditable = (): boolean => !book.model(book.activeSheet).protected;

  const keys: readonly {
    readonly id: string;
    readonly bindings: readonly number[];
    readonly applies: () => boolean;
    readonly run: () => void;
  }[] = [
    {
      id: SELECT,
      bindings: [KeyCode.SPACE | MetaKeys.SHIFT],
      applies: () => selected() !== null,
      run: () => {
        const { range, primary } = selected() ?? {};
        if (range === undefined) return;
        const rows = {
          startRow: range.startRow,
          endRow: range.endRow,
          startColumn: 0,
          endColumn: book.activeSheet.getColumnCount() - 1,
          rangeType: RANGE_TYPE.ROW,
        };
        book.do(SetSelectionsOperation.id, {
          ...book.place(book.activeSheet),
          selections: [{ range: rows, primary: primary ?? null, style: null }],
        });
      },
    },
    {
      id: INSERT,
      bindings: [
        KeyCode.EQUAL | MetaKeys.CTRL_COMMAND | MetaKeys.SHIFT,
        KEYPAD_PLUS | MetaKeys.CTRL_COMMAND,
        KEYPAD_PLUS | MetaKeys.CTRL_COMMAND | MetaKeys.SHIFT,
      ],
      applies: () => wholeRows() !== null && isEditable(),
      run: () => {
        const rows = wholeRows();
        if (rows !== null) insertRows(book, book.activeSheet, rows.startRow, rows.endRow - rows.startRow + 1);
      },
    },
    {
      id: DELETE,
      bindings: [KeyCode.MINUS | MetaKeys.CTRL_COMMAND, KEYPAD_MINUS | MetaKeys.CTRL_COMMAND],
      applies: () => wholeRows() !== null && isEditable(),
      run: () => {
        const range = selected()?.range;
        // Not done by itself where rows between are hidden, which stay.
        if (range !== undefined)
          book.try(RemoveRowByRangeCommand.id, { ...book.place(book.activeSheet), range });
      },
    },
  ];
  for (const { id, bindings, applies, run } of keys) {
    commands.registerCommand({
      id,
      type: CommandType.OPERATION,
      handler: () => {
        run();
        return true;
      },
    });
    for (const binding of bindings)
      shortcuts.registerShortcut({
        id,
        binding,
        // Before the grid's own.
        priority: 2,
        preconditions: (context: IContextService) => whenSheetEditorFocused(context) && applies(),
      });
  }
}
