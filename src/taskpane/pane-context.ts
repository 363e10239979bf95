import { createContext, useContext } from 'react';
import type { SheetId } from '../hosts/host';
import type { MessageParams } from '../rules/finding';
import { messageText, quoted, type Locale, type MessageCode } from '../rules/messages/message';
import type { Session } from './session/session';
import type { SessionState } from './session/state';
import type { PaneView } from './view';

/** Words a message in the pane's language. */
export type Words = (code: MessageCode, params?: MessageParams) => string;

export const wordsOf =
  (locale: Locale): Words =>
  (code, params) =>
    messageText(locale, code, params);

/** Whose row it is: a whole story in the column of names would push everything else out of sight. */
export const personTitle = (words: Words, row: number, name: string): string =>
  words('pane.person', { row, name: quoted(name) });

/** Everything that a part of the pane may need: what is known, what is shown, and how to say it. */
export interface PaneContents {
  readonly session: Session;
  readonly state: SessionState;
  readonly locale: Locale;
  readonly words: Words;
  readonly view: PaneView;
  readonly show: (change: Partial<PaneView>) => void;
  /** Goes to a cell, counted from 0, that the user wants to see. */
  readonly see: (sheet: SheetId, row: number, column: number) => void;
}

export const PaneContext = createContext<PaneContents | null>(null);

/** @throws Error outside a pane: a bug */
export function usePane(): PaneContents {
  const pane = useContext(PaneContext);
  if (pane === null) throw new Error('This component is shown outside a pane.');
  return pane;
}
