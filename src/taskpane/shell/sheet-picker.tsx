import { makeStyles, Select, Text } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane } from '../pane-context';
import { hasHeader } from '../session/state';

const useStyles = makeStyles({
  picker: { flexBasis: '100%' },
  name: {
    flexBasis: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
});

/** The sheet that the pane works on; a choice where the workbook has several. */
export function SheetPicker(): ReactElement | null {
  const styles = useStyles();
  const { session, state, words } = usePane();
  const { sheet } = state;
  if (sheet === null) return null;
  const sheets = state.sheets.filter(hasHeader);
  if (sheets.length === 1)
    return (
      <Text weight="semibold" className={styles.name}>
        {sheet.live.reading.sheet}
      </Text>
    );
  return (
    <Select
      size="small"
      className={styles.picker}
      aria-label={words('pane.sheet')}
      value={sheet.id}
      onChange={(_, { value }) => {
        const chosen = sheets.find(({ id }) => id === value);
        if (chosen !== undefined) session.choose(chosen.id);
      }}
    >
      {sheets.map(({ id, live }) => (
        <option key={id} value={id}>
          {live.reading.sheet}
        </option>
      ))}
    </Select>
  );
}
