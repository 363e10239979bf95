const CHANNEL = 'kpy-open-works';
/** Tabs of one browser answer within a few milliseconds; one that is busy may need longer. */
const PATIENCE = 250;

type Message =
  { readonly kind: 'who-has'; readonly work: string } | { readonly kind: 'i-have'; readonly work: string };

/** Tells the tabs of this browser apart: two that worked on the same work would overwrite each other. */
export class OpenWorks {
  readonly #channel = new BroadcastChannel(CHANNEL);
  #mine: string | null = null;

  constructor() {
    this.#channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      if (data.kind === 'who-has' && data.work === this.#mine)
        this.#channel.postMessage({ kind: 'i-have', work: data.work } satisfies Message);
    });
  }

  /** What this tab works on; null for nothing. */
  hold(work: string | null): void {
    this.#mine = work;
  }

  /** Whether another tab has the work open. */
  isElsewhere(work: string): Promise<boolean> {
    return new Promise((resolve) => {
      const answer = (elsewhere: boolean): void => {
        this.#channel.removeEventListener('message', hear);
        clearTimeout(patience);
        resolve(elsewhere);
      };
      const hear = ({ data }: MessageEvent<Message>): void => {
        if (data.kind === 'i-have' && data.work === work) answer(true);
      };
      const patience = setTimeout(() => {
        answer(false);
      }, PATIENCE);
      this.#channel.addEventListener('message', hear);
      this.#channel.postMessage({ kind: 'who-has', work } satisfies Message);
    });
  }
}
