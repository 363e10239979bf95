import type { HostFailure } from '../../hosts/host';
import type { SessionStore } from './session-store';
import type { Notice } from './state';

const codeOf = ({ problem }: HostFailure): string => `host.${problem}`;

/** What the user is told: one sentence at a time, and what of the workbook could not be read as long as that is so. */
export class Notices {
  readonly #store: SessionStore;

  constructor(store: SessionStore) {
    this.#store = store;
  }

  say(notice: Notice | null): void {
    this.#store.change({ notice });
  }

  /** Who goes on working has read what was done; a problem stays until it is closed. */
  withdrawDone(): void {
    if (this.#store.state.notice?.tone === 'done') this.say(null);
  }

  tell(failure: HostFailure): void {
    this.say({ tone: 'problem', code: codeOf(failure), params: { detail: failure.detail ?? '' } });
  }

  /** A reason that is one no longer is not told any more: what was refused for it may be tried again. */
  settle(failure: HostFailure): void {
    if (this.#store.state.notice?.code === codeOf(failure)) this.say(null);
  }

  /** Why something could not be read; null once everything was. */
  setUnread(unread: HostFailure | null): void {
    const { unread: before } = this.#store.state;
    if (unread === before) return;
    this.#store.change({ unread });
    if (unread === null && before !== null) this.settle(before);
  }

  /** Says why a sheet is not known as it is: it cannot be read, or is there no more. */
  tellUnread(): void {
    this.tell(this.#store.state.unread ?? { ok: false, problem: 'sheet-gone' });
  }
}
