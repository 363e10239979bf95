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
    expect(reasonText('en-US', condition)).not.toMatch(/[{}]/);
    if (truth === 'unknown') expect(reasonText('zh-CN', condition)).toContain('请附');
  });
});

test('二（二）1: a 专项 card written before the assessor card does not hide it', () => {
  const cards = { level: '高级考评员', skillCertificate: '人工智能训练师/一级', skillCertificateNo: '无' };
  const reasonWith = (assessorCard: string): string => {
    const facts = readFacts(RULEBOOK, applicant({ ...cards, assessorCard }), day('2025-03-26'));
    const condition = rowConditions(RULEBOOK, facts).find(({ clause }) => clause === '二（二）1');
    return condition === undefined ? '' : reasonText('zh-CN', condition);
  };
  expect(reasonWith('人工智能训练师专项考评员')).toContain('证卡“');
  expect(reasonWith('人工智能训练师专项考评员、人工智能训练师考评员')).not.toContain('证卡“');
});
