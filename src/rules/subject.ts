import type { Ability } from './abilities';
import type { Catalogue } from './catalogue';
import { fold } from './fold';
import type { LevelKey } from './notice';
import type { Resolution } from './occupation-book';
import { readSkillLevel } from './skill-level';

/** What a row applies for, as far as columns 24 to 26 tell. */
export interface Subject {
  readonly kind: 'occupation' | 'ability' | 'unknown';
  /** Column 25 without level words, folded for comparison. */
  readonly name: string;
  /**
   * The occupation or ability for comparing rows: special rows count by ability, a name with another's code by the name;
   * what does not resolve counts by its text, a special row's apart from any other's. '' where the row names none.
   */
  readonly key: string;
  /** What the name is in the catalogue's own words, for messages. */
  readonly label: string;
  /** The current codes it may stand for; more than one where the row contradicts itself or names 钳工 alone. */
  readonly codes: readonly string[];
  /** False where only an unverified entry of the catalogue says so: it may suggest, never decide. */
  readonly verified: boolean;
  readonly ability?: Ability;
  /** The work type it is narrowed to, where column 25 names one (六（二）2 可细分至工种). */
  readonly workType: string | null;
  /** How columns 25 and 26 stand to each other; what occupation.* report. */
  readonly agreement: Agreement;
}

export type Agreement =
  | { readonly kind: 'agree' }
  /** A wrong pair that the notice itself prints, and what is current. */
  | { readonly kind: 'misprint'; readonly code: string; readonly name: string }
  | { readonly kind: 'neither' }
  /** The name's code where there is just one, and whether a verified entry gives it. */
  | { readonly kind: 'differ' | 'name-only'; readonly code: string | null; readonly verified: boolean }
  | { readonly kind: 'code-only'; readonly name: string }
  /** Column 25 names several. */
  | { readonly kind: 'several'; readonly names: readonly string[] };

const AGREE: Agreement = { kind: 'agree' };

const codesOf = (resolution: Resolution): readonly string[] => {
  if (resolution.kind === 'occupation' || resolution.kind === 'class') return [resolution.code];
  return resolution.kind === 'umbrella' ? resolution.codes : [];
};

const isVerified = (resolution: Resolution): boolean =>
  resolution.kind !== 'occupation' || resolution.verified;

/**
 * Reads the applied-for occupation or ability from tidied texts. A row without a readable level is read as an
 * occupation, or else as an ability.
 */
export function readSubject(
  catalogue: Catalogue,
  level: LevelKey | null,
  nameText: string,
  codeText: string,
): Subject {
  const read = readWithoutKey(catalogue, level, nameText, codeText);
  return { ...read, key: keyOf(level, read) };
}

type WithoutKey = Omit<Subject, 'key'>;

function keyOf(level: LevelKey | null, { kind, ability, agreement, codes, name }: WithoutKey): string {
  if (kind === 'ability') return `ability:${String(ability?.seq)}`;
  const [single = null] = codes.length === 1 ? codes : [];
  const code = agreement.kind === 'differ' ? agreement.code : single;
  if (code !== null) return keyOfCode(code);
  if (name === '') return '';
  return level === 'special' ? `ability:${name}` : `name:${name}`;
}

function readWithoutKey(
  catalogue: Catalogue,
  level: LevelKey | null,
  nameText: string,
  codeText: string,
): WithoutKey {
  const ability = level === 'special' || level === null ? catalogue.ability(nameText) : undefined;
  if (level === 'special' || (ability !== undefined && catalogue.resolveName(nameText).kind === 'unknown')) {
    return {
      kind: ability === undefined ? 'unknown' : 'ability',
      name: fold(nameText),
      label: nameText,
      codes: ability === undefined ? [] : [ability.currentCode],
      verified: true,
      ...(ability === undefined ? {} : { ability }),
      workType: null,
      agreement: AGREE,
    };
  }
  return readOccupation(catalogue, nameText, codeText);
}

/** What columns 25 and 26 come to together. */
type Agreed = Pick<Subject, 'codes' | 'verified' | 'agreement'>;

