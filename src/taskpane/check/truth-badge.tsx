import { Badge, type BadgeProps } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Truth } from '../../rules/truth';
import { usePane } from '../pane-context';

const COLORS: Readonly<Record<Truth, NonNullable<BadgeProps['color']>>> = {
  met: 'success',
  unmet: 'danger',
  unknown: 'warning',
};

/** 符合, 不符合 or 待核实. */
export function TruthBadge({ truth }: { readonly truth: Truth }): ReactElement {
  const { words } = usePane();
  return (
    <Badge appearance="tint" color={COLORS[truth]}>
      {words(`verdict.${truth}`)}
    </Badge>
  );
}
