import { setImmediate } from 'node:timers';
import type { IsoDate } from '../../src/rules/calendar-date';
import type { Clock } from '../../src/taskpane/session/clock';

import { day } from './rulebook';

/** Time that passes only when a test says so. */
export class TestClock implements Clock {
  #today: IsoDate;
  #now = 0;
  #timers: { readonly due: number; readonly callback: () => void }[] = [];

  /** @param today as 2025-03-26 */
  constructor(today = '2025-03-26') {
    this.#today = day(today);
  }

  today(): IsoDate {
    return this.#today;
  }

  /** Goes to bed, and works on another day. */
  sleepUntil(today: string): void {
    this.#today = day(today);
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer = { due: this.#now + milliseconds, callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
  }

  /** Lets time pass, and the work that it starts come to an end. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.#now + milliseconds;
    for (;;) {
      await settled();
      const [next] = this.#timers.filter(({ due }) => due <= until).sort((a, b) => a.due - b.due);
      if (next === undefined) break;
      this.#now = next.due;
      this.#timers = this.#timers.filter((each) => each !== next);
      next.callback();
    }
    this.#now = until;
    await settled();
  }
}

/** Until every promise that is under way has settled. Node's own immediate: a page's timer takes a millisecond. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
