import { leaf, type Condition } from '../condition';
import { stateOf, type Facts } from '../facts';
import type { Rulebook } from '../rulebook';

const SUBJECT_COLUMNS = ['occupationName', 'occupationCode'] as const;

/** 六（一）: 原则上 the major classes 3 to 6; for special rows the abilities of annex 5. Anything else is a question. */
export function scope(rulebook: Rulebook, facts: Facts): Condition {
  const { notice, catalogue } = rulebook;
  const { annexes, documents } = notice.parameters;
  const { clause, majors, named, document } = notice.parameters.scope;
  const { subject } = facts;
  if (subject.label === '') {
    const { application } = documents;
    const states = SUBJECT_COLUMNS.map((key) => stateOf(rulebook, facts, key));
    const message = states.includes('broken') ? 'scope/broken' : 'scope/blank';
    return leaf(clause, 'unknown', 'occupationName', message, { document: application }, application);
  }
  if (facts.level === 'special' || subject.kind === 'ability') {
    const params = { subject: subject.label, annex: annexes.abilities, document };
    return subject.ability === undefined
      ? leaf(clause, 'unknown', 'occupationName', 'scope/ability-not-listed', params, document)
      : leaf(clause, 'met', 'occupationName', 'scope/ability-listed', {
          ...params,
          number: subject.ability.seq,
        });
  }
  const [first] = subject.codes;
  if (first === undefined) {
    const params = { subject: subject.label, document };
    return leaf(clause, 'unknown', 'occupationCode', 'scope/unresolved', params, document);
  }
  const inside = subject.codes.every((code) => majors.includes(Number(code.charAt(0))));
  const code = subject.codes;
  // Where the row may stand for several, the first one's name is not that of all the codes.
  const ownName = subject.codes.length === 1 ? catalogue.occupation(first)?.name : undefined;
  const name = ownName ?? subject.label;
  if (inside && subject.verified)
    return leaf(clause, 'met', 'occupationCode', 'scope/inside', { subject: name, code, majors: named });
  return leaf(
    clause,
    'unknown',
    'occupationCode',
    inside ? 'scope/unverified' : 'scope/outside',
    { subject: name, name: subject.label, code, majors: named, document },
    document,
  );
}
