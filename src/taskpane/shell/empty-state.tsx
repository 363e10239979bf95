import { makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { TableAddRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { insertForm } from '../actions';
import { usePane } from '../pane-context';
import { ActionButton } from './action-button';

const useStyles = makeStyles({
  empty: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    flexGrow: 1,
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
  },
});

/** A workbook without the official sheet. */
export function EmptyState(): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  return (
    <div className={styles.empty}>
      <Subtitle1 as="h2">{words('pane.no-sheet')}</Subtitle1>
      <Text>{words('pane.no-sheet-advice')}</Text>
      <ActionButton action={insertForm} icon={<TableAddRegular />} primary />
    </div>
  );
}
