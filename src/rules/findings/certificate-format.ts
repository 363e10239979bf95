import { hasLostNumberDigits, isKnownSkillNumber } from '../certificate-number';
import { stateOf } from '../facts';
import { splitList } from '../list-cell';
import { found, type RowRule } from './row-rule';

/** A skill certificate's number has 22 characters, or 16 digits of the older kind. Titles and cards have no one form. */
export const certificateFormat: RowRule = {
  name: 'certificate.format',
  severity: 'warning',
  basis: '职业技能等级证书编码规则',
  check(rulebook, facts, report) {
    if (stateOf(rulebook, facts, 'skillCertificateNo') !== 'filled') return;
    const isNumber = facts.application.skillCertificateNo?.kind === 'number';
    for (const value of splitList(facts.text.skillCertificateNo)) {
      if (isKnownSkillNumber(value) || hasLostNumberDigits(value, isNumber)) continue;
      report(found(certificateFormat, 'skillCertificateNo', { value, length: value.length }));
    }
  },
};
