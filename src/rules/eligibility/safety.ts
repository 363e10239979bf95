import { allOf, type Condition } from '../condition';
import type { Facts } from '../facts';
import type { Rulebook } from '../rulebook';
import { skillRoute } from './skill-route';
import { yearsWorked } from './years-worked';

/** 二（二）3, 考评员 of the safety trades: a certificate of 二级 in the same occupation, no title route, and five years. */
export function safety(rulebook: Rulebook, facts: Facts, code: string | null): Condition {
  const { clause, skill, years } = rulebook.notice.parameters.requirements.safety;
  return allOf(
    clause,
    skillRoute(rulebook, facts, clause, skill, code),
    yearsWorked(rulebook, facts, clause, years),
  );
}
