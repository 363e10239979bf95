import type { Groups } from '../groups';
import type { GroupedRow } from '../shared-values';
import { CERTIFICATE_PAIRS } from '../application';
import { found, type Report } from './row-rule';

const reused = { name: 'certificate.reused', severity: 'warning' } as const;

/** One certificate number for several people (附件2第18、20、22栏). */
export function certificateReused(row: GroupedRow, groups: Groups, report: Report): void {
  for (const [, column] of CERTIFICATE_PAIRS) {
    for (const { comparable: number } of row.facts.numbers[column]) {
      if (number === null) continue;
      const { other } = groups.certificate(column, number, row);
      if (other === undefined) continue;
      const { name } = other.facts.text;
      const more = name === '' ? { variant: 'no-name' } : {};
      report(found(reused, column, { number, name, row: other.row }, more));
    }
  }
}
