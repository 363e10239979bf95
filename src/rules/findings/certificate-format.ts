import { isKnownSkillNumber } from '../certificate-number';
import { found, type RowRule } from './row-rule';

/**
 * A skill certificate's number has 22 characters, or 16 digits of the older kind. Titles and cards have no one form
 * (职业技能等级证书编码规则).
 */
export const certificateFormat: RowRule = {
  name: 'certificate.format',
  severity: 'warning',
  check(_, facts, report) {
    for (const { text, comparable } of facts.numbers.skillCertificateNo) {
      if (comparable === null || isKnownSkillNumber(text)) continue;
      report(found(certificateFormat, 'skillCertificateNo', { value: text, length: text.length }));
    }
  },
};
