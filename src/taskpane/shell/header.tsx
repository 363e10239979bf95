import { makeStyles, Switch, tokens } from '@fluentui/react-components';
import { ArrowSyncRegular, ArrowUndoRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { recheck, undo } from '../actions';
import { usePane } from '../pane-context';
import { ActionButton } from './action-button';
import { SheetPicker } from './sheet-picker';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    flexShrink: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`,
  },
  // It names what it would undo, which must not push the rest about.
  undo: { flex: '1 1 0', minWidth: 0, justifyContent: 'start', overflow: 'hidden', whiteSpace: 'nowrap' },
});

/** Which sheet, live or not, check again, undo. */
export function Header(): ReactElement {
  const styles = useStyles();
  const { session, state, words } = usePane();
  return (
    <header className={styles.header}>
      <SheetPicker />
      <Switch
        checked={state.live}
        label={words('pane.live')}
        onChange={(_, { checked }) => void session.setLive(checked)}
      />
      <ActionButton action={recheck} icon={<ArrowSyncRegular />} iconOnly />
      <ActionButton action={undo} icon={<ArrowUndoRegular />} className={styles.undo} />
    </header>
  );
}
