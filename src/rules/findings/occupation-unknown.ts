import { readSubject } from '../subject';
import { found, suggestion, type RowRule } from './row-rule';

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
    const exchanged = readSubject(catalogue, facts.level, code, name);
    const [current] = exchanged.codes;
    if (name !== '' && exchanged.agreement.kind === 'agree' && current !== undefined) {
      const more = { variant: 'exchanged', fix: suggestion(current) };
      report(found(occupationUnknown, 'occupationCode', { name, code }, more));
      return;
    }
    const more = code === '' ? { variant: 'name-alone' } : name === '' ? { variant: 'code-alone' } : {};
    report(found(occupationUnknown, 'occupationCode', { name, code }, more));
  },
};
