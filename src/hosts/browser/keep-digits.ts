import type { Injector } from '@univerjs/core';
import { AFTER_CELL_EDIT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import { TYPE } from './grid-enums';

/** More digits than a number keeps: an ID or certificate number that somebody types. */
const LONG_NUMBER = /^\d{16,}$/;

/** Before the grid makes a number of what was typed. */
const FIRST = 1_000;

/** Keeps long numbers that are typed as text, whatever the cell's format; a number would lose its last digits. */
export function keepDigits(injector: Injector): void {
  injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: FIRST,
    handler: (typed, _, next) => {
      const text = typed?.f === null || typed?.f === undefined ? String(typed?.v ?? '').trim() : '';
      return LONG_NUMBER.test(text) ? { ...typed, v: text, t: TYPE.text } : next(typed);
    },
  });
}
