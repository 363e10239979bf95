import { dayOfMoment, type IsoDate } from '../../rules/calendar-date';

/** Time as the session knows it; a test has its own. */
export interface Clock {
  /** Of this moment: a pane may stay open for days. */
  today(): IsoDate;
  /** Calls back after so many milliseconds, unless the function that it returns is called before. */
  after(milliseconds: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  today: () => dayOfMoment(new Date()),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};
