import type { PersonRows } from '../person-rows';
import { ENOUGH_ROWS } from '../row-list';
import type { GroupedRow } from '../shared-values';

/** The first of a person's rows that apply for the occupation of one of them, at whatever level, that one left out. */
export interface SameOccupation {
  /** For the same, for certain. */
  readonly duplicates: readonly number[];
  /** Those of which only an unverified entry of the catalogue, or a name or code that leaves it open, says so. */
  readonly possibleDuplicates: readonly number[];
  /** For another work type of it. */
  readonly otherWorkTypes: readonly number[];
}

export const NOTHING_THE_SAME: SameOccupation = {
  duplicates: [],
  possibleDuplicates: [],
  otherWorkTypes: [],
};

/**
 * Parts the rows of a person by how they stand to a row, which may be of the same sheet or another. A special row and another
 * row never apply for the same.
 */
export function sameOccupation(row: GroupedRow, person: PersonRows): SameOccupation {
  const duplicates: number[] = [];
  const possibleDuplicates: number[] = [];
  const otherWorkTypes: number[] = [];
  const mine = row.facts.subject;
  for (const other of person.ofSameOccupation(row)) {
    if (other === row) continue;
    const theirs = other.facts.subject;
    const isSure = mine.name === theirs.name || (mine.verified && theirs.verified);
    const differ = mine.workType !== null && theirs.workType !== null && mine.workType !== theirs.workType;
    const list = differ ? otherWorkTypes : isSure ? duplicates : possibleDuplicates;
    if (list.length < ENOUGH_ROWS) list.push(other.row);
    if (duplicates.length === ENOUGH_ROWS) break;
  }
  for (const other of person.perhapsOfSameOccupation(row))
    if (possibleDuplicates.length < ENOUGH_ROWS) possibleDuplicates.push(other.row);
  return { duplicates, possibleDuplicates, otherWorkTypes };
}
