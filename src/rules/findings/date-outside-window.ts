import { dayOf, monthOf, yearOf } from '../calendar-date';
import { found, type RowRule } from './row-rule';

/** 六（三）: papers are accepted on the working days of 25 to 30, February to November of the notice's year. */
export const dateOutsideWindow: RowRule = {
  name: 'date.outside-window',
  severity: 'warning',
  check({ notice, acceptanceDays }, facts, report) {
    const { submitted } = facts;
    if (submitted === null || acceptanceDays.has(submitted)) return;
    const { clause, firstMonth, lastMonth, firstDay, lastDay } = notice.parameters.window;
    const { year } = notice.parameters;
    const month = monthOf(submitted);
    const inWindow =
      yearOf(submitted) === year &&
      month >= firstMonth &&
      month <= lastMonth &&
      dayOf(submitted) >= firstDay &&
      dayOf(submitted) <= lastDay;
    const params = { date: submitted, year, firstMonth, lastMonth, firstDay, lastDay };
    report(
      found(dateOutsideWindow, 'submittedOn', params, {
        clause,
        ...(inWindow ? { variant: 'day-off' } : {}),
      }),
    );
  },
};
