/** What is typed, or put there by a word processor or an input method, for a hyphen. */
const DASH = /[\u2010-\u2015\u2212\u2500\u30FC\uFE58\uFE63\uFF0D]/g;

/** A text with a plain hyphen for whatever dash. */
export const withHyphens = (text: string): string => text.replace(DASH, '-');
