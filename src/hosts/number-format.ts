import type { Cell } from '../rules/cell';

/** The formats that we give: for text, for a day, and for a number. */
export const TEXT_FORMAT = '@';
export const DAY_FORMAT = 'yyyy-mm-dd';
export const NUMBER_FORMAT = 'General';

/**
 * Format numbers that mean a date or a time without a format code in the file. 27 to 36 and 50 to 58 are those of
 * Chinese, Japanese and Korean Excel: 31 is 2025年3月26日.
 */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/**
 * Whether a number format shows a number as a date or a time.
 * @param id the format's number
 * @param code its code, where the file gives one
 */
const isDateFormat = (id: number, code: string | undefined): boolean =>
  code === undefined ? isBuiltInDate(id) : isDateCode(code);

/** What a number format makes of a number, as far as a person reads something else than its digits. */
export interface NumberStyle {
  /** It is shown as a date or a time. */
  readonly isDate: boolean;
  /** It is shown with zeros before it, up to so many digits: `000000` shows 1234 as 001234. */
  readonly digits: number;
}

export const PLAIN: NumberStyle = { isDate: false, digits: 0 };
export const DATE: NumberStyle = { isDate: true, digits: 0 };
/** A format of zeros alone, with or without what it makes of text. */
const ZEROS = /^(0{2,20})(?:_ )?(?:;@)?$/;

/** What a number format makes of a number, by its number and its code where the file gives one. */
export const numberStyle = (id: number, code: string | undefined): NumberStyle =>
  isDateFormat(id, code) ? DATE : paddingOf(code);

/** The same by the code alone. */
export const numberStyleOf = (code: string | undefined): NumberStyle =>
  isDateCode(code) ? DATE : paddingOf(code);

/** Whether a number is shown with zeros before it. */
export const hasZerosBefore = ({ kind, text }: Cell): boolean => kind === 'number' && /^0\d/.test(text);

const paddingOf = (code: string | undefined): NumberStyle => {
  const zeros = code === undefined ? undefined : ZEROS.exec(code)?.[1];
  return zeros === undefined ? PLAIN : { isDate: false, digits: zeros.length };
};

/** Whether a format code shows a number as a date or a time; none is that of a number. */
export function isDateCode(code: string | undefined): boolean {
  if (code === undefined || code === NUMBER_FORMAT) return false;
  const letters = code
    .replace(/"[^"]*"?|\\.|_.|\*./g, '') // literals, and what is only as wide as the next character
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '') // colours, conditions and locales, but not [h] of a duration
    .replace(/General|E[+-]/gi, '');
  return /[ymdhseb]|aaa/i.test(letters);
}
