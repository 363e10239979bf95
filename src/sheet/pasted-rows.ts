import { COLUMN_KEYS, type ColumnKey } from '../rules/application';
import { textCell } from '../rules/cell';
import { COLUMNS } from './columns';
import { columnsKnown, findHeader, headerTextOf, ROWS_SEARCHED } from './find-header';
import { plainGrid } from './grid';
import { matchHeader } from './header-text';
import { readSheet } from './read-sheet';
import { tabbedCells } from './tabbed-text';

/** A column of ours that was found in what is pasted. */
export interface PastedColumn {
  readonly key: ColumnKey;
  /** Its header as pasted; the printed one where the paste has none. */
  readonly header: string;
  /** What it holds in the first row that has something there; '' where none has. */
  readonly example: string;
}

/** Rows of another sheet, by our columns. Texts are as they were copied: nothing is mended here. */
export interface PastedRows {
  readonly kind: 'rows';
  /** In the order of our sheet. */
  readonly columns: readonly PastedColumn[];
  /** Headers that are none of ours, or could be several; `第n列`'s number, from 1, where a column has none. */
  readonly unknown: readonly (string | number)[];
  /** Our columns that are not in the paste. */
  readonly missing: readonly ColumnKey[];
  /** By column what is not blank, a row each. */
  readonly rows: readonly ReadonlyMap<ColumnKey, string>[];
  /** Lines below the header that hold no person: subtotals, repeated headers, the foot. */
  readonly leftOut: number;
  /** False where the paste has no header and its 27 columns were taken in the official order. */
  readonly hasHeader: boolean;
}

/** A line that looks like a header, of which too little is known. */
export interface PoorHeader {
  readonly kind: 'poor-header';
  /** How many of our columns it has for certain, and how many of those that tell our sheet from others. */
  readonly known: number;
  readonly telling: number;
  /** Headers that are none of ours, or could be several. */
  readonly unknown: readonly string[];
}

/** What a text is that somebody pasted. `no-header`: it has to be copied too. `no-rows`: there is nothing below it. */
export type Paste = PastedRows | PoorHeader | { readonly kind: 'empty' | 'no-header' | 'no-rows' };

type Lines = readonly (readonly string[])[];

/** Reads rows that were copied out of Excel or WPS as text, whatever the order of their columns. */
export function pastedRows(text: string): Paste {
  const lines: Lines = tabbedCells(text);
  if (lines.every(isBlank)) return { kind: 'empty' };
  const found = readLines(lines, true);
  if (found !== null) return found;
  const inOrder = isOfficialOrder(lines)
    ? readLines([COLUMNS.map(({ header }) => header), ...lines], false)
    : null;
  return inOrder ?? poorHeader(lines) ?? { kind: 'no-header' };
}

/** One header of ours may as well be a word in somebody's data. */
const LOOKS_LIKE_HEADER = 2;

/** The line with the most headers of ours, where no line has enough of them. */
function poorHeader(lines: Lines): PoorHeader | null {
  let best: PoorHeader | null = null;
  for (const line of lines.slice(0, ROWS_SEARCHED)) {
    const headers = line.map((text) => text.trim()).filter((text) => text !== '');
    const matches = headers.map(matchHeader);
    const { known, telling } = columnsKnown(matches);
    if (known < LOOKS_LIKE_HEADER || known <= (best?.known ?? 0)) continue;
    const unknown = headers.filter((_, i) => ['none', 'ambiguous'].includes(matches[i]?.kind ?? ''));
    best = { kind: 'poor-header', known, telling, unknown };
  }
  return best;
}

function readLines(lines: Lines, hasHeader: boolean): PastedRows | { readonly kind: 'no-rows' } | null {
  const grid = plainGrid(
    '',
    lines.map((line) => line.map(textCell)),
  );
  const header = findHeader(grid);
  if (header === null) return null;
  const { rows: read } = readSheet(grid, header);
  if (read.length === 0) return { kind: 'no-rows' };
  const rows = read.map(
    ({ cells }) =>
      new Map(
        COLUMN_KEYS.flatMap((key) => {
          const text = cells[key]?.text ?? '';
          return text.trim() === '' ? [] : [[key, text] as const];
        }),
      ),
  );
  const body = lines.slice(header.bottom + 1);
  const taken = new Set(header.columns.values());
  const width = lines.reduce((widest, line) => Math.max(widest, line.length), 0);
  return {
    kind: 'rows',
    columns: [...header.columns].map(([key, column]) => ({
      key,
      header: headerTextOf(grid, header, column),
      example: rows.find((row) => row.has(key))?.get(key) ?? '',
    })),
    unknown: Array.from({ length: width }, (_, column) => column).flatMap(
      (column): readonly (string | number)[] => {
        if (taken.has(column)) return [];
        const name = headerTextOf(grid, header, column).trim();
        if (name !== '') return [name];
        return read.some(({ row }) => (lines[row - 1]?.[column] ?? '').trim() !== '') ? [column + 1] : [];
      },
    ),
    missing: COLUMN_KEYS.filter((key) => !header.columns.has(key)),
    rows,
    leftOut: body.filter((line) => !isBlank(line)).length - rows.length,
    hasHeader,
  };
}

const isBlank = (line: readonly string[]): boolean => line.every((text) => text.trim() === '');

const SEX = COLUMN_KEYS.indexOf('sex');
/** As people write it: 男, 女, 男性, 女性, 男（1）. */
const IS_SEX = /^\s*[男女]/;

/**
 * Whether lines without a header are rows of the 27 columns. The number of columns is not enough, since 序号 is often put
 * before them and another left out: the column of 性别 must hold nothing else, which no other column does.
 */
function isOfficialOrder(lines: Lines): boolean {
  const filled = lines.filter((line) => !isBlank(line));
  const sexes = filled.map((line) => line[SEX] ?? '').filter((text) => text.trim() !== '');
  return (
    filled.every((line) => line.length === COLUMN_KEYS.length) &&
    sexes.length > 0 &&
    sexes.every((text) => IS_SEX.test(text))
  );
}
