import { fromSerial, isoDate, type IsoDate } from './calendar-date';
import type { Cell } from './cell';
import { remembered } from './remembered';

const CLOCK = String.raw`(?:[01]?\d|2[0-4])(?:[:：][0-5]?\d(?:[:：][0-5]?\d)?|[时点](?:[0-5]?\d分(?:[0-5]?\d秒)?)?)`;
const TIME = String.raw`(?:[ T]?(?:[上下]午 ?)?${CLOCK})?`;
const WRITTEN = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`);
const CHINESE = new RegExp(String.raw`^(\d{4})年(\d{1,2})月(\d{1,2})日?${TIME}$`);
const COMPACT = new RegExp(String.raw`^(\d{4})(\d{2})(\d{2})${TIME}$`);
const SERIAL = /^\d{5}(?:\.\d+)?$/;

/** Excel knows no day before: a time without a day, such as 12:00, is shown as one of the year before. */
const FIRST_YEAR = 1900;

/**
 * 提交时间 as a day: an Excel date, a serial, 2025-3-26, 2025/3/26, 2025.3.26, 2025年3月26日 or 20250326, with or
 * without a time. Null for anything else.
 *
 * @param text the cell's text, tidied
 */
export function readDate(cell: Cell, text: string): IsoDate | null {
  if (cell.kind === 'date') return cell.number === undefined ? null : fromSerial(cell.number);
  return readWritten(text);
}

/** A sheet is submitted on few days. */
const readWritten = remembered((text): IsoDate | null => {
  const match = WRITTEN.exec(text);
  if (match !== null) return dayOf(Number(match[1]), Number(match[3]), Number(match[4]));
  const other = CHINESE.exec(text) ?? COMPACT.exec(text);
  if (other !== null) return dayOf(Number(other[1]), Number(other[2]), Number(other[3]));
  return SERIAL.test(text) ? fromSerial(Number(text)) : null;
});

const dayOf = (year: number, month: number, day: number): IsoDate | null =>
  year < FIRST_YEAR ? null : isoDate(year, month, day);
