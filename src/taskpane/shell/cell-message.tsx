import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { toA1 } from '../../sheet/a1';
import { FindingText } from '../check/finding-text';
import { FixButton } from '../check/fix-button';
import { SeverityBadge } from '../check/severity-badge';
import { usePane } from '../pane-context';

const useStyles = makeStyles({
  message: {
    flexShrink: 0,
    maxHeight: '30%',
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
});

/** What is wrong with the selected cell; the form shows it beside its field. */
export function CellMessage(): ReactElement | null {
  const styles = useStyles();
  const { state, view, words } = usePane();
  const { sheet, selection } = state;
  if (sheet === null || selection === null || view.tab === 'fill') return null;
  const cell = toA1(selection.row, selection.column);
  const findings = selection.sheet === sheet.id ? sheet.live.findingsAt(selection.row, selection.column) : [];
  if (findings.length === 0) return null;
  return (
    <section className={styles.message} aria-label={words('pane.selected-cell', { cell })}>
      <Text weight="semibold">{words('pane.selected-cell', { cell })}</Text>
      <ul className={styles.list}>
        {findings.map((finding, order) => (
          <li key={`${cell} ${String(order)}`}>
            <SeverityBadge severity={finding.severity} /> <FindingText finding={finding} />{' '}
            <FixButton sheet={sheet} finding={finding} />
          </li>
        ))}
      </ul>
    </section>
  );
}
