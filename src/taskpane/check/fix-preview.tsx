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
import type { ReactElement } from 'react';
import { makeFixes, previewFixes } from '../actions';
import { usePane } from '../pane-context';
import type { FollowedSheet } from '../session/state';
import { ActionButton } from '../shell/action-button';
import { CutList } from './cut-list';
import { safeEditsOf } from './mistakes';

const useStyles = makeStyles({
  surface: { maxWidth: 'calc(100vw - 16px)', boxSizing: 'border-box', padding: tokens.spacingHorizontalM },
  list: { margin: 0, paddingLeft: 0, listStyleType: 'none' },
  edit: {
    padding: `${tokens.spacingVerticalXS} 0`,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  before: { color: tokens.colorNeutralForeground2 },
});

/** All safe fixes, cell by cell, before any of them is made. */
export function FixPreview({ sheet }: { readonly sheet: FollowedSheet }): ReactElement {
  const styles = useStyles();
  const pane = usePane();
  const { words, view, show } = pane;
  const edits = safeEditsOf(sheet);
  const close = (): void => {
    show({ previewing: false });
  };
  return (
    <Dialog
      open={view.previewing}
      onOpenChange={(_, { open }) => {
        if (!open) close();
      }}
    >
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{previewFixes.label(pane)}</DialogTitle>
          <DialogContent tabIndex={0}>
            <p>{words('pane.fix-all-advice')}</p>
            <CutList items={edits}>
              {(shown) => (
                <ul className={styles.list}>
                  {shown.map(({ cell, key, before, after }) => (
                    <li key={cell} className={styles.edit}>
                      {cell} {words(`pane.column.${key}`)}：<del className={styles.before}>{before}</del> →{' '}
                      <ins>{after}</ins>
                    </li>
                  ))}
                </ul>
              )}
            </CutList>
          </DialogContent>
          <DialogActions fluid>
            <ActionButton action={makeFixes} primary />
            <Button size="small" onClick={close}>
              {words('pane.cancel')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
