import { CERTIFICATE_COLUMNS, CODE_COLUMNS, type ColumnKey } from './application';
import { isKnownSkillNumber } from './certificate-number';
import { ENTRY_NUMBER } from './list-cell';
import { mayBeSeveral } from './may-be-several';
import { normaliseCode } from './occupation-code';
import { arePhones } from './phone';
import { isPlain } from './plain-text';
import { isListedTitle } from './title-level';

/**
 * Safe clean-up of typed text: what it changes (space, width, invisible characters, an ID's x) cannot change what
 * the cell says. `cell.untidy` reports the difference.
 */

/** Columns whose content is one unbroken run of digits and letters; column 26 may hold a field. */
const UNBROKEN: ReadonlySet<ColumnKey> = new Set([...CODE_COLUMNS].filter((key) => key !== 'occupationCode'));

/** Columns where a line break may part several certificates, or occupations. */
const MULTILINE: ReadonlySet<ColumnKey> = new Set([...CERTIFICATE_COLUMNS, 'occupationName']);

const SUSPECT =
  /[\s\u00A0\u3000\u0000-\u001F\u007F\u00AD\u200B-\u200F\u2028-\u202E\u2060\uFEFF\uFF0D-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/;
const INVISIBLE = /[\u0000-\u0008\u000E-\u001F\u007F\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g;
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
const BEFORE_TIME = / (?=\d{1,2}[:：]\d)/;
const TWO_DAYS = /[日号].*[日号]/;
/** What parts the numbers of a date or of a phone, in full width. */
const WIDE_POINTS = /(?<=\d)[\uFF0D-\uFF0F](?=\d)/g;
/** A certificate's level, as a text ends or begins with it. */
const LEVEL = '(?:[一二三四五1-5ⅠⅡⅢⅣⅤ]级|(?:高级)?技师|[初中高]级工?)';
/** How a name begins: two characters, or else a long text would be tried in every way. */
const NAME = '[\\u3400-\\u9FFF]{2}';
const WORD = '[^ \\n、，,;；]*';
/**
 * The space between two entries of a list, each of which says of itself what it is. In column 17 that is an occupation
 * with its level, the one behind the other in both entries or before it: 电工三级 钳工二级, 高级茶艺师 中级钳工.
 */
const BETWEEN: Readonly<Partial<Record<ColumnKey, RegExp>>> = {
  skillCertificate: new RegExp(
    `(?<=${NAME}[^ ]*${LEVEL}[)）]?) (?=(?:${ENTRY_NUMBER})?${NAME}${WORD}${LEVEL})|(?<=(?:^|[ \\n、，,;；])${LEVEL}[\\u3400-\\u9FFF]{2,}) (?=${LEVEL}${NAME})`,
    'g',
  ),
  assessorCard: /(?<=考评(?:人员|员)(?:证卡?)?[)）]?) (?=[^ \n、，,;；]*考评(?:人员|员))/g,
};

/** A space between parts that are as long as this parts two numbers; no single one falls into such parts. */
const WHOLE_NUMBER: Readonly<Partial<Record<ColumnKey, number>>> = {
  phone: 8,
  skillCertificateNo: 16,
  titleCertificateNo: 10,
  assessorCardNo: 10,
};

const APOSTROPHE = 0x27;

/** The space before the number of an entry, which says that an entry begins. */
const NUMBERED_ENTRY = new RegExp(` (?=${ENTRY_NUMBER})`, 'g');
/** More characters than this are not one number. */
const LONGEST_NUMBER: Readonly<Partial<Record<ColumnKey, number>>> = {
  skillCertificateNo: 22,
  titleCertificateNo: 24,
  assessorCardNo: 24,
};
/** Shorter parts are no numbers of their own, unless two begin as numbers of an authority do: 渝123 渝456. */
const SHORTEST_NUMBER = 5;
const HAN = /[\u3400-\u9FFF]/;
/** Shorter parts are no ID numbers of their own. */
const SHORTEST_ID = 15;
const ANY_LEVEL = new RegExp(LEVEL);
const LEVEL_ALONE = new RegExp(`^[(（]?${LEVEL}[)）]?$`);
const NAME_ALONE = /^[\u3400-\u9FFF]{2,}$/;
/** What parts the entries of a cell. */
const ENTRY = /[^、，,;；\n]+/g;
/** The spaces of a date but for those between two numbers, which may be all that parts them: 2025 3 26. */
const NOT_BETWEEN_NUMBERS = /(?<!\d) +| +(?!\d)/g;

const halfWidth = (character: string): string => String.fromCharCode(character.charCodeAt(0) - 0xfee0);

/** The text of a column without what cannot be seen or cannot matter. Most cells come back as they are. */
export function tidy(key: ColumnKey, text: string): string {
  if (key === 'idNumber') return tidyIdNumber(text);
  if (isPlain(text) || !SUSPECT.test(text))
    return text.charCodeAt(0) === APOSTROPHE && UNBROKEN.has(key) ? withoutApostrophe(text) : text;
  const visible = text.replace(INVISIBLE, '').replace(FULL_WIDTH, halfWidth);
  const spaced = visible
    .replace(LINE_BREAK, '\n')
    .replace(SPACES, ' ')
    .replace(BREAKS, MULTILINE.has(key) ? '\n' : ' ')
    .trim();
  if (UNBROKEN.has(key)) {
    const lines = key === 'phone' ? spaced.replace(WIDE_POINTS, halfWidth) : spaced;
    const numbers = lines.split('\n').map((line) => unbroken(key, withoutApostrophe(line)));
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

/** A separator in place of each space that parts two entries of a list, which would be one without it. */
function withSeparators(key: ColumnKey, text: string): string {
  if (key === 'title' || key === 'titleCertificate') {
    const words = text.split(' ');
    return words.reduce((sofar, word, i) =>
      isListedTitle(word) && isListedTitle(words[i - 1] ?? '') ? `${sofar}、${word}` : `${sofar} ${word}`,
    );
  }
  const between = BETWEEN[key];
  if (between === undefined) return text;
  const entries = key === 'skillCertificate' ? text.replace(ENTRY, withLevels) : text;
  return entries.replace(between, '、');
}

/** 养老护理员 三级 电工 二级: a level that stands alone goes with the name before it, unless the levels come first. */
function withLevels(entry: string): string {
  const [first = '', ...others] = entry.split(' ');
  if (LEVEL_ALONE.test(first)) return entry;
  return others.reduce((sofar, word) => {
    const last = sofar.slice(sofar.lastIndexOf(' ') + 1);
    const isIts = LEVEL_ALONE.test(word) && NAME_ALONE.test(last) && !ANY_LEVEL.test(last);
    return sofar + (isIts ? '' : ' ') + word;
  }, first);
}

/** The numbers of a line without their spaces. */
const unbroken = (key: ColumnKey, line: string): string =>
  line
    .replace(/ ?([、，,;；/]) ?/g, '$1')
    .replace(NUMBERED_ENTRY, '、')
    .replace(/[^、，,;；/]+/g, (entry) =>
      entry.includes(' ') ? joinedNumber(key, entry.split(' ')) : entry,
    );

/**
 * The parts of a number as one. Whole numbers get a separator instead, for joining them would lose both; what may be two
 * numbers stays as it is written.
 */
function joinedNumber(key: ColumnKey, parts: readonly string[]): string {
  const whole = WHOLE_NUMBER[key] ?? Infinity;
  if (parts.every((part) => part.length >= whole)) return parts.join('、');
  const joined = parts.join('');
  const isOne =
    key === 'phone'
      ? arePhones(joined)
      : (key === 'skillCertificateNo' && isKnownSkillNumber(joined)) ||
        (joined.length <= (LONGEST_NUMBER[key] ?? Infinity) &&
          parts.some((part) => part.length < SHORTEST_NUMBER) &&
          parts.filter((part) => HAN.test(part)).length < 2);
  return isOne ? joined : parts.join(' ');
}

/** A date without spaces, but for the one before its time: 2025-3-2 9:30 is not the 29th. */
function tidyDate(text: string): string {
  if (TWO_DAYS.test(text)) return text;
  const [day = '', ...time] = text.replace(WIDE_POINTS, halfWidth).split(BEFORE_TIME);
  const glued = /[年月日]/.test(day) ? '' : ' ';
  return [day, ...time].map((part) => part.replace(NOT_BETWEEN_NUMBERS, '')).join(glued);
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
