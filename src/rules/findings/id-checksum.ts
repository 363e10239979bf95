import { found, type RowRule } from './row-rule';

/** The 18th character follows from the first 17 (ISO 7064 MOD 11-2; GB 11643-1999). */
export const idChecksum: RowRule = {
  name: 'id.checksum',
  severity: 'error',
  check(_, facts, report) {
    const { problems } = facts.identity;
    if (problems.includes('checksum')) report(found(idChecksum, 'idNumber', { value: facts.text.idNumber }));
  },
};
