import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { usePane } from '../pane-context';

const useStyles = makeStyles({
  surface: {
    maxWidth: 'min(640px, calc(100vw - 16px))',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalM,
  },
});

interface PaneDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** The button that does what the dialog is about, beside the one that does not. */
  readonly action: ReactNode;
  /** Whether what is within is only read, so that the keyboard has to reach it to scroll. */
  readonly isRead?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question of the pane, within its narrow width or in the middle of the workbench. */
export function PaneDialog({
  open,
  title,
  action,
  isRead = false,
  onClose,
  children,
}: PaneDialogProps): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  return (
    <Dialog
      open={open}
      onOpenChange={(_, change) => {
        if (!change.open) onClose();
      }}
    >
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent {...(isRead ? { tabIndex: 0 } : {})}>{children}</DialogContent>
          <DialogActions fluid>
            {action}
            <Button size="small" onClick={onClose}>
              {words('pane.cancel')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
