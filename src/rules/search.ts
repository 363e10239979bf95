import type { Catalogue } from './catalogue';
import { fold } from './fold';
import { INVISIBLE } from './invisible';
import { normaliseCode, withSingleHyphens } from './occupation-code';
import { createPinyin, type PinyinIndex } from './pinyin';
import { formerRows, occupationRows, workTypeRows } from './reference/occupations';

/** What a catalogue entry is: an occupation, a work type or name in use, or an ability of annex 5. */
export type EntryKind = '职业' | '工种' | '专项职业能力';

export interface CatalogueEntry {
  readonly code: string;
  readonly name: string;
  readonly kind: EntryKind;
}

/** Every name that can be searched for, in the order of the book, work types and abilities after it. */
export function searchableEntries(catalogue: Catalogue): readonly CatalogueEntry[] {
  return [
    ...occupationRows.map(([code, name]) => ({ code, name, kind: '职业' as const })),
    ...workTypeRows.map(([name, code]) => ({ code, name, kind: '工种' as const })),
    ...catalogue.abilities.map(({ currentCode, name }) => ({
      code: currentCode,
      name,
      kind: '专项职业能力' as const,
    })),
  ];
}

interface Indexed {
  readonly entry: CatalogueEntry;
  /** Of the name, in letters and digits. */
  readonly name: string;
  /** Its pinyin, in full and by initials. */
  readonly readings: readonly string[];
  /** The codes and names that it had, or that the notice gives it besides. */
  readonly others: readonly string[];
}

/** Finds entries by code, Han, full pinyin or initials. */
export class CatalogueSearch {
  readonly #entries: readonly Indexed[];

  constructor(catalogue: Catalogue, pinyin: PinyinIndex) {
    const read = createPinyin(pinyin);
    const others = otherTexts(catalogue);
    this.#entries = searchableEntries(catalogue).map((entry) => ({
      entry,
      name: letters(entry.name),
      readings: read(entry.name),
      others: others.get(otherKey(entry)) ?? [],
    }));
  }

  /**
   * The best matches first: the whole, then a beginning, then a part, and after these what only another code or name of
   * the entry has; equal ones by kind and code.
   */
  find(keyword: string, limit = 20): readonly CatalogueEntry[] {
    const wanted = wantedOf(keyword);
    const ranked: { readonly rank: number; readonly order: number; readonly entry: CatalogueEntry }[] = [];
    this.#entries.forEach((indexed, order) => {
      const rank = rankOf(indexed, wanted);
      if (rank < NOT_AT_ALL) ranked.push({ rank, order, entry: indexed.entry });
    });
    return ranked
      .sort((a, b) => a.rank - b.rank || a.order - b.order)
      .slice(0, limit)
      .map(({ entry }) => entry);
  }
}

/** A text without what nobody types to find it: brackets, dots and commas of names, spaces, case, what cannot be seen. */
const letters = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');

interface Wanted {
  /** '' for a keyword that can be no code. */
  readonly code: string;
  readonly text: string;
}

/** A keyword as a code or a part of one in the book's own form, whatever its dashes, and as a name or pinyin. */
function wantedOf(keyword: string): Wanted {
  const plain = withSingleHyphens(fold(keyword.replace(INVISIBLE, '')));
  const code = normaliseCode(plain) ?? (/^-?\d[\d-]*$/.test(plain) ? plain : '');
  return { code, text: letters(plain) };
}

/** An occupation is known by its code, an ability by its name. */
const otherKey = ({ kind, code, name }: CatalogueEntry): string =>
  kind === '职业' ? code : kind === '专项职业能力' ? name : '';

/** What an occupation was called or numbered, what the notice prints otherwise than is current, and second names of abilities. */
function otherTexts({ printed, abilities }: Catalogue): ReadonlyMap<string, readonly string[]> {
  const others = new Map<string, readonly string[]>();
  const add = (key: string, codes: readonly string[], names: readonly string[]): void =>
    void others.set(key, [...(others.get(key) ?? []), ...codes, ...names.map(letters)]);
  for (const { code, formerCodes = [], formerNames = [] } of formerRows) add(code, formerCodes, formerNames);
  for (const { code, name, currentCode } of printed) add(currentCode, [fold(code)], [name]);
  for (const { name, alsoKnownAs = [] } of abilities) add(name, [], alsoKnownAs);
  return others;
}

const NOT_AT_ALL = Infinity;
/** Above the rank of every match by the entry's own code, name and pinyin. */
const BY_ANOTHER = 3;
/** A shorter part of the pinyin or the initials would match almost anything. */
const SHORTEST_PART = 3;

function rankOf({ entry, name, readings, others }: Indexed, { code, text }: Wanted): number {
  const own = Math.min(
    rankIn(entry.code, code),
    rankIn(name, text),
    ...readings.map((reading) => rankIn(reading, text, SHORTEST_PART)),
  );
  if (own < NOT_AT_ALL) return own;
  return BY_ANOTHER + Math.min(...others.map((other) => Math.min(rankIn(other, code), rankIn(other, text))));
}

/** 0 for the whole of a text, 1 for its beginning, 2 for another part. */
function rankIn(text: string, wanted: string, shortestPart = 1): number {
  const at = wanted === '' ? -1 : text.indexOf(wanted);
  if (at === 0) return text.length === wanted.length ? 0 : 1;
  return at === -1 || wanted.length < shortestPart ? NOT_AT_ALL : 2;
}
