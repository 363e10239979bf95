import { dayOf, monthOf, yearOf, type IsoDate } from '../calendar-date';
import { messageText, type Locale } from './message';

/** A month, 1 to 12, by its name. */
const monthText = (locale: Locale, month: number): string =>
  messageText(locale, 'date.months').split('|')[month - 1] ?? '';

/** Days of one month: 2025年4月27日、28日. */
export function daysText(locale: Locale, days: readonly IsoDate[]): string {
  const [first] = days;
  if (first === undefined) return '';
  return messageText(locale, 'date.days-of-month', {
    year: yearOf(first),
    month: monthText(locale, monthOf(first)),
    days: days.map((day) => messageText(locale, 'date.day', { day: dayOf(day) })),
  });
}

/** What the notice says of each session's months and of the part of them, which stays as it is printed. */
interface SessionTimes {
  readonly months: readonly number[];
  readonly period: string;
}

/** The months of a session: 3月、6月、10月、12月中下旬. */
export const sessionMonthsText = (locale: Locale, { months, period }: SessionTimes): string =>
  messageText(locale, 'date.session', { months: months.map((month) => monthText(locale, month)), period });

/** One of them: 2025年6月中下旬. */
export const sessionText = (
  locale: Locale,
  year: number,
  month: number,
  { period }: Pick<SessionTimes, 'period'>,
): string => {
  const months = messageText(locale, 'date.month-of-year', { year, month: monthText(locale, month) });
  return messageText(locale, 'date.session', { months, period });
};
