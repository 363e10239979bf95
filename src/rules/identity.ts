import type { IsoDate } from './calendar-date';
import type { Cell } from './cell';
import type { ChoiceReading } from './choices';
import { hasLostNumberDigits } from './certificate-number';
import {
  birthDate,
  fromFifteenDigits,
  hasLostDigits,
  hasRightCheckCharacter,
  isIdNumber,
  sexOf,
} from './id-number';

/**
 * What kind of document column 4 names, as far as column 5 has to follow a pattern: 居民身份证, the two 居住证 and
 * unknown types carry a resident number; an 18-digit 外国人永久居留身份证 carries birth date and sex; others nothing.
 */
export type DocumentKind = 'resident' | 'foreign' | 'other';

export type IdProblem = 'damaged' | 'length' | 'characters' | 'date' | 'checksum';

/** Columns 4 and 5, read. */
export interface Identity {
  readonly kind: DocumentKind;
  /** The number for comparison: tidied, 15 digits turned into 18; '' where it is blank or damaged. */
  readonly person: string;
  readonly problems: readonly IdProblem[];
  /** Null unless the number is valid throughout. */
  readonly birth: IsoDate | null;
  readonly sex: '男' | '女' | null;
}

const FOREIGN = '外国人永久居留身份证';
const RESIDENT: ReadonlySet<string> = new Set(['居民身份证', '港澳居民居住证', '台湾居民居住证']);

/** @param type column 4, read; what its list does not know is taken for a resident's card. */
export function documentKind({ value, known, fix }: ChoiceReading): DocumentKind {
  // Whatever 护照 is to be in the end, it is no resident's card.
  const type = fix?.value ?? value;
  if (!(known || fix !== undefined) || RESIDENT.has(type)) return 'resident';
  return type === FOREIGN ? 'foreign' : 'other';
}

const NO_PROBLEMS: readonly IdProblem[] = [];

/** A number that tells neither a birth date nor a sex. */
const opaque = (kind: DocumentKind, person: string, problems = NO_PROBLEMS): Identity => ({
  kind,
  person,
  problems,
  birth: null,
  sex: null,
});

/**
 * @param text column 5, tidied
 * @param today the day that a birth date must not lie after
 */
export function readIdentity(
  kind: DocumentKind,
  cell: Cell | undefined,
  text: string,
  today: IsoDate,
): Identity {
  if (cell === undefined || text === '') return opaque(kind, '');
  // Words, as in a row that was pasted beside its columns, are nobody's number.
  if (!/\d/.test(text)) return opaque(kind, '', kind === 'other' ? NO_PROBLEMS : ['length']);
  if (kind === 'other') return opaque(kind, text);
  const lost =
    kind === 'resident'
      ? cell.kind === 'number' || hasLostDigits(text)
      : hasLostNumberDigits(text, cell.kind === 'number');
  if (lost) return opaque(kind, '', ['damaged']);
  if (kind === 'foreign' && text.length !== 18) return opaque(kind, text);
  if (text.length !== 18) return opaque(kind, fromFifteenDigits(text) ?? text, ['length']);
  if (!isIdNumber(text)) return opaque(kind, text, ['characters']);
  const birth = birthDate(text);
  const problems: IdProblem[] = birth === null || birth > today ? ['date'] : [];
  if (!hasRightCheckCharacter(text)) problems.push('checksum');
  if (problems.length > 0) return opaque(kind, text, problems);
  return { kind, person: text, problems: NO_PROBLEMS, birth, sex: sexOf(text) };
}
