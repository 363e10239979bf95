import { leaf, type Condition } from '../condition';
import { stateOf, type Facts } from '../facts';
import type { Rulebook } from '../rulebook';

/** 从事本职业或相关职业工作 so many years: column 16, as the institution states it. */
export function yearsWorked(rulebook: Rulebook, facts: Facts, clause: string, wanted: number): Condition {
  const document = rulebook.notice.parameters.documents.years;
  const reading = facts.occupationYears;
  if (reading.kind === 'years') {
    const enough = reading.years >= wanted;
    return leaf(clause, enough ? 'met' : 'unmet', 'occupationYears', enough ? 'years/met' : 'years/short', {
      years: reading.years,
      wanted,
    });
  }
  const message =
    reading.kind === 'invalid' ? 'years/unreadable' : `years/${stateOf(rulebook, facts, 'occupationYears')}`;
  return leaf(
    clause,
    'unknown',
    'occupationYears',
    message,
    { wanted, value: facts.text.occupationYears, document },
    document,
  );
}
