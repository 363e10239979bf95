import type { ReactElement } from 'react';
import { completedYears } from '../../rules/calendar-date';
import { usePane } from '../pane-context';
import { identityIn } from './implied-values';
import { useRowForm } from './row-form';

/** What a valid ID number says: sex, birthday, age on the day that counts, and the limit of 二（一）3. */
export function IdentityNote(): ReactElement | null {
  const { session, words } = usePane();
  const { sheet, row, text } = useRowForm();
  const { rulebook, today } = session;
  const on = sheet.live.facts(row)?.referenceDate ?? today;
  const { birth, sex } = identityIn(rulebook, on, text, text('idNumber'));
  if (birth === null || sex === null) return null;
  const { male, female } = rulebook.notice.parameters.age;
  const params = { sex, birth, age: completedYears(birth, on), limit: sex === '男' ? male : female, on };
  return <span>{words('pane.identity', params)}</span>;
}
