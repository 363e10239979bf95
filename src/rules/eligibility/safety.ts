import { allOf, anyOf, leaf, type Condition } from '../condition';
import { heldTitles, type Facts } from '../facts';
import type { Rulebook } from '../rulebook';
import { skillRoute } from './skill-route';
import { yearsWorked } from './years-worked';

/** 二（二）3, 考评员 of the safety trades: a certificate of 二级 in the same occupation, no title route, and five years. */
export function safety(rulebook: Rulebook, facts: Facts, code: string | null): Condition {
  const { clause, skill, years } = rulebook.notice.parameters.requirements.safety;
  const certificate = skillRoute(rulebook, facts, clause, skill, code);
  return allOf(
    clause,
    certificate.truth === 'unmet' ? besideTitle(rulebook, facts, clause, certificate) : certificate,
    yearsWorked(rulebook, facts, clause, years),
  );
}

/** Says of a title, which would do for other occupations, that it does not count. */
function besideTitle(rulebook: Rulebook, facts: Facts, clause: string, certificate: Condition): Condition {
  const { column, titles } = heldTitles(rulebook, facts);
  const held = titles.find(({ isTitle }) => isTitle);
  return held === undefined
    ? certificate
    : anyOf(clause, certificate, leaf(clause, 'unmet', column, 'title/not-counted', { title: held.text }));
}
