import { fold } from '../rules/fold';
import type { Grid } from './grid';

/** A cell of a worksheet. Row and column count from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * The cells that hold a text, row by row. Width, letter case and white space do not matter, so that what is seen is found;
 * a text of nothing else is found nowhere.
 */
export function placesOf(grid: Grid, text: string): readonly Place[] {
  const wanted = fold(text);
  if (wanted === '') return [];
  return grid.rows.flatMap((line, row) =>
    (line ?? []).flatMap((cell, column) =>
      cell !== undefined && fold(cell.text).includes(wanted) ? [{ row, column }] : [],
    ),
  );
}

/**
 * Which of some places, in reading order, comes next after a cell, or before it; from the last one it goes on with the
 * first.
 *
 * @returns its index; -1 where there are none
 */
export function nextPlace(places: readonly Place[], from: Place | null, step: 'next' | 'previous'): number {
  if (from === null) return step === 'next' ? Math.min(0, places.length - 1) : places.length - 1;
  if (step === 'next') {
    const after = places.findIndex((place) => isBefore(from, place));
    return after < 0 ? Math.min(0, places.length - 1) : after;
  }
  const before = places.filter((place) => isBefore(place, from)).length;
  return (before === 0 ? places.length : before) - 1;
}

const isBefore = (a: Place, b: Place): boolean => a.row < b.row || (a.row === b.row && a.column < b.column);
