import type { NumberColumn } from './application';
import type { Cell } from './cell';
import { fold } from './fold';
import { splitList, WEAK_SEPARATOR } from './list-cell';
import { isPlain } from './plain-text';
import { isScientific } from './scientific';
import type { SkillLevel } from './skill-level';

/** One number of column 18, 20 or 22. */
export interface CertificateNumber {
  readonly text: string;
  /**
   * The number without what does not tell two certificates apart; null where it was a number cell, or is shown as
   * 1.23E+17, and has lost what follows its 15th digit, and for 无 in a list.
   */
  readonly comparable: string | null;
  readonly damaged: boolean;
}

/** The numbers of each column; none for 无. */
export type CertificateNumbers = Readonly<Record<NumberColumn, readonly CertificateNumber[]>>;

const NO_NUMBERS: readonly CertificateNumber[] = [];

/** One number in its plainest form, as most cells hold it: nothing in it parts two, or is to be folded. */
const PLAIN_NUMBER = /^[A-Z\d]{15,}$/;

/**
 * The numbers of a cell, tidied, that says neither nothing nor 无.
 *
 * @param isNone whether an entry says that its certificate has none
 */
export function readNumbers(
  cell: Cell | undefined,
  text: string,
  isNone: (entry: string) => boolean,
): readonly CertificateNumber[] {
  if (text === '') return NO_NUMBERS;
  const isNumberCell = cell?.kind === 'number';
  if (!isNumberCell && PLAIN_NUMBER.test(text)) return [{ text, comparable: text, damaged: false }];
  const entries = splitList(text);
  const numbers = WEAK_SEPARATOR.test(text) ? entries.flatMap(wholeNumbers) : entries;
  return numbers.map((number) => {
    const damaged = hasLostNumberDigits(number, isNumberCell);
    const comparable = damaged || isNone(number) ? null : comparableNumber(number);
    return { text: number, comparable, damaged };
  });
}

/** A number that is whole by itself, as the parts of 渝/2010/123 are not. */
const WHOLE_NUMBER = /^[A-Z\d]{15,}$/i;

function wholeNumbers(text: string): readonly string[] {
  const parts = text.split(WEAK_SEPARATOR);
  return parts.every((part) => WHOLE_NUMBER.test(part)) ? parts : [text];
}

/** A number format puts them before a number: they are no digits that it could lose. */
const LEADING_ZEROS = /^0+/;

/** A number cell or 1.23E+17 in a place for certificate numbers: digits are lost, and nobody can tell which. */
export const hasLostNumberDigits = (text: string, isNumberCell: boolean): boolean =>
  isScientific(text) || (isNumberCell && text.replace(LEADING_ZEROS, '').length > 15);

const LEVEL_CERTIFICATE = /^[A-Z]\d{14}[1-5]\d{6}$/i;
/** 特级技师: the place of the level holds a letter. */
const MASTER_CERTIFICATE = /^[A-Z]\d{14}[A-Z]\d{6}$|^[A-Z]{2}\d{20}$/i;
const QUALIFICATION = /^\d{16}$/;

const LEVEL_PLACE = 15;
const WITH_ANY_LEVEL = /^[A-Z]\d{21}$/i;
const LENGTHS: readonly number[] = [22, 16];

/**
 * What is wrong with a skill certificate's number: how long it is, the place of its level, or what stands in its other
 * places; null for the known formats.
 */
export function skillNumberFault(number: string): 'length' | 'level' | 'form' | null {
  if (isKnownSkillNumber(number)) return null;
  if (!LENGTHS.includes(number.length)) return 'length';
  return WITH_ANY_LEVEL.test(number) ? 'level' : 'form';
}

/** What a number of 22 characters has in the place of its level. */
export const levelPlaceOf = (number: string): string => number.charAt(LEVEL_PLACE);

/** True for the formats that skill certificates are known to have: 22 characters, or 16 digits of the older kind. */
export const isKnownSkillNumber = (number: string): boolean =>
  LEVEL_CERTIFICATE.test(number) || MASTER_CERTIFICATE.test(number) || QUALIFICATION.test(number);

/** The level that a skill certificate's number states: the 16th of 22 characters, the 11th of 16 digits. */
export function levelInNumber(number: string): SkillLevel | null {
  if (LEVEL_CERTIFICATE.test(number)) return Number(levelPlaceOf(number)) as SkillLevel;
  const digit = QUALIFICATION.test(number) ? number.charAt(10) : '';
  return /^[1-5]$/.test(digit) ? (Number(digit) as SkillLevel) : null;
}

const comparableNumber = (number: string): string => (isPlain(number) ? number : fold(number)).toUpperCase();
