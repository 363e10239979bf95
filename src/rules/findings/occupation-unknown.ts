import { found, type RowRule } from './row-rule';

/** Neither the name nor the code is in the catalogue (六（一）). */
export const occupationUnknown: RowRule = {
  name: 'occupation.unknown',
  severity: 'error',
  check({ catalogue, notice }, facts, report) {
    if (facts.level === 'special' || facts.subject.agreement.kind !== 'neither') return;
    const { occupationName: name, occupationCode: code } = facts.text;
    if (catalogue.ability(name) !== undefined) {
      const { annexes, levels } = notice.parameters;
      const level = levels.find(({ key }) => key === 'special')?.name ?? '';
      const params = { name, annex: annexes.abilities, level };
      report(found(occupationUnknown, 'occupationName', params, { variant: 'ability' }));
      return;
    }
    const more = code === '' ? { variant: 'name-alone' } : name === '' ? { variant: 'code-alone' } : {};
    report(found(occupationUnknown, 'occupationCode', { name, code }, more));
  },
};
