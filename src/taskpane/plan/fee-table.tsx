import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import { levelFees } from '../../sheet/level-fees';
import { usePane } from '../pane-context';
import type { FollowedSheet } from '../session/state';
import { sheetFacts } from './sheet-facts';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse' },
  cell: {
    textAlign: 'right',
    padding: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    textAlign: 'left',
    padding: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightRegular,
  },
  amount: { whiteSpace: 'nowrap' },
  total: { fontWeight: tokens.fontWeightSemibold },
});

/** 五: the fee of a sheet by level. */
export function FeeTable({ sheet }: { readonly sheet: FollowedSheet }): ReactElement {
  const styles = useStyles();
  const amount = mergeClasses(styles.cell, styles.amount);
  const { session, words } = usePane();
  const fees = useMemo(() => levelFees(session.rulebook, sheetFacts(sheet)), [session, sheet]);
  const yuan = (amount: number): string => words('pane.yuan', { amount });
  const sum = (pick: (fee: (typeof fees)[number]) => number): number =>
    fees.reduce((total, fee) => total + pick(fee), 0);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.name}>
            {words('pane.column.level')}
          </th>
          {(['pane.fee-count', 'pane.fee-each', 'pane.fee-total'] as const).map((code) => (
            <th key={code} scope="col" className={styles.cell}>
              {words(code)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fees.map(({ level, name, count, each, total }) => (
          <tr key={level}>
            <th scope="row" className={styles.name}>
              {name}
            </th>
            <td className={amount}>{count}</td>
            <td className={amount}>{yuan(each)}</td>
            <td className={amount}>{yuan(total)}</td>
          </tr>
        ))}
        <tr className={styles.total}>
          <th scope="row" className={styles.name}>
            {words('pane.fee-sum')}
          </th>
          <td className={amount}>{sum(({ count }) => count)}</td>
          <td className={styles.cell} />
          <td className={amount}>{yuan(sum(({ total }) => total))}</td>
        </tr>
      </tbody>
    </table>
  );
}
