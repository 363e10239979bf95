import { addDays, weekday, yearOf, type IsoDate } from './calendar-date';
import holidays from './reference/holidays.json';

interface OfficialCalendar {
  readonly off: ReadonlySet<string>;
  readonly work: ReadonlySet<string>;
}

const CALENDARS: ReadonlyMap<number, OfficialCalendar> = new Map(
  Object.entries(holidays).map(([year, { off, work }]) => [
    Number(year),
    { off: new Set(off), work: new Set(work) },
  ]),
);

/** True where the State Council's holiday notice of the year is known; without it a working day is never guessed. */
export const hasCalendar = (year: number): boolean => CALENDARS.has(year);

/** Whether a day is worked, make-up days included; undefined for a year without an official calendar. */
export function isWorkingDay(date: IsoDate): boolean | undefined {
  const calendar = CALENDARS.get(yearOf(date));
  if (calendar === undefined) return undefined;
  if (calendar.work.has(date)) return true;
  const day = weekday(date);
  return day !== 0 && day !== 6 && !calendar.off.has(date);
}

/**
 * The nth working day after a day, n at least 1, the day itself not counted; undefined where it leads into a year
 * without a calendar.
 */
export function workingDayAfter(
  date: IsoDate,
  n: number,
  works: (date: IsoDate) => boolean | undefined = isWorkingDay,
): IsoDate | undefined {
  let left = n;
  for (let day = addDays(date, 1); ; day = addDays(day, 1)) {
    const working = works(day);
    if (working === undefined) return undefined;
    if (working && --left <= 0) return day;
  }
}
