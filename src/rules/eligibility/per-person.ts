import { leaf, type Condition } from '../condition';
import type { Groups } from '../groups';
import type { GroupedRow } from '../shared-values';
import type { NoticePack } from '../notice';
import type { PersonRows } from '../person-rows';
import { ENOUGH_ROWS, rowList } from '../row-list';

/** How one person's applications of a file stand to 六（二）2. */
export interface PersonApplications {
  /** Distinct occupations; special rows count by ability. */
  readonly occupations: number;
  /** The first of the rows that apply for the same as this one, at whatever level, the row itself left out. */
  readonly duplicates: readonly number[];
  /** The first of those that apply for another work type of the same occupation; of use where there is no duplicate. */
  readonly otherWorkTypes: readonly number[];
  /** Whether a row of the person names several occupations, so that nobody can count them. */
  readonly uncounted: boolean;
  /** All rows of the person where there are several, this one among them; null where it is alone. */
  readonly person: PersonRows | null;
}

/** Counts the applications of a row's person. A special row and another row are never duplicates of each other. */
export function personApplications(row: GroupedRow, groups: Groups): PersonApplications {
  const person = groups.person(row);
  if (person === null) return row.facts.subject.agreement.kind === 'several' ? UNCOUNTED : ALONE;
  const duplicates: number[] = [];
  const otherWorkTypes: number[] = [];
  const mine = row.facts.subject.workType;
  for (const other of person.ofSameOccupation(row)) {
    if (other.row === row.row) continue;
    const theirs = other.facts.subject.workType;
    const list = mine !== null && theirs !== null && mine !== theirs ? otherWorkTypes : duplicates;
    if (list.length < ENOUGH_ROWS) list.push(other.row);
    if (duplicates.length === ENOUGH_ROWS) break;
  }
  const { occupations, uncounted } = person;
  return { occupations, duplicates, otherWorkTypes, uncounted, person };
}

/** How the messages begin of what person.limit and person.duplicate report. */
const REPORTED = 'per-person/reported';

/** Whether a condition is one that a finding of the person's reports. */
export const isReportedOfPerson = ({ message }: Condition): boolean => message.startsWith(REPORTED);

const ALONE: PersonApplications = {
  occupations: 1,
  duplicates: [],
  otherWorkTypes: [],
  uncounted: false,
  person: null,
};
const UNCOUNTED: PersonApplications = { ...ALONE, uncounted: true };

/** 六（二）2: not more than two occupations a person and file (每次), and none twice. */
export function perPerson(
  notice: NoticePack,
  row: GroupedRow,
  { occupations, duplicates, otherWorkTypes, uncounted }: PersonApplications,
): Condition {
  const { clause, occupations: limit, document, identity } = notice.parameters.perPerson;
  if (row.keys.person === '')
    return leaf(clause, 'unknown', 'idNumber', 'per-person/no-number', { document: identity }, identity);
  if (occupations > limit)
    return leaf(clause, 'unmet', 'idNumber', `${REPORTED}-limit`, { occupations, limit });
  if (duplicates.length > 0) {
    return leaf(clause, 'unmet', 'idNumber', `${REPORTED}-duplicate`, {
      rows: rowList(duplicates),
    });
  }
  if (otherWorkTypes.length > 0) {
    return leaf(
      clause,
      'unknown',
      'occupationName',
      'per-person/work-types',
      { rows: rowList(otherWorkTypes), document },
      document,
    );
  }
  if (uncounted) {
    const { application } = notice.parameters.documents;
    const params = { limit, document: application };
    return leaf(clause, 'unknown', 'occupationName', 'per-person/uncounted', params, application);
  }
  return leaf(clause, 'met', 'idNumber', 'per-person/met', {
    occupations: Math.max(occupations, 1),
    limit,
  });
}
