import type { Finding } from '../finding';
import type { GroupedRow, Groups } from '../groups';
import { found } from './row-rule';

export const sharedPhone = {
  name: 'person.shared-phone',
  severity: 'warning',
  basis: '附件2第15栏',
} as const;

/** One phone number for several people. */
export function personSharedPhone(row: GroupedRow, groups: Groups): readonly Finding[] {
  for (const phone of row.keys.phones) {
    const { people, other } = groups.phone(phone, row);
    if (other === undefined) continue;
    return [found(sharedPhone, 'phone', { phone, people, name: other.facts.text.name, row: other.row })];
  }
  return [];
}
