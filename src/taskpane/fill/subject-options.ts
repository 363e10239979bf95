import type { Ability } from '../../rules/abilities';
import type { Rulebook } from '../../rules/rulebook';
import { fold } from '../../rules/fold';
import type { LevelKey } from '../../rules/notice';
import type { CatalogueEntry, CatalogueSearch } from '../../rules/search';
import { tagsOf } from '../../rules/tags';

/** One line of the list under the occupation box. */
export interface SubjectOption {
  readonly name: string;
  /** The current code. */
  readonly code: string;
  /** What column 26 takes: the code, or an ability's field. */
  readonly inColumn26: string;
  readonly kind: CatalogueEntry['kind'];
  readonly tags: readonly string[];
  /** What an ability is, as annex 5 says; null for an occupation, and until the definitions have come. */
  readonly definition: string | null;
}

/** The definitions of annex 5 by the ability's number. */
export type Definitions = ReadonlyMap<number, string>;

/** More than anybody reads; the rest is found by typing on. */
const MOST_OPTIONS = 50;

/**
 * What the catalogues have for a keyword, the best first: abilities alone for a special row, occupations and work types
 * for the others, everything where the level is not known yet. An ability is also found by its definition.
 */
export function subjectOptions(
  rulebook: Rulebook,
  search: CatalogueSearch,
  definitions: Definitions,
  level: LevelKey | null,
  keyword: string,
): readonly SubjectOption[] {
  const fits = ({ kind }: CatalogueEntry): boolean =>
    level === null || (kind === '专项职业能力') === (level === 'special');
  const found = search
    .find(keyword, Infinity)
    .filter(fits)
    .map((entry) => optionOf(rulebook, definitions, entry));
  const described =
    level === 'special'
      ? definedBy(rulebook, definitions, keyword, new Set(found.map(({ name }) => name)))
      : [];
  return [...found, ...described].slice(0, MOST_OPTIONS);
}

function optionOf(rulebook: Rulebook, definitions: Definitions, entry: CatalogueEntry): SubjectOption {
  const ability = entry.kind === '专项职业能力' ? rulebook.catalogue.ability(entry.name) : undefined;
  return ability === undefined
    ? { ...entry, inColumn26: entry.code, tags: tagsOf(rulebook, entry.code), definition: null }
    : abilityOption(rulebook, definitions, ability);
}

function abilityOption(rulebook: Rulebook, definitions: Definitions, ability: Ability): SubjectOption {
  const { seq, name, currentCode, occupation } = ability;
  return {
    name,
    code: currentCode,
    inColumn26: occupation,
    kind: '专项职业能力',
    tags: tagsOf(rulebook, currentCode),
    definition: definitions.get(seq) ?? null,
  };
}

function definedBy(
  rulebook: Rulebook,
  definitions: Definitions,
  keyword: string,
  known: ReadonlySet<string>,
): readonly SubjectOption[] {
  const wanted = fold(keyword);
  // One Han character stands in almost every definition.
  if (wanted.length < 2) return [];
  return rulebook.catalogue.abilities
    .filter(({ seq, name }) => !known.has(name) && fold(definitions.get(seq) ?? '').includes(wanted))
    .map((ability) => abilityOption(rulebook, definitions, ability));
}
