import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { FoundText } from '../../hosts/browser';
import { isComposing } from '../../hosts/composing';
import { LiveRegion } from '../live-region';
import { useWords } from '../words';
import type { Workspace } from './workspace';

/** Looks for a text in the sheet on the page: the browser's own search sees nothing of the grid's canvas. */
export function FindBar({
  workspace,
  asked,
  onClose,
}: {
  readonly workspace: Workspace;
  /** Another number each time that the user asks for the search: it takes the keyboard. */
  readonly asked: number;
  readonly onClose: () => void;
}): ReactElement {
  const words = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [last, setLast] = useState<{ readonly text: string; readonly found: FoundText | null } | null>(null);
  // An answer that comes once another text is typed is none to that.
  const found = last?.text === text ? last.found : null;
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);

  const go = (step: 'next' | 'previous'): void => {
    if (text.trim() === '') return;
    void workspace.find(text, step).then((answer) => {
      setLast({ text, found: answer });
    });
  };
  const keys = (event: KeyboardEvent): void => {
    // An Enter that ends what an input method composes is no order to search.
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter') go(event.shiftKey ? 'previous' : 'next');
    else return;
    event.preventDefault();
  };
  const result =
    found === null
      ? []
      : [
          found.count === 0 ? words('find-none') : words('find-at', { ...found }),
          ...(found.hidden === 0 ? [] : [words('find-hidden', { ...found })]),
        ];
  return (
    <div className="find" role="search">
      <input
        ref={field}
        type="search"
        aria-label={words('find-field')}
        placeholder={words('find-field')}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setLast(null);
        }}
        onKeyDown={keys}
      />
      {(['previous', 'next'] as const).map((step) => (
        <button
          key={step}
          type="button"
          disabled={text.trim() === ''}
          aria-label={words(`find-${step}`)}
          title={words(`find-${step}-about`)}
          onClick={() => {
            go(step);
          }}
        >
          {step === 'previous' ? '↑' : '↓'}
        </button>
      ))}
      <LiveRegion as="span">{result.join(words('sentence-and'))}</LiveRegion>
      <button type="button" className="plain" aria-label={words('find-close')} onClick={onClose}>
        ×
      </button>
    </div>
  );
}
