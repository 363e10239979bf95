import { fold } from './fold';
import { splitList } from './list-cell';
import { normaliseCode } from './occupation-code';
import { formerRows, minorClasses, occupationRows, workTypeRows } from './reference/occupations';

declare const occupationCode: unique symbol;
/** A four-part code of the current catalogue, such as 4-04-05-01. */
export type OccupationCode = string & { readonly [occupationCode]: true };

export interface Occupation {
  readonly code: OccupationCode;
  readonly name: string;
  /** S 数字职业, L 绿色职业, or both. */
  readonly digital: boolean;
  readonly green: boolean;
  /** Such as 2024新职业; null for the book of 2022. */
  readonly edition: string | null;
}

/** By what a text names an occupation. */
type Via = 'code' | 'former-code' | 'name' | 'former-name' | 'work-type';

/** What a text of column 17, 21, 25 or 26 stands for in the catalogue. */
export type Resolution =
  | {
      readonly kind: 'occupation';
      readonly code: OccupationCode;
      readonly name: string;
      readonly via: Via;
      /** False where only an `unverified` entry says so: it may suggest, never decide. */
      readonly verified: boolean;
    }
  /** A whole minor class, such as 4-09-99(GBM40999). */
  | { readonly kind: 'class'; readonly code: string; readonly name: string }
  /** A name of the notice that stands for several occupations: 钳工. */
  | { readonly kind: 'umbrella'; readonly name: string; readonly codes: readonly OccupationCode[] }
  | { readonly kind: 'unknown' };

/** Names and codes of the book, independent of any notice. */
export interface Book {
  readonly occupations: ReadonlyMap<string, Occupation>;
  readonly classes: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, Resolution>;
  readonly formerCodes: ReadonlyMap<string, { readonly code: string; readonly verified: boolean }>;
  readonly mostParts: number;
}

/** How many parts a name has that a list would be split into: 头、面部保健 has two. */
export const partsOf = (name: string): number => splitList(name).length;

export const UNKNOWN: Resolution = { kind: 'unknown' };

let book: Book | undefined;

/** The book's indexes, built on first use. */
export function theBook(): Book {
  if (book !== undefined) return book;
  const occupations = new Map<string, Occupation>();
  for (const [code, name, marks = '', edition = null] of occupationRows) {
    const [digital, green] = [marks.includes('S'), marks.includes('L')];
    occupations.set(code, { code: code as OccupationCode, name, digital, green, edition });
  }
  const names = new Map<string, Resolution>();
  const formerCodes = new Map<string, { code: string; verified: boolean }>();
  let mostParts = 1;
  const named = (name: string, code: string, via: Via, verified: boolean): void => {
    const occupation = occupations.get(code);
    const key = fold(name);
    if (occupation === undefined || names.has(key)) return;
    names.set(key, resolvedTo(occupation, via, verified));
    mostParts = Math.max(mostParts, partsOf(name));
  };
  // The first to claim a name keeps it: current names, then former ones, then work types.
  for (const { code, name } of occupations.values()) named(name, code, 'name', true);
  for (const { code, formerNames = [], formerCodes: old = [], draftCodes = [] } of formerRows) {
    for (const name of formerNames) named(name, code, 'former-name', true);
    for (const each of old) if (!occupations.has(each)) formerCodes.set(each, { code, verified: true });
    for (const each of draftCodes) {
      if (!occupations.has(each) && !formerCodes.has(each)) formerCodes.set(each, { code, verified: false });
    }
  }
  for (const [name, code, source] of workTypeRows) named(name, code, 'work-type', source !== 'unverified');
  const classes = new Map(minorClasses);
  return (book = { occupations, classes, names, formerCodes, mostParts });
}

/** What a code stands for in the book, or stood for in an earlier one; `normaliseCode` says in which forms it is read. */
export function resolveCode(text: string): Resolution {
  const { occupations, classes, formerCodes } = theBook();
  const code = text === '' ? null : occupations.has(text) ? text : normaliseCode(text);
  if (code === null) return UNKNOWN;
  const occupation = occupations.get(code);
  if (occupation !== undefined) return resolvedTo(occupation, 'code');
  const className = classes.get(code);
  if (className !== undefined) return { kind: 'class', code, name: className };
  const former = formerCodes.get(code);
  const successor = former === undefined ? undefined : occupations.get(former.code);
  if (former === undefined || successor === undefined) return UNKNOWN;
  return resolvedTo(successor, 'former-code', former.verified);
}

/** An occupation as what a text stands for. */
export const resolvedTo = ({ code, name }: Occupation, via: Via, verified = true): Resolution => ({
  kind: 'occupation',
  code,
  name,
  via,
  verified,
});
