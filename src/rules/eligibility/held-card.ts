import type { AssessorCard } from '../assessor-cards';
import { NOT_IN_HAND } from '../certificate-words';
import { withNumberRemarks } from '../certificates';
import { leaf, type Condition } from '../condition';
import { numberAlone, stateOf, type Facts } from '../facts';
import type { Rulebook } from '../rulebook';
import { isNearer, relation, type Relation } from '../subject';

/** A card, and how its occupation stands to the one applied for. */
interface NearestCard {
  readonly card: AssessorCard;
  readonly relation: Relation;
}

/** The cards of column 21, with what stands in place of their numbers in column 22. */
function cardsOf(rulebook: Rulebook, facts: Facts): readonly AssessorCard[] {
  const cards = rulebook.assessorCards(facts.text.assessorCard);
  const texts = withNumberRemarks(
    cards.map(({ text }) => text),
    facts.numbers.assessorCardNo,
  );
  return cards.map((card, index) => ({ ...card, text: texts[index] ?? card.text }));
}

/** How the card nearest to the application stands to it. */
export function nearestCard(
  rulebook: Rulebook,
  facts: Facts,
  code: string | null,
  fits: (card: AssessorCard) => boolean,
): NearestCard | undefined {
  let nearest: NearestCard | undefined;
  for (const card of cardsOf(rulebook, facts)) {
    if (!fits(card)) continue;
    const found = cardRelation(rulebook, card, facts, code);
    if (nearest === undefined || isNearer(found, nearest.relation)) nearest = { card, relation: found };
  }
  return nearest;
}

/** Whether the nearest card is for another occupation, or there is none. */
const isAnothers = (card: NearestCard | undefined): boolean =>
  card === undefined || card.relation === 'related' || card.relation === 'other';

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

/**
 * A 专项 card is for abilities, and one that is 在办 or 已过期 may give nobody the right to assess: either may be meant where no
 * other card is for the occupation.
 */
const settles = ({ level, text }: AssessorCard): boolean => level !== 'special' && !NOT_IN_HAND.test(text);

/** 具有本职业考评员资格: a card of column 21 for the same occupation. */
export function heldCard(rulebook: Rulebook, facts: Facts, clause: string, code: string | null): Condition {
  const document = rulebook.notice.parameters.documents.assessorCard;
  const state = stateOf(rulebook, facts, 'assessorCard');
  if (state === 'none') {
    const number = numberAlone(facts.numbers.assessorCardNo);
    return number === undefined
      ? leaf(clause, 'unmet', 'assessorCard', 'card/none')
      : leaf(clause, 'unknown', 'assessorCard', 'card/number-alone', { number, document }, document);
  }
  if (state !== 'filled')
    return leaf(clause, 'unknown', 'assessorCard', `card/${state}`, { document }, document);
  const certain = nearestCard(rulebook, facts, code, settles);
  const doubtful = nearestCard(rulebook, facts, code, (card) => !settles(card));
  const nearest =
    doubtful !== undefined && isAnothers(certain) && !isAnothers(doubtful) ? doubtful : (certain ?? doubtful);
  const params = {
    card: nearest?.card.text ?? facts.text.assessorCard,
    subject: facts.subject.label,
    document,
  };
  if (nearest?.relation === 'same' && settles(nearest.card))
    return leaf(clause, 'met', 'assessorCard', 'card/met', params);
  if (nearest !== undefined && isAnothers(nearest))
    return leaf(clause, 'unmet', 'assessorCard', 'card/other-occupation', params);
  const message = params.subject === '' ? 'card/no-subject' : 'card/unclear';
  return leaf(clause, 'unknown', 'assessorCard', message, params, document);
}
