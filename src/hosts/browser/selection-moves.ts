import { Direction, ICommandService, type Injector } from '@univerjs/core';
import {
  MoveSelectionCommand,
  MoveSelectionEnterAndTabCommand,
  SheetsSelectionsService,
} from '@univerjs/preset-sheets-core';
import type { OpenBook } from './open-book';
import { cancelled } from './univer';

/**
 * Mends two faults of the keys that move the selection. At the edge of the sheet they stay, as in Excel: the grid's own
 * command goes on at the far end of the row before. And Shift+Tab and Shift+Enter go back: that command loses the
 * selection where there is but one (it looks for another before the first), and the keyboard is dead then.
 */
export function mendMoves(injector: Injector, book: OpenBook): void {
  const commands = injector.get(ICommandService);
  const selections = (): ReturnType<SheetsSelectionsService['getCurrentSelections']> =>
    injector.get(SheetsSelectionsService).getCurrentSelections();

  const isAtEdge = (direction: Direction): boolean => {
    const { range, primary } = selections().at(-1) ?? {};
    const cell = primary ?? range;
    if (cell === undefined) return false;
    switch (direction) {
      case Direction.UP:
        return cell.startRow === 0;
      case Direction.LEFT:
        return cell.startColumn === 0;
      case Direction.DOWN:
        return cell.endRow >= book.activeSheet.getRowCount() - 1;
      case Direction.RIGHT:
        return cell.endColumn >= book.activeSheet.getColumnCount() - 1;
    }
  };

  /** Whether one cell, or one of merged cells, is all that is selected. */
  const isOneCell = (): boolean => {
    const [selection, another] = selections();
    const { range, primary = null } = selection ?? {};
    if (range === undefined || primary === null || another !== undefined) return false;
    return primary.startRow === range.startRow && primary.startColumn === range.startColumn;
  };

  commands.beforeCommandExecuted(({ id, params }) => {
    if (id === MoveSelectionCommand.id) {
      const { direction, jumpOver } = params as {
        readonly direction: Direction;
        readonly jumpOver?: unknown;
      };
      if (jumpOver === undefined && isAtEdge(direction)) throw cancelled();
    } else if (id === MoveSelectionEnterAndTabCommand.id) {
      const { direction } = params as { readonly direction: Direction };
      const isBackward = direction === Direction.LEFT || direction === Direction.UP;
      if (!isBackward || !isOneCell()) return;
      if (!isAtEdge(direction)) void commands.executeCommand(MoveSelectionCommand.id, { direction });
      throw cancelled();
    }
  });
}
