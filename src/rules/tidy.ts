import { CERTIFICATE_COLUMNS, CODE_COLUMNS, YEAR_COLUMNS, type ColumnKey } from './application';
import { ENTRY, withSeparators } from './entry-separators';
import { INVISIBLE } from './invisible';
import { linesOfNumbers, unbroken } from './joined-numbers';
import { mayBeSeveral } from './may-be-several';
import { normaliseCode } from './occupation-code';
import { isPlain } from './plain-text';

/** Columns whose content is one unbroken run of digits and letters; column 26 may hold a field. */
const UNBROKEN: ReadonlySet<ColumnKey> = new Set([...CODE_COLUMNS].filter((key) => key !== 'occupationCode'));

/** Columns where an apostrophe at the beginning was meant for Excel. */
const PLAIN_BEHIND_APOSTROPHE: ReadonlySet<ColumnKey> = new Set([...UNBROKEN, 'submittedOn']);

/** Columns where a line break may part several certificates, or occupations. */
const MULTILINE: ReadonlySet<ColumnKey> = new Set([...CERTIFICATE_COLUMNS, 'occupationName']);

const SUSPECT =
  /[\s\u00A0\u3000\u0000-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2060\uFEFF\uFF0B\uFF0D-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/;
const FULL_WIDTH = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g;
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
const SPACES = /[^\S\n]+/g;
/** With what stands around it, once spaces are single. */
const BREAKS = / ?\n[\n ]*/g;
const NOT_LATIN = '[^\\u0021-\\u024F]';
const LETTER = '[A-Za-z\\u00C0-\\u024F]';
/** Not the space between a Latin word and a Han one: ABB 重庆变压器有限公司. */
const SPACE_BESIDE_HAN = new RegExp(`(?<=${NOT_LATIN}) +(?!${LETTER})|(?<!${LETTER}) +(?=${NOT_LATIN})`, 'g');
const DIGITS_APART = /(?<=\d) +(?=\d)/g;
/** The space between a day and its time, which is not like the others of a date. */
const BEFORE_TIME = / (?=(?:[上下]午)? ?\d{1,2}[:：时点])/;
const MONTH_NAME = /[A-Za-z]{3}/;
const TWO_DAYS = /[日号].*[日号]/;
/** Columns where signs stand among digits: full-width ones are meant for the plain ones. */
const WITH_SIGNS: ReadonlySet<ColumnKey> = new Set(['submittedOn', 'phone', ...YEAR_COLUMNS]);
const WIDE_SIGNS = /(?<=\d ?)[\uFF0D-\uFF0F](?= ?\d)|\uFF0B(?= ?\d)/g;
const HASH = 0x23;
const APOSTROPHE = 0x27;
/** Shorter parts are no ID numbers of their own. */
const SHORTEST_ID = 15;
/** The spaces of a date but for those between two numbers, which may be all that parts them: 2025 3 26. */
const NOT_BETWEEN_NUMBERS = /(?<!\d) +| +(?!\d)/g;

const halfWidth = (character: string): string => String.fromCharCode(character.charCodeAt(0) - 0xfee0);

/** Whether a text is surely as `tidy` leaves it, not blank and no error value: most are, which is told at little cost. */
export function isTidy(key: ColumnKey, text: string): boolean {
  const first = text.charCodeAt(0);
  return key !== 'idNumber' && text !== '' && first !== APOSTROPHE && first !== HASH && isPlain(text);
}

/**
 * The text of a column without what cannot be seen or cannot matter: space, width, invisible characters, an ID's x. It says
 * what it said before; `cell.untidy` reports the difference. Most cells come back as they are.
 */
export function tidy(key: ColumnKey, text: string): string {
  if (key === 'idNumber') return tidyIdNumber(text);
  if (SUSPECT.test(text)) {
    // What one step brings together may be a word or a number for the next.
    const tidied = tidySuspect(key, text);
    return tidied === text ? text : tidy(key, tidied);
  }
  return text.charCodeAt(0) === APOSTROPHE && PLAIN_BEHIND_APOSTROPHE.has(key)
    ? withoutApostrophe(text)
    : text;
}

function tidySuspect(key: ColumnKey, text: string): string {
  const visible = text.replace(INVISIBLE, '').replace(FULL_WIDTH, halfWidth);
  const lines = visible
    .replace(LINE_BREAK, '\n')
    .replace(SPACES, ' ')
    .replace(BREAKS, MULTILINE.has(key) ? '\n' : ' ')
    .trim();
  const spaced = WITH_SIGNS.has(key) ? lines.replace(WIDE_SIGNS, halfWidth) : lines;
  if (UNBROKEN.has(key)) {
    const numbers = linesOfNumbers(key, spaced).map((line) => unbroken(key, withoutApostrophe(line)));
    return numbers.filter((line) => line !== '').join('\n');
  }
  if (key === 'submittedOn') return tidyDate(spaced);
  if (key === 'occupationCode' && /\d/.test(spaced)) {
    // Two codes in one cell, or a name and a code, are neither without the space between them.
    const code = spaced.replace(/ /g, '');
    return normaliseCode(code) === null ? spaced : code;
  }
  return withSeparators(key, spaced).replace(ENTRY, (entry) =>
    mayBeSeveral(
      key,
      entry.split(' ').filter((word) => word !== ''),
    )
      ? entry
      : entry.replace(SPACE_BESIDE_HAN, '').replace(DIGITS_APART, ''),
  );
}

/** A date without spaces, but for the one before its time: 2025-3-2 9:30 is not the 29th. Mar 26, 2025 stays for a person. */
function tidyDate(text: string): string {
  if (TWO_DAYS.test(text) || MONTH_NAME.test(text)) return text;
  const parts = withoutApostrophe(text).split(BEFORE_TIME);
  return parts.map((part) => part.replace(NOT_BETWEEN_NUMBERS, '')).join(' ');
}

/** Apostrophes that were meant to make Excel keep text, and stayed in it. */
const withoutApostrophe = (text: string): string =>
  text.startsWith("'") ? text.replace(/^'[' ]*/, '') : text;

function tidyIdNumber(text: string): string {
  if (/^[0-9X]*$/.test(text)) return text;
  const parts = text.replace(INVISIBLE, '').replace(FULL_WIDTH, halfWidth).trim().split(/\s+/);
  const areSeveral = parts.every((part) => part.length >= SHORTEST_ID);
  return withoutApostrophe(parts.join(areSeveral ? ' ' : ''))
    .toUpperCase()
    .replace(/[×✕╳]$/, 'X');
}
