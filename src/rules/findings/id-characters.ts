import { found, type RowRule } from './row-rule';

/** 17 digits and a digit or X (GB 11643-1999). */
export const idCharacters: RowRule = {
  name: 'id.characters',
  severity: 'error',
  check(_, facts, report) {
    const { problems } = facts.identity;
    if (problems.includes('characters'))
      report(found(idCharacters, 'idNumber', { value: facts.text.idNumber }));
  },
};
