import { makeStyles } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';

const useStyles = makeStyles({
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** What only a screen reader says: when it changes, or as a heading. */
export function Unseen({
  as: Element,
  children,
}: {
  readonly as: 'output' | 'h1' | 'h2';
  readonly children: ReactNode;
}): ReactElement {
  const styles = useStyles();
  return <Element className={styles.unseen}>{children}</Element>;
}
