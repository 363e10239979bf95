import type { Session } from '../session/session';
import type { FollowedSheet } from '../session/state';
import type { InsertedRows } from '../session/undo-stack';
import { blankRowsOf } from './blank-row';

/** Where people are to be written. */
export interface Room {
  /** The sheet as it is with the rows that came. */
  readonly sheet: FollowedSheet;
  /** The first row, from 1. */
  readonly row: number;
  /** The rows that came; null where there was room. */
  readonly inserted: InsertedRows | null;
}

/**
 * Makes room for people below the last one: rows are inserted where the foot leaves too few.
 *
 * @param atLeast how many rows to insert where any are wanted
 * @returns null where the host did not insert them; the notice says why
 */
export async function makeRoom(
  session: Session,
  sheet: FollowedSheet,
  people: number,
  atLeast = 1,
): Promise<Room | null> {
  const { row, free } = blankRowsOf(sheet.live);
  if (free >= people) return { sheet, row, inserted: null };
  const inserted = { row: row - 1 + free, count: Math.max(people - free, atLeast) };
  if (!(await session.insertRows(sheet, inserted.row, inserted.count))) return null;
  return { sheet: session.state.sheets.find(({ id }) => id === sheet.id) ?? sheet, row, inserted };
}
