import { abilitiesByName, type Ability } from './abilities';
import { fold } from './fold';
import type { NoticePack } from './notice';
import {
  partsOf,
  resolveCode,
  resolvedTo,
  theBook,
  UNKNOWN,
  type Occupation,
  type Resolution,
} from './occupation-book';
import { printErrata, type PrintErrata } from './print-errata';

export interface Catalogue {
  readonly notice: NoticePack;
  /** Annex 5 in the printed order. */
  readonly abilities: readonly Ability[];
  occupation(code: string): Occupation | undefined;
  /** In every form that `normaliseCode` reads. */
  resolveCode(text: string): Resolution;
  /** Name, former name, work type, umbrella. Not abilities. */
  resolveName(text: string): Resolution;
  ability(name: string): Ability | undefined;
  readonly misprint: PrintErrata['misprint'];
  readonly printed: PrintErrata['printed'];
  inShortage(code: string): boolean;
  inDigital(code: string): boolean;
  /** How many parts a name has at most that a list would be split into: 头、面部保健 has two. */
  readonly mostParts: number;
}

/** What an ability is called besides its name. */
const ABILITY_WORDS = /\(?专项(?:(?:职业)?能力)?(?:考核)?(?:证书?)?\)?$/;

/** Whether a text is the name of an occupation, a class, a work type or an ability. */
export const isKnownName = (catalogue: Catalogue, name: string): boolean =>
  catalogue.resolveName(name).kind !== 'unknown' || catalogue.ability(name) !== undefined;

/** The catalogue as one notice sees it: the book, the notice's abilities and umbrella names, and its misprints. */
export function createCatalogue(notice: NoticePack): Catalogue {
  const { occupations, names, mostParts } = theBook();
  const ownNames = namesOf(notice);
  const errata = printErrata(notice);
  const abilities = abilitiesByName(notice, errata);
  const codesOf = (list: 'shortage' | 'digital'): ReadonlySet<string | null> =>
    new Set(notice[list].map((row) => errata.currentCode(list, row)));
  const [shortage, digital] = [codesOf('shortage'), codesOf('digital')];
  return {
    notice,
    abilities: [...new Set(abilities.values())],
    occupation: (code) => occupations.get(code),
    resolveCode,
    resolveName: (text) =>
      text === '' ? UNKNOWN : (ownNames.get(fold(text)) ?? names.get(fold(text)) ?? UNKNOWN),
    ability: (name) => abilities.get(fold(name)) ?? abilities.get(fold(name).replace(ABILITY_WORDS, '')),
    misprint: errata.misprint,
    printed: errata.printed,
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

/** The names that a notice adds to the book's: those that stand for several occupations, and old ones that it prints. */
function namesOf({ parameters, errata }: NoticePack): ReadonlyMap<string, Resolution> {
  const { occupations, names } = theBook();
  const own = new Map<string, Resolution>();
  for (const { name, codes } of parameters.umbrellas) {
    const meant = codes.flatMap((code) => occupations.get(code) ?? []);
    const [only] = meant;
    if (names.has(fold(name))) continue;
    own.set(
      fold(name),
      codes.length === 1 && only !== undefined
        ? resolvedTo(only, 'work-type')
        : { kind: 'umbrella', name, codes: meant.map(({ code }) => code) },
    );
  }
  // A printed name that is not current is an old name of its code in class A or C, that of a whole minor class in class E.
  for (const { class: kind, printedName, currentCode, currentName } of errata) {
    if (kind === 'E' && !names.has(fold(printedName))) own.set(fold(printedName), resolveCode(currentCode));
    const isOldName = (kind === 'A' || kind === 'C') && printedName !== currentName;
    const occupation = isOldName ? occupations.get(currentCode) : undefined;
    const taken = names.get(fold(printedName));
    if (occupation === undefined || (taken?.kind === 'occupation' && taken.via === 'name')) continue;
    own.set(fold(printedName), resolvedTo(occupation, 'former-name'));
  }
  return own;
}
