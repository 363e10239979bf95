import { systemTimer, type Timer } from '../../hosts/timer';
import { dayOfMoment, type IsoDate } from '../../rules/calendar-date';

/** Time as the session knows it; a test has its own. */
export interface Clock {
  /** Of this moment: a pane may stay open for days. */
  today(): IsoDate;
  readonly after: Timer;
}

export const systemClock: Clock = {
  today: () => dayOfMoment(new Date()),
  after: systemTimer,
};
