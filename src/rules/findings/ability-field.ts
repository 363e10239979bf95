import { fold } from '../fold';
import { found, suggestion, type RowRule } from './row-rule';

/** 附件2第26栏、附件5: a special applicant writes the ability's 职业领域, as the annex prints it or by its current name. */
export const abilityField: RowRule = {
  name: 'ability.field',
  severity: 'error',
  check(_, facts, report) {
    const { ability } = facts.subject;
    const value = facts.text.occupationCode;
    if (ability === undefined || value === '') return;
    const { occupation, currentOccupation, printedOccupation = occupation } = ability;
    const accepted = [occupation, currentOccupation, printedOccupation];
    if (accepted.some((field) => fold(field) === fold(value))) return;
    const params = { value, ability: ability.name, field: occupation };
    report(found(abilityField, 'occupationCode', params, { fix: suggestion(occupation) }));
  },
};
