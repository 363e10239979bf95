import type { Host, HostEvent, HostFailure } from '../../hosts/host';
import type { Clock } from './clock';
import { isPassing, type Jobs } from './jobs';

/** Under which a workbook keeps that it is not to be marked as the user types. */
export const LIVE_KEY = 'kpy.live';
export const NOT_LIVE = 'off';

/** A workbook that cannot be opened yet is tried again after so long. */
const AGAIN = 1_000;

interface OpeningNeeds {
  readonly jobs: Jobs;
  readonly clock: Clock;
  /** Reads everything. */
  readonly read: (host: Host) => Promise<unknown>;
  readonly hear: (event: HostEvent) => void;
  /** Hears that the workbook is not to be marked. */
  readonly notLive: () => void;
  /** Hears why nothing could be read yet. */
  readonly unread: (failure: HostFailure) => void;
  readonly tell: (failure: HostFailure) => void;
}

/**
 * Opens a workbook as soon as its host lets us. Nothing is read before the switch is known and edits are heard of: it would
 * be marked against the user's wish, or miss an edit.
 */
export class Opening {
  readonly #needs: OpeningNeeds;
  /** Whether the switch that the workbook keeps is known. */
  #recalled = false;
  #stopWatching: (() => Promise<void>) | null = null;
  #cancel: (() => void) | null = null;

  constructor(needs: OpeningNeeds) {
    this.#needs = needs;
  }

  async open(host: Host): Promise<void> {
    const { jobs, clock, read, unread } = this.#needs;
    this.#forgetTry();
    const failure = (await this.#recall(host)) ?? (await this.#watch(host));
    if (failure === null) {
      await read(host);
      return;
    }
    unread(failure);
    this.#cancel = clock.after(AGAIN, () => {
      void jobs.run((again) => this.open(again));
    });
  }

  /** The user has set the switch: what the workbook keeps is no longer asked for. */
  switched(): void {
    this.#recalled = true;
  }

  /** Hears of no more edits, and tries no more. */
  async close(): Promise<void> {
    this.#forgetTry();
    await this.#stopWatching?.();
    this.#stopWatching = null;
  }

  #forgetTry(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  /** @returns why it has to be asked again */
  async #recall(host: Host): Promise<HostFailure | null> {
    const { jobs, notLive } = this.#needs;
    if (this.#recalled) return null;
    const kept = await jobs.patiently(() => host.recall(LIVE_KEY));
    if (!kept.ok) return isPassing(kept) ? kept : null;
    this.#recalled = true;
    if (kept.value === NOT_LIVE) notLive();
    return null;
  }

  /** @returns why it has to be asked again */
  async #watch(host: Host): Promise<HostFailure | null> {
    const { hear, tell } = this.#needs;
    if (this.#stopWatching !== null) return null;
    const watching = await host.watch(hear);
    if (watching.ok) this.#stopWatching = watching.value;
    else if (isPassing(watching)) return watching;
    else tell(watching);
    return null;
  }
}
