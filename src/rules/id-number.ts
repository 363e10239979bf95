import { type IsoDate, parseCompactDate } from './calendar-date';
import { isScientific } from './scientific';

declare const idNumber: unique symbol;
/** 18 characters in the form of GB 11643-1999; not necessarily with a right check digit. */
export type IdNumber = string & { readonly [idNumber]: true };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

/** The 18th character for the first 17 digits: ISO 7064 MOD 11-2, as GB 11643-1999 prescribes. */
export function checkCharacter(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (first17.charCodeAt(i) - 48) * (WEIGHTS[i] ?? 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** True for 17 digits and a digit or a capital X. */
export const isIdNumber = (text: string): text is IdNumber => /^\d{17}[\dX]$/.test(text);

export const hasRightCheckCharacter = (id: IdNumber): boolean => checkCharacter(id) === id.charAt(17);

const EARLIEST = '1900';

/** Characters 7 to 14; null where they are no day of the calendar since 1900. */
export function birthDate(id: IdNumber): IsoDate | null {
  const date = parseCompactDate(id.slice(6, 14));
  return date === null || date < EARLIEST ? null : date;
}

/** The 17th digit: odd for a man. */
export const sexOf = (id: IdNumber): '男' | '女' => (Number(id.charAt(16)) % 2 === 1 ? '男' : '女');

/** The number of 15 digits that was issued until 1999, written as 18: the century 19 and a check digit are added. */
export function fromFifteenDigits(text: string): IdNumber | null {
  const first17 = `${text.slice(0, 6)}19${text.slice(6)}`;
  const id = first17 + checkCharacter(first17);
  return isIdNumber(id) && birthDate(id) !== null ? id : null;
}

/**
 * A text that was once a number cell: Excel keeps 15 digits, so the rest has become zeros, or the number is shown as
 * 5.00103E+17. What is lost cannot be repaired.
 */
export const hasLostDigits = (text: string): boolean =>
  isScientific(text) || (text.endsWith('000') && /^\d{18}$/.test(text) && checkCharacter(text) !== '0');
