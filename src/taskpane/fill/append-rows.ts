import type { SheetId } from '../../hosts/host';
import type { Session } from '../session/session';
import { makeRoom } from './make-room';
import { nextNumbers } from './next-number';
import { placeOf, writesFor, type RowValues } from './row-cells';

/**
 * Writes people below the last one, as one step that can be taken back. Rows are inserted where the foot leaves no room
 * for them; nothing that stands in a cell is overwritten.
 *
 * @returns whether anything was written; if not, the notice says why
 */
export async function appendRows(
  session: Session,
  id: SheetId,
  rows: readonly RowValues[],
): Promise<boolean> {
  // Rows are counted once all that was typed until now is read: else people would be written into one another's.
  await session.caughtUp();
  const followed = session.state.sheets.find((each) => each.id === id);
  if (followed === undefined) return false;
  const room = await makeRoom(session, followed, rows.length);
  if (room === null) return false;
  const { sheet, row, inserted } = room;
  const last = row + rows.length - 1;
  const before = session.state.undo;
  await session.write(
    sheet,
    [
      ...rows
        .flatMap((values, i) => writesFor(sheet, row + i, values))
        .map((write) => ({ ...write, expected: '' })),
      ...nextNumbers(sheet.live, row, rows.length),
    ],
    'pane.pasted',
    { rows: rows.length, row, last },
    inserted,
  );
  const step = session.state.undo;
  if (step === before || step === null || step.changes.length === 0) return false;
  const { column } = placeOf(sheet, row, 'name') ?? { column: 0 };
  await session.select(id, row - 1, column);
  return true;
}
