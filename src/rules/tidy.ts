import type { ColumnKey } from './application';
import { isPlain } from './plain-text';

/**
 * Safe clean-up of typed text: what it changes (space, width, invisible characters, an ID's x) cannot change what
 * the cell says. `cell.untidy` reports the difference.
 */

/** Columns whose content is one unbroken run of digits and letters. */
const UNBROKEN: ReadonlySet<ColumnKey> = new Set([
  'idNumber',
  'phone',
  'skillCertificateNo',
  'titleCertificateNo',
  'assessorCardNo',
]);

/** Columns where a line break may part several certificates. */
const MULTILINE: ReadonlySet<ColumnKey> = new Set([
  'skillCertificate',
  'skillCertificateNo',
  'titleCertificate',
  'titleCertificateNo',
  'assessorCard',
  'assessorCardNo',
]);

const SUSPECT =
  /[\s\u00A0\u3000\u0000-\u001F\u007F\u00AD\u200B-\u200F\u2028-\u202E\u2060\uFEFF\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/;
const INVISIBLE = /[\u0000-\u0008\u000E-\u001F\u007F\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g;
const FULL_WIDTH = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g;
const LINE_BREAK = /\s*(?:\r\n|[\n\r\v\f\u0085\u2028\u2029])\s*/g;
const NOT_LATIN = '[^\\u0021-\\u024F]';
const SPACE_BESIDE_HAN = new RegExp(`(?<=${NOT_LATIN}) +| +(?=${NOT_LATIN})`, 'g');
const DIGITS_APART = /(?<=\d) +(?=\d)/g;
/** The space between a day and its time, which is not like the others of a date. */
const BEFORE_TIME = / (?=\d{1,2}[:：]\d)/;
/** The space after a certificate's level, where another certificate follows: 电工三级 钳工二级. */
const BETWEEN_SKILLS =
  /(?<=(?:级|技师|[初中高]级工|[)）])) (?!技师|工|证|(?:[初中高]级工?|[一二三四五1-5]级)(?:$|[ /]))/g;
const STARTS_WITH_LEVEL = /^(?:[一二三四五1-5]级|[初中高]级|技师)/;

/** A space between parts that are as long as this parts two numbers; no single one falls into such parts. */
const WHOLE_NUMBER: Readonly<Partial<Record<ColumnKey, number>>> = {
  phone: 8,
  skillCertificateNo: 16,
  titleCertificateNo: 16,
  assessorCardNo: 16,
};

const halfWidth = (character: string): string => String.fromCharCode(character.charCodeAt(0) - 0xfee0);

/** The text of a column without what cannot be seen or cannot matter. Most cells come back as they are. */
export function tidy(key: ColumnKey, text: string): string {
  if (key === 'idNumber') return tidyIdNumber(text);
  if (isPlain(text) || !SUSPECT.test(text)) return UNBROKEN.has(key) ? withoutApostrophe(text) : text;
  const visible = text.replace(INVISIBLE, '').replace(FULL_WIDTH, halfWidth);
  const lines = MULTILINE.has(key) ? visible.replace(LINE_BREAK, '\n') : visible.replace(LINE_BREAK, ' ');
  const spaced = lines.replace(/[^\S\n]+/g, ' ').replace(/^\s+|\s+$/g, '');
  if (UNBROKEN.has(key)) {
    const numbers = spaced.split('\n').map((line) => withoutApostrophe(unbroken(key, line)));
    return numbers.filter((line) => line !== '').join('\n');
  }
  if (key === 'submittedOn') return tidyDate(spaced);
  const listed =
    key === 'skillCertificate' && !STARTS_WITH_LEVEL.test(spaced)
      ? spaced.replace(BETWEEN_SKILLS, '、')
      : spaced;
  const joined = listed.replace(SPACE_BESIDE_HAN, '');
  return key === 'occupationCode' ? joined.replace(/ /g, '') : joined.replace(DIGITS_APART, '');
}

/** Numbers without their spaces; a space that parts two whole ones becomes a separator, for joining them would lose both. */
function unbroken(key: ColumnKey, line: string): string {
  const whole = WHOLE_NUMBER[key] ?? Infinity;
  const parts = line.replace(/ ?([、，,;；/]) ?/g, '$1').split(' ');
  return parts.join(parts.every((part) => part.length >= whole) ? '、' : '');
}

/** A date without spaces, but for the one before its time: 2025-3-2 9:30 is not the 29th. */
function tidyDate(text: string): string {
  const [day = '', ...time] = text.split(BEFORE_TIME);
  const glued = /[年月日]/.test(day) ? '' : ' ';
  return [day, ...time].map((part) => part.replace(/ /g, '')).join(glued);
}

/** Apostrophes that were meant to make Excel keep text, and stayed in it. */
const withoutApostrophe = (text: string): string => (text.startsWith("'") ? text.replace(/^'+/, '') : text);

function tidyIdNumber(text: string): string {
  if (/^[0-9X]*$/.test(text)) return text;
  return withoutApostrophe(text.replace(INVISIBLE, '').replace(FULL_WIDTH, halfWidth).replace(/\s+/g, ''))
    .toUpperCase()
    .replace(/[×✕╳]$/, 'X');
}
