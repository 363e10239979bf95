import type { ColumnKey } from '../application';
import { leaf, type Condition } from '../condition';
import type { MessageParams } from '../finding';
import type { Groups } from '../groups';
import type { GroupedRow } from '../shared-values';
import type { NoticePack } from '../notice';
import type { PersonRows } from '../person-rows';
import { ENOUGH_ROWS, rowList } from '../row-list';

/** How one person's applications of a file stand to 六（二）2. */
export interface PersonApplications {
  /** Distinct occupations for certain; special rows count by ability. */
  readonly occupations: number;
  /** As many as there may be, where only an unverified entry of the catalogue says that two names are one occupation. */
  readonly possibleOccupations: number;
  /** The first of the rows that apply for the same as this one, at whatever level, the row itself left out. */
  readonly duplicates: readonly number[];
  /** The first of those of which only an unverified entry says so; of use where there is no duplicate. */
  readonly possibleDuplicates: readonly number[];
  /** The first of those that apply for another work type of the same occupation; of use where there is no duplicate. */
  readonly otherWorkTypes: readonly number[];
  /** Whether a row of the person names several occupations, so that nobody can count them. */
  readonly uncounted: boolean;
  /** All rows of the person where there are several, this one among them; null where it is alone. */
  readonly person: PersonRows | null;
  /** What would break 六（二）2 together with another sheet of the file; null where nothing does. */
  readonly elsewhere: Elsewhere | null;
}

/** Another sheet of the same file. */
export interface OtherSheet {
  readonly sheet: string;
  readonly groups: Groups;
}

/** Where else in the file a person applies. */
export interface Elsewhere {
  /** The first sheet that breaks 六（二）2 together with this one. */
  readonly sheet: string;
  /** The first of the person's rows there; where it applies for the same, of those. */
  readonly rows: readonly number[];
  /** Whether it applies for the same there; else there are too many occupations. */
  readonly same: boolean;
}

/** Counts the applications of a row's person. A special row and another row are never duplicates of each other. */
export function personApplications(
  notice: NoticePack,
  row: GroupedRow,
  groups: Groups,
  others: readonly OtherSheet[],
): PersonApplications {
  const here = applicationsHere(row, groups.person(row));
  const { occupations: limit } = notice.parameters.perPerson;
  const elsewhere = others.length === 0 ? null : applicationsElsewhere(row, groups, others, limit);
  return elsewhere === null ? here : { ...here, elsewhere };
}

function applicationsHere(row: GroupedRow, person: PersonRows | null): PersonApplications {
  if (person === null) return row.facts.subject.agreement.kind === 'several' ? UNCOUNTED : ALONE;
  const duplicates: number[] = [];
  const possibleDuplicates: number[] = [];
  const otherWorkTypes: number[] = [];
  const mine = row.facts.subject;
  for (const other of person.ofSameOccupation(row)) {
    if (other.row === row.row) continue;
    const theirs = other.facts.subject;
    const isSure = mine.name === theirs.name || (mine.verified && theirs.verified);
    const differ = mine.workType !== null && theirs.workType !== null && mine.workType !== theirs.workType;
    const list = differ ? otherWorkTypes : isSure ? duplicates : possibleDuplicates;
    if (list.length < ENOUGH_ROWS) list.push(other.row);
    if (duplicates.length === ENOUGH_ROWS) break;
  }
  const { occupations, possibleOccupations, uncounted } = person;
  return {
    occupations,
    possibleOccupations,
    duplicates,
    possibleDuplicates,
    otherWorkTypes,
    uncounted,
    person,
    elsewhere: null,
  };
}

function applicationsElsewhere(
  row: GroupedRow,
  groups: Groups,
  others: readonly OtherSheet[],
  limit: number,
): Elsewhere | null {
  const subjects = new Set(groups.ofPerson(row.keys.person)?.subjects);
  let tooMany: Elsewhere | null = null;
  for (const { sheet, groups: theirs } of others) {
    const person = theirs.ofPerson(row.keys.person);
    if (person === null) continue;
    const same = person.ofSameOccupation(row);
    if (same.length > 0) return { sheet, rows: firstOf(same), same: true };
    for (const subject of person.subjects) {
      if (subjects.size > limit) break;
      subjects.add(subject);
    }
    if (subjects.size > limit) tooMany ??= { sheet, rows: firstOf(person.rows), same: false };
  }
  return tooMany;
}

const firstOf = (rows: readonly GroupedRow[]): readonly number[] =>
  rows.slice(0, ENOUGH_ROWS).map(({ row }) => row);

/** How the messages begin of what person.limit and person.duplicate report. */
const REPORTED = 'per-person/reported';

/** Whether a condition is one that a finding of the person's reports. */
export const isReportedOfPerson = ({ message }: Condition): boolean => message.startsWith(REPORTED);

const ALONE: PersonApplications = {
  occupations: 1,
  possibleOccupations: 1,
  duplicates: [],
  possibleDuplicates: [],
  otherWorkTypes: [],
  uncounted: false,
  person: null,
  elsewhere: null,
};
const UNCOUNTED: PersonApplications = { ...ALONE, uncounted: true };

/**
 * 六（二）2: not more than two occupations a person and file (每次), and none twice. Whether the file's sheets are handed in
 * together, nobody can see: one may be last year's. What only their sum would break is a question.
 */
export function perPerson(notice: NoticePack, row: GroupedRow, applications: PersonApplications): Condition {
  const { occupations, duplicates, possibleDuplicates, otherWorkTypes, uncounted, elsewhere } = applications;
  const { clause, occupations: limit, document, identity } = notice.parameters.perPerson;
  const { application } = notice.parameters.documents;
  if (row.keys.person === '')
    return leaf(clause, 'unknown', 'idNumber', 'per-person/no-number', { document: identity }, identity);
  if (occupations > limit)
    return leaf(clause, 'unmet', 'idNumber', `${REPORTED}-limit`, { occupations, limit });
  if (duplicates.length > 0)
    return leaf(clause, 'unmet', 'idNumber', `${REPORTED}-duplicate`, { rows: rowList(duplicates) });
  const question = (column: ColumnKey, message: string, asked: string, params: MessageParams): Condition =>
    leaf(clause, 'unknown', column, `per-person/${message}`, { ...params, document: asked }, asked);
  if (otherWorkTypes.length > 0)
    return question('occupationName', 'work-types', document, { rows: rowList(otherWorkTypes) });
  if (possibleDuplicates.length > 0)
    return question('occupationName', 'maybe-same', application, { rows: rowList(possibleDuplicates) });
  if (uncounted) return question('occupationName', 'uncounted', application, { limit });
  if (applications.possibleOccupations > limit)
    return question('occupationName', 'maybe-limit', application, { limit });
  if (elsewhere !== null) {
    const message = elsewhere.same ? 'other-sheet-same' : 'other-sheet-limit';
    const params = { sheet: elsewhere.sheet, rows: rowList(elsewhere.rows), limit };
    return question('idNumber', message, application, params);
  }
  return leaf(clause, 'met', 'idNumber', 'per-person/met', {
    occupations: Math.max(occupations, 1),
    limit,
  });
}
