import { useLayoutEffect, useRef, type ReactElement } from 'react';
import { useWords } from './words';

export interface ConfirmDialogProps {
  readonly text: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before something is lost. Esc is no. */
export function ConfirmDialog({ text, onConfirm, onCancel }: ConfirmDialogProps): ReactElement {
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  // While it is still in the page it gives the focus back.
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog ref={dialog} className="confirm" aria-label={text} onCancel={onCancel}>
      <p>{text}</p>
      <div className="buttons">
        <button type="button" onClick={onCancel} autoFocus>
          {words('cancel')}
        </button>
        <button type="button" className="danger" onClick={onConfirm}>
          {words('confirm')}
        </button>
      </div>
    </dialog>
  );
}
