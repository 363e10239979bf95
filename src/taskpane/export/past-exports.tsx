import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ReactElement } from 'react';
import { usePane } from '../pane-context';
import { LEDGER_KEY, readLedger, type ExportRecord } from './export-ledger';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

/**
 * What was exported from this workbook, the last first.
 *
 * @param recorded how many exports this tab has put into the ledger: one comes only after the job that made the copy
 */
export function PastExports({ recorded }: { readonly recorded: number }): ReactElement | null {
  const styles = useStyles();
  const { session, state, words } = usePane();
  const [records, setRecords] = useState<readonly ExportRecord[]>([]);
  useEffect(() => {
    let wanted = true;
    // A job of the user's may have added one: looked up again when it is over.
    if (!state.busy)
      void session.recall(LEDGER_KEY).then((text) => {
        if (wanted) setRecords(readLedger(text));
      });
    return () => {
      wanted = false;
    };
  }, [session, state.busy, recorded]);
  if (records.length === 0) return null;
  return (
    <section>
      <Subtitle2 as="h2">{words('pane.past-exports')}</Subtitle2>
      <ul className={styles.list}>
        {[...records].reverse().map(({ date, sheet, rows, errors, reason }, i) => (
          <li key={i}>
            {words('pane.past-export', { date, sheet, rows })}
            {errors === 0 ? '' : words('pane.past-export-errors', { errors, reason })}
          </li>
        ))}
      </ul>
    </section>
  );
}
