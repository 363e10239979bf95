import type { Host, HostFailure, Outcome } from '../../hosts/host';
import type { Clock } from './clock';

/** A host that is busy, or has a cell open, is asked again after so long. */
const AGAIN = 500;
const TRIES = 6;

/** Whether a host only has something else to do: it will answer by and by. */
export const isPassing = ({ problem }: HostFailure): boolean => problem === 'cell-edit' || problem === 'busy';

/** What is done with a host, one job after another, so that none sees half of another's work. */
export class Jobs {
  readonly #host: Host;
  readonly #clock: Clock;
  readonly #tell: (failure: HostFailure) => void;
  #last: Promise<unknown> = Promise.resolve();

  /** @param tell hears of a job that ended in an error, which is a bug of ours or of the host's */
  constructor(host: Host, clock: Clock, tell: (failure: HostFailure) => void) {
    this.#host = host;
    this.#clock = clock;
    this.#tell = tell;
  }

  /** Runs after the jobs before it, whatever became of them. */
  run(work: (host: Host) => Promise<void>): Promise<void> {
    const job = this.#last.then(() => work(this.#host));
    this.#last = job.catch((error: unknown) => {
      this.#tell({
        ok: false,
        problem: 'failed',
        detail: error instanceof Error ? error.message : String(error),
      });
    });
    return this.#last.then(() => undefined);
  }

  /**
   * Asks again: for a while where the host is only busy, once where it failed otherwise. It is asked only what may be
   * done twice, and what would else leave the pane with a sheet that is no longer so.
   */
  async patiently<T>(ask: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    let failed = false;
    for (let attempt = 1; ; attempt++) {
      const outcome = await ask();
      if (outcome.ok || outcome.problem === 'unsupported' || outcome.givenUp === true || attempt === TRIES)
        return outcome;
      if (!isPassing(outcome)) {
        if (failed) return outcome;
        failed = true;
        continue;
      }
      await new Promise<void>((resolve) => {
        this.#clock.after(AGAIN, resolve);
      });
    }
  }
}
