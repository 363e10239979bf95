import { hasLostNumberDigits } from '../certificate-number';
import { splitList } from '../list-cell';
import { CERTIFICATE_PAIRS } from '../application';
import { found, type RowRule } from './row-rule';

/** A certificate number that was a number cell and lost what follows its 15th digit. */
export const certificateNumberDamaged: RowRule = {
  name: 'certificate.number-damaged',
  severity: 'error',
  basis: '附件2第18、20、22栏',
  check(_, facts, report) {
    for (const [, key] of CERTIFICATE_PAIRS) {
      const isNumber = facts.application[key]?.kind === 'number';
      const value = splitList(facts.text[key]).find((number) => hasLostNumberDigits(number, isNumber));
      if (value !== undefined) report(found(certificateNumberDamaged, key, { value }));
    }
  },
};
