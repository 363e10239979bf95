import { Button } from '@fluentui/react-components';
import { useState, type ReactElement, type ReactNode } from 'react';
import { usePane } from '../pane-context';

/** As many as a person looks through before asking for more; thousands at once would stop the pane. */
const STEP = 50;

/** The first of many items, and a button for more of them. */
export function CutList<T>({
  items,
  step = STEP,
  through = -1,
  children,
}: {
  readonly items: readonly T[];
  readonly step?: number;
  /** The index of an item that is to be seen in any case. */
  readonly through?: number;
  readonly children: (shown: readonly T[]) => ReactNode;
}): ReactElement {
  const { words } = usePane();
  const [wanted, setMost] = useState(step);
  const most = Math.max(wanted, through + 1);
  const left = items.length - most;
  return (
    <>
      {children(items.slice(0, most))}
      {left > 0 ? (
        <Button
          size="small"
          onClick={() => {
            setMost(most + step);
          }}
        >
          {words('pane.show-more', { count: Math.min(step, left), left })}
        </Button>
      ) : null}
    </>
  );
}
