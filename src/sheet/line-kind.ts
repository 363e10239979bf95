import type { ColumnKey } from '../rules/application';
import { CHOICE_COLUMNS } from '../rules/choices';
import { isHintRow, namesExample, saysExample } from './example-rows';
import { headerTextOf, type FoundHeader } from './find-header';
import { footerKind, labelledFoot, rowTexts } from './footer';
import { cellsOf, type Grid } from './grid';
import { foldHeader, matchExactly } from './header-text';

/**
 * What a row below the header is; `unread` has something, but nothing that says whom it is about, `example` and `hint` show
 * how the sheet is filled in.
 */
export type LineKind =
  | 'application'
  | 'blank'
  | 'unread'
  | 'example'
  | 'hint'
  | 'footer'
  | 'remarks'
  | 'subtotal'
  | 'repeated-header';

const SUBTOTAL = /^(?:本页)?(?:合计|小计|总计)|^(?:共计?|累计)[:：]?\d+[人名]$|^(?:总?人数|共计|累计)[:：]?$/;
/** What the first cell of a row of totals says, whatever stands under the other columns. */
const TOTAL = /^(?:本页)?(?:合计|小计|总计)(?:人数)?(?:$|[:：(（\d])/;
/** A row of one cell that heads or closes a part of the list: 高级考评员（2人）, 以下空白, ——. */
const GROUP = /[(（]\d+[人名][)）]$/;
const FILLER = /^[-—–_]*[(（]?(?:以下|此处|下)(?:为)?空(?:白|行)?[)）]?[-—–_]*$|^[-—–_/=.…]+$/;
/** One cell alone is a heading or a note. */
const FEWEST_UNREAD = 2;
/** Fewer are no header. */
const FEWEST_HEADERS = 3;

/** With fewer cells a row of a sheet of few columns may be one that is filled in advance. */
const FEWEST_FILLED = 6;

/**
 * What a row below the header is.
 *
 * @param headerTexts see foldedHeader
 * @param row counts from 0
 * @param afterFooter whether the rows should have ended above
 */
export function lineKind(
  grid: Grid,
  header: FoundHeader,
  headerTexts: ReadonlyMap<number, string>,
  row: number,
  afterFooter: boolean,
): LineKind {
  const line = grid.rows[row] ?? [];
  const own = (key: ColumnKey): string => {
    const column = header.columns.get(key);
    return column === undefined ? '' : (line[column]?.text.trim() ?? '');
  };
  const name = own('name');
  const [idNumber, code] = [own('idNumber'), own('occupationCode')];
  const telling = [name, idNumber, own('occupationName'), code].filter((text) => text !== '').length;
  if (
    repeatsHeader(line, headerTexts) ||
    (columnMark(name) !== null && numbersColumns(line, header)) ||
    (!/\d/.test(idNumber) && hasHeaders(line))
  )
    return 'repeated-header';
  const isIdentified = looksLikeIdNumber(idNumber);
  if (telling > 0 && (namesExample(name, isIdentified) || beginsAsExample(line, header))) return 'example';
  // Whoever has a number is a person, whatever the first cell begins with; few rows need a closer look.
  const isFull = telling >= 3;
  if ((isFull || name !== '') && isIdentified) return 'application';
  if (isFull && looksLikeCode(code)) return 'application';
  const texts = rowTexts(grid, row);
  const foot = (isFull ? null : footerKind(texts)) ?? labelledFoot(texts);
  if (foot !== null) return foot;
  const folded = texts.map((text) => text.replace(/\s+/g, ''));
  if (isFull && TOTAL.test(folded[0] ?? '')) return 'subtotal';
  if (telling > 0 && isHintRow(knownTexts(line, header), [name, idNumber])) return 'hint';
  if (isFull) return 'application';
  if (folded.some((text) => SUBTOTAL.test(text))) return 'subtotal';
  const [only = '', ...others] = folded;
  if (others.length === 0 && FILLER.test(only)) return 'blank';
  if (others.length === 0 && GROUP.test(only)) return 'subtotal';
  if (afterFooter) return telling >= 2 ? 'application' : 'remarks';
  if (telling > 0 || isMostlyFilled(line, header)) return 'application';
  return isUnread(grid, header, row) ? 'unread' : 'blank';
}

/** Whether what the row begins with, often a number left of the columns that are known, says that it is an example. */
function beginsAsExample(line: Grid['rows'][number] & object, { columns }: FoundHeader): boolean {
  const first = line.findIndex((cell) => cell !== undefined && cell.text !== '');
  return first !== columns.get('name') && saysExample(line[first]?.text ?? '');
}

const knownTexts = (line: Grid['rows'][number] & object, { columns }: FoundHeader): readonly string[] =>
  [...columns.values()]
    .sort((a, b) => a - b)
    .map((column) => line[column]?.text.trim() ?? '')
    .filter((text) => text !== '');

/** Of about the right length, or what Excel makes of one: the rules say what is wrong with it. */
const ID_NUMBER = /^\d{13,18}x?$|^\d(?:\.\d+)?e\+1[3-9]$/;
const looksLikeIdNumber = (text: string): boolean =>
  /^\d{17}[\dX]$/.test(text) ||
  ID_NUMBER.test(
    text
      .normalize('NFKC')
      .replace(/[^\p{Letter}\p{Number}.+]/gu, '')
      .toLowerCase(),
  );

/** 6-31-01-03, with whatever dashes and zeros. */
const looksLikeCode = (text: string): boolean =>
  /^\d\s*(?:[\p{Pd}.]\s*\d{1,2}\s*){2,4}$/u.test(text.normalize('NFKC'));

/** What is filled down in advance into rows that nobody has yet. */
const IN_ADVANCE: ReadonlySet<ColumnKey> = new Set([
  ...CHOICE_COLUMNS,
  'submittedOn',
  'institution',
  'employer',
  'category',
]);
/** A phone or an ID number, which never is. */
const LONG_NUMBER = /\d{11}/;

/** Whether a row holds anything else than what is filled down in advance. */
function isUnread(grid: Grid, { columns }: FoundHeader, row: number): boolean {
  const textAt = (at: number, column: number): string => grid.rows[at]?.[column]?.text.trim() ?? '';
  const filled = [...columns].filter(([, column]) => textAt(row, column) !== '');
  const isOwn = ([key, column]: readonly [ColumnKey, number]): boolean => {
    const text = textAt(row, column);
    const isAdvance = IN_ADVANCE.has(key) && !LONG_NUMBER.test(text);
    return !isAdvance && [row - 1, row + 1].every((at) => textAt(at, column) !== text);
  };
  return filled.length >= FEWEST_UNREAD && filled.some(isOwn);
}

/** Whether half of the columns have something: more than what is filled down in advance into rows that nobody has yet. */
function isMostlyFilled(line: Grid['rows'][number] & object, { columns }: FoundHeader): boolean {
  const filled = [...columns.values()].filter((column) => (line[column]?.text.trim() ?? '') !== '');
  return filled.length * 2 >= columns.size && filled.length >= FEWEST_FILLED;
}

/** Cells that differ from the header before a row is known for one of data. */
const PATIENCE = 3;

/**
 * Whether the header's texts stand in the row again: half of them, or, in a row of a header of two, all that the row
 * holds.
 */
function repeatsHeader(
  line: Grid['rows'][number] & object,
  headerTexts: ReadonlyMap<number, string>,
): boolean {
  let same = 0;
  let different = 0;
  for (const [column, text] of headerTexts) {
    const there = line[column]?.text ?? '';
    if (there === '') continue;
    if (foldHeader(there) === text) same++;
    else if (++different >= PATIENCE && different > same) return false;
  }
  return (same >= 3 && same * 2 >= headerTexts.size) || (same >= 2 && different === 0);
}

/** Whether a row holds the form's headers, in whatever order. Most rows are known by their first texts for none. */
function hasHeaders(line: Grid['rows'][number] & object): boolean {
  const texts = cellsOf(line).flatMap(({ kind, text }) => (kind === 'text' && text !== '' ? [text] : []));
  const isHeader = (text: string): boolean => matchExactly(text).kind !== 'none';
  return texts.slice(0, FEWEST_HEADERS).some(isHeader) && texts.filter(isHeader).length >= FEWEST_HEADERS;
}

/**
 * The last of the rows that are an example as a whole: where the line above the header says so, those down to the header
 * that is repeated below them, for the people. No row where there is none.
 */
export function lastExampleRow(
  grid: Grid,
  header: FoundHeader,
  headerTexts: ReadonlyMap<number, string>,
): number {
  const [heading = '', ...others] = header.top === 0 ? [] : rowTexts(grid, header.top - 1);
  if (others.length > 0 || !saysExample(heading)) return header.bottom;
  const below = grid.rows.slice(header.bottom + 1);
  const again = below.findIndex((line) => line !== undefined && repeatsHeader(line, headerTexts));
  return again === -1 ? header.bottom : header.bottom + again;
}

/** Whether a row that repeats the header has it in another order: the rows below it are not in the first one's columns. */
export const isInOtherOrder = (
  line: Grid['rows'][number] & object,
  headerTexts: ReadonlyMap<number, string>,
): boolean =>
  line.some(
    (cell, column) =>
      cell?.kind === 'text' &&
      matchExactly(cell.text).kind === 'column' &&
      foldHeader(cell.text) !== headerTexts.get(column),
  );

/** What comes before the numbers, above the columns that only say whom a line is about. */
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const MARK_BEGINS = new RegExp(`^[第(（\\p{Number}${STEMS}]`, 'u');
const LONGEST_MARK = 5;

/** The number by which a row of column numbers calls a column: 1, (1), 第1栏, ①. Stems count below it; null for other texts. */
function columnMark(text: string): number | null {
  if (!MARK_BEGINS.test(text) || text.length > LONGEST_MARK) return null;
  const [, digits] = /^第?\(?(\d{1,3})\)?[栏列项]?$/.exec(text.normalize('NFKC')) ?? [];
  if (digits !== undefined) return Number(digits);
  const stem = text.length === 1 ? STEMS.indexOf(text) : -1;
  return stem === -1 ? null : stem - STEMS.length;
}

/**
 * Whether a row counts the columns: 1, 2, 3 … under the header. Somebody's own columns between them are counted too, or
 * have no number.
 */
function numbersColumns(line: Grid['rows'][number] & object, header: FoundHeader): boolean {
  const marks = knownTexts(line, header).map(columnMark);
  return (
    marks.length >= FEWEST_HEADERS &&
    marks.length * 2 >= header.columns.size &&
    marks.every((mark, i) => mark !== null && mark > (marks[i - 1] ?? -Infinity))
  );
}

/** What stands in each column of the header, folded for comparison. */
export const foldedHeader = (grid: Grid, header: FoundHeader): ReadonlyMap<number, string> =>
  new Map(
    [...header.columns.values()].map((column) => [column, foldHeader(headerTextOf(grid, header, column))]),
  );
