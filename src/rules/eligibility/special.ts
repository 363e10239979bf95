import { allOf, anyOf, leaf, type Condition } from '../condition';
import type { Facts } from '../facts';
import type { Rulebook } from '../rulebook';
import { skillRoute } from './skill-route';
import { titleRoute } from './title-route';
import { yearsWorked } from './years-worked';

/**
 * 二（二）4, 专项职业能力考核考评员: a certificate of 三级 in the same or a related occupation, or a title of 中级 held a year, with
 * two years; or the craft route (能工巧匠), which no sheet shows. Its five years are of the occupation itself: column 16 counts
 * related ones too, so that fewer than five rule it out, and five do not prove it.
 */
export function special(rulebook: Rulebook, facts: Facts, code: string | null): Condition {
  const { clause, skill, title, titleYears, years, craftYears, documents } =
    rulebook.notice.parameters.requirements.special;
  const craft = leaf(
    clause,
    'unknown',
    'occupationYears',
    'craft/not-shown',
    { years: craftYears, document: documents.craft },
    documents.craft,
  );
  const held = leaf(
    clause,
    'unknown',
    'titleCertificate',
    'title/year-not-shown',
    { years: titleYears, document: documents.titleYears },
    documents.titleYears,
  );
  return anyOf(
    clause,
    allOf(
      clause,
      anyOf(
        clause,
        skillRoute(rulebook, facts, clause, skill, code),
        allOf(clause, titleRoute(rulebook, facts, clause, title), held),
      ),
      yearsWorked(rulebook, facts, clause, years),
    ),
    allOf(clause, yearsWorked(rulebook, facts, clause, craftYears), craft),
  );
}
