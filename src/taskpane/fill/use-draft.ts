import { useEffect, useLayoutEffect, useRef, useState } from 'react';

/** A text that is being typed, until it is in the sheet. */
export interface Draft {
  readonly text: string;
  readonly change: (text: string) => void;
  /** Hands the text over, if it is another than the sheet's. */
  readonly commit: () => void;
  /** Back to what the sheet holds. */
  readonly discard: () => void;
}

/**
 * Keeps what is typed apart from what the sheet holds. A text that could not be written stays in its field, and one that
 * was typed when the field goes away is handed over all the same: nothing typed is lost.
 *
 * @param held the sheet's text
 * @param write gives the text to the sheet; false where it was not taken
 */
export function useDraft(held: string, write: (text: string) => Promise<boolean>): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const now = useRef({ draft, held, write, writing: null as string | null });
  useLayoutEffect(() => {
    now.current.held = held;
    now.current.write = write;
  });

  const set = (text: string | null): void => {
    now.current.draft = text;
    setDraft(text);
  };
  const commit = (): void => {
    const { draft: typed, writing } = now.current;
    const text = typed?.trim() ?? null;
    if (text === null || text === writing) return;
    if (text === now.current.held) {
      set(null);
      return;
    }
    now.current.writing = text;
    void now.current.write(text).then((taken) => {
      now.current.writing = null;
      if (taken && now.current.draft?.trim() === text) set(null);
    });
  };

  useEffect(
    () => () => {
      commit();
    },
    [],
  );
  return {
    text: draft ?? held,
    change: set,
    commit,
    discard: () => {
      set(null);
    },
  };
}
