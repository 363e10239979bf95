import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactElement } from 'react';
import { parseA1 } from '../../sheet/a1';
import type { PlacedFinding } from '../../sheet/check-sheet';
import { usePane } from '../pane-context';
import type { FollowedSheet } from '../session/state';
import { FindingText } from './finding-text';
import { FixButton } from './fix-button';
import { SeverityBadge } from './severity-badge';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: tokens.spacingVerticalXS,
    borderRadius: tokens.borderRadiusMedium,
    // Below the buttons that stay in reach.
    scrollMarginTop: '48px',
  },
  current: { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '-2px' },
  place: { minWidth: 0, justifyContent: 'start', paddingLeft: 0, paddingRight: 0 },
  text: { flexBasis: '100%', overflowWrap: 'anywhere' },
});

/** One finding: a click on its place goes to the cell. */
export function FindingItem({
  sheet,
  finding,
}: {
  readonly sheet: FollowedSheet;
  readonly finding: PlacedFinding;
}): ReactElement {
  const styles = useStyles();
  const { state, words, see } = usePane();
  const { cell, column, row, severity } = finding;
  const place = cell === null ? null : parseA1(cell);
  const at = place ?? (row === null ? null : { row: row - 1, column: 0 });
  const { selection } = state;
  const current =
    place !== null &&
    selection?.sheet === sheet.id &&
    selection.row === place.row &&
    selection.column === place.column;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) item.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const header = column === null ? '' : words(`pane.column.${column}`);
  const label = cell === null ? header || words('pane.whole-sheet') : `${cell} ${header}`.trim();
  return (
    <li
      ref={item}
      className={mergeClasses(styles.item, current && styles.current)}
      aria-current={current || undefined}
    >
      <SeverityBadge severity={severity} />
      <Button
        size="small"
        appearance="transparent"
        className={styles.place}
        disabledFocusable={at === null}
        onClick={() => {
          if (at !== null) see(sheet.id, at.row, at.column);
        }}
      >
        {label}
      </Button>
      <span className={styles.text}>
        <FindingText finding={finding} />
      </span>
      <FixButton sheet={sheet} finding={finding} />
    </li>
  );
}
