import { isWorkday } from 'chinese-days';
import { addDays, type IsoDate } from '../../src/rules/calendar-date';
import { hasCalendar, isWorkingDay, workingDayAfter } from '../../src/rules/working-days';
import { day } from '../support/rulebook';

const daysOf = (year: number): readonly IsoDate[] => {
  const days: IsoDate[] = [];
  for (let date = day(`${String(year)}-01-01`); date <= `${String(year)}-12-31`; date = addDays(date, 1))
    days.push(date);
  return days;
};

test.each<[string, boolean | undefined, string]>([
  ['2025-01-01', false, '元旦'],
  ['2025-01-26', true, '春节调休上班，周日'],
  ['2025-01-28', false, '除夕'],
  ['2025-02-05', true, '节后第一天'],
  ['2025-02-08', true, '春节调休上班，周六'],
  ['2025-04-04', false, '清明节，周五'],
  ['2025-04-26', false, '周六'],
  ['2025-04-27', true, '劳动节调休上班，周日'],
  ['2025-05-05', false, '劳动节，周一'],
  ['2025-06-02', false, '端午节，周一'],
  ['2025-09-28', true, '国庆节调休上班，周日'],
  ['2025-10-08', false, '国庆节、中秋节，周三'],
  ['2025-10-11', true, '国庆节调休上班，周六'],
  ['2026-01-02', false, '元旦，周五'],
  ['2026-01-04', true, '元旦调休上班，周日'],
  ['2026-02-14', true, '春节调休上班，周六'],
  ['2026-09-20', true, '国庆节调休上班，周日'],
  ['2026-09-25', false, '中秋节，周五'],
  ['2024-12-31', undefined, '没有日历的年份'],
  ['2027-01-04', undefined, '没有日历的年份'],
])('%s is worked: %s (%s)', (date, works) => {
  expect(isWorkingDay(day(date))).toBe(works);
});

test.each([2025, 2026])('every day of %d agrees with an independent calendar', (year) => {
  const days = daysOf(year);
  expect(days).toHaveLength(365);
  expect(days.filter((date) => isWorkingDay(date) !== isWorkday(date))).toEqual([]);
});

test('a year has 248 working days in 2025, 248 in 2026', () => {
  const worked = [2025, 2026].map(
    (year) => daysOf(year).filter((date) => isWorkingDay(date) === true).length,
  );
  expect(worked).toEqual([248, 248]);
});

test.each([
  [2024, false],
  [2025, true],
  [2026, true],
  [2027, false],
])('%d has an official calendar: %s', (year, known) => {
  expect(hasCalendar(year)).toBe(known);
});

test.each([
  ['2025-03-26', 1, '2025-03-27'],
  ['2025-03-28', 1, '2025-03-31'],
  ['2025-04-03', 1, '2025-04-07'],
  ['2025-04-25', 1, '2025-04-27'],
  ['2025-09-30', 3, '2025-10-11'],
  ['2024-12-31', 1, '2025-01-02'],
  ['2026-12-31', 1, undefined],
  ['9999-12-31', 1, undefined],
])('after %s working day %d is %s', (from, n, to) => {
  expect(workingDayAfter(day(from), n)).toBe(to);
});
