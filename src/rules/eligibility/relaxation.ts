import { leaf, type Condition } from '../condition';
import type { Facts } from '../facts';
import type { Rulebook } from '../rulebook';

/**
 * 二（二）5: for new occupations, the shortage list and local, traditional, rural or heritage abilities the conditions may
 * be adjusted. The notice does not say how far, so an unmet condition becomes unknown; so it does where no occupation is
 * filled in, which may be one of them. Undefined where nothing relaxes.
 */
export function relaxation(
  { notice, catalogue }: Rulebook,
  facts: Facts,
  code: string | null,
): Condition | undefined {
  const { clause, editions, abilityTags, document } = notice.parameters.relaxation;
  const because = ((): string | undefined => {
    if (facts.subject.ability?.tags.some((tag) => abilityTags.includes(tag)) === true)
      return 'relaxation/tagged-ability';
    if (facts.subject.label === '') return 'relaxation/no-subject';
    if (code === null) return undefined;
    if (catalogue.inShortage(code)) return 'relaxation/shortage';
    const edition = catalogue.occupation(code)?.edition ?? null;
    return edition !== null && editions.includes(edition) ? 'relaxation/new-occupation' : undefined;
  })();
  if (because === undefined) return undefined;
  return leaf(
    clause,
    'unknown',
    'occupationName',
    because,
    { subject: facts.subject.label, document },
    document,
  );
}
