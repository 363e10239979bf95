import type { ReactElement } from 'react';
import type { KeptWork } from './store/works';
import { useWords } from './words';
import type { Workbench } from './workbench';

/** A work that another tab has open, and what can be done here. */
export function Elsewhere({
  workbench,
  work,
}: {
  readonly workbench: Workbench;
  readonly work: KeptWork;
}): ReactElement {
  const words = useWords();
  return (
    <div className="notice">
      <p>
        {words('elsewhere', { name: work.name })}
        {words('elsewhere-advice')}
      </p>
      <button type="button" onClick={() => void workbench.open({ kind: 'kept', id: work.id, copy: true })}>
        {words('open-copy')}
      </button>
      <button
        type="button"
        onClick={() => {
          workbench.dismiss();
        }}
      >
        {words('close')}
      </button>
    </div>
  );
}
