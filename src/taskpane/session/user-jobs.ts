import type { Host, Outcome } from '../../hosts/host';
import type { Jobs } from './jobs';
import type { Notices } from './notices';
import type { SessionStore } from './session-store';
import type { Notice } from './state';

/** The jobs that the user waits for: the pane shows that it is at work, and no more what it said of the one before. */
export class UserJobs {
  readonly #jobs: Jobs;
  readonly #store: SessionStore;
  readonly #notices: Notices;
  /** How many of them are not done yet. */
  #waiting = 0;

  constructor(jobs: Jobs, store: SessionStore, notices: Notices) {
    this.#jobs = jobs;
    this.#store = store;
    this.#notices = notices;
  }

  /** At work from now on, also while it waits its turn: else who sees nothing happen asks for it again. */
  run(work: (host: Host) => Promise<void>): Promise<void> {
    this.#waiting++;
    this.#setBusy();
    return this.#jobs.run(async (host) => {
      this.#notices.say(null);
      try {
        await work(host);
      } finally {
        this.#waiting--;
        this.#setBusy();
      }
    });
  }

  #setBusy(): void {
    const busy = this.#waiting > 0;
    if (this.#store.state.busy !== busy) this.#store.change({ busy });
  }

  /** Asks the host for something; its failure is told. @returns what it answered, or null */
  async ask<T>(
    work: (host: Host) => Promise<Outcome<T>>,
    done?: (value: T) => Notice | null,
  ): Promise<T | null> {
    let answer: T | null = null;
    await this.run(async (host) => {
      const outcome = await work(host);
      if (!outcome.ok) {
        this.#notices.tell(outcome);
        return;
      }
      answer = outcome.value;
      const notice = done?.(outcome.value) ?? null;
      if (notice !== null) this.#notices.say(notice);
    });
    return answer;
  }
}
