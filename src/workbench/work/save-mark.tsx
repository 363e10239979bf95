import type { ReactElement } from 'react';
import type { SaveState } from '../store/autosave';
import { useWords } from '../words';

/** Whether the work on the page is safe in this browser, and what to do where it is not. */
export function SaveMark({
  save,
  onSaveCopy,
}: {
  readonly save: SaveState;
  readonly onSaveCopy: () => void;
}): ReactElement {
  const words = useWords();
  const safe = save === 'saved' || save === 'changed';
  return (
    <span className={safe ? 'save' : 'save unsafe'} role={safe ? 'status' : 'alert'} data-save={save}>
      {words(`save-${save}`)}
      {save === 'conflict' || save === 'gone' ? (
        <button type="button" onClick={onSaveCopy}>
          {words('save-copy')}
        </button>
      ) : null}
    </span>
  );
}
