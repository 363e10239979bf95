import { allOf, anyOf, type Condition } from '../condition';
import type { Facts } from '../facts';
import type { Rulebook } from '../rulebook';
import { takenReading } from '../implemented-readings';
import { skillRoute } from './skill-route';
import { titleRoute } from './title-route';
import { yearsWorked } from './years-worked';

/**
 * 二（二）2, 考评员: a certificate of 三级 in the same occupation or a title of 中级, and five years. Whether the years bind
 * the certificate route too is the interpretation `years-both-routes`.
 */
export function assessor(rulebook: Rulebook, facts: Facts, code: string | null): Condition {
  const { clause, skill, title, years } = rulebook.notice.parameters.requirements.assessor;
  const certificate = skillRoute(rulebook, facts, clause, skill, code);
  const rank = titleRoute(rulebook, facts, clause, title);
  const worked = yearsWorked(rulebook, facts, clause, years);
  return takenReading(rulebook.notice, 'years-both-routes') === 'title-only'
    ? anyOf(clause, certificate, allOf(clause, rank, worked))
    : allOf(clause, anyOf(clause, certificate, rank), worked);
}
