import fc from 'fast-check';
import { columnLetters, parseA1, toA1 } from '../../src/sheet/a1';

test.each([
  [0, 0, 'A1'],
  [6, 4, 'E7'],
  [0, 25, 'Z1'],
  [11, 26, 'AA12'],
  [2, 51, 'AZ3'],
  [2, 52, 'BA3'],
  [0, 701, 'ZZ1'],
  [0, 702, 'AAA1'],
  [1_048_575, 16_383, 'XFD1048576'],
])('row %i and column %i are %s', (row, column, address) => {
  expect(toA1(row, column)).toBe(address);
  expect(parseA1(address)).toEqual({ row, column });
});

test('an address leads back to its place', () => {
  fc.assert(
    fc.property(fc.nat(1_048_575), fc.nat(16_383), (row, column) => {
      expect(parseA1(toA1(row, column))).toEqual({ row, column });
    }),
  );
});

test('no two columns have the same letters', () => {
  expect(new Set(Array.from({ length: 16_384 }, (_, column) => columnLetters(column))).size).toBe(16_384);
});

test.each(['$E$7', 'e7', 'E$7'])('%s is E7 too', (text) => {
  expect(parseA1(text)).toEqual({ row: 6, column: 4 });
});

test.each(['', 'E', '7', 'E0', 'E07', 'A1:B2', 'Sheet1!A1', 'E7 ', 'R7C5', 'ABCD1', 'Ｅ7'])(
  '"%s" is no address of one cell',
  (text) => {
    expect(parseA1(text)).toBeNull();
  },
);
