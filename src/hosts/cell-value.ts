import { errorCell, numberText, type Cell } from '../rules/cell';
import type { NumberStyle } from './number-format';

/** What the 1904 date system counts less than the 1900 one for the same day. */
export const DAYS_1904 = 1462;

/** 9999-12-31, the last day that Excel shows. */
const LAST_SERIAL = 2_958_465;

const pad = (value: number): string => String(value).padStart(2, '0');

/**
 * A serial of the 1900 system as `YYYY-MM-DD`, with ` HH:mm:ss` where there is a time. Excel's 29 February 1900,
 * which never was, is serial 60; serials before it are a day off the real calendar, as they are in Excel.
 */
function serialText(serial: number): string {
  const seconds = Math.round(serial * 86_400);
  const day = Math.floor(seconds / 86_400);
  const time = seconds - day * 86_400;
  const date = new Date(Date.UTC(1899, 11, day < 60 ? 31 + day : 30 + day));
  const dayText = day === 60 ? '1900-02-29' : date.toISOString().slice(0, 10);
  if (time === 0) return dayText;
  return `${dayText} ${pad(Math.floor(time / 3600))}:${pad(Math.floor(time / 60) % 60)}:${pad(time % 60)}`;
}

/**
 * A number cell, or a date cell where its format is a date's and its number is a day that Excel can show. The zeros that
 * a format puts before a number are part of it: of 0001234 on a certificate, 1234 would be another one.
 */
export function numericCell(value: number, { isDate, digits }: NumberStyle, date1904: boolean): Cell {
  if (!Number.isFinite(value)) return errorCell('#NUM!');
  const serial = isDate && date1904 ? value + DAYS_1904 : value;
  if (isDate && serial >= 0 && serial < LAST_SERIAL + 1) {
    return { kind: 'date', text: serialText(serial), number: serial };
  }
  const text = numberText(value);
  const isWhole = digits > 0 && Number.isInteger(value) && value >= 0;
  return { kind: 'number', text: isWhole ? text.padStart(digits, '0') : text, number: value };
}

/** The same value as the cached result of a formula. */
export const withFormula = (cell: Cell, formula: string): Cell => ({ ...cell, formula });
