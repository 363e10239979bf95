import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import type { IsoDate } from '../../rules/calendar-date';
import { subjectCounts } from '../../sheet/subject-counts';
import { CutList } from '../check/cut-list';
import { usePane } from '../pane-context';
import type { FollowedSheet } from '../session/state';
import { scheduleText } from './schedule-text';
import { sheetFacts } from './sheet-facts';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

/** When the occupations of a sheet are examined, and which have so many applications that they get their own session. */
export function SubjectSchedule({
  sheet,
  on,
}: {
  readonly sheet: FollowedSheet;
  readonly on: IsoDate | null;
}): ReactElement {
  const styles = useStyles();
  const { session, locale, words } = usePane();
  const subjects = useMemo(() => subjectCounts(session.rulebook, sheetFacts(sheet)), [session, sheet]);
  const { moreThan } = session.rulebook.notice.parameters.separateSession;
  if (subjects.length === 0) return <Text>{words('pane.no-applications')}</Text>;
  return (
    <CutList items={subjects}>
      {(shown) => (
        <ul className={styles.list}>
          {shown.map(({ key, subject, count, separate }) => (
            <li key={key}>
              {scheduleText(session.rulebook, subject, on, locale)}{' '}
              <Badge appearance="tint">{words('pane.persons', { count })}</Badge>{' '}
              {separate ? (
                <Badge color="warning">{words('pane.separate-session', { moreThan })}</Badge>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </CutList>
  );
}
