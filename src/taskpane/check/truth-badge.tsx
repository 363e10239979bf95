import { Badge, makeStyles, type BadgeProps } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Truth } from '../../rules/truth';
import { usePane } from '../pane-context';

const COLORS: Readonly<Record<Truth, NonNullable<BadgeProps['color']>>> = {
  met: 'success',
  unmet: 'danger',
  unknown: 'warning',
};

// Beside a long name it would be squeezed, and its words stand out of it.
const useStyles = makeStyles({ badge: { flexShrink: 0 } });

/** 符合, 不符合 or 待核实. */
export function TruthBadge({ truth }: { readonly truth: Truth }): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  return (
    <Badge className={styles.badge} appearance="tint" color={COLORS[truth]}>
      {words(`verdict.${truth}`)}
    </Badge>
  );
}
