const CHANNEL = 'kpy-discards';

/** Tells the tabs of this browser that kept works were discarded: there is room, and lists are shorter. */
export class Discards {
  readonly #channel = new BroadcastChannel(CHANNEL);

  /** @param heard called where another tab has discarded some */
  constructor(heard: () => void) {
    this.#channel.addEventListener('message', heard);
  }

  tell(): void {
    this.#channel.postMessage(null);
  }
}
