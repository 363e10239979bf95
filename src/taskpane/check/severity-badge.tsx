import { Badge, type BadgeProps } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Severity } from '../../rules/finding';
import { usePane } from '../pane-context';

const COLORS: Readonly<Record<Severity, NonNullable<BadgeProps['color']>>> = {
  error: 'danger',
  warning: 'warning',
  info: 'informative',
};

/** 错误, 提醒 or 提示. */
export function SeverityBadge({ severity }: { readonly severity: Severity }): ReactElement {
  const { words } = usePane();
  return (
    <Badge appearance="tint" color={COLORS[severity]}>
      {words(`severity.${severity}`)}
    </Badge>
  );
}
