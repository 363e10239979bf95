import { withHyphens } from './hyphens';

const MOBILE = /^1[3-9]\d{9}$/;
/** Area codes of three digits go with eight, those of four with seven or eight; an extension may follow. */
const LANDLINE = /^(?:(?:010|02\d)\d{8}|0[3-9]\d{2}\d{7,8})(?:(?:转|-)\d{1,6})?$/;

/** A number without +86, with plain hyphens. Dialled from abroad, an area code has no zero. */
const asDialledHere = (text: string): string =>
  withHyphens(text)
    .replace(/^(?:\+|00)?86[- ]?(?=[(（]?0|1\d{2}-?\d{4}-?\d{4}$)/, '')
    .replace(/^(?:\+|00)86[- ]?([(（]?)(?=[2-9]|10(?:\D|\d{8}$))/, '$10');

/** True for a mobile number or a landline with its area code, with or without +86, hyphens and brackets. */
function isPhone(text: string): boolean {
  if (MOBILE.test(text)) return true;
  const number = asDialledHere(text);
  if (MOBILE.test(number.replace(/-/g, ''))) return true;
  const landline = number.replace(/^[(（](0\d{2,3})[)）]/, '$1').replace(/^(0\d{2,3})-/, '$1');
  // What follows a whole number is its extension, else the last four digits of a number in two parts.
  return LANDLINE.test(landline) || LANDLINE.test(landline.replace(/^(\d+)-(\d{4})$/, '$1$2'));
}

/** True where every number of a cell with several is one. */
export function arePhones(text: string): boolean {
  if (MOBILE.test(text)) return true;
  const numbers = splitPhones(text);
  return numbers.length > 0 && numbers.every(isPhone);
}

/** The numbers of a cell, without what does not tell them apart. */
const splitPhones = (text: string): readonly string[] =>
  text.split(/[、,，;；/\n]/).filter((part) => part !== '');

/** The landline of Chongqing that eight digits alone are, without its area code; null for anything else. */
export const localLandline = (text: string): string | null =>
  /^[2-9]\d{3}[- ]?\d{4}$/.test(text) ? text.replace(/[- ]/, '') : null;

/** The numbers of a cell without what does not tell two apart: +86, hyphens, brackets, 转. Words, such as 同上, are none. */
export const comparablePhones = (text: string): readonly string[] =>
  MOBILE.test(text)
    ? [text]
    : splitPhones(text)
        .filter((part) => /\d/.test(part))
        .map((number) => asDialledHere(number).replace(/[-()（）转]/g, ''));
