import { Button, Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { ArrowExportRegular } from '@fluentui/react-icons';
import { useState, type ReactElement } from 'react';
import { errorsLeft, safeEdits } from '../../sheet/fixes';
import { FindingItem } from '../check/finding-item';
import { CutList } from '../check/cut-list';
import { usePane } from '../pane-context';
import type { FollowedSheet } from '../session/state';
import type { TabProps } from '../tabs';
import { cleanCopy } from './clean-copy';
import { LEDGER_KEY, readLedger, writeLedger } from './export-ledger';
import { PastExports } from './past-exports';
import { PrintList } from './print-list';

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, alignItems: 'stretch' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Errors that are shown of what blocks. */
const SHOWN = 20;

/** 导出: what would be sent, what still blocks, and the clean workbook. */
export default function ExportTab({ session, state }: TabProps): ReactElement | null {
  const styles = useStyles();
  const { words } = usePane();
  const [reason, setReason] = useState('');
  const { sheet } = state;
  if (sheet === null) return null;
  const { report } = sheet.live;
  const { reading, summary } = report;
  const blocking = errorsLeft(report);
  const rows = reading.rows.length;
  const ready = rows > 0 && !state.busy && (blocking.length === 0 || reason.trim() !== '');
  const exportCopy = async (followed: FollowedSheet): Promise<void> => {
    const file = words('pane.export-name', { date: session.today });
    const place = await session.openCopy(() => cleanCopy(report), file);
    if (place === null) return;
    const record = {
      date: session.today,
      sheet: followed.live.reading.sheet,
      rows,
      errors: blocking.length,
      reason: blocking.length === 0 ? '' : reason.trim(),
    };
    // Else it would be read as the export that failed, and be done again.
    if (!(await session.amend(LEDGER_KEY, (kept) => writeLedger(readLedger(kept), record))))
      session.say({ tone: 'problem', code: 'pane.export-unrecorded', params: { file } });
    setReason('');
  };
  return (
    <div className={styles.tab}>
      <Text>{words('pane.export-rows', { rows, fixes: safeEdits(report).length, fee: summary.fee })}</Text>
      <Text>{words('pane.verdict-counts', { ...summary })}</Text>
      {blocking.length === 0 ? (
        <Text role="status">{words(rows === 0 ? 'pane.export-nobody' : 'pane.export-nothing-blocks')}</Text>
      ) : (
        <>
          <Text role="status">{words('pane.export-blocked', { errors: blocking.length })}</Text>
          <CutList items={blocking} step={SHOWN}>
            {(shown) => (
              <ul className={styles.list}>
                {shown.map((finding, i) => (
                  <FindingItem key={i} sheet={sheet} finding={finding} />
                ))}
              </ul>
            )}
          </CutList>
          <Field label={words('pane.export-reason')} hint={words('pane.export-reason-hint')}>
            <Textarea
              value={reason}
              maxLength={500}
              onChange={(_, { value }) => {
                setReason(value);
              }}
            />
          </Field>
        </>
      )}
      <div className={styles.actions}>
        <Button
          appearance="primary"
          icon={<ArrowExportRegular />}
          disabledFocusable={!ready}
          onClick={() => {
            if (ready) void exportCopy(sheet);
          }}
        >
          {words(blocking.length === 0 ? 'pane.export' : 'pane.export-anyway')}
        </Button>
        <PrintList sheet={sheet} />
      </div>
      <Text size={200}>{words('pane.export-what')}</Text>
      <PastExports />
    </div>
  );
}
