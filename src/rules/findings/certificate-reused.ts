import type { ColumnKey } from '../application';
import type { GroupedRow, Groups } from '../groups';
import { CERTIFICATE_PAIRS } from '../application';
import { found, type Report } from './row-rule';

export const reused = {
  name: 'certificate.reused',
  severity: 'warning',
  basis: '附件2第18、20、22栏',
} as const;

/** One certificate number for several people. */
export function certificateReused(row: GroupedRow, groups: Groups, report: Report): void {
  for (const key of row.keys.certificates) {
    const { other } = groups.certificate(key, row);
    if (other === undefined) continue;
    const column: ColumnKey =
      CERTIFICATE_PAIRS.find(([, number]) => key.startsWith(`${number}:`))?.[1] ?? 'skillCertificateNo';
    const number = key.slice(column.length + 1);
    report(found(reused, column, { number, name: other.facts.text.name, row: other.row }));
  }
}
