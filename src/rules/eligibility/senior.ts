import { allOf, anyOf, leaf, type Condition } from '../condition';
import type { Facts } from '../facts';
import type { Rulebook } from '../rulebook';
import { heldCard } from './held-card';
import { skillRoute } from './skill-route';
import { titleRoute } from './title-route';

/**
 * 二（二）1, 高级考评员: a certificate of 一级 in the same or a related occupation or a title of 副高级, an assessor card for
 * the same occupation, and a year of assessment duty, which the sheet never shows.
 */
export function senior(rulebook: Rulebook, facts: Facts, code: string | null): Condition {
  const { clause, skill, title, dutyYears, documents } = rulebook.notice.parameters.requirements.senior;
  return allOf(
    clause,
    anyOf(
      clause,
      skillRoute(rulebook, facts, clause, skill, code),
      titleRoute(rulebook, facts, clause, title),
    ),
    heldCard(rulebook, facts, clause, code),
    leaf(
      clause,
      'unknown',
      'level',
      'duty/not-shown',
      { years: dutyYears, document: documents.duty },
      documents.duty,
    ),
  );
}
