import type { IsoDate } from '../rules/calendar-date';
import {
  booleanCell,
  EMPTY_CELL,
  errorCell,
  isErrorText,
  numberCell,
  textCell,
  type Cell,
} from '../rules/cell';
import { INVISIBLE } from '../rules/invisible';
import { readDate } from '../rules/submission-date';
import { tidy } from '../rules/tidy';
import { unusable, say, type Failure } from './failure';
import { today } from './today';

/**
 * A value as Excel hands it to a parameter of type any, as a cell.
 *
 * - An empty cell arrives as 0 in Excel for Windows and Mac and as null on the web (office-js issues 1951, 4702, 5262), so
 *   that 0 cannot be told from nothing. No column of the sheet needs a 0, and a blank one makes a condition unknown,
 *   never unmet (design §5): 0 is read as an empty cell.
 * - A date arrives as its serial, without the cell's format.
 * - With allowCustomDataForDataTypeAny, which the metadata generator sets, a formatted number may arrive as an object
 *   with `basicValue`; with allowErrorForDataTypeAny an error value does, as a CustomFunctions.Error (custom-functions-json,
 *   and CustomFunctionError in the runtime that office.js carries).
 */
export function cellOf(value: unknown): Cell {
  switch (typeof value) {
    case 'string':
      return isErrorText(value) ? errorCell(value) : textCell(value);
    case 'number':
      return value === 0 ? EMPTY_CELL : numberCell(value);
    case 'boolean':
      return booleanCell(value);
    case 'object':
      return value !== null && 'basicValue' in value ? cellOf(value.basicValue) : EMPTY_CELL;
    default:
      return EMPTY_CELL;
  }
}

export const isBlank = (cell: Cell): boolean => cell.text.trim() === '';

/** A date cell, as a serial or as text. */
export function dateOf(cell: Cell): IsoDate | Failure {
  const date = cell.kind === 'boolean' ? null : readDate(cell, tidy('submittedOn', cell.text));
  return date ?? unusable(say('function.date', { value: cell.text }));
}

/** An optional date: today where it is left out, or where the cell it refers to is empty. */
export function dateOrToday(value: unknown): IsoDate | Failure {
  const cell = cellOf(value);
  return isBlank(cell) ? today() : dateOf(cell);
}

/** An optional whole number from 0; `otherwise` where it is left out or blank, as a cell with 0 is. Null for anything else. */
export function wholeNumber(value: unknown, otherwise: number): number | null {
  const { text } = cellOf(value);
  const plain = text.normalize('NFKC').replace(INVISIBLE, '').trim();
  if (plain === '') return otherwise;
  return /^\d+$/.test(plain) ? Number(plain) : null;
}

export type Result = string | number | Failure;

/** One result a cell, in the shape of the range; '' for an empty cell. */
export const perCell = (values: unknown[][], answer: (cell: Cell) => Result): Result[][] =>
  values.map((row) =>
    row.map((value) => {
      const cell = cellOf(value);
      if (cell.kind === 'error') return unusable(say('function.error-value', { value: cell.text }));
      return isBlank(cell) ? '' : answer(cell);
    }),
  );
