import type { Catalogue } from '../catalogue';
import { fold } from '../fold';
import { found, suggestion, type RowRule } from './row-rule';

/** Shorter texts are parts of too many names. */
const SHORTEST_PART = 3;

/** 附件5: a special applicant applies for one of its abilities; the only one that the text is a part of is offered. */
export const abilityUnknown: RowRule = {
  name: 'ability.unknown',
  severity: 'error',
  check({ catalogue, notice }, facts, report) {
    const value = facts.text.occupationName;
    if (facts.level !== 'special' || value === '' || facts.subject.ability !== undefined) return;
    const meant = onlyAbilityWith(catalogue, value);
    report(
      found(
        abilityUnknown,
        'occupationName',
        { value, annex: notice.parameters.annexes.abilities },
        meant === undefined ? {} : { fix: suggestion(meant) },
      ),
    );
  },
};

function onlyAbilityWith({ abilities }: Catalogue, text: string): string | undefined {
  const part = fold(text);
  if (part.length < SHORTEST_PART) return undefined;
  const [only, ...others] = abilities.filter(({ name }) => fold(name).includes(part));
  return others.length === 0 ? only?.name : undefined;
}
