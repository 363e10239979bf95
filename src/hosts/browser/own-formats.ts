import type { Injector } from '@univerjs/core';
import { ISheetClipboardService } from '@univerjs/preset-sheets-core';

/**
 * Gives each cell that the grid pastes a number format of its own. Of a text such as 2025-03-26 the grid makes the format
 * of a day, and writes it into the look of the cell that was copied: the very object that all cells of this look share. A
 * row copied within a sheet so gave every ID in it that format, which shows one as 5.00103E+17.
 */
export function ownFormats(injector: Injector): void {
  injector.get(ISheetClipboardService).addClipboardHook({
    id: 'kpy-own-formats',
    // Before the grid's own.
    priority: -1,
    onPasteCells(_from, _to, cells) {
      cells.forValue((_row, _column, cell) => {
        const { s: look } = cell;
        if (typeof look === 'object' && look?.n) cell.s = { ...look, n: { ...look.n } };
      });
      return { undos: [], redos: [] };
    },
  });
}
