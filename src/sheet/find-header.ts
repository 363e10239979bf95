import type { ColumnKey } from '../rules/application';
import { parseA1, toA1, type A1 } from './a1';
import { COLUMNS } from './columns';
import type { Grid, GridRange } from './grid';
import {
  CERTIFICATE_NUMBER_KEYS,
  foldHeader,
  matchExactly,
  matchHeader,
  type HeaderMatch,
} from './header-text';

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
  readonly cell: A1;
  readonly text: string;
  /** The cells that it is to be told apart from, itself among them. */
  readonly cells: readonly A1[];
}

export const ROWS_SEARCHED = 20;
/** The form has 27; what stands far beyond is none of it. */
const COLUMNS_SEARCHED = 512;
/** A row with fewer known headers, or with fewer of the telling ones, is no header of this sheet. */
export const FEWEST_COLUMNS = 6;
/** What tells this sheet from other lists of people. */
export const TELLING: readonly ColumnKey[] = ['name', 'idNumber', 'occupationName', 'level'];
export const FEWEST_TELLING = 2;
const FEWEST_IN_SEVERAL_ROWS = 3;
/** A group, its parts, and what each consists of. */
const MOST_ROWS = 3;

/** A column's header: what it may stand for, the right-hand part of the merged header before it, or nothing. */
type ColumnMatch = HeaderMatch | { readonly kind: 'covered' | 'blank' };

interface Candidate {
  readonly top: number;
  readonly bottom: number;
  readonly matches: readonly ColumnMatch[];
  readonly score: number;
}

/** Finds the header among the first 20 rows: one row, or up to three that belong together. Null where there is none. */
export function findHeader(grid: Grid): FoundHeader | null {
  const merges = new TopMerges(grid.merges);
  const alone = Array.from({ length: Math.min(ROWS_SEARCHED, grid.rows.length) }, (_, row) =>
    headerMatches(grid, merges, row, row),
  );
  let best: Candidate | null = null;
  for (const [top, { matches, known }] of alone.entries()) {
    const candidates: Candidate[] = [{ top, bottom: top, matches, score: scoreOf(matches) }];
    let knownInAll = known;
    for (const [i, next] of alone.slice(top + 1, top + MOST_ROWS).entries()) {
      knownInAll += next.known;
      // Rows that hold few known headers between them are data, which most rows are.
      if (knownInAll < FEWEST_IN_SEVERAL_ROWS) continue;
      const bottom = top + 1 + i;
      const all = headerMatches(grid, merges, top, bottom);
      // A lower row that adds little is the first row of data.
      if (all.lowerBelongs)
        candidates.push({ top, bottom, matches: all.matches, score: scoreOf(all.matches) });
    }
    for (const each of candidates) if (isBetter(each, best)) best = each;
  }
  return best === null ? null : found(grid, merges, best);
}

/** Rows are better alone than with the title above them. */
const isBetter = ({ top, bottom, score }: Candidate, best: Candidate | null): boolean =>
  best === null
    ? score > 0
    : score > best.score || (score === best.score && top > best.top && bottom === best.bottom);

function found(grid: Grid, merges: TopMerges, candidate: Candidate): FoundHeader {
  const { matches } = candidate;
  const { top, bottom } = withMerged(candidate, merges.all);
  const rows = Array.from({ length: bottom - top + 1 }, (_, i) => top + i);
  const mayBeCertificate = (column: number): boolean =>
    saysCertificate(partsOf(rows.map((row) => headerText(grid, merges, row, column))));
  const cellOf: CellOf = (column) => headerCell(grid, merges, top, bottom, column);
  return { top, bottom, ...assign(matches, cellOf, mayBeCertificate) };
}

/** What is said of the certificate before it: 发证日期, 发证机关, 等级. */
const OF_CERTIFICATE = /^(?:证书)?(?:(?:发|颁|取|获|领)证)?(?:日期|时间|机关|机构|单位|部门|年月|等级|级别)$/;
const CERTIFICATE = /证|资格|职称/;

/** Whether a header that is not known may be that of a certificate, with a number of its own further right. */
function saysCertificate(parts: readonly HeaderText[]): boolean {
  const folded = parts.map(({ text }) => foldHeader(text));
  return !OF_CERTIFICATE.test(folded.at(-1) ?? '') && folded.some((text) => CERTIFICATE.test(text));
}

