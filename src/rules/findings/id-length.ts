import { fromFifteenDigits } from '../id-number';
import { found, suggestion, type RowRule } from './row-rule';

/** 18 characters. A number of 15 digits, void since 2013, is offered as the 18 that it became (GB 11643-1999). */
export const idLength: RowRule = {
  name: 'id.length',
  severity: 'error',
  check(_, facts, report) {
    if (!facts.identity.problems.includes('length')) return;
    const value = facts.text.idNumber;
    const modern = fromFifteenDigits(value);
    const params = { value, length: value.length };
    report(
      found(
        idLength,
        'idNumber',
        params,
        modern === null ? {} : { variant: 'fifteen', fix: suggestion(modern) },
      ),
    );
  },
};
