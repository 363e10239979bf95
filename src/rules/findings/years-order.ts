import { found, type RowRule } from './row-rule';

/** Nobody works in one occupation for longer than at all (附件2第14、16栏). */
export const yearsOrder: RowRule = {
  name: 'years.order',
  severity: 'error',
  check(_, { workYears, occupationYears }, report) {
    if (
      workYears.kind !== 'years' ||
      occupationYears.kind !== 'years' ||
      occupationYears.years <= workYears.years
    )
      return;
    report(
      found(yearsOrder, 'occupationYears', { work: workYears.years, occupation: occupationYears.years }),
    );
  },
};
