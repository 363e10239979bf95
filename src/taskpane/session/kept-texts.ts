import type { Host, Outcome } from '../../hosts/host';
import type { Jobs } from './jobs';
import type { Notices } from './notices';

/** Texts that are kept within the workbook, each under a key. */
export class KeptTexts {
  readonly #jobs: Jobs;
  readonly #notices: Notices;

  constructor(jobs: Jobs, notices: Notices) {
    this.#jobs = jobs;
    this.#notices = notices;
  }

  /** Null where there is none, or none can be read. */
  async recall(key: string): Promise<string | null> {
    let text: string | null = null;
    await this.#jobs.run(async (host) => {
      const kept = await host.recall(key);
      if (kept.ok) text = kept.value;
    });
    return text;
  }

  /** @returns whether it is kept; if not, the notice says why */
  remember(key: string, text: string): Promise<boolean> {
    return this.#keep((host) => host.remember(key, text));
  }

  /** Keeps what follows from the text that was kept before: one that cannot be read is not overwritten. */
  amend(key: string, change: (before: string | null) => string): Promise<boolean> {
    return this.#keep(async (host) => {
      const before = await host.recall(key);
      return before.ok ? host.remember(key, change(before.value)) : before;
    });
  }

  async #keep(work: (host: Host) => Promise<Outcome<void>>): Promise<boolean> {
    let done = false;
    await this.#jobs.run(async (host) => {
      const kept = await work(host);
      if (!kept.ok) this.#notices.tell(kept);
      done = kept.ok;
    });
    return done;
  }
}
