import type { PlacedFinding } from '../../sheet/check-sheet';

/** Neighbouring rows with mistakes, as one mark of the strip. */
export interface ErrorPlace {
  /** Where its rows begin, and how far they reach, as shares of the strip from 0 to 1. */
  readonly top: number;
  readonly height: number;
  readonly severity: 'error' | 'warning';
  /** Workbook rows, from 1. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** The first mistake, the errors before the warnings. */
  readonly first: PlacedFinding;
}

/**
 * Where the mistakes of a sheet are, along its rows: at most `marks` places, each with the worst of its rows.
 *
 * @param rows the workbook rows, from 1, in the order of the sheet
 */
export function errorPlaces(
  rows: readonly number[],
  findings: readonly PlacedFinding[],
  marks: number,
): readonly ErrorPlace[] {
  const order = new Map(rows.map((row, index) => [row, index]));
  const size = Math.max(1, Math.ceil(rows.length / marks));
  const places = new Map<number, PlacedFinding[]>();
  for (const finding of findings) {
    const index = finding.row === null ? undefined : order.get(finding.row);
    if (index === undefined || finding.severity === 'info') continue;
    const place = Math.floor(index / size);
    const there = places.get(place);
    if (there === undefined) places.set(place, [finding]);
    else there.push(finding);
  }
  return [...places]
    .sort(([a], [b]) => a - b)
    .flatMap(([place, there]) => {
      const first = there.find(({ severity }) => severity === 'error') ?? there[0];
      const from = rows[place * size];
      const to = rows[Math.min(rows.length, (place + 1) * size) - 1];
      if (first === undefined || from === undefined || to === undefined) return [];
      return {
        top: (place * size) / rows.length,
        height: size / rows.length,
        severity: first.severity === 'error' ? ('error' as const) : ('warning' as const),
        from,
        to,
        count: there.length,
        first,
      };
    });
}
