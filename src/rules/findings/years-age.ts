import { completedYears } from '../calendar-date';
import { found, type RowRule } from './row-rule';

/** 劳动法第十五条: nobody works before that. */
const WORKING_AGE = 16;

/** 工龄, in whole years, fits the age that the ID number gives. */
export const yearsAge: RowRule = {
  name: 'years.age',
  severity: 'warning',
  check(_, { workYears, identity, referenceDate }, report) {
    if (workYears.kind !== 'years' || identity.birth === null || identity.birth > referenceDate) return;
    const age = completedYears(identity.birth, referenceDate);
    // The age is in whole years: at 39 and eight months 23.5 years are possible.
    if (Math.floor(workYears.years) > age - WORKING_AGE)
      report(found(yearsAge, 'workYears', { years: workYears.years, age, from: WORKING_AGE }));
  },
};
