import type { PersonApplications } from '../eligibility/per-person';
import { fold } from '../fold';
import type { GroupedRow } from '../shared-values';
import type { NoticePack } from '../notice';
import { rowList } from '../row-list';
import { found, type Report } from './row-rule';

const personLimit = { name: 'person.limit', severity: 'error' } as const;
const personDuplicate = { name: 'person.duplicate', severity: 'error' } as const;
const personConflict = { name: 'person.conflict', severity: 'error' } as const;

/** What the rows of one ID number say together: too many occupations, one twice, two names (六（二）2、附件2第5、7栏). */
export function personFindings(
  notice: NoticePack,
  row: GroupedRow,
  { occupations, duplicates, rows }: PersonApplications,
  report: Report,
): void {
  if (rows.length === 0) return;
  const { clause, occupations: limit } = notice.parameters.perPerson;
  if (occupations > limit) report(found(personLimit, 'idNumber', { occupations, limit }, { clause }));
  if (duplicates.length > 0)
    report(found(personDuplicate, 'idNumber', { rows: rowList(duplicates) }, { clause }));
  const others = rows.filter((other) => differs(row, other));
  const other = others.reduce<GroupedRow | undefined>(
    (first, each) => (first === undefined || each.row < first.row ? each : first),
    undefined,
  );
  if (other !== undefined) {
    const params = { name: row.facts.text.name, other: other.facts.text.name };
    const theirs = rowList(others.map((each) => each.row));
    report(found(personConflict, 'name', { ...params, rows: theirs }));
  }
}

const differs = (a: GroupedRow, b: GroupedRow): boolean => {
  const [mine, theirs] = [fold(a.facts.text.name), fold(b.facts.text.name)];
  return mine !== '' && theirs !== '' && mine !== theirs;
};
