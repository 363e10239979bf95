import { Button } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { usePane } from '../pane-context';
import type { FollowedSheet } from '../session/state';
import { nameEnding } from './file-name';

/** A workbook with every finding of the sheet, to print and to hand round. */
export function PrintList({ sheet }: { readonly sheet: FollowedSheet }): ReactElement {
  const { session, state, locale, words } = usePane();
  const print = async (): Promise<void> => {
    const now = await session.readAnew(sheet.id);
    if (now === null) return;
    const make = async (): Promise<Uint8Array> => {
      const { findingsWorkbook } = await import('../../documents/findings-workbook');
      return findingsWorkbook(now.live.report, locale);
    };
    const ending = nameEnding(session.state, now, session.today);
    await session.openCopy(make, words('pane.findings-name', { ending }));
  };
  return (
    <Button
      size="small"
      icon={<PrintRegular />}
      disabledFocusable={state.busy}
      onClick={() => {
        if (!state.busy) void print();
      }}
    >
      {words('pane.findings-list')}
    </Button>
  );
}
