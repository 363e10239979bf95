import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane } from '../pane-context';
import type { TabProps } from '../tabs';
import { AcceptanceCalendar } from './acceptance-calendar';
import { FeeTable } from './fee-table';
import { ScheduleLookUp } from './schedule-look-up';
import { SubjectSchedule } from './subject-schedule';

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** 日程与费用: when papers are accepted, when each occupation is examined, and what the sheet costs. */
export default function PlanTab({ session, state }: TabProps): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { sheet } = state;
  return (
    <div className={styles.tab}>
      <section className={styles.part}>
        <Subtitle2 as="h2">{words('pane.plan-window')}</Subtitle2>
        <AcceptanceCalendar notice={session.rulebook.notice} today={session.today} />
      </section>
      <section className={styles.part}>
        <Subtitle2 as="h2">{words('pane.plan-schedule')}</Subtitle2>
        <ScheduleLookUp />
        {sheet === null ? null : <SubjectSchedule sheet={sheet} />}
      </section>
      {sheet === null ? null : (
        <section className={styles.part}>
          <Subtitle2 as="h2">{words('pane.plan-fees')}</Subtitle2>
          <FeeTable sheet={sheet} />
        </section>
      )}
    </div>
  );
}
