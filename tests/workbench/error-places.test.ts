import fc from 'fast-check';
import type { PlacedFinding } from '../../src/sheet/check-sheet';
import { errorPlaces } from '../../src/workbench/work/error-places';

const finding = (row: number | null, severity: PlacedFinding['severity']): PlacedFinding => ({
  rule: 'cell.spaces' as PlacedFinding['rule'],
  severity,
  row,
  cell: null,
  column: null,
  value: '',
  message: '',
  params: {},
  clause: null,
  fix: null,
});

test('each row with a mistake has a mark of its own where there is room', () => {
  const places = errorPlaces(
    [3, 4, 6, 7],
    [
      finding(4, 'warning'),
      finding(7, 'warning'),
      finding(7, 'error'),
      finding(6, 'info'),
      finding(null, 'error'),
    ],
    80,
  );
  expect(places.map(({ from, to, severity, count }) => [from, to, severity, count])).toEqual([
    [4, 4, 'warning', 1],
    [7, 7, 'error', 2],
  ]);
  expect(places.map(({ top, height }) => [top, height])).toEqual([
    [0.25, 0.25],
    [0.75, 0.25],
  ]);
  expect(places[1]?.first.severity).toBe('error');
});

test('many rows share marks, and none is left out', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 400 }),
      fc.integer({ min: 1, max: 90 }),
      (numbers, marks) => {
        const rows = numbers.sort((a, b) => a - b);
        const wrong = rows.filter((row) => row % 3 === 0);
        const places = errorPlaces(
          rows,
          wrong.map((row) => finding(row, 'error')),
          marks,
        );
        expect(places.length).toBeLessThanOrEqual(marks);
        expect(places.reduce((sum, { count }) => sum + count, 0)).toBe(wrong.length);
        for (const { from, to, first } of places) {
          expect(first.row).toBeGreaterThanOrEqual(from);
          expect(first.row).toBeLessThanOrEqual(to);
        }
      },
    ),
  );
});
