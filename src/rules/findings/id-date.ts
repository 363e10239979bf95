import { found, type RowRule } from './row-rule';

/** Characters 7 to 14 are a day of the calendar that has come (GB 11643-1999). */
export const idDate: RowRule = {
  name: 'id.date',
  severity: 'error',
  check(_, facts, report) {
    if (!facts.identity.problems.includes('date')) return;
    report(found(idDate, 'idNumber', { value: facts.text.idNumber, date: facts.text.idNumber.slice(6, 14) }));
  },
};
