import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { makeFixes, previewFixes } from '../actions';
import { usePane } from '../pane-context';
import type { FollowedSheet } from '../session/state';
import { ActionButton } from '../shell/action-button';
import { PaneDialog } from '../shell/pane-dialog';
import { CutList } from './cut-list';
import { safeEditsOf } from './mistakes';

const useStyles = makeStyles({
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
  return (
    <PaneDialog
      open={view.previewing}
      title={previewFixes.label(pane)}
      action={<ActionButton action={makeFixes} primary />}
      isRead
      onClose={() => {
        show({ previewing: false });
      }}
    >
      <p>{words('pane.fix-all-advice')}</p>
      <CutList items={edits}>
        {(shown) => (
          <ul className={styles.list}>
            {shown.map(({ cell, key, before, after }) => (
              <li key={cell} className={styles.edit}>
                {words('pane.fix-of', { cell, column: words(`pane.column.${key}`) })}
                <del className={styles.before}>{before}</del> → <ins>{after}</ins>
              </li>
            ))}
          </ul>
        )}
      </CutList>
    </PaneDialog>
  );
}