/** The rows of a header with all of the merged cells in it. One that is too tall for a header is an accident. */
function withMerged(
  { top, bottom, matches }: Candidate,
  merges: readonly GridRange[],
): Pick<FoundHeader, 'top' | 'bottom'> {
  const within = merges.filter(
    (merge) =>
      merge.top <= bottom &&
      merge.bottom >= top &&
      merge.bottom - merge.top < ROWS_SEARCHED &&
      isTaken(matches[merge.left] ?? NONE),
  );
  return {
    top: within.reduce((row, merge) => Math.min(row, merge.top), top),
    bottom: within.reduce((row, merge) => Math.max(row, merge.bottom), bottom),
  };
}

interface Matches {
  readonly matches: readonly ColumnMatch[];
  /** Columns whose header is known. */
  readonly known: number;
  /** Whether the lowest of several rows has its part in them. */
  readonly lowerBelongs: boolean;
}

/**
 * The matches of each column: of several rows, their texts read together if that is known, else the lower ones, else the
 * upper ones.
 */
function headerMatches(grid: Grid, merges: TopMerges, top: number, bottom: number): Matches {
  const rows = Array.from({ length: bottom - top + 1 }, (_, i) => top + i);
  const widest = Math.max(...rows.map((row) => grid.rows[row]?.length ?? 0));
  const width = Math.min(widest, COLUMNS_SEARCHED);
  const matches: ColumnMatch[] = [];
  let lowerFilled = 0;
  let lowerKnown = 0;
  for (let column = 0; column < width; column++) {
    const parts = partsOf(rows.map((row) => headerText(grid, merges, row, column)));
    const lowest = parts.at(-1);
    if (lowest === undefined || lowest.covered) {
      matches.push({ kind: lowest === undefined ? 'blank' : 'covered' });
      continue;
    }
    const texts = textsOf(parts.map(({ text }) => text));
    // A short text of data below a header is within an edit of it: what is known to the letter comes first.
    const [match, at] = firstKnown(texts, matchExactly) ?? firstKnown(texts, matchHeader) ?? [NONE, -1];
    matches.push(match);
    if (headerText(grid, merges, bottom, column).text === '') continue;
    lowerFilled++;
    // The first of the texts are those with the lowest row in them.
    if (at !== -1 && at < parts.length) lowerKnown++;
  }
  const known = matches.filter((match) => isTaken(match) && match.kind !== 'covered').length;
  return { matches, known, lowerBelongs: lowerKnown > 0 && lowerKnown * 2 >= lowerFilled };
}

/** What the rows of a column say, from above: blank ones left out, and what a merged area says in each of its rows once. */
const partsOf = (texts: readonly HeaderText[]): readonly HeaderText[] =>
  texts.filter(({ text }) => text !== '').filter(({ text }, i, all) => text !== all[i + 1]?.text);

/** What several parts may say: all together, the lower ones together, each of the upper ones. */
const textsOf = (parts: readonly string[]): readonly string[] => [
  ...parts.map((_, from) => parts.slice(from).join('')),
  ...parts.slice(0, -1).reverse(),
];

const NONE: HeaderMatch = { kind: 'none' };
/** Whether a column's header is known for something, be it only as a part of another. */
const isTaken = ({ kind }: ColumnMatch): boolean => kind !== 'none' && kind !== 'blank';

function firstKnown(
  texts: readonly string[],
  match: (text: string) => HeaderMatch,
): readonly [match: HeaderMatch, at: number] | null {
  for (const [at, text] of texts.entries()) {
    const found = match(text);
    if (found.kind !== 'none') return [found, at];
  }
  return null;
}

interface HeaderText {
  readonly text: string;
  /** True in the columns of a merged area but the first. */
  readonly covered: boolean;
}

/** A cell's text, or that of the merged area it belongs to. */
function headerText(grid: Grid, merges: TopMerges, row: number, column: number): HeaderText {
  const own = grid.rows[row]?.[column]?.text ?? '';
  if (own !== '') return { text: own, covered: false };
  const merge = merges.at(row, column);
  if (merge === undefined) return { text: '', covered: false };
  return { text: grid.rows[merge.top]?.[merge.left]?.text ?? '', covered: merge.left < column };
}

/** The merged areas of the rows that are searched, by each of their cells: a sheet may have thousands of them. */
class TopMerges {
  readonly all: readonly GridRange[];
  readonly #byCell = new Map<number, GridRange>();

