import type { OtherSheet } from '../eligibility/other-sheets';
import type { PersonApplications } from '../eligibility/per-person';
import type { GroupedRow } from '../shared-values';
import type { MessageParams } from '../finding';
import type { NoticePack } from '../notice';
import { rowList } from '../row-list';
import { found, type Report } from './row-rule';

const personLimit = { name: 'person.limit', severity: 'error' } as const;
const personDuplicate = { name: 'person.duplicate', severity: 'error' } as const;
const personConflict = { name: 'person.conflict', severity: 'error' } as const;

/**
 * What the rows of one ID number say together: too many occupations, one twice, two names (六（二）2、附件2第5、7栏), these also
 * where another sheet of the file has the other.
 */
export function personFindings(
  notice: NoticePack,
  row: GroupedRow,
  { occupations, duplicates, person }: PersonApplications,
  others: readonly OtherSheet[],
  report: Report,
): void {
  const { clause, occupations: limit } = notice.parameters.perPerson;
  if (occupations > limit) report(found(personLimit, 'idNumber', { occupations, limit }, { clause }));
  if (duplicates.length > 0)
    report(found(personDuplicate, 'idNumber', { rows: rowList(duplicates) }, { clause }));
  const here = person?.namedOtherwise(row) ?? [];
  if (here.length > 0) {
    report(found(personConflict, 'name', conflict(row, here)));
    return;
  }
  for (const { sheet, groups } of others) {
    const there = groups.ofPerson(row.keys.person)?.namedOtherwise(row) ?? [];
    if (there.length === 0) continue;
    // Which of the two sheets is in force, nobody can see: one may be last year's, with a slip that was mended since.
    const more = { variant: 'other-sheet', severity: 'warning' } as const;
    report(found(personConflict, 'name', { ...conflict(row, there), sheet }, more));
    return;
  }
}

const conflict = (row: GroupedRow, others: readonly GroupedRow[]): MessageParams => ({
  name: row.facts.text.name,
  other: others[0]?.facts.text.name ?? '',
  rows: rowList(others.map((each) => each.row)),
});
