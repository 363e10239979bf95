import { toSerial } from '../rules/calendar-date';
import { EMPTY_CELL, isBeyondDigits, isError, textCell, type Cell } from '../rules/cell';
import { COLUMN_KEYS, YEAR_COLUMNS, type ColumnKey } from '../rules/application';
import { readDate } from '../rules/submission-date';
import { readYears } from '../rules/years';
import type { SheetReport } from './check-sheet';
import { copyValues } from './fixes';

/** A value as the official sheet holds it: a day, a number, or text. */
export type OfficialValue = string | number | { readonly serial: number };

/** The columns that hold plain numbers. */
const YEARS: ReadonlySet<ColumnKey> = new Set(YEAR_COLUMNS);

/**
 * The rows of a checked sheet in the printed order of the 27 columns, with safe fixes applied, formulas as their
 * values with the same fixes, 提交时间 as a day and years as numbers where they can be read. What cannot be read stays as it
 * was written; an error value leaves its cell empty, and a number that has lost digits or stands for an ID number stays one,
 * so that the copy looks no better than the sheet.
 */
export function officialRows(report: SheetReport): readonly (readonly OfficialValue[])[] {
  const fixed = copyValues(report);
  return report.reading.rows.map(({ row, cells }) =>
    COLUMN_KEYS.map((key) => official(key, cells[key] ?? EMPTY_CELL, fixed.get(row)?.get(key))),
  );
}

/** What a text that somebody writes for a column becomes in the sheet. */
export const officialValue = (key: ColumnKey, text: string): OfficialValue =>
  official(key, textCell(text), undefined);

function official(key: ColumnKey, cell: Cell, fixed: string | undefined): OfficialValue {
  if (isError(cell)) return '';
  if (cell.number !== undefined && staysNumber(key, cell)) return cell.number;
  const text = fixed ?? cell.text;
  if (key === 'submittedOn') {
    const day = readDate(cell, text);
    return day === null ? text : { serial: toSerial(day) };
  }
  return YEARS.has(key) ? yearsOrText(cell, text) : text;
}

/**
 * An ID number in a number cell is nobody's, and the copy must not make it somebody's: as text, all whose formula found
 * nothing, and gave 0, would be one person. Zeros that a format puts before a number stand in a text alone.
 */
const staysNumber = (key: ColumnKey, cell: Cell): boolean =>
  isBeyondDigits(cell) || (key === 'idNumber' && cell.kind === 'number' && cell.text === String(cell.number));

/** A number of years; what is none, such as the month 2010.10, loses its last zero as a number. */
function yearsOrText(cell: Cell, text: string): OfficialValue {
  const reading = readYears(cell, text);
  if (reading.kind === 'years' && reading.fix === null) return reading.years;
  return cell.kind === 'number' && cell.number !== undefined ? cell.number : text;
}
