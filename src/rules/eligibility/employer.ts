import { leaf, type Condition } from '../condition';
import { stateOf, type Facts } from '../facts';
import type { Rulebook } from '../rulebook';
import { fold } from '../fold';
import { splitList } from '../list-cell';
import type { Parameters } from '../notice';

/** An organ of the human-resources departments, one that somebody has retired from, a unit that serves them, any other employer, or none. */
export type EmployerKind = 'department' | 'former' | 'service-unit' | 'other' | 'unclear';

/** 六（二）3: staff of the human-resources departments may not apply; their service centres are a question. */
export function employer(rulebook: Rulebook, facts: Facts): Condition {
  const { clause, document, formerDocument } = rulebook.notice.parameters.employer;
  const text = facts.text.employer;
  const state = stateOf(rulebook, facts, 'employer');
  if (state !== 'filled') {
    return leaf(clause, 'unknown', 'employer', `employer/${state}`, { employer: text, document }, document);
  }
  const kind = kindOf(rulebook, facts, text);
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

/** Who has retired may say so in column 11 as well: 六（二）3 forbids 在职人员. */
function kindOf(rulebook: Rulebook, { text }: Facts, name: string): EmployerKind {
  const kind = rulebook.employerKind(name);
  return kind === 'department' && saysRetired(rulebook.notice.parameters.employer, fold(text.position))
    ? 'former'
    : kind;
}

/** What makes a section's word a person's rank: 科长, 处级. */
const OF_A_PERSON = /^[长级]/;

/**
 * Whether a folded text says that somebody has retired. 退休管理科 and 离退休干部处 are sections whose staff have not; 退休科长 is
 * somebody who has.
 */
function saysRetired(words: Parameters['employer'], text: string): boolean {
  return words.former.some((word) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const before = text.slice(0, at);
      const after = text.slice(at + word.length);
      const people = words.formerPeople.find((each) => after.startsWith(each)) ?? '';
      const rest = after.slice(people.length);
      const isSection = words.formerSections.some(
        (section) => rest.startsWith(section) && !OF_A_PERSON.test(rest.slice(section.length)),
      );
      if (!isSection && !words.formerDenied.some((denied) => before.endsWith(denied))) return true;
    }
    return false;
  });
}

/** What column 13 is in the eyes of 六（二）3. Of several names that differ none decides. */
export function employerKind(words: Parameters['employer'], text: string): EmployerKind {
  const kinds = new Set(splitList(text).map((name) => kindOfOne(words, name)));
  const [kind = 'unclear', ...others] = kinds;
  return others.length === 0 ? kind : 'service-unit';
}

function kindOfOne(words: Parameters['employer'], employerName: string): EmployerKind {
  const whole = fold(employerName);
  const name = whole.replace(/\([^()]*\)$/, '');
  if (words.unclear.includes(whole)) return 'unclear';
  const has = (word: string): boolean => name.includes(word);
  const ends = (word: string): boolean => name.endsWith(word);
  if (words.exempt.some(has)) return 'other';
  const organ =
    words.namedOrgans.some(has) ||
    words.departments.some((department) => words.organs.some((kind) => has(department + kind)));
  const besideOrgans = words.namedOrgans.reduce((rest, named) => rest.replace(named, ''), name);
  const isUnit =
    words.namedUnits.some((unit) => besideOrgans.includes(unit)) ||
    // 人社 alone may be any of them.
    words.departments.some(ends) ||
    [...words.departments, ...words.unitWords].some((word) =>
      unitsIn(words.unitEndings, name).some((unit) => unit.includes(word)),
    );
  if (isUnit) return 'service-unit';
  if (!organ) return 'other';
  return whole.startsWith(words.formerPrefix) || saysRetired(words, whole) ? 'former' : 'department';
}

/** The units that a name ends with, or a section of which it names: 就业服务中心 of 就业服务中心职业介绍科. */
const unitsIn = (endings: readonly string[], name: string): readonly string[] =>
  endings.flatMap((ending) => {
    const at = name.lastIndexOf(ending);
    const isUnit = at >= 0 && (ending.length > 1 || name.endsWith(ending));
    return isUnit ? [name.slice(0, at + ending.length)] : [];
  });
