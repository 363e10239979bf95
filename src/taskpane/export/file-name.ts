import { sheetInFileName } from '../../documents/sheet-in-file-name';
import type { IsoDate } from '../../rules/calendar-date';
import { othersWithPeople, type FollowedSheet, type SessionState } from '../session/state';

/**
 * What the name of a file ends with that is made of a sheet: the day, after the sheet's name where others have people
 * too, so that none takes the place of another.
 */
export function nameEnding(state: SessionState, { id, live }: FollowedSheet, today: IsoDate): string {
  return othersWithPeople(state, id).length === 0 ? today : `${sheetInFileName(live.reading.sheet)}-${today}`;
}
