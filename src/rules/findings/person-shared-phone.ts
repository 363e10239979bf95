import type { Groups } from '../groups';
import type { GroupedRow } from '../shared-values';
import { found, type Report } from './row-rule';

const sharedPhone = { name: 'person.shared-phone', severity: 'warning' } as const;

/** One phone number for several people (附件2第15栏). */
export function personSharedPhone(row: GroupedRow, groups: Groups, report: Report): void {
  for (const phone of row.keys.phones) {
    const { people, other } = groups.phone(phone, row);
    if (other === undefined) continue;
    const { name } = other.facts.text;
    const more = name === '' ? { variant: 'no-name' } : {};
    report(found(sharedPhone, 'phone', { phone, people, name, row: other.row }, more));
    return;
  }
}
