import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Condition } from '../../rules/condition';
import { conditionText } from '../../rules/messages/message';
import { usePane } from '../pane-context';
import { TruthBadge } from './truth-badge';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, listStyleType: 'none' },
  top: { paddingLeft: 0 },
  item: { padding: `${tokens.spacingVerticalXXS} 0`, overflowWrap: 'anywhere' },
  clause: { fontWeight: tokens.fontWeightSemibold },
  evidence: { display: 'block', color: tokens.colorNeutralForeground2 },
});

/** Why a row is judged as it is: each condition of the notice with its parts, and the documents that would decide. */
export function ReasonTree({
  conditions,
  within,
}: {
  readonly conditions: readonly Condition[];
  /** The clause that the parts belong to, which need not repeat it. */
  readonly within?: string;
}): ReactElement {
  const styles = useStyles();
  const { locale, words } = usePane();
  return (
    <ul className={mergeClasses(styles.list, within === undefined && styles.top)}>
      {conditions.map(({ clause, truth, message, params, evidence, parts }, order) => (
        <li key={`${clause} ${message} ${String(order)}`} className={styles.item}>
          <TruthBadge truth={truth} />{' '}
          {clause === within ? null : <span className={styles.clause}>{clause} </span>}
          {conditionText(locale, { message, params })}
          {evidence === undefined ? null : (
            <span className={styles.evidence}>{words('pane.evidence', { document: evidence })}</span>
          )}
          {parts === undefined ? null : <ReasonTree conditions={parts} within={clause} />}
        </li>
      ))}
    </ul>
  );
}