  constructor(merges: readonly GridRange[]) {
    this.all = merges.filter(({ top }) => top < ROWS_SEARCHED);
    for (const merge of this.all) {
      const [bottom, right] = [
        Math.min(merge.bottom, ROWS_SEARCHED - 1),
        Math.min(merge.right, COLUMNS_SEARCHED - 1),
      ];
      for (let row = merge.top; row <= bottom; row++)
        for (let column = merge.left; column <= right; column++) {
          const cell = row * COLUMNS_SEARCHED + column;
          if (!this.#byCell.has(cell)) this.#byCell.set(cell, merge);
        }
    }
  }

  at(row: number, column: number): GridRange | undefined {
    return this.#byCell.get(row * COLUMNS_SEARCHED + column);
  }
}

/** The cell that a column's header is read from: the lowest with text. */
function headerCell(
  grid: Grid,
  merges: TopMerges,
  top: number,
  bottom: number,
  column: number,
): Pick<AmbiguousHeader, 'cell' | 'text'> {
  for (let row = bottom; row >= top; row--) {
    const text = grid.rows[row]?.[column]?.text ?? '';
    if (text !== '') return { cell: toA1(row, column), text };
  }
  const merge = merges.at(top, column);
  const [row, left] = merge === undefined ? [top, column] : [merge.top, merge.left];
  return { cell: toA1(row, left), text: grid.rows[row]?.[left]?.text ?? '' };
}

/** How many columns headers are for certain, and how many of the telling ones: what is counted for a header. */
export function columnsKnown(matches: readonly ColumnMatch[]): {
  readonly known: number;
  readonly telling: number;
} {
  const keys = new Set(matches.flatMap((match) => (match.kind === 'column' ? [match.key] : [])));
  return { known: keys.size, telling: TELLING.filter((key) => keys.has(key)).length };
}

function scoreOf(matches: readonly ColumnMatch[]): number {
  const { known, telling } = columnsKnown(matches);
  const numbers = matches.filter((match) => match.kind === 'certificate-number').length;
  return known >= FEWEST_COLUMNS && telling >= FEWEST_TELLING ? known + Math.min(numbers, 3) : 0;
}

/** A column's header as that of a column of the form. */
interface Claim {
  readonly column: number;
  /** How far it is from the form's own wording. */
  readonly distance: number;
}

/** A header that may be that of each of these. */
interface Unclear {
  readonly keys: readonly ColumnKey[];
  readonly column: number;
}

type Claims = ReadonlyMap<ColumnKey, readonly Claim[]>;
type CellOf = (column: number) => Pick<AmbiguousHeader, 'cell' | 'text'>;

/** Gives each column its header: the nearest one, if there is only one so near. */
function assign(
  matches: readonly ColumnMatch[],
  cellOf: CellOf,
  mayBeCertificate: (column: number) => boolean,
): Pick<FoundHeader, 'columns' | 'ambiguous'> {
  const { claims, unclear } = claimsOf(matches, mayBeCertificate);
  const ambiguous = unclearHeaders(unclear, claims, cellOf);
  const columns = new Map<ColumnKey, number>();
  for (const { key } of COLUMNS) {
    const all = claims.get(key) ?? [];
    const nearest = Math.min(...all.map(({ distance }) => distance));
    const fitting = all.filter(({ distance }) => distance === nearest);
    const [only, ...others] = fitting;
    if (only === undefined) continue;
    if (others.length === 0) columns.set(key, only.column);
    else {
      const places = fitting.map(({ column }) => cellOf(column));
      const cells = places.map(({ cell }) => cell);
      ambiguous.push(...places.map((place) => ({ keys: [key], ...place, cells })));
    }
  }
  return { columns, ambiguous };
}

/**
 * What each header says it is. 证书编码 alone goes with the certificate before it, also with columns of the user's own between
 * the two where nothing else is the certificate's number.
 *
 * @param mayBeCertificate whether the unknown header of a column may be that of another certificate, which is never passed
 */
function claimsOf(
  matches: readonly ColumnMatch[],
  mayBeCertificate: (column: number) => boolean,
): {
  readonly claims: Claims;
  readonly unclear: readonly Unclear[];
} {
  const claims = new Map<ColumnKey, Claim[]>();
  const unclear: Unclear[] = [];
  const claim = (key: ColumnKey, column: number, distance: number): void => {
    const there = claims.get(key);
    if (there === undefined) claims.set(key, [{ column, distance }]);
    else there.push({ column, distance });
  };
  /** Numbers with other columns between them and their certificate, if there is one. */
  const apart: { readonly column: number; readonly key: ColumnKey | undefined }[] = [];
  let before: { readonly key: ColumnKey; readonly isNext: boolean } | undefined;
  matches.forEach((match, column) => {
    if (match.kind === 'covered') return;
    const owner = before;
    if (match.kind === 'column') before = { key: match.key, isNext: true };
    else if (isTaken(match) || mayBeCertificate(column)) before = undefined;
    else if (before !== undefined) before = { ...before, isNext: false };
    if (match.kind === 'column') claim(match.key, column, match.distance);
    else if (match.kind === 'ambiguous') unclear.push({ keys: match.keys, column });
    else if (match.kind === 'certificate-number') {
      const owned = COLUMNS.find(({ follows }) => follows !== undefined && follows === owner?.key);
      if (owned !== undefined && owner?.isNext === true) claim(owned.key, column, 0);
      else apart.push({ column, key: owned?.key });
    }
  });
  for (const { column, key } of apart)
    if (key !== undefined && !claims.has(key)) claim(key, column, 0);
    else unclear.push({ keys: CERTIFICATE_NUMBER_KEYS, column });
  return { claims: withoutTablesBeside(matches, claims), unclear };
}

/**
 * The claims without those of lists and small tables that stand beside the sheet, behind a column without a header: only
 * where one of the tables is complete in itself, so that nothing of the sheet can be in another.
 */
function withoutTablesBeside(matches: readonly ColumnMatch[], claims: Claims): Claims {
  const tables: (readonly [first: number, end: number])[] = [];
  let first = 0;
  [...matches, { kind: 'blank' } as const].forEach(({ kind }, column) => {
    if (kind !== 'blank') return;
    if (column > first) tables.push([first, column]);
    first = column + 1;
  });
  const within = ([from, end]: readonly [number, number]): Claims =>
    new Map(
      [...claims].map(([key, all]) => [key, all.filter(({ column }) => column >= from && column < end)]),
    );
  const keysIn = (own: Claims): number => [...own.values()].filter((all) => all.length > 0).length;
  const [only, ...others] = tables.map(within).sort((a, b) => keysIn(b) - keysIn(a));
  if (only === undefined || keysIn(only) < claims.size) return claims;
  // What may be a sheet of its own is not passed over.
  return others.some((other) => keysIn(other) >= FEWEST_COLUMNS) ? claims : only;
}

/** A header that fits only columns that are found elsewhere is one that somebody has added. */
const unclearHeaders = (unclear: readonly Unclear[], claims: Claims, cellOf: CellOf): AmbiguousHeader[] =>
  unclear
    .map(({ keys, column }) => ({ keys: keys.filter((key) => !claims.has(key)), ...cellOf(column) }))
    .filter(({ keys }) => keys.length > 0)
    .map((each) => ({ ...each, cells: [each.cell] }));

/** A column of numbers that count the rows, which nobody misses. */
const COUNTS_ROWS = /^(?:序号|编号|序|号|No\.?)$/i;

/** The headers of the columns that are none of the form's and cannot be meant for one, as a line each. */
export function otherHeadersOf(grid: Grid, header: FoundHeader): readonly string[] {
  const { top, bottom, columns, ambiguous } = header;
  const unclear = ambiguous.flatMap(({ cells }) => cells).map((cell) => parseA1(cell)?.column);
  const known = new Set([...columns.values(), ...unclear]);
  const rows = grid.rows.slice(top, bottom + 1);
  const width = Math.min(Math.max(...rows.map((row) => row?.length ?? 0)), COLUMNS_SEARCHED);
  return Array.from({ length: width }, (_, column) =>
    known.has(column) ? '' : inOneLine(headerTextOf(grid, header, column)),
  ).filter((text) => text !== '' && !COUNTS_ROWS.test(text));
}

/** An upright header without its breaks. */
const inOneLine = (text: string): string =>
  text.trim().replace(/\s+/g, /\p{Script=Han}/u.test(text) ? '' : ' ');

/** The header text of a column: the lowest where the header has two rows. */
export function headerTextOf(grid: Grid, { top, bottom }: FoundHeader, column: number): string {
  for (let row = bottom; row >= top; row--) {
    const text = grid.rows[row]?.[column]?.text ?? '';
    if (text !== '') return text;
  }
  return '';
}
