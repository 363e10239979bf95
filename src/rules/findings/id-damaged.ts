import { found, type RowRule } from './row-rule';

/** A number cell keeps 15 digits: what a resident ID number lost in one is never guessed (GB 11643-1999). */
export const idDamaged: RowRule = {
  name: 'id.damaged',
  severity: 'error',
  check(_, facts, report) {
    const { problems } = facts.identity;
    if (!problems.includes('damaged')) return;
    const value = facts.text.idNumber;
    // A number cell of up to 15 digits shows all of them: it is no number of 18, but nothing was lost.
    const whole = /^\d{1,15}$/.test(value);
    report(found(idDamaged, 'idNumber', { value }, whole ? { variant: 'number-cell' } : {}));
  },
};
