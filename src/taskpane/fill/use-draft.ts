import { useEffect, useLayoutEffect, useRef, useState } from 'react';

/** A text that is being typed, until it is in the sheet. */
export interface Draft {
  readonly text: string;
  /** The cell's text when it was begun, or as it is where nothing is being typed. */
  readonly begun: string;
  readonly change: (text: string) => void;
  /** Hands the text over, if it is another than the sheet's. */
  readonly commit: () => void;
  /** Back to what the sheet holds. */
  readonly discard: () => void;
}

interface Typed {
  readonly text: string;
  readonly begun: string;
}

/**
 * Keeps what is typed apart from what the sheet holds. A text that could not be written stays in its field, and one that
 * was typed when the field goes away is handed over all the same: nothing typed is lost.
 *
 * @param held the cell's text
 * @param write gives a text to the sheet, over the one that it was begun on; false where it was not taken
 * @param shown the cell's text as its field shows it
 */
export function useDraft(
  held: string,
  write: (text: string, begun: string) => Promise<boolean>,
  shown = held,
): Draft {
  const [draft, setDraft] = useState<Typed | null>(null);
  const now = useRef({ draft, held, shown, write, writing: null as { readonly text: string } | null });
  useLayoutEffect(() => {
    Object.assign(now.current, { held, shown, write });
  });

  const set = (typed: Typed | null): void => {
    now.current.draft = typed;
    setDraft(typed);
  };
  const commit = (): void => {
    const { draft: typed, writing } = now.current;
    if (typed === null) return;
    const text = typed.text.trim();
    if (text === writing?.text) return;
    // What is under way will be in the sheet by the time that this comes to it.
    if (writing === null && text === now.current.shown) {
      set(null);
      return;
    }
    const job = { text };
    now.current.writing = job;
    void now.current.write(text, writing?.text ?? typed.begun).then((taken) => {
      if (now.current.writing === job) now.current.writing = null;
      const left = now.current.draft;
      if (left === null) return;
      if (taken && left.text.trim() === text) set(null);
      // Who tries again has been told what stands there by now.
      else set({ text: left.text, begun: taken ? text : now.current.held });
    });
  };

  useEffect(
    () => () => {
      commit();
    },
    [],
  );
  return {
    text: draft?.text ?? shown,
    begun: draft?.begun ?? held,
    change: (text) => {
      set({ text, begun: now.current.draft?.begun ?? now.current.held });
    },
    commit,
    discard: () => {
      set(null);
    },
  };
}
