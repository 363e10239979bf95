import { booleanCell, EMPTY_CELL, errorCell, textCell, type Cell } from '../../rules/cell';
import { fromSerial, yearOf } from '../../rules/calendar-date';
import { DAYS_1904, numericCell, withFormula } from '../cell-value';
import { isDateCode, NUMBER_FORMAT, numberStyleOf } from '../number-format';

/** What Excel gives of one cell. */
export interface LoadedCell {
  /** The formula, or the value where there is none. */
  readonly formula: unknown;
  readonly value: unknown;
  readonly type: string;
  readonly format: string;
  /** The cell as it is shown. */
  readonly text: string;
}

/** A rectangle as loaded with `values,formulas,valueTypes,numberFormat,text`. */
export interface LoadedRange {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly valueTypes: readonly (readonly string[])[];
  readonly numberFormat: readonly (readonly string[])[];
  readonly text: readonly (readonly string[])[];
}

export const CELL_PROPERTIES = 'values,formulas,valueTypes,numberFormat,text';

/** The cell of a loaded rectangle, counted from 0 within it. */
export const loadedCell = (range: LoadedRange, row: number, column: number): LoadedCell => ({
  formula: range.formulas[row]?.[column] ?? '',
  value: range.values[row]?.[column] ?? '',
  type: range.valueTypes[row]?.[column] ?? 'Empty',
  format: range.numberFormat[row]?.[column] ?? NUMBER_FORMAT,
  text: range.text[row]?.[column] ?? '',
});

/**
 * Which date system the workbook counts in. Office.js does not say (no member of ExcelApi 1.14 does); a date that is
 * shown with its year does, as the two systems are four years and a day apart. Undefined where no cell tells.
 */
export function dateSystemOf(cells: Iterable<LoadedCell>): 1900 | 1904 | undefined {
  for (const { value, format, text } of cells) {
    if (typeof value !== 'number' || !isDateCode(format)) continue;
    const shown = /(?<!\d)\d{4}(?!\d)/.exec(text)?.[0];
    const [early, late] = [fromSerial(value), fromSerial(value + DAYS_1904)];
    if (shown === undefined || early === null || late === null) continue;
    if (Number(shown) === yearOf(early)) return 1900;
    if (Number(shown) === yearOf(late)) return 1904;
  }
  return undefined;
}

/** Whether a cell holds a formula: in a text cell `=A1` is a text, and then formula and value are the same. */
export const hasFormula = (cell: LoadedCell): cell is LoadedCell & { readonly formula: string } =>
  typeof cell.formula === 'string' && cell.formula.startsWith('=') && cell.formula !== cell.value;

/** The cell as every host gives it: what a file with the same content reads as. */
export function toCell(loaded: LoadedCell, date1904: boolean): Cell {
  const cell = valueCell(loaded, date1904);
  return hasFormula(loaded) ? withFormula(cell, loaded.formula.slice(1)) : cell;
}

function valueCell({ value, type, format }: LoadedCell, date1904: boolean): Cell {
  if (typeof value === 'boolean') return booleanCell(value);
  if (typeof value === 'number') return numericCell(value, numberStyleOf(format), date1904);
  if (typeof value !== 'string' || value === '') return EMPTY_CELL;
  return type === 'Error' ? errorCell(value) : textCell(value);
}

/** Whether the formula alone tells what a cell is: not for numbers, which may be dates, formulas and error values. */
export const tellsLittle = (formula: unknown): boolean =>
  typeof formula === 'number' || (typeof formula === 'string' && /^[=#]/.test(formula));

/** A cell whose formula alone tells what it is: a text, a truth value, or nothing. */
export const plainCell = (formula: unknown): Cell =>
  typeof formula === 'boolean'
    ? booleanCell(formula)
    : typeof formula === 'string'
      ? textCell(formula)
      : EMPTY_CELL;
