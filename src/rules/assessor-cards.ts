import { isKnownName, type Catalogue } from './catalogue';
import { CARD_WORDS, withRemarks } from './certificate-words';
import { splitNames } from './list-cell';
import type { LevelKey, NoticePack } from './notice';
import { readSkillLevel } from './skill-level';

/** One card of column 21. */
export interface AssessorCard {
  readonly text: string;
  /** What it is for, without the words of its own level or a skill level. */
  readonly name: string;
  /** Null where the card names no level. */
  readonly level: LevelKey | null;
}

const YEAR = /[(（]\d{4}年?[)）]/g;
const ANY_CARD_WORD = new RegExp(CARD_WORDS, 'g');

/** The cards of column 21, tidied: 电工考评员证, 高级考评员（电工）, 电工（三级）考评员, 电工. */
export function readAssessorCards(
  notice: NoticePack,
  catalogue: Catalogue,
  text: string,
): readonly AssessorCard[] {
  // The longest wording first: 考评员 ends every other.
  const wordings = notice.parameters.levels
    .flatMap(({ key, name, aliases }) => [name, ...aliases].map((wording) => ({ key, wording })))
    .sort((a, b) => b.wording.length - a.wording.length);
  const read = (part: string): AssessorCard => {
    const found = wordings.find(({ wording }) => part.includes(wording));
    const rest = found === undefined ? part : part.replace(found.wording, '');
    const { name } = readSkillLevel(
      rest.replace(YEAR, '').replace(ANY_CARD_WORD, ''),
      (each) => catalogue.resolveName(each).kind !== 'unknown',
    );
    return { text: part, name, level: found?.key ?? null };
  };
  const isKnown = (part: string): boolean => isKnownName(catalogue, read(part).name);
  const parts = splitNames(text, catalogue.mostParts, isKnown);
  return withRemarks(parts, (part) => isKnown(part) || read(part).level !== null).map(read);
}
