import type { Catalogue } from './catalogue';
import { fold } from './fold';
import { normaliseCode, withSingleHyphens } from './occupation-code';
import { createPinyin, type PinyinIndex } from './pinyin';
import { occupationRows, workTypeRows } from './reference/occupations';

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
  readonly name: string;
  readonly pinyin: string;
  readonly initials: string;
  /** What else the notice calls it. */
  readonly others: readonly string[];
}

/** Finds entries by code, Han, full pinyin or initials. */
export class CatalogueSearch {
  readonly #entries: readonly Indexed[];

  constructor(catalogue: Catalogue, pinyin: PinyinIndex) {
    const read = createPinyin(pinyin);
    const others = otherTexts(catalogue);
    this.#entries = searchableEntries(catalogue).map((entry) => {
      const syllables = read(entry.name);
      const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
      return {
        entry,
        name: fold(entry.name),
        pinyin: syllables.join(''),
        initials,
        others: others.get(otherKey(entry)) ?? [],
      };
    });
  }

  /** The best matches first: the whole, then a beginning, then a part; equal ones by kind and code. */
  find(keyword: string, limit = 20): readonly CatalogueEntry[] {
    const wanted = wantedOf(keyword);
    if (wanted === '') return [];
    const ranked: { readonly rank: number; readonly order: number; readonly entry: CatalogueEntry }[] = [];
    this.#entries.forEach((indexed, order) => {
      const rank = rankOf(indexed, wanted);
      if (rank !== null) ranked.push({ rank, order, entry: indexed.entry });
    });
    return ranked
      .sort((a, b) => a.rank - b.rank || a.order - b.order)
      .slice(0, limit)
      .map(({ entry }) => entry);
  }
}

/** A code or its beginning in the book's own form, whatever its dashes; any other keyword folded. */
function wantedOf(keyword: string): string {
  const folded = fold(keyword);
  return /^\d/.test(folded) ? (normaliseCode(folded) ?? withSingleHyphens(folded)) : folded;
}

/** An occupation is known by its code, an ability by its name. */
const otherKey = ({ kind, code, name }: CatalogueEntry): string =>
  kind === '职业' ? code : kind === '专项职业能力' ? name : '';

/** The codes and names that the notice prints otherwise than they are current, and the second names of abilities. */
function otherTexts({ printed, abilities }: Catalogue): ReadonlyMap<string, readonly string[]> {
  const others = new Map<string, readonly string[]>();
  const add = (key: string, ...texts: readonly string[]): void =>
    void others.set(key, [...(others.get(key) ?? []), ...texts.map(fold)]);
  for (const { code, name, currentCode } of printed) add(currentCode, code, name);
  for (const { name, alsoKnownAs = [] } of abilities) add(name, ...alsoKnownAs);
  return others;
}

function rankOf({ entry, name, pinyin, initials, others }: Indexed, wanted: string): number | null {
  const texts = /^[\d-]/.test(wanted) ? [entry.code, name, ...others] : [name, pinyin, initials, ...others];
  let best: number | null = null;
  for (const text of texts) {
    const at = text.indexOf(wanted);
    if (at === -1) continue;
    // A part of the pinyin or the initials would match almost anything.
    if (at > 0 && (text === pinyin || text === initials) && wanted.length < 3) continue;
    const rank = text.length === wanted.length ? 0 : at === 0 ? 1 : 2;
    if (best === null || rank < best) best = rank;
  }
  return best;
}
