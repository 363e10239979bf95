import { fold } from './fold';
import { splitList } from './list-cell';
import type { Erratum, NoticePack, PrintedAbility } from './notice';
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

/** What a text of column 17, 21, 25 or 26 stands for in the catalogue. */
export type Resolution =
  | {
      readonly kind: 'occupation';
      readonly code: OccupationCode;
      readonly name: string;
      readonly via: 'code' | 'former-code' | 'name' | 'former-name' | 'work-type';
      /** False where only an `unverified` entry says so: it may suggest, never decide. */
      readonly verified: boolean;
    }
  /** A whole minor class, such as 4-09-99(GBM40999). */
  | { readonly kind: 'class'; readonly code: string; readonly name: string }
  /** A name of the notice that stands for several occupations: 钳工. */
  | { readonly kind: 'umbrella'; readonly name: string; readonly codes: readonly OccupationCode[] }
  | { readonly kind: 'unknown' };

/** An ability of annex 5 with the errata applied. */
export interface Ability extends PrintedAbility {
  /** A code of the current catalogue, or a class such as 4-09-99. */
  readonly currentCode: string;
  readonly currentOccupation: string;
  readonly tags: readonly string[];
}

export interface Catalogue {
  readonly notice: NoticePack;
  /** Annex 5 in the printed order. */
  readonly abilities: readonly Ability[];
  occupation(code: string): Occupation | undefined;
  /** Any dash, missing zeros, GBM group codes. */
  resolveCode(text: string): Resolution;
  /** Name, former name, work type, umbrella. Not abilities. */
  resolveName(text: string): Resolution;
  ability(name: string): Ability | undefined;
  /** The printed pair of class A or C that this code and name are, with what is current. */
  misprint(code: string, name: string): { readonly code: string; readonly name: string } | undefined;
  inShortage(code: string): boolean;
  inDigital(code: string): boolean;
  /** How many parts a name has at most that a list would be split into: 头、面部保健 has two. */
  readonly mostParts: number;
}

/** Whether a text is the name of an occupation, a class, a work type or an ability. */
export const isKnownName = (catalogue: Catalogue, name: string): boolean =>
  catalogue.resolveName(name).kind !== 'unknown' || catalogue.ability(name) !== undefined;

/** Names and codes of the book, independent of any notice. */
interface Book {
  readonly occupations: ReadonlyMap<string, Occupation>;
  readonly classes: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, Resolution>;
  readonly formerCodes: ReadonlyMap<string, { readonly code: string; readonly verified: boolean }>;
  readonly mostParts: number;
}

const partsOf = (name: string): number => splitList(name).length;

const UNKNOWN: Resolution = { kind: 'unknown' };

let book: Book | undefined;

