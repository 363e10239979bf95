import { shiftInto } from '../../../src/hosts/browser/shift-into';

/** Columns of 10, 20, 0 (hidden), 30 and 40 pixels. */
const ENDS = [10, 30, 30, 60, 100];

test.each([
  ['nothing where it is in sight', 1, { from: 0, to: 60 }, 0],
  ['back to where it begins', 1, { from: 30, to: 90 }, -20],
  ['on to the first begin that leaves it room', 3, { from: 0, to: 55 }, 10],
  ['to where it begins, if it has no room', 4, { from: 0, to: 35 }, 60],
  ['nothing to a hidden one in sight', 2, { from: 10, to: 50 }, 0],
])('a view is moved: %s', (_, at, view, shift) => {
  expect(shiftInto(ENDS, { first: at, last: at }, view)).toBe(shift);
});

test('a view of several is moved to the first where there is no room for all, and only one that scrolls is moved', () => {
  expect(shiftInto(ENDS, { first: 1, last: 4 }, { from: 0, to: 50 })).toBe(10);
  expect(shiftInto(ENDS, { first: 2, last: 1 }, { from: 30, to: 50 })).toBe(0);
  expect(shiftInto(ENDS, { first: 3, last: 3 }, { from: 0, to: 100 }, true)).toBe(30);
});
