import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { PlacedFinding } from '../../sheet/check-sheet';
import { FindingText } from '../check/finding-text';
import { FixButton } from '../check/fix-button';
import type { FollowedSheet } from '../session/state';

const useStyles = makeStyles({
  // Beside the field's icon, which hangs in the margin.
  list: {
    display: 'inline-flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
});

/** What is wrong with a field, below it, each with its fix. */
export function FieldFindings({
  sheet,
  findings,
}: {
  readonly sheet: FollowedSheet;
  readonly findings: readonly PlacedFinding[];
}): ReactElement {
  const styles = useStyles();
  return (
    <span className={styles.list}>
      {findings.map((finding, order) => (
        <span key={`${finding.message} ${String(order)}`}>
          <FindingText finding={finding} /> <FixButton sheet={sheet} finding={finding} />
        </span>
      ))}
    </span>
  );
}
