import fc from 'fast-check';
import { textCell } from '../../src/rules/cell';
import { nextPlace, placesOf } from '../../src/sheet/find-text';
import { plainGrid, type Grid } from '../../src/sheet/grid';

const gridOf = (rows: readonly (readonly string[])[]): Grid =>
  plainGrid(
    '汇总表',
    rows.map((row) => row.map(textCell)),
  );

describe('the cells that hold a text', () => {
  const grid = gridOf([
    ['陈立新', '50010319860214771x', '电工'],
    ['张 敏', '５００１０３１９９００１０１００４４', ''],
    ['古丽·买买提', '', '电工、钳工'],
  ]);

  test.each([
    ['a name', '陈立新', [[0, 0]]],
    ['a name that is spaced out in the cell', '张敏', [[1, 0]]],
    [
      'a part of it, in several rows',
      '电工',
      [
        [0, 2],
        [2, 2],
      ],
    ],
    ['a number in full width', '5001031990', [[1, 1]]],
    ['an X that is typed as x', '771X', [[0, 1]]],
    ['what is nowhere', '李', []],
    ['nothing', '', []],
    ['white space alone', ' 　', []],
  ] as const)('%s', (_, text, places) => {
    expect(placesOf(grid, text)).toEqual(places.map(([row, column]) => ({ row, column })));
  });

  test('a sheet without a cell has none', () => {
    expect(placesOf({ ...grid, rows: [undefined, []] }, '电工')).toEqual([]);
  });
});

describe('the next place', () => {
  const places = [
    { row: 1, column: 3 },
    { row: 4, column: 0 },
    { row: 4, column: 7 },
  ];

  test.each([
    ['the first one, where nothing is selected', null, 'next', 0],
    ['the last one backwards, where nothing is selected', null, 'previous', 2],
    ['the one after a place', { row: 1, column: 3 }, 'next', 1],
    ['the one in the same row', { row: 4, column: 1 }, 'next', 2],
    ['the first one after the last', { row: 4, column: 7 }, 'next', 0],
    ['the one before a place', { row: 4, column: 7 }, 'previous', 1],
    ['the last one before the first', { row: 1, column: 3 }, 'previous', 2],
  ] as const)('is %s', (_, from, step, index) => {
    expect(nextPlace(places, from, step)).toBe(index);
  });

  test.each(['next', 'previous'] as const)('is none where there are none: %s', (step) => {
    expect(nextPlace([], { row: 2, column: 2 }, step)).toBe(-1);
    expect(nextPlace([], null, step)).toBe(-1);
  });

  test('going on comes to every place once, in order, and back again', () => {
    const place = fc.record({ row: fc.nat(30), column: fc.nat(26) });
    const sorted = fc
      .uniqueArray(place, { selector: ({ row, column }) => row * 100 + column, minLength: 1 })
      .map((all) => [...all].sort((a, b) => a.row * 100 + a.column - (b.row * 100 + b.column)));
    fc.assert(
      fc.property(sorted, place, (all, start) => {
        const walk = (step: 'next' | 'previous'): readonly number[] => {
          let from = start;
          return all.map(() => {
            const index = nextPlace(all, from, step);
            from = all[index] ?? start;
            return index;
          });
        };
        const there = walk('next');
        expect([...there].sort((a, b) => a - b)).toEqual(all.map((_, i) => i));
        there.slice(1).forEach((index, i) => {
          expect(index).toBe(((there[i] ?? 0) + 1) % all.length);
        });
        expect([...walk('previous')].sort((a, b) => a - b)).toEqual(all.map((_, i) => i));
      }),
    );
  });
});
