import type { Injector } from '@univerjs/core';
import {
  BrowserClipboardService,
  IClipboardInterfaceService,
  ISheetClipboardService,
} from '@univerjs/preset-sheets-core';
import { EMPTY_CELL, type Cell } from '../../rules/cell';
import { tabbedText } from '../../sheet/tabbed-text';
import { escapeXml } from '../file/xml-escapes';
import { hasZerosBefore } from '../number-format';
import { clipboardCells } from './clipboard-text';
import type { MarksLayer } from './marks-layer';
import type { OpenBook } from './open-book';

/** How Excel and WPS are told, in the HTML of the clipboard, that a cell holds text. */
const AS_TEXT = String.raw`mso-number-format:\@`;

/** What a copied cell says of its look. The grid calls it deprecated, for a successor that it does not have yet. */
interface CellLook {
  onCopyCellStyle(row: number, column: number): { readonly style: string } | null;
}

/**
 * Makes what is copied out of the grid safe to paste elsewhere: texts of digits, and numbers with zeros before them, are text
 * there, cells of several lines stay cells, and marks stay here.
 */
export function sendCopies(injector: Injector, book: OpenBook, marks: MarksLayer): void {
  const clipboard = injector.get(IClipboardInterfaceService);
  // The grid's own text has line breaks of cells in it as they are, and nothing of what a formula spills. Its method is the
  // class's: the service stands behind a proxy, which goes on calling what was once asked of it.
  clipboard.write = (text, html) =>
    BrowserClipboardService.prototype.write.call(
      clipboard,
      html === '' ? text : tabbedText(clipboardCells(html, text)),
      html,
    );
  let cellAt: (row: number, column: number) => Cell = () => EMPTY_CELL;
  let showMarks: () => void = () => undefined;
  const look: CellLook = {
    onCopyCellStyle: (row, column) => {
      const cell = cellAt(row, column);
      return cell.kind === 'text' || hasZerosBefore(cell) ? { style: AS_TEXT } : null;
    },
  };
  injector.get(ISheetClipboardService).addClipboardHook({
    id: 'kpy-copies',
    // Before the grid's own, which joins the lines of a cell to one.
    priority: -1,
    ...look,
    onCopyCellContent(row, column) {
      const lines = cellAt(row, column).text.split('\n');
      return lines.length === 1 ? '' : lines.map(escapeXml).join('<br>');
    },
    onBeforeCopy(unit, sheetId) {
      const sheet = unit === book.unit ? book.workbook.getSheetBySheetId(sheetId) : null;
      if (sheet === null || sheet === undefined) return;
      const model = book.model(sheet);
      cellAt = (row, column) => model.cell(row, column);
      showMarks = marks.hide();
    },
    onAfterCopy() {
      showMarks();
      cellAt = () => EMPTY_CELL;
    },
  });
}
