import type { ColumnKey } from '../application';
import { stateOf, type Facts } from '../facts';
import type { Rulebook } from '../rulebook';
import { splitList } from '../list-cell';
import { CERTIFICATE_PAIRS } from '../application';
import { found, type RowRule } from './row-rule';

/** Every certificate has a number, and every number a certificate (附件2第17至22栏). */
export const certificatePair: RowRule = {
  name: 'certificate.pair',
  severity: 'error',
  check(rulebook, facts, report) {
    for (const [certificate, number] of CERTIFICATE_PAIRS) {
      const has = stateOf(rulebook, facts, certificate);
      const numbered = stateOf(rulebook, facts, number);
      if (has === 'missing' || numbered === 'missing') continue;
      // What an error value hides may be there.
      if (has === 'broken' || numbered === 'broken') continue;
      const value = facts.text[certificate];
      if (has === 'filled' && numbered !== 'filled')
        report(found(certificatePair, number, { value }, { variant: 'no-number' }));
      else if (has !== 'filled' && numbered === 'filled') {
        report(
          found(certificatePair, certificate, { value: facts.text[number] }, { variant: 'no-certificate' }),
        );
      } else if (has === 'filled') {
        const certificates = countOf(rulebook, facts, certificate);
        const numbers = facts.numbers[number].length;
        if (certificates === numbers) continue;
        const missing = certificates > numbers ? number : certificate;
        // One card may name several occupations.
        const severity = certificate === 'assessorCard' && numbers === 1 ? 'warning' : 'error';
        report(found(certificatePair, missing, { certificates, numbers }, { variant: 'count', severity }));
      }
    }
  },
};

function countOf(rulebook: Rulebook, facts: Facts, certificate: ColumnKey): number {
  if (certificate === 'skillCertificate') return facts.skills.length;
  const text = facts.text[certificate];
  return (certificate === 'assessorCard' ? rulebook.assessorCards(text) : splitList(text)).length;
}
