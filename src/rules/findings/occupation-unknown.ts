import { found, type RowRule } from './row-rule';

/** Neither the name nor the code is in the catalogue (六（一）). */
export const occupationUnknown: RowRule = {
  name: 'occupation.unknown',
  severity: 'error',
  check(_, facts, report) {
    if (facts.level === 'special' || facts.subject.agreement.kind !== 'neither') return;
    const { occupationName: name, occupationCode: code } = facts.text;
    const more = code === '' ? { variant: 'name-alone' } : name === '' ? { variant: 'code-alone' } : {};
    report(found(occupationUnknown, 'occupationCode', { name, code }, more));
  },
};
