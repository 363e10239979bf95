import { rowConditions } from '../../src/rules/eligibility/verdict';
import { readFacts } from '../../src/rules/facts';
import { reasonText } from '../../src/rules/messages/message';
import { applicant } from '../support/applicant';
import { RULEBOOK, day } from '../support/rulebook';
import { ELIGIBILITY_CASES } from './eligibility-cases';

describe.each([...new Set(ELIGIBILITY_CASES.map(({ clause }) => clause))])('%s', (clause) => {
  const cases = ELIGIBILITY_CASES.filter((each) => each.clause === clause);

  test.each(cases)('$about: $truth', ({ given, truth, because }) => {
    const facts = readFacts(RULEBOOK, applicant(given), day('2025-03-26'));
    const condition = rowConditions(RULEBOOK, facts).find((each) => each.clause === clause);
    expect(condition).toBeDefined();
    if (condition === undefined) return;
    expect({ truth: condition.truth, reason: reasonText('zh-CN', condition) }).toEqual({
      truth,
      reason: expect.stringContaining(because ?? '') as string,
    });
    expect(reasonText('en-US', condition)).not.toMatch(/\{\w+\}/);
    if (truth === 'unknown') expect(reasonText('zh-CN', condition)).toContain('请附');
  });
});
