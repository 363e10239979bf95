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
export const isDateFormat = (id: number, code: string | undefined): boolean =>
  code === undefined ? isBuiltInDate(id) : isDateCode(code);

/** The same by the code alone; none is that of a number. */
export function isDateCode(code: string | undefined): boolean {
  if (code === undefined || code === NUMBER_FORMAT) return false;
  const letters = code
    .replace(/"[^"]*"?|\\.|_.|\*./g, '') // literals, and what is only as wide as the next character
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '') // colours, conditions and locales, but not [h] of a duration
    .replace(/General|E[+-]/gi, '');
  return /[ymdhseb]|aaa/i.test(letters);
}
