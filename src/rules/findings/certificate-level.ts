import { skillLevelName } from '../skill-level';
import { found, type RowRule } from './row-rule';

/**
 * The level that the text names is the one that the number states. Judged only where the cell holds one certificate
 * (职业技能等级证书编码规则).
 */
export const certificateLevel: RowRule = {
  name: 'certificate.level',
  severity: 'warning',
  check(_, facts, report) {
    for (const skill of facts.skills) {
      if (!skill.conflict || skill.numberLevel === null) continue;
      const params = {
        certificate: skill.text,
        number: facts.text.skillCertificateNo,
        level: skillLevelName(skill.numberLevel),
      };
      report(found(certificateLevel, 'skillCertificateNo', params));
    }
  },
};
