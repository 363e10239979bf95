import { makeStyles, mergeClasses, Text, ToggleButton, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { feedbackDay, type WindowResult } from '../../rules/acceptance-window';
import {
  dayOf,
  daysInMonth,
  isoDate,
  monthOf,
  weekday,
  yearOf,
  type IsoDate,
} from '../../rules/calendar-date';
import { daysText } from '../../rules/messages/dates';
import type { NoticePack } from '../../rules/notice';
import { usePane } from '../pane-context';

const WEEK = 7;

const useStyles = makeStyles({
  calendar: { borderCollapse: 'collapse', maxWidth: '320px' },
  cell: { textAlign: 'center', padding: '1px' },
  day: { minWidth: '36px', maxWidth: '36px', padding: 0 },
  plain: { color: tokens.colorNeutralForeground3 },
});

/** The weeks of a month, Monday first; null before its first and after its last day. */
function weeksOf(year: number, month: number): readonly (readonly (IsoDate | null)[])[] {
  const days = Array.from({ length: daysInMonth(year, month) }, (_, i) => isoDate(year, month, i + 1));
  const [first] = days;
  const before = first === null || first === undefined ? 0 : (weekday(first) + WEEK - 1) % WEEK;
  const cells = [...Array.from({ length: before }, () => null), ...days];
  return Array.from({ length: Math.ceil(cells.length / WEEK) }, (_, week) =>
    Array.from({ length: WEEK }, (__, i) => cells[week * WEEK + i] ?? null),
  );
}

/**
 * 六（三）: the month of the current or next window as a calendar; the acceptance day on which papers are handed in tells its
 * feedback day.
 */
export function AcceptanceCalendar({
  notice,
  window,
  submitted,
  pick,
}: {
  readonly notice: NoticePack;
  readonly window: WindowResult;
  readonly submitted: IsoDate | null;
  readonly pick: (day: IsoDate) => void;
}): ReactElement {
  const styles = useStyles();
  const { locale, words } = usePane();
  const { year } = notice.parameters;
  if (window.kind !== 'days')
    return (
      <Text>
        {words(window.kind === 'over' ? 'schedule.window-over' : 'schedule.no-official-calendar', { year })}
      </Text>
    );
  const [first] = window.days;
  if (first === undefined || submitted === null)
    return <Text>{words('schedule.window-over', { year })}</Text>;
  const feedback = feedbackDay(notice, submitted);
  const accepted = new Set(window.days);
  return (
    <>
      <Text>{words('schedule.window', { days: daysText(locale, window.days) })}</Text>
      <table
        className={styles.calendar}
        aria-label={words('pane.calendar', { year: yearOf(first), month: monthOf(first) })}
      >
        <thead>
          <tr>
            {Array.from({ length: WEEK }, (_, i) => (
              <th key={i} scope="col" className={styles.cell}>
                {words('pane.weekdays').split(' ')[i]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(yearOf(first), monthOf(first)).map((week, i) => (
            <tr key={i}>
              {week.map((date, k) => (
                <td key={k} className={mergeClasses(styles.cell, styles.plain)}>
                  {date === null ? null : accepted.has(date) ? (
                    <ToggleButton
                      size="small"
                      className={styles.day}
                      checked={date === submitted}
                      appearance={date === submitted ? 'primary' : 'outline'}
                      aria-label={words('pane.acceptance-day', { date })}
                      onClick={() => {
                        pick(date);
                      }}
                    >
                      {dayOf(date)}
                    </ToggleButton>
                  ) : (
                    dayOf(date)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Text role="status">
        {feedback === undefined
          ? words('pane.no-feedback-day', { date: submitted })
          : words('pane.feedback-day', { date: submitted, feedback })}
      </Text>
    </>
  );
}
