import { isoDate, monthOf, weekday, yearOf, type IsoDate } from './calendar-date';
import { takenReading } from './implemented-readings';
import { daysText } from './messages/dates';
import type { NoticePack } from './notice';
import { hasCalendar, isWorkingDay, workingDayAfter } from './working-days';

/** Whether a day counts as a 工作日 of 六（三）: make-up days do unless the pack takes them as weekends (make-up-days). */
function worksUnder(notice: NoticePack): (date: IsoDate) => boolean | undefined {
  if (takenReading(notice, 'make-up-days') === 'working') return isWorkingDay;
  return (date) => (isWeekend(date) && hasCalendar(yearOf(date)) ? false : isWorkingDay(date));
}

const isWeekend = (date: IsoDate): boolean => weekday(date) === 0 || weekday(date) === 6;

/** 六（三）: the days of a month on which papers are accepted, working days of 25 to 30; empty outside the window's months. */
export function acceptanceDays(notice: NoticePack, year: number, month: number): readonly IsoDate[] {
  const { firstMonth, lastMonth, firstDay, lastDay } = notice.parameters.window;
  const works = worksUnder(notice);
  const since = takenReading(notice, 'issue-before-window') === 'counts' ? '' : notice.parameters.issued;
  if (year !== notice.parameters.year || month < firstMonth || month > lastMonth) return [];
  const days: IsoDate[] = [];
  for (let day = firstDay; day <= lastDay; day++) {
    const date = isoDate(year, month, day);
    if (date !== null && date >= since && works(date) === true) days.push(date);
  }
  return days;
}

export type WindowResult =
  /** In words, too: 2025年4月27日、28日、29日、30日. */
  | { readonly kind: 'days'; readonly days: readonly IsoDate[]; readonly text: string }
  /** No acceptance day is left in the notice's year. */
  | { readonly kind: 'over' }
  /** The year has no official calendar of working days. */
  | { readonly kind: 'no-calendar'; readonly year: number };

/** 六（三）: the acceptance days that remain of the current window, else those of the next one of the notice's year. */
export function acceptanceWindow(notice: NoticePack, today: IsoDate): WindowResult {
  const { year, window } = notice.parameters;
  if (!hasCalendar(year)) return { kind: 'no-calendar', year };
  const from = yearOf(today) < year ? window.firstMonth : yearOf(today) > year ? 13 : monthOf(today);
  for (let month = from; month <= window.lastMonth; month++) {
    const days = acceptanceDays(notice, year, month).filter((day) => day >= today);
    if (days.length > 0) return { kind: 'days', days, text: daysText('zh-CN', days) };
  }
  return { kind: 'over' };
}

/**
 * 六（三）: the last day of the review, the tenth working day after papers were handed in; undefined where it leads into
 * a year without an official calendar. By the other reading of feedback-start the days count from the window's end.
 */
export function feedbackDay(notice: NoticePack, submitted: IsoDate): IsoDate | undefined {
  const window =
    takenReading(notice, 'feedback-start') === 'submission' ? null : acceptanceWindow(notice, submitted);
  const from = (window?.kind === 'days' ? window.days.at(-1) : undefined) ?? submitted;
  return workingDayAfter(from, notice.parameters.feedback.workingDays, worksUnder(notice));
}
