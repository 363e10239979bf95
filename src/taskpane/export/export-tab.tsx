import { Button, Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { ArrowExportRegular } from '@fluentui/react-icons';
import { useState, type ReactElement } from 'react';
import type { SheetId } from '../../hosts/host';
import { rowList } from '../../rules/row-list';
import type { PlacedFinding } from '../../sheet/check-sheet';
import { cellsMendedInCopy, errorsLeft } from '../../sheet/fixes';
import { hiddenPeople, skippedRows, UNTAKEN_REASONS } from '../../sheet/read-sheet';
import { FindingItem } from '../check/finding-item';
import { CutList } from '../check/cut-list';
import { usePane } from '../pane-context';
import { LeftOutOfFee } from '../plan/left-out-of-fee';
import { OtherSheets } from '../shell/other-sheets';
import type { TabProps } from '../tabs';
import { cleanCopy } from './clean-copy';
import { LEDGER_KEY, readLedger, writeLedger } from './export-ledger';
import { nameEnding } from './file-name';
import { PastExports } from './past-exports';
import { PrintList } from './print-list';

const useStyles = makeStyles({
  tab: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, alignItems: 'stretch' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Errors that are shown of what blocks. */
const SHOWN = 20;

const placeAndRule = ({ row, column, rule }: PlacedFinding): string =>
  `${String(row)} ${column ?? ''} ${rule}`;

/** 导出: what would be sent, what still blocks, and the clean workbook. */
export default function ExportTab({ session, state }: TabProps): ReactElement | null {
  const styles = useStyles();
  const { words } = usePane();
  const [typed, setTyped] = useState({ sheet: state.sheet?.id, reason: '' });
  const [recorded, setRecorded] = useState(0);
  const { sheet } = state;
  if (sheet === null) return null;
  // What is said for one sheet is not said for another.
  const reason = typed.sheet === sheet.id ? typed.reason : '';
  const { report } = sheet.live;
  const blocking = errorsLeft(report);
  const rows = report.reading.rows.length;
  const hidden = hiddenPeople(report.reading);
  const fixes = cellsMendedInCopy(report);
  const errors = blocking.length;
  const mayGo = (people: number, left: number): boolean => people > 0 && (left === 0 || reason.trim() !== '');
  const ready = !state.busy && mayGo(rows, errors);
  const exportCopy = async (id: SheetId): Promise<void> => {
    // What goes out is the sheet as it is at this moment.
    const followed = await session.readAnew(id);
    if (followed === null) return;
    const now = followed.live.report;
    const people = now.reading.rows.length;
    const errorsNow = errorsLeft(now);
    const left = errorsNow.length;
    // A reason is for the errors that were there to be read.
    const seen = new Set(blocking.map(placeAndRule));
    if (!mayGo(people, left) || errorsNow.some((error) => !seen.has(placeAndRule(error)))) {
      session.say({ tone: 'problem', code: 'pane.export-changed', params: {} });
      return;
    }
    const file = words('pane.export-name', { ending: nameEnding(session.state, followed, session.today) });
    const place = await session.openCopy(() => cleanCopy(now), file);
    if (place === null) return;
    const record = {
      date: session.today,
      sheet: now.reading.sheet,
      rows: people,
      errors: left,
      reason: left === 0 ? '' : reason.trim(),
    };
    // Else it would be read as the export that failed, and be done again.
    if (await session.amend(LEDGER_KEY, (kept) => writeLedger(readLedger(kept), record)))
      setRecorded((count) => count + 1);
    else session.say({ tone: 'problem', code: 'pane.export-unrecorded', params: { file } });
    // The user may be at another sheet by now.
    setTyped((now) => (now.sheet === id ? { sheet: id, reason: '' } : now));
  };
  return (
    <div className={styles.tab}>
      <Text>
        {words('pane.export-rows', { rows, fee: report.summary.fee })}
        {fixes === 0 ? null : ` ${words('pane.export-fixes', { fixes })}`}
      </Text>
      <LeftOutOfFee sheet={sheet} />
      <Text>{words('pane.verdict-counts', { ...report.summary })}</Text>
      {hidden.length === 0 ? null : <Text>{words('export.hidden-rows', { rows: rowList(hidden) })}</Text>}
      {UNTAKEN_REASONS.map((reason) => {
        const untaken = skippedRows(report.reading, reason);
        return untaken.length === 0 ? null : (
          <Text key={reason}>{words(`export.${reason}`, { rows: rowList(untaken) })}</Text>
        );
      })}
      {report.reading.otherHeaders.length === 0 ? null : (
        <Text>{words('export.other-columns', { columns: report.reading.otherHeaders })}</Text>
      )}
      <OtherSheets />
      {errors === 0 ? (
        <Text role="status">{words(rows === 0 ? 'pane.export-nobody' : 'pane.export-nothing-blocks')}</Text>
      ) : (
        <>
          <Text role="status">{words('pane.export-blocked', { errors })}</Text>
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
                setTyped({ sheet: sheet.id, reason: value });
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
            if (ready) void exportCopy(sheet.id);
          }}
        >
          {words(errors === 0 ? 'pane.export' : 'pane.export-anyway')}
        </Button>
        <PrintList sheet={sheet} />
      </div>
      <Text size={200}>{words('pane.export-what')}</Text>
      <PastExports recorded={recorded} />
    </div>
  );
}
