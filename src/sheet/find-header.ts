import type { ColumnKey } from '../rules/application';
import { toA1, type A1 } from './a1';
import { COLUMNS } from './columns';
import type { Grid } from './grid';
import { matchHeader, type HeaderMatch } from './header-text';

/** Where the header is, and which column is which. Rows and columns count from 0. */
export interface FoundHeader {
  readonly top: number;
  /** The last row of the header; data starts below it. */
  readonly bottom: number;
  readonly columns: ReadonlyMap<ColumnKey, number>;
  /** Header cells that fit several columns, or columns that several headers fit: never guessed. */
  readonly ambiguous: readonly AmbiguousHeader[];
}

export interface AmbiguousHeader {
  readonly keys: readonly ColumnKey[];
  readonly column: number;
  readonly cells: readonly A1[];
}

const ROWS_SEARCHED = 20;
/** A row with fewer known headers, or with fewer of the telling ones, is no header of this sheet. */
const FEWEST_COLUMNS = 6;
const TELLING: readonly ColumnKey[] = ['name', 'idNumber', 'occupationName', 'level'];
const FEWEST_TELLING = 2;

/** Finds the header among the first 20 rows: one row, or two that belong together. Null where there is none. */
export function findHeader(grid: Grid): FoundHeader | null {
  let best: {
    readonly top: number;
    readonly bottom: number;
    readonly matches: readonly HeaderMatch[];
    readonly score: number;
  } | null = null;
  for (let top = 0; top < Math.min(ROWS_SEARCHED, grid.rows.length); top++) {
    for (const bottom of [top, top + 1]) {
      if (bottom > top && (bottom >= ROWS_SEARCHED || grid.rows[bottom] === undefined)) continue;
      const matches = headerMatches(grid, top, bottom);
      const score = scoreOf(matches);
      if (score > (best?.score ?? 0)) best = { top, bottom, matches, score };
    }
  }
  if (best === null) return null;
  const bottom = grid.merges
    .filter(
      (merge) =>
        merge.top >= best.top &&
        merge.top <= best.bottom &&
        merge.bottom > best.bottom &&
        best.matches[merge.left]?.kind !== 'none',
    )
    .reduce((lowest, merge) => Math.max(lowest, merge.bottom), best.bottom);
  return { top: best.top, bottom, ...assign(best.bottom, best.matches) };
}

/** The matches of each column: the lower text if it is known, else the upper one, else both read together. */
function headerMatches(grid: Grid, top: number, bottom: number): readonly HeaderMatch[] {
  const width = Math.max(grid.rows[top]?.length ?? 0, grid.rows[bottom]?.length ?? 0);
  const matches: HeaderMatch[] = [];
  for (let column = 0; column < width; column++) {
    const lower = headerText(grid, bottom, column);
    if (bottom === top) {
      matches.push(matchHeader(lower));
      continue;
    }
    const upper = headerText(grid, top, column);
    const candidates = upper === lower ? [lower] : [upper + lower, lower, upper];
    const known = candidates.map(matchHeader).find((match) => match.kind !== 'none');
    matches.push(known ?? { kind: 'none' });
  }
  return matches;
}

/** A cell's text, or that of the merged area it belongs to. */
function headerText(grid: Grid, row: number, column: number): string {
  const own = grid.rows[row]?.[column]?.text ?? '';
  if (own !== '') return own;
  const merge = grid.merges.find(
    (each) => each.top <= row && each.bottom >= row && each.left <= column && each.right >= column,
  );
  return merge === undefined ? '' : (grid.rows[merge.top]?.[merge.left]?.text ?? '');
}

function scoreOf(matches: readonly HeaderMatch[]): number {
  const keys = new Set(matches.flatMap((match) => (match.kind === 'column' ? [match.key] : [])));
  const telling = TELLING.filter((key) => keys.has(key)).length;
  const numbers = matches.filter((match) => match.kind === 'certificate-number').length;
  return keys.size >= FEWEST_COLUMNS && telling >= FEWEST_TELLING ? keys.size + Math.min(numbers, 3) : 0;
}

interface Claim {
  readonly column: number;
  readonly distance: number;
}

function assign(row: number, matches: readonly HeaderMatch[]): Pick<FoundHeader, 'columns' | 'ambiguous'> {
  const claims = new Map<ColumnKey, Claim[]>();
  const ambiguous: AmbiguousHeader[] = [];
  const claim = (key: ColumnKey, column: number, distance: number): void => {
    const there = claims.get(key);
    if (there === undefined) claims.set(key, [{ column, distance }]);
    else there.push({ column, distance });
  };
  const unclear = (keys: readonly ColumnKey[], column: number, cells: readonly A1[]): void =>
    void ambiguous.push({ keys, column, cells });
  let before: ColumnKey | undefined;
  matches.forEach((match, column) => {
    if (match.kind === 'column') {
      claim(match.key, column, match.distance);
      before = match.key;
      return;
    }
    if (match.kind === 'certificate-number') {
      const owner = COLUMNS.find(({ follows }) => follows !== undefined && follows === before);
      if (owner === undefined)
        unclear(
          COLUMNS.flatMap(({ key, follows }) => (follows === undefined ? [] : [key])),
          column,
          [toA1(row, column)],
        );
      else claim(owner.key, column, 0);
    } else if (match.kind === 'ambiguous') unclear(match.keys, column, [toA1(row, column)]);
    before = undefined;
  });
  const columns = new Map<ColumnKey, number>();
  for (const { key } of COLUMNS) {
    const all = claims.get(key) ?? [];
    const nearest = Math.min(...all.map(({ distance }) => distance));
    const fitting = all.filter(({ distance }) => distance === nearest);
    const [only] = fitting;
    if (fitting.length === 1 && only !== undefined) columns.set(key, only.column);
    else if (only !== undefined) {
      const cells = fitting.map(({ column }) => toA1(row, column));
      for (const { column } of fitting) unclear([key], column, cells);
    }
  }
  return { columns, ambiguous };
}
