const CHANNEL = 'kpy-open-works';
const LOCK = 'kpy-open-work-';
/** Tabs of one browser answer within a few milliseconds; one that is busy may need longer. */
const PATIENCE = 250;

/** A tab that would like to have a work, and since when. */
interface Claim {
  readonly work: string;
  readonly since: number;
  /** Tells apart two of the same moment. */
  readonly tab: string;
}

/** Every tab hears every message: an answer says whom it is for. */
type Message =
  | ({ readonly kind: 'who-has' } & Claim)
  | { readonly kind: 'i-have'; readonly work: string; readonly to: string };

type Locks = Pick<LockManager, 'request'>;

/** Lets go of a work. */
type Release = () => void;

const isBefore = (a: Claim, b: Claim): boolean => a.since < b.since || (a.since === b.since && a.tab < b.tab);

/** By a lock of the browser's, of which no two tabs ever have the same one, and which ends with its tab. */
function takeLock(locks: Locks, work: string): Promise<Release | null> {
  return new Promise((resolve, reject) => {
    const taken = locks.request(LOCK + work, { ifAvailable: true }, (lock) => {
      if (lock === null) {
        resolve(null);
        return undefined;
      }
      return new Promise<void>((release) => {
        resolve(release);
      });
    });
    taken.catch(reject);
  });
}

/** By asking the other tabs, where the page is not served over https and the browser gives it no locks. */
class Claims {
  readonly #channel = new BroadcastChannel(CHANNEL);
  readonly #tab = Math.random().toString(36).slice(2);
  readonly #had = new Set<string>();
  /** The claims that no answer has come to yet, and what ends them. */
  readonly #open = new Map<string, { readonly claim: Claim; readonly lose: () => void }>();

  constructor() {
    this.#channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      if (data.kind === 'who-has') this.#answer(data);
      else if (data.to === this.#tab) this.#open.get(data.work)?.lose();
    });
  }

  take(work: string): Promise<Release | null> {
    const claim: Claim = { work, since: Date.now(), tab: this.#tab };
    return new Promise((resolve) => {
      const end = (mine: boolean): void => {
        clearTimeout(patience);
        this.#open.delete(work);
        if (mine) this.#had.add(work);
        resolve(mine ? () => this.#had.delete(work) : null);
      };
      const patience = setTimeout(() => {
        end(true);
      }, PATIENCE);
      this.#open.set(work, {
        claim,
        lose: () => {
          end(false);
        },
      });
      this.#channel.postMessage({ kind: 'who-has', ...claim } satisfies Message);
    });
  }

  close(): void {
    this.#channel.close();
  }

  /** Of two that ask at the same time, the first has it, and each knows which that is. */
  #answer(asked: Claim): void {
    const own = this.#open.get(asked.work);
    if (this.#had.has(asked.work) || (own !== undefined && isBefore(own.claim, asked)))
      this.#channel.postMessage({ kind: 'i-have', work: asked.work, to: asked.tab } satisfies Message);
    else own?.lose();
  }
}

interface Taken {
  readonly work: string;
  readonly release: Release;
}

/** Tells the tabs of this browser apart: two that worked on the same work would overwrite each other. */
export class OpenWorks {
  readonly #locks: Locks | null;
  readonly #claims: Claims | null;
  /** The work on the page, and one that is being opened in its place. */
  #held: Taken | null = null;
  #claimed: Taken | null = null;

  constructor(locks: Locks | null = (navigator as Partial<Navigator>).locks ?? null) {
    this.#locks = locks;
    this.#claims = locks === null ? new Claims() : null;
  }

  /**
   * Takes a work for this tab, to be opened: from here on no other tab gets it, until it is given up.
   *
   * @returns false where another tab has it
   */
  async claim(work: string): Promise<boolean> {
    this.giveUp();
    // What is open here is opened anew: let go of and taken again, another tab could come between.
    if (this.#held?.work === work) {
      this.#claimed = this.#held;
      return true;
    }
    const release = await this.#take(work);
    this.#claimed = release === null ? null : { work, release };
    return release !== null;
  }

  /** What was claimed was not opened. */
  giveUp(): void {
    if (this.#claimed !== this.#held) this.#claimed?.release();
    this.#claimed = null;
  }

  /** What this tab works on; null for nothing. A new work needs no claim: nobody else knows it yet. */
  hold(work: string | null): void {
    if (this.#held !== this.#claimed) this.#held?.release();
    this.#held = null;
    if (work === null) return;
    if (this.#claimed?.work === work) {
      this.#held = this.#claimed;
      this.#claimed = null;
      return;
    }
    const taking = this.#take(work);
    this.#held = { work, release: () => void taking.then((release) => release?.()) };
  }

  /** Answers no more. */
  close(): void {
    this.hold(null);
    this.giveUp();
    this.#claims?.close();
  }

  /** A browser that gives no lock after all is no reason not to open a work: saving looks for others as well. */
  async #take(work: string): Promise<Release | null> {
    if (this.#locks !== null) return takeLock(this.#locks, work).catch((): Release => () => undefined);
    return this.#claims?.take(work) ?? null;
  }
}
