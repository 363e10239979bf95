import { isKnownName } from '../catalogue';
import { CARD_WORDS } from '../certificate-words';
import { leaf, type Condition } from '../condition';
import { stateOf, type Facts } from '../facts';
import type { Rulebook } from '../rulebook';
import { splitNames } from '../list-cell';
import type { LevelKey } from '../notice';
import { readSkillLevel } from '../skill-level';
import { relation, type Relation } from '../subject';

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

/** The cards of column 21: 电工考评员证, 高级考评员（电工）, 电工（三级）考评员, 电工. */
export function readCards({ notice, catalogue }: Rulebook, text: string): readonly AssessorCard[] {
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
  return splitNames(text, catalogue.mostParts, (part) => isKnownName(catalogue, read(part).name)).map(read);
}

/** How the card nearest to the application stands to it. */
export function nearestCard(
  rulebook: Rulebook,
  facts: Facts,
  code: string | null,
  fits: (card: AssessorCard) => boolean,
): { readonly card: AssessorCard; readonly relation: Relation } | undefined {
  const order: readonly Relation[] = ['same', 'unverified', 'unknown', 'related', 'other'];
  return readCards(rulebook, facts.text.assessorCard)
    .filter(fits)
    .map((card) => ({ card, relation: cardRelation(rulebook, card, facts, code) }))
    .sort((a, b) => order.indexOf(a.relation) - order.indexOf(b.relation))[0];
}

/** A card may be for an ability, each of which is an occupation of its own. */
function cardRelation(
  { catalogue }: Rulebook,
  { name }: AssessorCard,
  { subject }: Facts,
  code: string | null,
): Relation {
  const found = relation(catalogue, name, subject, code);
  const ability = catalogue.ability(name);
  if (found !== 'unknown' || ability === undefined || subject.ability === undefined) return found;
  return ability.seq === subject.ability.seq ? 'same' : 'other';
}

/** 具有本职业考评员资格: a card of column 21 for the same occupation. */
export function heldCard(rulebook: Rulebook, facts: Facts, clause: string, code: string | null): Condition {
  const document = rulebook.notice.parameters.documents.assessorCard;
  const state = stateOf(rulebook, facts, 'assessorCard');
  if (state === 'none') return leaf(clause, 'unmet', 'assessorCard', 'card/none');
  if (state !== 'filled')
    return leaf(clause, 'unknown', 'assessorCard', `card/${state}`, { document }, document);
  // A 专项 card is for abilities: it counts only where there is no other.
  const nearest =
    nearestCard(rulebook, facts, code, ({ level }) => level !== 'special') ??
    nearestCard(rulebook, facts, code, () => true);
  const params = {
    card: nearest?.card.text ?? facts.text.assessorCard,
    subject: facts.subject.label,
    document,
  };
  if (nearest?.relation === 'same' && nearest.card.level !== 'special')
    return leaf(clause, 'met', 'assessorCard', 'card/met', params);
  if (nearest?.relation === 'related' || nearest?.relation === 'other') {
    return leaf(clause, 'unmet', 'assessorCard', 'card/other-occupation', params);
  }
  const message = params.subject === '' ? 'card/no-subject' : 'card/unclear';
  return leaf(clause, 'unknown', 'assessorCard', message, params, document);
}
