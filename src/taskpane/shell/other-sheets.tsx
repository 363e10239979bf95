import { Text } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane } from '../pane-context';
import { othersWithPeople } from '../session/state';

/** That the workbook has other sheets with people, which are exported apart, and what is wrong in them. */
export function OtherSheets(): ReactElement | null {
  const { session, state, words } = usePane();
  const others = othersWithPeople(state, state.sheet?.id);
  if (others.length === 0) return null;
  const list = others.map(({ live: { reading, report } }) =>
    words('pane.other-sheet', { sheet: reading.sheet, ...report.summary }),
  );
  return (
    <Text>
      {words('pane.other-sheets', {
        count: others.length,
        sheets: list,
        clause: session.rulebook.notice.parameters.perPerson.clause,
      })}
    </Text>
  );
}
