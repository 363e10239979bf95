import type { GroupedRow, Groups } from '../groups';
import { found, type Report } from './row-rule';

export const inconsistent = {
  name: 'institution.inconsistent',
  severity: 'warning',
  basis: '三-机构初审',
} as const;

/** One file comes from one institution: a name that the fewer rows carry. */
export function institutionInconsistent(row: GroupedRow, groups: Groups, report: Report): void {
  const majority = groups.majorityInstitution;
  const { institution } = row.keys;
  if (institution === '' || majority === undefined || institution === majority) return;
  const params = { value: row.facts.text.institution, majority: groups.institutionName(majority) };
  report(found(inconsistent, 'institution', params));
}
