declare const isoDateBrand: unique symbol;
/** A day of the Gregorian calendar, YYYY-MM-DD; sorts as text. */
export type IsoDate = string & { readonly [isoDateBrand]: true };

const pad = (value: number, width: 2 | 4): string =>
  width === 2 && value > 9 ? String(value) : String(value).padStart(width, '0');

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The number of days of a month, 1 to 12. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0);

/** The day, or null where the calendar has none such. */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  return isDay(year, month, day) ? (`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as IsoDate) : null;
}

const isDay = (year: number, month: number, day: number): boolean =>
  Number.isInteger(year) &&
  year >= 1 &&
  year <= 9999 &&
  Number.isInteger(month) &&
  Number.isInteger(day) &&
  day >= 1 &&
  day <= daysInMonth(year, month);

/**
 * The day that a moment is on, by the calendar of the machine that reads it.
 *
 * @throws Error where the machine's clock shows no date between the years 1 and 9999
 */
export function dayOfMoment(now: Date): IsoDate {
  const day = isoDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (day === null) throw new Error('The clock of this machine shows no date of the calendar.');
  return day;
}

/** Reads YYYY-MM-DD; null for anything else. */
export function parseIsoDate(text: string): IsoDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match === null ? null : isoDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Reads eight digits, YYYYMMDD; null where they are no day of the calendar. */
export function parseCompactDate(digits: string): IsoDate | null {
  const number = Number(digits);
  return isDay(Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100)
    ? (`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` as IsoDate)
    : null;
}

const ZERO = 0x30;

/** The number that two digits make: read so, a day of each person makes no strings that are thrown away. */
const twoDigits = (date: IsoDate, at: number): number =>
  (date.charCodeAt(at) - ZERO) * 10 + date.charCodeAt(at + 1) - ZERO;

export const yearOf = (date: IsoDate): number => twoDigits(date, 0) * 100 + twoDigits(date, 2);
export const monthOf = (date: IsoDate): number => twoDigits(date, 5);
export const dayOf = (date: IsoDate): number => twoDigits(date, 8);

const FIRST_DAY = '0001-01-01' as IsoDate;
const LAST_DAY = '9999-12-31' as IsoDate;

const MILLISECONDS = 86_400_000;
/** 400 Gregorian years: Date.UTC takes the years 0 to 99 for 1900 to 1999, so every year is counted 400 later. */
const CYCLE_DAYS = 146_097;

/** Days since 1970-01-01. */
const dayNumber = (date: IsoDate): number =>
  Date.UTC(yearOf(date) + 400, monthOf(date) - 1, dayOf(date)) / MILLISECONDS - CYCLE_DAYS;

const FIRST_NUMBER = dayNumber(FIRST_DAY);
const LAST_NUMBER = dayNumber(LAST_DAY);

const fromDayNumber = (days: number): IsoDate => {
  const date = new Date(Math.min(Math.max(days, FIRST_NUMBER), LAST_NUMBER) * MILLISECONDS);
  return `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1, 2)}-${pad(date.getUTCDate(), 2)}` as IsoDate;
};

/** So many days later; stays within the years 1 to 9999. */
export const addDays = (date: IsoDate, days: number): IsoDate => fromDayNumber(dayNumber(date) + days);

/** 0 Sunday to 6 Saturday. */
export const weekday = (date: IsoDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7;

/**
 * The same day some years later; 29 February counts as 1 March where the year has none (design §5). Stays within the
 * years 1 to 9999.
 */
export function addYears(date: IsoDate, years: number): IsoDate {
  const year = yearOf(date) + years;
  if (year < 1) return FIRST_DAY;
  if (year > 9999) return LAST_DAY;
  return isoDate(year, monthOf(date), dayOf(date)) ?? (`${pad(year, 4)}-03-01` as IsoDate);
}

/** Completed years from one day to another: the birthday itself counts. */
export function completedYears(from: IsoDate, to: IsoDate): number {
  const years = yearOf(to) - yearOf(from);
  const months = monthOf(to) - monthOf(from);
  // 29 February comes before 1 March also in a year that has none.
  return months > 0 || (months === 0 && dayOf(to) >= dayOf(from)) ? years : years - 1;
}

/** Day 0 of the 1900 date system; serials above 60 count the 29 February 1900 that never was. */
const SERIAL_EPOCH = dayNumber('1899-12-30' as IsoDate);

/** An Excel serial of the 1900 date system as a day; its time is dropped. Null outside 1900-01-01 to 9999-12-31. */
export function fromSerial(serial: number): IsoDate | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < 1 || whole > 2_958_465 || whole === 60) return null;
  return fromDayNumber(SERIAL_EPOCH + whole + (whole < 60 ? 1 : 0));
}

/** A day since 1900-01-01 as an Excel serial of the 1900 date system. */
export function toSerial(date: IsoDate): number {
  const serial = dayNumber(date) - SERIAL_EPOCH;
  return serial > 60 ? serial : serial - 1;
}
