import { found, type RowRule } from './row-rule';

/** 附件5: a special applicant applies for one of its abilities. */
export const abilityUnknown: RowRule = {
  name: 'ability.unknown',
  severity: 'error',
  check({ notice }, facts, report) {
    const value = facts.text.occupationName;
    if (facts.level === 'special' && value !== '' && facts.subject.ability === undefined) {
      report(found(abilityUnknown, 'occupationName', { value, annex: notice.parameters.annexes.abilities }));
    }
  },
};
