import './rules/messages/english';
import { COLUMN_KEYS, NO_CELLS, type ColumnKey } from './rules/application';
import { parseIsoDate, type IsoDate } from './rules/calendar-date';
import { booleanCell, EMPTY_CELL, numberCell, textCell, type Cell } from './rules/cell';
import { rowConditions, verdictOf } from './rules/eligibility/verdict';
import { readFacts } from './rules/facts';
import type { Locale } from './rules/messages/message';
import type { NoticePack } from './rules/notice';
import { CURRENT_NOTICE } from './rules/current-notice';
import { NOTICES } from './rules/notices';
import { resolveOccupation as resolve, type ResolvedOccupation } from './rules/resolve-occupation';
import { rulebookOf } from './rules/rulebook';
import { nextSession, schedule as scheduleFor } from './rules/schedule';
import { checkSheet as checkGrid } from './sheet/check-sheet';
import { plainGrid, type Grid } from './sheet/grid';
import {
  verdictWord,
  wordedReasons,
  wordedReport,
  type VerdictWord,
  type WordedFinding,
  type WordedReason,
  type WordedReport,
  type WordedVerdict,
} from './sheet/worded-report';

/**
 * What a caller writes into a cell. A number is a number cell: an ID number has to be text. A date is text too, such as
 * 2025-03-26: which day a Date object means depends on where the program runs.
 */
export type CellValue = string | number | boolean | null | undefined;

export interface Options {
  /** The day in place of today, YYYY-MM-DD: the library knows no clock. */
  readonly date: string;
  /** Another notice; 渝职鉴发〔2025〕8号 unless given. */
  readonly notice?: NoticePack;
  /** zh-CN unless given. */
  readonly locale?: Locale;
}

/** A row of a worksheet; nothing for a blank one. */
export type RowValues = readonly CellValue[] | null | undefined;

/**
 * Checks a worksheet given as rows of values, headers and all, or as a Grid.
 *
 * @throws RangeError for a date that is none
 * @throws TypeError for a cell that is no CellValue
 */
export function checkSheet(sheet: Grid | readonly RowValues[], options: Options): WordedReport {
  const { notice = CURRENT_NOTICE, locale = 'zh-CN' } = options;
  const grid = 'rows' in sheet ? sheet : gridOf(sheet);
  return wordedReport(checkGrid(rulebookOf(notice), grid, dateOf(options)), locale);
}

export interface Eligibility {
  readonly verdict: VerdictWord;
  readonly reasons: readonly WordedReason[];
}

/**
 * Judges one row alone; 六（二）2 (two occupations a person, none twice) needs the whole sheet. A column that is left out
 * is one that the sheet lacks.
 *
 * @throws RangeError for a date that is none
 * @throws TypeError for a cell that is no CellValue
 */
export function eligibility(
  row: Readonly<Partial<Record<ColumnKey, CellValue>>>,
  options: Options,
): Eligibility {
  const rulebook = rulebookOf(options.notice ?? CURRENT_NOTICE);
  const cells = { ...NO_CELLS };
  for (const key of COLUMN_KEYS) if (key in row) cells[key] = cellOf(row[key]);
  const { truth, conditions } = verdictOf(
    rowConditions(rulebook, readFacts(rulebook, cells, dateOf(options))),
  );
  return { verdict: verdictWord(truth), reasons: wordedReasons(conditions, options.locale ?? 'zh-CN') };
}

/**
 * What a text stands for in the current catalogue: a code (any dash, missing zeros, group codes with GBM), a name, a
 * former name, a work type or an ability of annex 5; `verified` is false for what only an unverified entry of the catalogue
 * says. Null for what neither the catalogue nor annex 5 has, and for several names in one text.
 */
export const resolveOccupation = (
  text: string,
  { notice = CURRENT_NOTICE }: Pick<Options, 'notice'> = {},
): ResolvedOccupation | null => resolve(rulebookOf(notice), text) ?? null;

export interface Schedule {
  readonly name: string;
  readonly code: string;
  /** 3月、6月、10月、12月中下旬; null where annex 6 has no month. */
  readonly months: string | null;
  /** The first session that papers handed in on the date can reach, such as 2025年6月中下旬; null where none is left. */
  readonly next: string | null;
}

/**
 * The months of a session by code, occupation, work type or ability; null for what neither the catalogue nor annex 5 has,
 * or what only an unverified entry of it says.
 *
 * @throws RangeError for a date that is none
 */
export function schedule(text: string, options: Options): Schedule | null {
  const rulebook = rulebookOf(options.notice ?? CURRENT_NOTICE);
  const { notice } = rulebook;
  const result = scheduleFor(rulebook, text);
  if (result.kind === 'unknown' || result.kind === 'unverified') return null;
  const { name, code } = result;
  if (result.kind === 'not-scheduled') return { name, code, months: null, next: null };
  const next = nextSession(notice, result.session, dateOf(options));
  return { name, code, months: result.text, next: next.kind === 'session' ? next.text : null };
}

function dateOf({ date }: Options): IsoDate {
  const parsed = parseIsoDate(date);
  if (parsed === null) throw new RangeError(`"${date}" is not a date; write it like 2025-03-26.`);
  return parsed;
}

function cellOf(value: CellValue): Cell {
  if (value === null || value === undefined) return EMPTY_CELL;
  switch (typeof value) {
    case 'string':
      return textCell(value);
    case 'number':
      return numberCell(value);
    case 'boolean':
      return booleanCell(value);
    default:
      throw new TypeError(
        'A cell is a text, a number, true, false, null or undefined; write a date as text, like 2025-03-26.',
      );
  }
}

const gridOf = (rows: readonly RowValues[]): Grid =>
  plainGrid(
    'Sheet1',
    Array.from(rows, (row) => Array.from(row ?? [], cellOf)),
  );

export { NOTICES };
export { parseNotice, type NoticeFault, type ParsedNotice } from './rules/parse-notice';
export type {
  ColumnKey,
  Grid,
  Locale,
  NoticePack,
  ResolvedOccupation,
  VerdictWord,
  WordedFinding,
  WordedReason,
  WordedReport,
  WordedVerdict,
};
