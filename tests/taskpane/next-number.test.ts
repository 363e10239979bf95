import { nextNumber } from '../../src/taskpane/fill/next-number';
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

test('a new person has the next number', () => {
  expect(nextNumber(form([1, 2]), 5)).toEqual({ row: 4, column: 0, expected: '', value: 3 });
});

test.each([
  ['do not run on', form([1, 3])],
  ['are missing for one', form([1, null])],
  ['are none of that name', form([1, 2], '档案')],
])('where numbers %s, none is made up', (_, sheet) => {
  expect(nextNumber(sheet, 5)).toBeNull();
});
