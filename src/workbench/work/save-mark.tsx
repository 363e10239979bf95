import type { ReactElement } from 'react';
import { LiveRegion } from '../live-region';
import type { SaveState } from '../store/autosave';
import { useWords } from '../words';

/** Whether the work on the page is safe in this browser, and what to do where it is not. */
export function SaveMark({
  save,
  onSaveCopy,
  onSaveAgain,
}: {
  /** Null while there is no work. */
  readonly save: SaveState | null;
  readonly onSaveCopy: () => void;
  readonly onSaveAgain: () => void;
}): ReactElement {
  const words = useWords();
  const safe = save === 'saved' || save === 'changed' ? save : null;
  const unsafe = save === 'saved' || save === 'changed' ? null : save;
  const isTaken = unsafe === 'conflict' || unsafe === 'gone';
  return (
    <span className={unsafe === null ? 'save' : 'save unsafe'} data-save={save ?? undefined}>
      <LiveRegion as="span">{safe === null ? null : words(`save-${safe}`)}</LiveRegion>
      <LiveRegion as="span" urgent>
        {unsafe === null ? null : words(`save-${unsafe}`)}
      </LiveRegion>
      {unsafe === null ? null : (
        <button type="button" onClick={isTaken ? onSaveCopy : onSaveAgain}>
          {words(isTaken ? 'save-copy' : 'save-again')}
        </button>
      )}
    </span>
  );
}
