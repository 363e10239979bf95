import { leaf, type Condition } from '../condition';
import { stateOf, type Facts, type Rulebook } from '../facts';
import type { LevelKey } from '../notice';
import { nearestCard } from './held-card';

const RANK: Readonly<Record<LevelKey, number>> = { special: 0, assessor: 1, senior: 2 };

/**
 * 一（一）: an assessor whose card has expired, or is about to, applies again. A card for the same occupation and not below
 * the level applied for turns an unmet 二（二）2, 3 or 4 into a question for the old card. Undefined where there is none.
 */
export function renewal(
  rulebook: Rulebook,
  facts: Facts,
  level: LevelKey,
  code: string | null,
): Condition | undefined {
  if (stateOf(rulebook, facts, 'assessorCard') !== 'filled') return undefined;
  const { clause, document } = rulebook.notice.parameters.renewal;
  const nearest = nearestCard(rulebook, facts, code, (card) => RANK[level] <= RANK[card.level ?? 'assessor']);
  if (nearest?.relation !== 'same') return undefined;
  return leaf(
    clause,
    'unknown',
    'assessorCard',
    'renewal/card-held',
    { card: nearest.card.text, document },
    document,
  );
}
