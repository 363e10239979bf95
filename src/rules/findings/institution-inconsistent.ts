import type { Groups } from '../groups';
import type { GroupedRow } from '../shared-values';
import { found, type Report } from './row-rule';

const inconsistent = { name: 'institution.inconsistent', severity: 'warning' } as const;

/**
 * One file comes from one institution: a name that the fewer rows carry, or any where none is carried by the most
 * (三-机构初审).
 */
export function institutionInconsistent(row: GroupedRow, groups: Groups, report: Report): void {
  const majority = groups.majorityInstitution;
  const { institution } = row.keys;
  if (institution === '' || institution === majority) return;
  const value = row.facts.text.institution;
  if (majority === null) {
    report(found(inconsistent, 'institution', { value }, { variant: 'no-majority' }));
    return;
  }
  report(found(inconsistent, 'institution', { value, majority: groups.majorityName }));
}