function readOccupation(catalogue: Catalogue, nameText: string, codeText: string): WithoutKey {
  const { name: bareName } = readSkillLevel(
    nameText,
    (text) => catalogue.resolveName(text).kind !== 'unknown',
  );
  const { resolution: byName, occupation, workType: noted } = resolveNoted(catalogue, bareName);
  const name = fold(occupation);
  const misprint = catalogue.misprint(codeText, bareName);
  const several = byName.kind === 'unknown' ? severalIn(catalogue, bareName) : null;
  const agreed: Agreed =
    misprint === undefined
      ? (several ?? agreedOn(byName, catalogue.resolveCode(codeText), name, { nameText, codeText }))
      : { codes: [misprint.code], verified: true, agreement: { kind: 'misprint', ...misprint } };
  const isWorkType =
    byName.kind === 'unknown' || (byName.kind === 'occupation' && byName.via === 'work-type');
  return {
    kind: agreed.codes.length === 0 ? 'unknown' : 'occupation',
    name,
    label: bareName || codeText,
    workType: misprint === undefined ? (noted ?? (isWorkType ? name || null : null)) : null,
    ...agreed,
  };
}

/**
 * How a name and a code stand to each other. If only the code resolves, it decides; of two that differ either may be meant.
 *
 * @param name the occupation of column 25, folded
 */
function agreedOn(
  byName: Resolution,
  byCode: Resolution,
  name: string,
  { nameText, codeText }: { readonly nameText: string; readonly codeText: string },
): Agreed {
  const nameCodes = codesOf(byName);
  const [code] = codesOf(byCode);
  const nameVerified = isVerified(byName);
  const codeVerified = isVerified(byCode);
  const single = nameCodes.length === 1 ? (nameCodes[0] ?? null) : null;
  const nameOnly = (verified: boolean): Agreement => ({ kind: 'name-only', code: single, verified });
  if (code === undefined) {
    if (nameCodes.length === 0)
      return {
        codes: [],
        verified: true,
        agreement: nameText + codeText === '' ? AGREE : { kind: 'neither' },
      };
    const agreement = codeText === '' ? AGREE : nameOnly(nameVerified);
    return { codes: nameCodes, verified: nameVerified, agreement };
  }
  // Nothing that nobody has verified makes a verified name less certain.
  if (nameCodes.includes(code) && (codeVerified || !nameVerified))
    return { codes: [code], verified: codeVerified, agreement: AGREE };
  if (nameCodes.length > 0 && nameVerified && codeVerified)
    return {
      codes: [...nameCodes, code],
      verified: true,
      agreement: { kind: 'differ', code: single, verified: true },
    };
  if (nameCodes.length > 0 && nameVerified)
    return { codes: nameCodes, verified: true, agreement: nameOnly(true) };
  const sameClass = byCode.kind === 'class' && fold(byCode.name) === name;
  const agreement: Agreement =
    nameText === '' || sameClass ? AGREE : { kind: 'code-only', name: nameOf(byCode) };
  return { codes: [code], verified: codeVerified, agreement };
}

/** What parts two occupations in one cell. */
const BETWEEN_NAMES = /[、，,;；/／\s]+|[和及与]/;

/** The occupations that a text names, where it is nothing else than several; null where it is anything else. */
function severalIn(catalogue: Catalogue, text: string): Agreed | null {
  const names = text.split(BETWEEN_NAMES).filter((name) => name !== '');
  const resolved = names.map((name) => catalogue.resolveName(name));
  const codesByName = resolved.map(codesOf);
  const codes = [...new Set(codesByName.flat())];
  return codes.length > 1 && names.length > 1 && codesByName.every((each) => each.length > 0)
    ? { codes, verified: resolved.every(isVerified), agreement: { kind: 'several', names } }
    : null;
}

const BRACKETED = /^([^()（）]+)[(（]([^()（）]+)[)）]$/;
const SLASHED = /^([^/／]+)[/／]([^/／]+)$/;

/**
 * A name as column 25 asks for it, 职业（工种）: where the whole is unknown, what stands before the brackets decides, unless
 * the brackets name another occupation. 职业/工种 is the same.
 */
