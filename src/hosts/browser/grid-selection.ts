import type { IRange } from '@univerjs/core';
import {
  ScrollToRangeOperation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
} from '@univerjs/preset-sheets-core';
import type { SheetId } from '../host';
import type { OpenBook } from './open-book';

const cellRange = (row: number, column: number): IRange => ({
  startRow: row,
  endRow: row,
  startColumn: column,
  endColumn: column,
});

/** Selects a cell, on the sheet that it is on, and brings it into sight. */
export function selectCell(book: OpenBook, sheet: SheetId, row: number, column: number): void {
  const range = cellRange(row, column);
  if (book.activeSheet.getSheetId() !== sheet) book.do(SetWorksheetActiveOperation.id, book.place(sheet));
  const primary = {
    ...range,
    actualRow: row,
    actualColumn: column,
    isMerged: false,
    isMergedMainCell: false,
  };
  book.do(SetSelectionsOperation.id, { ...book.place(sheet), selections: [{ range, primary, style: null }] });
  // It answers false where there is nothing to scroll.
  book.try(ScrollToRangeOperation.id, { range });
}

/** Scrolls a row of the active sheet to the top. */
export function scrollToTop(book: OpenBook, row: number): void {
  book.try(ScrollToRangeOperation.id, { range: cellRange(row, 0), forceTop: true, forceLeft: true });
}
