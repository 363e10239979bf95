import { acceptanceDays, acceptanceWindow, feedbackDay } from '../../src/rules/acceptance-window';
import type { NoticePack } from '../../src/rules/notice';
import { notice2025_8 } from '../../src/rules/notice-2025-8';
import { day } from '../support/rulebook';

/** The pack with one open sentence read otherwise. */
const taking = (id: string, taken: string): NoticePack => ({
  ...notice2025_8,
  interpretations: notice2025_8.interpretations.map((entry) =>
    entry.id === id ? { ...entry, taken } : entry,
  ),
});

const daysOfMonth = (notice: NoticePack, month: number): readonly number[] =>
  acceptanceDays(notice, 2025, month).map((date) => Number(date.slice(8)));

// 六（三）: 2025年2 - 11月原则上每月25 - 30日（工作日）受理申报材料
test.each([
  [1, []],
  [2, [25, 26, 27, 28]],
  [3, [25, 26, 27, 28]],
  [4, [25, 27, 28, 29, 30]],
  [5, [26, 27, 28, 29, 30]],
  [6, [25, 26, 27, 30]],
  [7, [25, 28, 29, 30]],
  [8, [25, 26, 27, 28, 29]],
  [9, [25, 26, 28, 29, 30]],
  [10, [27, 28, 29, 30]],
  [11, [25, 26, 27, 28]],
  [12, []],
])('2025年%d月 accepts on %j', (month, days) => {
  expect(daysOfMonth(notice2025_8, month)).toEqual(days);
});

test('another year is none of this notice', () => {
  expect(acceptanceDays(notice2025_8, 2026, 3)).toEqual([]);
});

test.each([
  ['2024-12-31', '2025年2月25日、26日、27日、28日'],
  ['2025-01-15', '2025年2月25日、26日、27日、28日'],
  ['2025-03-04', '2025年3月25日、26日、27日、28日'],
  ['2025-03-29', '2025年4月25日、27日、28日、29日、30日'],
  ['2025-04-26', '2025年4月27日、28日、29日、30日'],
  ['2025-04-27', '2025年4月27日、28日、29日、30日'],
  ['2025-04-30', '2025年4月30日'],
  ['2025-05-01', '2025年5月26日、27日、28日、29日、30日'],
  ['2025-11-28', '2025年11月28日'],
])('on %s the window is %s', (today, text) => {
  expect(acceptanceWindow(notice2025_8, day(today))).toMatchObject({ kind: 'days', text });
});

test.each(['2025-11-29', '2025-12-31', '2026-03-01'])('on %s the window of 2025 is over', (today) => {
  expect(acceptanceWindow(notice2025_8, day(today))).toEqual({ kind: 'over' });
});

test('a notice of a year without an official calendar says so', () => {
  const notice: NoticePack = { ...notice2025_8, parameters: { ...notice2025_8.parameters, year: 2027 } };
  expect(acceptanceWindow(notice, day('2027-03-01'))).toEqual({ kind: 'no-calendar', year: 2027 });
});

// 10个工作日内反馈审核结果: the tenth working day after
test.each<[string, string | undefined, string]>([
  ['2025-02-25', '2025-03-11', 'no holiday'],
  ['2025-03-26', '2025-04-10', '清明节 between'],
  ['2025-04-27', '2025-05-14', '劳动节 between'],
  ['2025-09-30', '2025-10-21', '国庆节 and a Saturday worked'],
  ['2025-11-28', '2025-12-12', 'no holiday'],
  ['2025-12-25', '2026-01-09', 'into the next year, 元旦 and a Sunday worked'],
  ['2026-12-30', undefined, 'into a year without a calendar'],
  ['2028-03-01', undefined, 'in a year without a calendar'],
])('papers of %s are answered by %s (%s)', (submitted, feedback) => {
  expect(feedbackDay(notice2025_8, day(submitted))).toBe(feedback);
});

describe('the other readings', () => {
  test('make-up-days weekend: the Sunday of 27 April is none', () => {
    const notice = taking('make-up-days', 'weekend');
    expect(daysOfMonth(notice, 4)).toEqual([25, 28, 29, 30]);
    expect(daysOfMonth(notice, 9)).toEqual([25, 26, 29, 30]);
    expect(feedbackDay(notice, day('2025-09-30'))).toBe('2025-10-22');
    expect(feedbackDay(notice, day('2026-12-30'))).toBeUndefined();
  });

  test('issue-before-window from-march: nothing was accepted before the notice', () => {
    const notice = taking('issue-before-window', 'from-march');
    expect(daysOfMonth(notice, 2)).toEqual([]);
    expect(daysOfMonth(notice, 3)).toEqual([25, 26, 27, 28]);
  });

  test('feedback-start window-end: days count from the last acceptance day', () => {
    const notice = taking('feedback-start', 'window-end');
    expect(feedbackDay(notice, day('2025-04-25'))).toBe(feedbackDay(notice2025_8, day('2025-04-30')));
    expect(feedbackDay(notice, day('2025-12-01'))).toBe(feedbackDay(notice2025_8, day('2025-12-01')));
  });
});