function resolveNoted(
  catalogue: Catalogue,
  text: string,
): { readonly resolution: Resolution; readonly occupation: string; readonly workType: string | null } {
  const resolution = catalogue.resolveName(text);
  const whole = { resolution, occupation: text, workType: null };
  if (resolution.kind !== 'unknown') return whole;
  const bracketed = BRACKETED.exec(text);
  const [, occupation = '', workType = ''] = bracketed ?? SLASHED.exec(text) ?? [];
  const outer = catalogue.resolveName(occupation);
  const inner = codesOf(catalogue.resolveName(workType));
  const isOuters = codesOf(outer).some((code) => inner.includes(code));
  // Behind a slash may stand anything: only a work type of the occupation is sure to be one.
  if (!isOuters && (inner.length > 0 || bracketed === null)) return whole;
  return outer.kind === 'unknown' ? whole : { resolution: outer, occupation, workType: fold(workType) };
}

const nameOf = (resolution: Resolution): string =>
  resolution.kind === 'occupation' || resolution.kind === 'class' ? resolution.name : '';

/** The minor class (first three groups) of a code; classes are their own. */
const minorClass = (code: string): string => code.slice(0, 7);
const isClass = (code: string): boolean => code === minorClass(code);

/** Whether a row leaves open which of several occupations it means: 钳工 without a code, or a code of a minor class. */
export const isOpen = ({ kind, codes, agreement }: Subject): boolean =>
  kind === 'occupation' &&
  agreement.kind !== 'differ' &&
  agreement.kind !== 'several' &&
  (codes.length > 1 || codes.some(isClass));

/** Whether a row that leaves it open may mean the occupation of a key. */
export const mayMean = ({ codes }: Subject, key: string): boolean =>
  codes.some((code) => (isClass(code) ? key.startsWith(`${keyOfCode(code)}-`) : key === keyOfCode(code)));

const CODE_KEY = 'code:';

/** The key of an occupation. */
const keyOfCode = (code: string): string => `${CODE_KEY}${code}`;

/** What a subject is counted under, in words: its rows may name several work types of one occupation. */
export function countedName(catalogue: Catalogue, { key, label, ability }: Subject): string {
  if (ability !== undefined) return ability.name;
  const occupation = key.startsWith(CODE_KEY) ? catalogue.occupation(key.slice(CODE_KEY.length)) : undefined;
  return occupation?.name ?? label;
}

/** How near a certificate's occupation is to the applied-for one: `within` it where a whole minor class is applied for. */
export type Relation = 'same' | 'within' | 'related' | 'other' | 'unverified' | 'unknown';

/** From the one that is likeliest meant: what may be the same comes before what is known to be another. */
const BY_NEARNESS: readonly Relation[] = ['same', 'within', 'unverified', 'unknown', 'related', 'other'];

/** Whether a is likelier meant than b for what is applied for. */
export const isNearer = (a: Relation, b: Relation): boolean =>
  BY_NEARNESS.indexOf(a) < BY_NEARNESS.indexOf(b);

/**
 * 本职业 and 相关职业 (design §5): equal text is the same occupation, resolved or not; otherwise one current code is the
 * same, one minor class is related. Of a class without its occupation anything in it is related, and may be the same.
 *
 * @param certificate a certificate's or card's occupation, without level words
 * @param code the current code that the application is judged under; null where it does not resolve
 */
export function relation(
  catalogue: Catalogue,
  certificate: string,
  subject: Subject,
  code: string | null,
): Relation {
  if (subject.name !== '' && fold(certificate) === subject.name) return 'same';
  const { resolution: held } = resolveNoted(catalogue, certificate);
  if (held.kind === 'unknown' || code === null) return 'unknown';
  if ((held.kind === 'occupation' && !held.verified) || !subject.verified) return 'unverified';
  const codes = codesOf(held);
  if (held.kind !== 'class' && codes.includes(code)) return 'same';
  if (!codes.some((each) => minorClass(each) === minorClass(code))) return 'other';
  return isClass(code) ? 'within' : 'related';
}
