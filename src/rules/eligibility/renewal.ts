import { leaf, type Condition } from '../condition';
import { numberAlone, stateOf, type Facts } from '../facts';
import type { Rulebook } from '../rulebook';
import type { LevelKey } from '../notice';
import { nearestCard } from './held-card';

const RANK: Readonly<Record<LevelKey, number>> = { special: 0, assessor: 1, senior: 2 };

/** A card that names no level is an assessor's. */
const rankOf = (level: LevelKey | null): number => RANK[level ?? 'assessor'];

/**
 * 一（一）: an assessor whose card has expired, or is about to, applies again. A card for the same occupation and not below
 * the level applied for turns an unmet 二（二）2, 3 or 4 into a question for the old card, and so does one of which the
 * sheet does not tell what it is for, or whether there is one. Undefined where there is none.
 */
export function renewal(rulebook: Rulebook, facts: Facts, code: string | null): Condition | undefined {
  const state = stateOf(rulebook, facts, 'assessorCard');
  const { clause, document } = rulebook.notice.parameters.renewal;
  if (state === 'none') {
    const number = numberAlone(facts.numbers.assessorCardNo);
    return number === undefined
      ? undefined
      : leaf(clause, 'unknown', 'assessorCard', 'card/number-alone', { number, document }, document);
  }
  if (state !== 'filled')
    return leaf(clause, 'unknown', 'assessorCard', `card/${state}`, { document }, document);
  const applied = rankOf(facts.level);
  const nearest = nearestCard(rulebook, facts, code, (card) => applied <= rankOf(card.level));
  if (nearest === undefined || nearest.relation === 'related' || nearest.relation === 'other')
    return undefined;
  const { label: subject } = facts.subject;
  const unclear = subject === '' ? 'card/no-subject' : 'renewal/card-unclear';
  return leaf(
    clause,
    'unknown',
    'assessorCard',
    nearest.relation === 'same' ? 'renewal/card-held' : unclear,
    { card: nearest.card.text, subject, document },
    document,
  );
}
