import { nextNumbers } from '../../src/taskpane/fill/next-number';
import { LiveSheet } from '../../src/sheet/live-sheet';
import { EMPTY_CELL, numberCell, textCell, type Cell } from '../../src/rules/cell';
import { RULEBOOK, day } from '../support/rulebook';
import { CHEN, officialGrid, personRow } from '../sheet/support/grids';

/** A form of so many people whose first column has these numbers. */
function form(numbers: readonly (number | null)[], header = '序 号'): LiveSheet {
  const { rows, ...grid } = officialGrid(numbers.map(() => personRow(CHEN)));
  const first = (row: number): Cell => {
    if (row === 1) return textCell(header);
    const number = numbers[row - 2];
    return number === undefined || number === null ? EMPTY_CELL : numberCell(number);
  };
  const numbered = rows.map((line, row) => [first(row), ...(line ?? [])]);
  return new LiveSheet(RULEBOOK, { ...grid, rows: numbered, merges: [] }, day('2025-03-26'));
}

test('a new person has the next number, and several the next ones', () => {
  expect(nextNumbers(form([1, 2]), 5, 2)).toEqual([
    { row: 4, column: 0, expected: '', value: 3 },
    { row: 5, column: 0, expected: '', value: 4 },
  ]);
});

test('who has a number and nothing else yet is counted', () => {
  const live = form([1, 2]);
  live.edit({ top: 4, left: 0, bottom: 4, right: 0 }, [[numberCell(3)]]);
  expect(nextNumbers(live, 6, 1)).toEqual([{ row: 5, column: 0, expected: '', value: 4 }]);
});

test.each([
  ['do not run on', form([1, 3])],
  ['are missing for one', form([1, null])],
  ['are none of that name', form([1, 2], '档案')],
])('where numbers %s, none is made up', (_, sheet) => {
  expect(nextNumbers(sheet, 5, 1)).toEqual([]);
});
