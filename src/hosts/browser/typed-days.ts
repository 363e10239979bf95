import type { Injector } from '@univerjs/core';
import { AFTER_CELL_EDIT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import { toSerial } from '../../rules/calendar-date';
import { textCell } from '../../rules/cell';
import { readDate } from '../../rules/submission-date';
import { isDateCode } from '../number-format';
import { TYPE } from './grid-enums';
import type { OpenBook } from './open-book';

const COMPACT = /^\d{8}$/;

/** Before the grid makes a number of what was typed: as a serial, 20250326 is a day of the year 57343. */
const FIRST = 1_001;

/** Eight digits that are typed into a cell for days are the day that they write. */
export function takeCompactDays(injector: Injector, book: OpenBook): void {
  injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: FIRST,
    handler: (typed, { worksheet, row, col }, next) => {
      const text = String(typed?.v ?? '').trim();
      const pattern = COMPACT.test(text) ? book.model(worksheet).pattern(row, col) : undefined;
      const day = isDateCode(pattern) ? readDate(textCell(text), text) : null;
      return day === null ? next(typed) : { ...typed, v: toSerial(day), t: TYPE.number };
    },
  });
}
