import { CERTIFICATE_PAIRS } from '../application';
import { found, type RowRule } from './row-rule';

/** A certificate number that was a number cell and lost what follows its 15th digit (附件2第18、20、22栏). */
export const certificateNumberDamaged: RowRule = {
  name: 'certificate.number-damaged',
  severity: 'error',
  check(_, facts, report) {
    for (const [, key] of CERTIFICATE_PAIRS) {
      const lost = facts.numbers[key].find(({ damaged }) => damaged);
      if (lost !== undefined) report(found(certificateNumberDamaged, key, { value: lost.text }));
    }
  },
};
