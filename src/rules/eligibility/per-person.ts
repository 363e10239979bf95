import type { ColumnKey } from '../application';
import { leaf, type Condition } from '../condition';
import type { MessageParams } from '../finding';
import type { Groups } from '../groups';
import type { GroupedRow } from '../shared-values';
import type { NoticePack } from '../notice';
import type { PersonRows } from '../person-rows';
import { rowList } from '../row-list';
import { applicationsElsewhere, type Elsewhere, type OtherSheet } from './other-sheets';
import { NOTHING_THE_SAME, sameOccupation, type SameOccupation } from './same-occupation';

/** How one person's applications of a file stand to 六（二）2. */
export interface PersonApplications extends SameOccupation {
  /** Distinct occupations for certain; special rows count by ability. */
  readonly occupations: number;
  /** As many as there may be, where only an unverified entry of the catalogue says that two names are one occupation. */
  readonly possibleOccupations: number;
  /** Whether a row of the person names several occupations, so that nobody can count them. */
  readonly uncounted: boolean;
  /** All rows of the person where there are several, this one among them; null where it is alone. */
  readonly person: PersonRows | null;
  /** What the other sheets of the file would change, where this one alone is in order or leaves a question. */
  readonly elsewhere: Elsewhere | null;
}

/** Counts the applications of a row's person. */
export function personApplications(
  notice: NoticePack,
  row: GroupedRow,
  groups: Groups,
  others: readonly OtherSheet[],
): PersonApplications {
  const person = groups.person(row);
  const here = person === null ? alone(row) : applicationsHere(row, person);
  const { occupations: limit } = notice.parameters.perPerson;
  if (others.length === 0 || here.occupations > limit || here.duplicates.length > 0) return here;
  const elsewhere = applicationsElsewhere(row, groups, others, limit);
  return elsewhere === null ? here : { ...here, elsewhere };
}

function applicationsHere(row: GroupedRow, person: PersonRows): PersonApplications {
  return {
    ...sameOccupation(row, person),
    occupations: person.certain.size,
    possibleOccupations: person.possible.size,
    uncounted: person.several.length > 0,
    person,
    elsewhere: null,
  };
}

const alone = (row: GroupedRow): PersonApplications =>
  row.facts.subject.agreement.kind === 'several' ? UNCOUNTED : ALONE;

/** How the messages begin of what person.limit and person.duplicate report. */
const REPORTED = 'per-person/reported';

/** Whether a condition is one that a finding of the person's reports. */
export const isReportedOfPerson = ({ message }: Condition): boolean => message.startsWith(REPORTED);

const ALONE: PersonApplications = {
  ...NOTHING_THE_SAME,
  occupations: 1,
  possibleOccupations: 1,
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
    const asked = elsewhere.kind === 'work-types' ? document : application;
    const places =
      'sheets' in elsewhere
        ? { sheets: elsewhere.sheets.map((sheet) => `“${sheet}”`) }
        : { sheet: elsewhere.sheet, rows: rowList(elsewhere.rows) };
    return question('idNumber', `other-sheet-${elsewhere.kind}`, asked, { ...places, limit });
  }
  return leaf(clause, 'met', 'idNumber', 'per-person/met', {
    occupations: Math.max(occupations, 1),
    limit,
  });
}
