import { makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { nextRow, previousRow } from '../actions';
import { TruthBadge } from '../check/truth-badge';
import { personTitle, usePane } from '../pane-context';
import type { FollowedSheet } from '../session/state';
import { ActionButton } from '../shell/action-button';
import { isEmpty } from './blank-row';
import { textOf } from './row-cells';

const useStyles = makeStyles({
  heading: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { flexGrow: 1 },
});

/** Whose row it is, how it stands with the notice, and the way to the rows beside it. */
export function PersonHeading({
  sheet,
  row,
}: {
  readonly sheet: FollowedSheet;
  readonly row: number;
}): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const name = textOf(sheet, row, 'name');
  const verdict = sheet.live.row(row)?.verdict;
  return (
    <div className={styles.heading}>
      <Subtitle1 as="h2" className={styles.title}>
        {name === ''
          ? words(isEmpty(sheet.live.grid.rows[row - 1]) ? 'pane.blank-row' : 'pane.unnamed', { row })
          : personTitle(words, row, name)}
      </Subtitle1>
      {verdict === undefined ? null : <TruthBadge truth={verdict.truth} />}
      <ActionButton action={previousRow} icon={<ChevronUpRegular />} iconOnly />
      <ActionButton action={nextRow} icon={<ChevronDownRegular />} iconOnly />
    </div>
  );
}
