import fc from 'fast-check';
import {
  addDays,
  addYears,
  completedYears,
  dayOf,
  daysInMonth,
  fromSerial,
  isoDate,
  monthOf,
  parseIsoDate,
  toSerial,
  weekday,
  yearOf,
  type IsoDate,
} from '../../src/rules/calendar-date';
import { day } from '../support/rulebook';

/** Any day of the years 1 to 9999, the ends and the turns of months more often. */
const anyDay = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, date]) => isoDate(year, month, Math.min(date, daysInMonth(year, month))))
  .filter((date): date is IsoDate => date !== null);

/** A day far enough from both ends that nothing is cut off. */
const innerDay = anyDay.filter((date) => yearOf(date) > 500 && yearOf(date) < 9500);

describe('a day as text', () => {
  test.each([
    ['2025-02-28', true],
    ['2025-02-29', false],
    ['2024-02-29', true],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2025-04-31', false],
    ['2025-13-01', false],
    ['2025-00-10', false],
    ['2025-1-1', false],
    ['0000-01-01', false],
    ['2025-01-01T00:00', false],
    ['', false],
  ])('%j is a day: %s', (text, valid) => {
    expect(parseIsoDate(text)).toBe(valid ? text : null);
  });

  test.each([
    [2025, 1.5, 1],
    [2025, 1, 0],
    [2025, -1, 1],
    [Number.NaN, 1, 1],
    [10_000, 1, 1],
  ])('%d, %d, %d is no day', (year, month, date) => {
    expect(isoDate(year, month, date)).toBeNull();
  });

  test('parts and text are two ways of writing the same', () => {
    fc.assert(
      fc.property(
        anyDay,
        (date) => isoDate(yearOf(date), monthOf(date), dayOf(date)) === date && parseIsoDate(date) === date,
      ),
    );
  });
});

describe('counting days', () => {
  test.each([
    ['2025-02-28', 1, '2025-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2025-03-01', -1, '2025-02-28'],
    ['0099-12-31', 1, '0100-01-01'],
    ['0001-01-01', 364, '0001-12-31'],
    ['0001-01-01', -1, '0001-01-01'],
    ['9999-12-31', 1, '9999-12-31'],
  ])('%s and %d days is %s', (from, days, to) => {
    expect(addDays(day(from), days)).toBe(to);
  });

  test('there and back, and in any order of steps', () => {
    const steps = fc.integer({ min: -100_000, max: 100_000 });
    fc.assert(fc.property(innerDay, steps, (date, n) => addDays(addDays(date, n), -n) === date));
    fc.assert(
      fc.property(
        innerDay,
        steps,
        steps,
        (date, a, b) => addDays(addDays(date, a), b) === addDays(date, a + b),
      ),
    );
  });

  test('a later day sorts after as text', () => {
    fc.assert(
      fc.property(innerDay, fc.integer({ min: 1, max: 100_000 }), (date, n) => addDays(date, n) > date),
    );
  });
});

describe('weekdays', () => {
  test.each([
    ['2025-03-04', 2],
    ['2025-04-27', 0],
    ['1970-01-01', 4],
    ['1900-01-01', 1],
    ['2000-02-29', 2],
    ['0001-01-01', 1],
  ])('%s is weekday %d', (date, expected) => {
    expect(weekday(day(date))).toBe(expected);
  });

  test('tomorrow is the next of seven', () => {
    fc.assert(fc.property(innerDay, (date) => weekday(addDays(date, 1)) === (weekday(date) + 1) % 7));
  });
});

describe('years and ages', () => {
  test.each([
    ['1960-03-26', 65, '2025-03-26'],
    ['1960-02-29', 65, '2025-03-01'],
    ['1960-02-29', 64, '2024-02-29'],
    ['9990-02-29', 65, null],
    ['9980-06-01', 65, '9999-12-31'],
  ])('%s and %d years is %s', (from, years, to) => {
    const date = parseIsoDate(from);
    expect(date === null ? null : addYears(date, years)).toBe(to);
  });

  test.each([
    ['1960-03-26', '2025-03-25', 64],
    ['1960-03-26', '2025-03-26', 65],
    ['1960-02-29', '2025-02-28', 64],
    ['1960-02-29', '2025-03-01', 65],
    ['1960-02-29', '2024-02-29', 64],
    ['2025-03-26', '2025-03-26', 0],
  ])('who was born on %s is on %s %d', (birth, on, age) => {
    expect(completedYears(day(birth), day(on))).toBe(age);
  });

  test('an age changes on the birthday and on no other day', () => {
    fc.assert(
      fc.property(innerDay, fc.integer({ min: 0, max: 120 }), (birth, years) => {
        const birthday = addYears(birth, years);
        return (
          completedYears(birth, birthday) === years &&
          completedYears(birth, addDays(birthday, -1)) === years - 1
        );
      }),
    );
  });
});

describe('Excel serials of the 1900 date system', () => {
  test.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [25_569, '1970-01-01'],
    [45_742, '2025-03-26'],
    [45_742.75, '2025-03-26'],
    [2_958_465, '9999-12-31'],
  ])('%d is %s', (serial, date) => {
    expect(fromSerial(serial)).toBe(date);
    expect(toSerial(day(date))).toBe(Math.floor(serial));
  });

  test.each([[0], [0.5], [-1], [60], [60.5], [2_958_466], [Number.NaN], [Number.POSITIVE_INFINITY]])(
    '%d is no day: 60 is the 29 February 1900 that never was',
    (serial) => {
      expect(fromSerial(serial)).toBeNull();
    },
  );

  test('every serial but 60 comes back', () => {
    const serials = fc.integer({ min: 1, max: 2_958_465 }).filter((serial) => serial !== 60);
    fc.assert(
      fc.property(serials, (serial) => {
        const date = fromSerial(serial);
        return date !== null && toSerial(date) === serial;
      }),
    );
  });
});
