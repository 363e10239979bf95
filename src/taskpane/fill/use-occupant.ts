import { useState } from 'react';
import type { ColumnKey } from '../../rules/application';
import type { FollowedSheet } from '../session/state';
import { textOf } from './row-cells';

/** What tells a person's application from others. */
const IDENTITY: readonly ColumnKey[] = ['name', 'idNumber', 'occupationName'];

/**
 * Counts the persons who come to stand in the row that is shown, so that what is typed for one is not the next one's. An
 * edit leaves a person the same, whatever it changes: rows move only where the sheet is read as another.
 *
 * @param row counts from 1
 */
export function useOccupant(sheet: FollowedSheet | null, row: number | null): number {
  const live = sheet?.live;
  const person =
    sheet === null || row === null ? '' : IDENTITY.map((key) => textOf(sheet, row, key)).join('\n');
  const [known, setKnown] = useState({ live, row, person, count: 0 });
  if (known.live !== live || known.row !== row || known.person !== person) {
    const another = known.row === row && known.live !== live && known.person !== person;
    setKnown({ live, row, person, count: known.count + (another ? 1 : 0) });
  }
  return known.count;
}
