import { joinedAreas } from '../../../src/hosts/excel/joined-areas';
import type { GridRange } from '../../../src/sheet/grid';
import { readsOf } from '../../support/reads';

const area = (top: number, left: number, bottom: number, right: number): GridRange => ({
  top,
  left,
  bottom,
  right,
});

test('parts of one area are one, areas beside and below each other stay apart', () => {
  const parts = [
    area(0, 0, 0, 26),
    // Three bands, 2 to 5, 5 to 8 and 8 to 9, in the order of their columns.
    area(2, 1, 3, 1),
    area(4, 1, 5, 1),
    area(3, 2, 5, 3),
    area(5, 1, 6, 1),
    area(7, 1, 8, 1),
    area(5, 2, 8, 3),
    area(8, 1, 9, 1),
    area(8, 2, 9, 3),
  ];
  expect(joinedAreas(parts)).toEqual([
    area(0, 0, 0, 26),
    area(2, 1, 3, 1),
    area(3, 2, 9, 3),
    area(4, 1, 6, 1),
    area(7, 1, 9, 1),
  ]);
});

test('four times as many areas are about four times the work', () => {
  const work = (count: number): number =>
    readsOf(
      Array.from({ length: count }, (_, n) => area(2 * n, 1, 2 * n + 1, 1)),
      joinedAreas,
    );
  expect(work(2_000) / work(500)).toBeLessThan(8);
});
