import { found, type RowRule } from './row-rule';

/** Neither the name nor the code is in the catalogue. */
export const occupationUnknown: RowRule = {
  name: 'occupation.unknown',
  severity: 'error',
  basis: '六（一）',
  check(_, facts, report) {
    if (facts.level === 'special' || facts.subject.agreement.kind !== 'neither') return;
    report(
      found(occupationUnknown, 'occupationCode', {
        name: facts.text.occupationName,
        code: facts.text.occupationCode,
      }),
    );
  },
};
