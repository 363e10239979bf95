import { Text } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { rowList } from '../../rules/row-list';
import { skippedRows } from '../../sheet/read-sheet';
import { usePane } from '../pane-context';
import type { FollowedSheet } from '../session/state';

/** Those that something stands in, and nobody knows what, are findings. */
const REASONS = ['blank', 'subtotal', 'repeated-header'] as const;

/** Which rows below the header are none of people, so that nobody takes them for judged. */
export function SkippedRows({ sheet }: { readonly sheet: FollowedSheet }): ReactElement {
  const { words } = usePane();
  return (
    <>
      {REASONS.map((reason) => {
        const rows = skippedRows(sheet.live.reading, reason);
        return rows.length === 0 ? null : (
          <Text key={reason} size={200}>
            {words(`pane.skipped-${reason}`, { rows: rowList(rows) })}
          </Text>
        );
      })}
    </>
  );
}
