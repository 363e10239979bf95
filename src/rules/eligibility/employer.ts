import { leaf, type Condition } from '../condition';
import { stateOf, type EmployerKind, type Facts, type Rulebook } from '../facts';
import { fold } from '../fold';
import type { Parameters } from '../notice';

/** 六（二）3: staff of the human-resources departments may not apply; their service centres are a question. */
export function employer(rulebook: Rulebook, facts: Facts): Condition {
  const { clause, document, formerDocument } = rulebook.notice.parameters.employer;
  const text = facts.text.employer;
  const state = stateOf(rulebook, facts, 'employer');
  if (state !== 'filled') {
    return leaf(clause, 'unknown', 'employer', `employer/${state}`, { employer: text, document }, document);
  }
  const kind = rulebook.employerKind(text);
  if (kind === 'unclear')
    return leaf(clause, 'unknown', 'employer', 'employer/none', { employer: text, document }, document);
  if (kind === 'department')
    return leaf(clause, 'unmet', 'employer', 'employer/department', { employer: text });
  if (kind === 'service-unit' || kind === 'former') {
    const needed = kind === 'former' ? formerDocument : document;
    const params = { employer: text, document: needed };
    return leaf(clause, 'unknown', 'employer', `employer/${kind}`, params, needed);
  }
  return leaf(clause, 'met', 'employer', 'employer/met', { employer: text });
}

/** What a name of column 13 is in the eyes of 六（二）3. */
export function employerKind(words: Parameters['employer'], employerName: string): EmployerKind {
  const whole = fold(employerName);
  const name = whole.replace(/\([^()]*\)$/, '');
  if (words.unclear.includes(whole)) return 'unclear';
  const has = (word: string): boolean => name.includes(word);
  if (words.exempt.some(has)) return 'other';
  if (words.namedUnits.some(has)) return 'service-unit';
  const ends = words.unitEndings.some((ending) => name.endsWith(ending));
  if (ends && [...words.departments, ...words.unitWords].some(has)) return 'service-unit';
  const organ =
    words.namedOrgans.some(has) ||
    words.departments.some((department) => words.organs.some((kind) => has(department + kind)));
  if (!organ) return 'other';
  return words.former.some((word) => whole.includes(word)) ? 'former' : 'department';
}
