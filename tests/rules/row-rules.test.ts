import { readFacts } from '../../src/rules/facts';
import { ROW_RULES, rowFindings } from '../../src/rules/findings/index';
import { findingText } from '../../src/rules/messages/message';
import { applicant } from '../support/applicant';
import { RULEBOOK, day } from '../support/rulebook';
import { ROW_CASES } from './row-cases';

const findingsOf = (given: Parameters<typeof applicant>[0]): ReturnType<typeof rowFindings> =>
  rowFindings(RULEBOOK, readFacts(RULEBOOK, applicant(given), day('2025-03-26')));

test('the sound row has nothing to mend', () => {
  expect(findingsOf({})).toEqual([]);
});

test.each(ROW_CASES)('$rule, $about: one cell has one safe fix', ({ given }) => {
  const safe = findingsOf(given).filter(({ fix }) => fix?.safe === true);
  expect(new Set(safe.map(({ column }) => column)).size).toBe(safe.length);
});

describe.each(ROW_RULES.map(({ name }) => name))('%s', (rule) => {
  const cases = ROW_CASES.filter((each) => each.rule === rule);

  test('has cases with and without a finding', () => {
    expect(cases.some(({ finds }) => finds !== null)).toBe(true);
  });

  test.each(cases)('$about', ({ given, finds }) => {
    const found = findingsOf(given).filter((finding) => finding.rule === rule);
    const [finding] = found;
    if (finds === null) {
      expect(found).toEqual([]);
      return;
    }
    expect(found).toHaveLength(1);
    const { severity, column, fix } = finds;
    expect(finding).toMatchObject({ severity, column });
    expect(finding?.fix ?? null).toEqual(fix === undefined ? null : { value: fix, safe: finds.safe });
    if (finding === undefined) return;
    for (const locale of ['zh-CN', 'en-US'] as const)
      expect(findingText(locale, finding)).not.toMatch(/[{}]/);
  });
});
