import type { IsoDate } from '../../rules/calendar-date';
import type { Clock } from './clock';

/** The day that the sheets are judged on: ages of rows without a readable 提交时间 are counted to today. */
export class JudgingDay {
  readonly #clock: Clock;
  #day: IsoDate;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#day = clock.today();
  }

  /** Whether another day has begun since it was asked last, so that the sheets have to be judged anew. */
  hasTurned(): boolean {
    const before = this.#day;
    this.#day = this.#clock.today();
    return this.#day !== before;
  }
}
