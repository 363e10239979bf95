import { addYears, completedYears } from '../calendar-date';
import { leaf, type Condition } from '../condition';
import type { Facts } from '../facts';
import type { Rulebook } from '../rulebook';
import { takenReading } from '../implemented-readings';
import type { Truth } from '../truth';

/**
 * 二（一）3: a man is not over 65, a woman not over 60. Both readings of 不超65周岁 are defensible: until the birthday, or
 * until the next one; between the two the sheet cannot decide unless the pack takes a reading (`age-limit`).
 */
export function age({ notice }: Rulebook, facts: Facts): Condition {
  const { clause, male, female, document } = notice.parameters.age;
  const { birth, sex } = facts.identity;
  if (birth === null || sex === null) {
    return leaf(clause, 'unknown', 'idNumber', 'age/no-birth-date', { document }, document);
  }
  const on = facts.referenceDate;
  if (birth > on)
    return leaf(clause, 'unknown', 'idNumber', 'age/born-later', { birth, on, document }, document);
  const limit = sex === '男' ? male : female;
  const years = completedYears(birth, on);
  const params = { age: years, limit, sex, birth, on };
  if (years < limit || on === addYears(birth, limit))
    return leaf(clause, 'met', 'idNumber', 'age/met', params);
  if (years > limit) return leaf(clause, 'unmet', 'idNumber', 'age/over', params);
  const truths: Readonly<Record<string, Truth>> = { birthday: 'unmet', 'next-birthday': 'met' };
  const truth = truths[takenReading(notice, 'age-limit')] ?? 'unknown';
  return leaf(
    clause,
    truth,
    'idNumber',
    'age/in-the-limit-year',
    { ...params, document },
    truth === 'unknown' ? document : undefined,
  );
}
