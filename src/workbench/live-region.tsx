import { useEffect, useState, type ReactElement, type ReactNode } from 'react';

/**
 * A place whose text is read out as it changes, an urgent one at once. A screen reader tells of what comes into a place
 * that it knows: so the place is always there, and on a new page it is there a moment before its first text.
 */
export function LiveRegion({
  as: Element = 'div',
  urgent = false,
  className,
  children,
}: {
  readonly as?: 'div' | 'p' | 'span';
  readonly urgent?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}): ReactElement {
  const [known, setKnown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setKnown(true);
    });
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <Element role={urgent ? 'alert' : 'status'} aria-atomic={false} className={className}>
      {known ? children : null}
    </Element>
  );
}
