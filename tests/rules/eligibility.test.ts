import { rowConditions } from '../../src/rules/eligibility/verdict';
import { readFacts } from '../../src/rules/facts';
import type { InterpretationId } from '../../src/rules/implemented-readings';
import { reasonText } from '../../src/rules/messages/message';
import { notice2025_8 } from '../../src/rules/notice-2025-8';
import { rulebookOf } from '../../src/rules/rulebook';
import type { Truth } from '../../src/rules/truth';
import { applicant, type Given } from '../support/applicant';
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

describe('a pack that takes another reading of an open sentence', () => {
  const CARE = { occupationName: '养老护理员', occupationCode: '4-10-01-05', skillCertificateNo: '无' };
  const [THIRD, NONE] = [{ skillCertificate: '养老护理员/三级' }, { skillCertificate: '无' }];
  const ENGINEER = { titleCertificate: '工程师', titleCertificateNo: '2019-001' };
  const SWITCHES = { occupationName: '道岔钳工', occupationCode: '6-23-01-05', skillCertificateNo: '无' };

  test.each<[InterpretationId, string, string, string, Given, Truth]>([
    ['age-limit', 'birthday', '六十五周岁生日当天', '二（一）3', { idNumber: '500103196003261215' }, 'met'],
    ['age-limit', 'birthday', '六十五周岁生日次日', '二（一）3', { idNumber: '50010319600325121X' }, 'unmet'],
    [
      'age-limit',
      'next-birthday',
      '六十六周岁前一天',
      '二（一）3',
      { idNumber: '500103195903271211' },
      'met',
    ],
    [
      'age-limit',
      'next-birthday',
      '六十六周岁当天',
      '二（一）3',
      { idNumber: '500103195903261216' },
      'unmet',
    ],
    [
      'years-both-routes',
      'title-only',
      '有证书，一年',
      '二（二）2',
      { ...CARE, ...THIRD, occupationYears: 1 },
      'met',
    ],
    [
      'years-both-routes',
      'title-only',
      '只有职称，四年',
      '二（二）2',
      { ...CARE, ...NONE, ...ENGINEER, occupationYears: 4 },
      'unmet',
    ],
    [
      'years-both-routes',
      'both',
      '有证书，一年',
      '二（二）2',
      { ...CARE, ...THIRD, occupationYears: 1 },
      'unmet',
    ],
    [
      'safety-trades',
      'three',
      '道岔钳工三级',
      '二（二）2',
      { ...SWITCHES, skillCertificate: '道岔钳工/三级' },
      'met',
    ],
    [
      'safety-trades',
      'five',
      '道岔钳工三级',
      '二（二）3',
      { ...SWITCHES, skillCertificate: '道岔钳工/三级' },
      'unmet',
    ],
  ])('%s %s: %s', (id, taken, _about, clause, given, truth) => {
    const rulebook = rulebookOf({
      ...notice2025_8,
      interpretations: notice2025_8.interpretations.map((each) =>
        each.id === id ? { ...each, taken } : each,
      ),
    });
    const facts = readFacts(rulebook, applicant(given), day('2025-03-26'));
    const condition = rowConditions(rulebook, facts).find((each) => each.clause === clause);
    expect(condition?.truth).toBe(truth);
    if (condition !== undefined && truth !== 'unknown')
      expect(reasonText('zh-CN', condition)).not.toContain('请附');
  });
});
