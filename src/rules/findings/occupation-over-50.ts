import type { Groups } from '../groups';
import type { GroupedRow } from '../shared-values';
import type { Rulebook } from '../rulebook';
import { countedName } from '../subject';
import { found, type Report } from './row-rule';

const over50 = { name: 'occupation.over-50', severity: 'info' } as const;

/** 附件6注: more than 50 applications for one occupation get a session of their own. */
export function occupationOver50(
  { notice, catalogue }: Rulebook,
  row: GroupedRow,
  groups: Groups,
  report: Report,
): void {
  const { clause, moreThan } = notice.parameters.separateSession;
  const count = groups.applications(row);
  if (count <= moreThan) return;
  const { subject } = row.facts;
  const column = subject.kind === 'ability' ? 'occupationName' : 'occupationCode';
  report(found(over50, column, { subject: countedName(catalogue, subject), count, moreThan }, { clause }));
}
