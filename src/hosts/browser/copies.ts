import type { Injector } from '@univerjs/core';
import { ISheetClipboardService } from '@univerjs/preset-sheets-core';
import type { MarksLayer } from './marks-layer';
import type { OpenBook } from './open-book';

/** How Excel and WPS are told, in the HTML of the clipboard, that a cell holds text. */
const AS_TEXT = String.raw`mso-number-format:\@`;

/** What a copied cell says of its look. The grid calls it deprecated, for a successor that it does not have yet. */
interface CellLook {
  onCopyCellStyle(row: number, column: number): { readonly style: string } | null;
}

/** Makes what is copied out of the grid safe to paste elsewhere: texts of digits stay text there, and marks stay here. */
export function sendCopies(injector: Injector, book: OpenBook, marks: MarksLayer): void {
  let isText: (row: number, column: number) => boolean = () => false;
  let showMarks: () => void = () => undefined;
  const look: CellLook = {
    onCopyCellStyle: (row, column) => (isText(row, column) ? { style: AS_TEXT } : null),
  };
  injector.get(ISheetClipboardService).addClipboardHook({
    id: 'kpy-copies',
    ...look,
    onBeforeCopy(unit, sheetId) {
      const sheet = unit === book.unit ? book.workbook.getSheetBySheetId(sheetId) : null;
      if (sheet === null || sheet === undefined) return;
      const model = book.model(sheet);
      isText = (row, column) => model.cell(row, column).kind === 'text';
      showMarks = marks.hide();
    },
    onAfterCopy() {
      showMarks();
      isText = () => false;
    },
  });
}
