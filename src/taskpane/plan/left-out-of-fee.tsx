import { Text } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { rowList } from '../../rules/row-list';
import { usePane } from '../pane-context';
import type { FollowedSheet } from '../session/state';

/** Whom the fee of a sheet does not count; nothing where it counts everybody. */
export function LeftOutOfFee({ sheet }: { readonly sheet: FollowedSheet }): ReactElement | null {
  const { words } = usePane();
  const { withoutFee } = sheet.live.report;
  if (withoutFee.length === 0) return null;
  return <Text>{words('fee.left-out', { count: withoutFee.length, rows: rowList(withoutFee) })}</Text>;
}
