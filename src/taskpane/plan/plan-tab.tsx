import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { acceptanceWindow } from '../../rules/acceptance-window';
import type { IsoDate } from '../../rules/calendar-date';
import { usePane } from '../pane-context';
import type { TabProps } from '../tabs';
import { AcceptanceCalendar } from './acceptance-calendar';
import { Contacts } from './contacts';
import { FeeTable } from './fee-table';
import { LeftOutOfFee } from './left-out-of-fee';
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
  const { notice } = session.rulebook;
  const [picked, setPicked] = useState<IsoDate | null>(null);
  const window = acceptanceWindow(notice, session.today);
  const submitted = picked ?? (window.kind === 'days' ? (window.days[0] ?? null) : null);
  return (
    <div className={styles.tab}>
      <section className={styles.part}>
        <Subtitle2 as="h2">{words('pane.plan-window')}</Subtitle2>
        <AcceptanceCalendar notice={notice} window={window} submitted={submitted} pick={setPicked} />
      </section>
      <section className={styles.part}>
        <Subtitle2 as="h2">{words('pane.plan-schedule')}</Subtitle2>
        <ScheduleLookUp on={submitted} />
        {sheet === null ? null : <SubjectSchedule sheet={sheet} on={submitted} />}
      </section>
      {sheet === null ? null : (
        <section className={styles.part}>
          <Subtitle2 as="h2">{words('pane.plan-fees')}</Subtitle2>
          <FeeTable sheet={sheet} />
          <LeftOutOfFee sheet={sheet} />
        </section>
      )}
      <section className={styles.part}>
        <Subtitle2 as="h2">{words('pane.plan-contacts')}</Subtitle2>
        <Contacts notice={notice} />
      </section>
    </div>
  );
}
