import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { quoted } from '../../rules/messages/message';
import { parseA1 } from '../../sheet/a1';
import type { PlacedFinding } from '../../sheet/check-sheet';
import { officialValue } from '../../sheet/official-rows';
import { usePane } from '../pane-context';
import { writeOf } from '../session/session';
import type { FollowedSheet } from '../session/state';

/** Makes the fix of a finding; nothing where it has none, or the sheet takes none. */
export function FixButton({
  sheet,
  finding,
}: {
  readonly sheet: FollowedSheet;
  readonly finding: PlacedFinding;
}): ReactElement | null {
  const { session, words } = usePane();
  const { fix, cell, column } = finding;
  const place = cell === null ? null : parseA1(cell);
  if (fix === null || cell === null || place === null || column === null || sheet.protected) return null;
  const value = quoted(fix.value);
  const mend = (): void => {
    const write = writeOf(sheet, place.row, place.column, officialValue(column, fix.value));
    void session.write(sheet, [write], 'pane.fixed', { cell, value });
  };
  return (
    <Button size="small" onClick={mend}>
      {words(fix.safe ? 'pane.fix' : 'pane.fix-suggestion', { value })}
    </Button>
  );
}
