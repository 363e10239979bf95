import type { Injector } from '@univerjs/core';
import { AFTER_CELL_EDIT, IAutoFillService, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import type { SheetId } from '../host';
import { TYPE } from './grid-enums';

/** More digits than a number keeps: an ID or certificate number that somebody types. */
const LONG_NUMBER = /^\d{16,}$/;
const HAS_LONG_NUMBER = /\d{16}/;

/** Before the grid makes a number of what was typed. */
const FIRST = 1_000;

/** Before the grid counts on from a text that ends in digits, and after it has taken numbers for what they are. */
const BEFORE_COUNTING = 950;
const FILLED = 'kpyLongNumber';

/**
 * Keeps as text what is typed into a column of codes, and long numbers anywhere, whatever the cell's format; a number would
 * lose its last digits, or the zeros before its first. Where such a text is filled down, it is copied: counted on, it would
 * come out with zeros at its end.
 */
export function keepDigits(
  injector: Injector,
  isCode: (sheet: SheetId, row: number, column: number) => boolean,
): void {
  injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: FIRST,
    handler: (typed, { worksheet, row, col }, next) => {
      const text = typed?.f === null || typed?.f === undefined ? String(typed?.v ?? '').trim() : '';
      const isText =
        LONG_NUMBER.test(text) || (/^\d/.test(text) && isCode(worksheet.getSheetId() as SheetId, row, col));
      return isText ? { ...typed, v: text, t: TYPE.text } : next(typed);
    },
  });
  injector.get(IAutoFillService).registerRule({
    type: FILLED,
    priority: BEFORE_COUNTING,
    match: (cell) => typeof cell?.v === 'string' && HAS_LONG_NUMBER.test(cell.v),
    isContinue: ({ type }, cell) =>
      type === FILLED && typeof cell?.v === 'string' && HAS_LONG_NUMBER.test(cell.v),
    applyFunctions: {},
  });
}
