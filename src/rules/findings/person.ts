import type { PersonApplications } from '../eligibility/per-person';
import { fold } from '../fold';
import type { GroupedRow } from '../shared-values';
import type { NoticePack } from '../notice';
import { ENOUGH_ROWS, rowList } from '../row-list';
import { found, type Report } from './row-rule';

const personLimit = { name: 'person.limit', severity: 'error' } as const;
const personDuplicate = { name: 'person.duplicate', severity: 'error' } as const;
const personConflict = { name: 'person.conflict', severity: 'error' } as const;

/** What the rows of one ID number say together: too many occupations, one twice, two names (六（二）2、附件2第5、7栏). */
export function personFindings(
  notice: NoticePack,
  row: GroupedRow,
  { occupations, duplicates, person }: PersonApplications,
  report: Report,
): void {
  if (person === null) return;
  const { clause, occupations: limit } = notice.parameters.perPerson;
  if (occupations > limit) report(found(personLimit, 'idNumber', { occupations, limit }, { clause }));
  if (duplicates.length > 0)
    report(found(personDuplicate, 'idNumber', { rows: rowList(duplicates) }, { clause }));
  if (!person.differInName) return;
  const others: GroupedRow[] = [];
  for (const other of person.rows) {
    if (differs(row, other)) others.push(other);
    if (others.length === ENOUGH_ROWS) break;
  }
  const [other] = others;
  if (other === undefined) return;
  const params = { name: row.facts.text.name, other: other.facts.text.name };
  report(found(personConflict, 'name', { ...params, rows: rowList(others.map((each) => each.row)) }));
}

const differs = (a: GroupedRow, b: GroupedRow): boolean => {
  const [mine, theirs] = [fold(a.facts.text.name), fold(b.facts.text.name)];
  return mine !== '' && theirs !== '' && mine !== theirs;
};
