import { levelPlaceOf, skillNumberFault } from '../certificate-number';
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
      const fault = comparable === null ? null : skillNumberFault(text);
      if (fault === null) continue;
      const params = { value: text, length: text.length, digit: levelPlaceOf(text) };
      const more = fault === 'length' ? {} : { variant: fault };
      report(found(certificateFormat, 'skillCertificateNo', params, more));
    }
  },
};
