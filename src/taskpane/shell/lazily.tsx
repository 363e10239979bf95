import { Button, Spinner, Text } from '@fluentui/react-components';
import { useEffect, useState, type ComponentType, type ReactElement } from 'react';
import { usePane } from '../pane-context';

interface Part<P> {
  readonly default: ComponentType<P>;
}

/**
 * A part of the pane that loads when it is first shown. Where it cannot be had, as while the site is down, it says so and
 * can be asked for again: with React's own `lazy` the whole pane would be gone, and in a shared runtime it does not come
 * back when it is opened again.
 */
export function lazily<P extends object>(load: () => Promise<Part<P>>): ComponentType<P> {
  let loaded: Part<P> | null = null;
  const loadOnce = async (): Promise<Part<P>> => (loaded = await load());
  return function Lazy(props: P): ReactElement {
    const { words } = usePane();
    const [part, setPart] = useState<Part<P> | 'failed' | null>(loaded);
    useEffect(() => {
      if (part !== null) return;
      let wanted = true;
      const take = (found: Part<P> | 'failed'): void => {
        if (wanted) setPart(found);
      };
      loadOnce().then(take, () => {
        take('failed');
      });
      return () => {
        wanted = false;
      };
    }, [part]);
    if (part === null) return <Spinner />;
    if (part !== 'failed') return <part.default {...props} />;
    return (
      <div role="alert">
        <Text>{words('pane.not-loaded')}</Text>{' '}
        <Button
          size="small"
          onClick={() => {
            setPart(null);
          }}
        >
          {words('pane.try-again')}
        </Button>
      </div>
    );
  };
}
