import { found, type RowRule } from './row-rule';

/** A number cell keeps 15 digits: what a resident ID number lost in one is never guessed. */
export const idDamaged: RowRule = {
  name: 'id.damaged',
  severity: 'error',
  basis: 'GB 11643-1999',
  check(_, facts, report) {
    const { problems } = facts.identity;
    if (problems.includes('damaged')) report(found(idDamaged, 'idNumber', { value: facts.text.idNumber }));
  },
};