/** The book's indexes, built on first use. */
function theBook(): Book {
  if (book !== undefined) return book;
  const occupations = new Map<string, Occupation>();
  for (const [code, name, marks = '', edition = null] of occupationRows) {
    const digital = marks.includes('S');
    occupations.set(code, {
      code: code as OccupationCode,
      name,
      digital,
      green: marks.includes('L'),
      edition,
    });
  }
  const names = new Map<string, Resolution>();
  const formerCodes = new Map<string, { code: string; verified: boolean }>();
  let mostParts = 1;
  const named = (
    name: string,
    code: string,
    via: 'name' | 'former-name' | 'work-type',
    verified: boolean,
  ): void => {
    const occupation = occupations.get(code);
    const key = fold(name);
    if (occupation === undefined || names.has(key)) return;
    names.set(key, { kind: 'occupation', code: occupation.code, name: occupation.name, via, verified });
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

/** The catalogue as one notice sees it: the book, the notice's abilities and umbrella names, and its misprints. */
export function createCatalogue(notice: NoticePack): Catalogue {
  const { occupations, classes, names, formerCodes, mostParts } = theBook();
  const local = new Map<string, Resolution>();
  for (const { name, codes } of notice.parameters.umbrellas) {
    const [only] = codes;
    const occupation = codes.length === 1 && only !== undefined ? occupations.get(only) : undefined;
    const resolution: Resolution =
      occupation === undefined
        ? { kind: 'umbrella', name, codes: codes.flatMap((each) => occupations.get(each)?.code ?? []) }
        : {
            kind: 'occupation',
            code: occupation.code,
            name: occupation.name,
            via: 'work-type',
            verified: true,
          };
    if (!names.has(fold(name))) local.set(fold(name), resolution);
  }
  // A printed name of class C is an old name of the code beside it.
  for (const { class: kind, printedName, currentCode } of notice.errata) {
    const occupation = kind === 'C' ? occupations.get(currentCode) : undefined;
    const taken = names.get(fold(printedName));
    if (occupation === undefined || (taken?.kind === 'occupation' && taken.via === 'name')) continue;
    local.set(fold(printedName), {
      kind: 'occupation',
      code: occupation.code,
      name: occupation.name,
      via: 'former-name',
      verified: true,
    });
  }
  const misprints = new Map<string, { readonly code: string; readonly name: string }>();
  const errata = new Map<string, Erratum>();
  for (const entry of notice.errata) {
    const current = { code: entry.currentCode, name: entry.currentName };
    if (entry.class === 'A' || entry.class === 'C')
      misprints.set(pairKey(entry.printedCode, entry.printedName), current);
    for (const seq of entry.seqs) errata.set(`${entry.list}:${String(seq)}`, entry);
  }
  const current = (
    list: Erratum['list'],
    { seq, code }: { readonly seq: number; readonly code: string | null },
  ): string | null => normaliseCode(errata.get(`${list}:${String(seq)}`)?.currentCode ?? code ?? '');
  const shortage = new Set(notice.shortage.map((row) => current('shortage', row)));
  const digital = new Set(notice.digital.map((row) => current('digital', row)));
  const tags = new Map(notice.abilityTags.map((row) => [row.seq, row.tags]));
  const abilities = new Map<string, Ability>();
  for (const printed of notice.abilities) {
    const code = current('abilities', printed) ?? printed.code;
    const currentOccupation = occupations.get(code)?.name ?? classes.get(code) ?? printed.occupation;
    const ability: Ability = {
      ...printed,
      currentCode: code,
      currentOccupation,
      tags: tags.get(printed.seq) ?? [],
    };
    abilities.set(fold(printed.name), ability);
    for (const name of printed.alsoKnownAs ?? []) abilities.set(fold(name), ability);
  }

  const resolveCode = (text: string): Resolution => {
    const code = text === '' ? null : occupations.has(text) ? text : normaliseCode(text);
    if (code === null) return UNKNOWN;
    const occupation = occupations.get(code);
    if (occupation !== undefined)
      return {
        kind: 'occupation',
        code: occupation.code,
        name: occupation.name,
        via: 'code',
        verified: true,
      };
    const className = classes.get(code);
    if (className !== undefined) return { kind: 'class', code, name: className };
    const former = formerCodes.get(code);
    const successor = former === undefined ? undefined : occupations.get(former.code);
    if (former === undefined || successor === undefined) return UNKNOWN;
    return {
      kind: 'occupation',
      code: successor.code,
      name: successor.name,
      via: 'former-code',
      verified: former.verified,
    };
  };

  return {
    notice,
    abilities: [...new Set(abilities.values())],
    occupation: (code) => occupations.get(code),
    resolveCode,
    resolveName: (text) =>
      text === '' ? UNKNOWN : (local.get(fold(text)) ?? names.get(fold(text)) ?? UNKNOWN),
    ability: (name) => abilities.get(fold(name)),
    misprint: (code, name) => (code === '' || name === '' ? undefined : misprints.get(pairKey(code, name))),
    inShortage: (code) => shortage.has(code),
    inDigital: (code) => digital.has(code),
    mostParts: Math.max(
      mostParts,
      ...notice.parameters.umbrellas.map(({ name }) => partsOf(name)),
      ...notice.errata.map(({ printedName }) => partsOf(printedName)),
      ...notice.abilities.flatMap(({ name, alsoKnownAs = [] }) => [name, ...alsoKnownAs].map(partsOf)),
    ),
  };
}

const pairKey = (code: string, name: string): string => `${normaliseCode(code) ?? fold(code)} ${fold(name)}`;
