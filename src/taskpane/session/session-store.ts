import type { SheetId } from '../../hosts/host';
import type { FollowedSheet, SessionState } from './state';

/** Before anything has been read. */
const AT_FIRST: SessionState = {
  stage: 'opening',
  unread: null,
  sheets: [],
  sheet: null,
  selection: null,
  live: true,
  busy: false,
  filtered: new Set(),
  notice: null,
  undo: null,
};

/** The state of the session: one for all that work on it, and for those that show it. */
export class SessionStore {
  #state = AT_FIRST;
  readonly #listeners = new Set<() => void>();

  get state(): SessionState {
    return this.#state;
  }

  /** The sheet as it is known now; undefined where there is none any more. */
  sheet(id: SheetId): FollowedSheet | undefined {
    return this.#state.sheets.find((sheet) => sheet.id === id);
  }

  change(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** Calls the listener after every change. @returns what ends that */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }
}
