import { dayOfMoment, type IsoDate } from '../rules/calendar-date';

/** Today. Nothing else in the functions reads the clock. */
export const today = (): IsoDate => dayOfMoment(new Date());
