import type { Host, Outcome, SheetId } from '../../hosts/host';
import type { LiveSheet } from '../../sheet/live-sheet';
import type { FollowedSheet } from './state';

/** The rows that were shown, counted from 0, of the sheet as it was then. */
interface Shown {
  readonly live: LiveSheet;
  readonly rows: ReadonlySet<number>;
}

/** Of which sheets only the faulty rows are shown. */
export class RowFilter {
  readonly #shown = new Map<SheetId, Shown>();

  get sheets(): ReadonlySet<SheetId> {
    return new Set(this.#shown.keys());
  }

  /** Shows the faulty rows alone. */
  async filter(host: Host, { id, live }: FollowedSheet): Promise<Outcome<void>> {
    return this.#show(host, id, live, faultyRows(live));
  }

  /** Shows all rows again. */
  async lift(host: Host, { id, live }: FollowedSheet): Promise<Outcome<void>> {
    const shown = await host.showOnly(id, bodyOf(live), null);
    if (shown.ok) this.#shown.delete(id);
    return shown;
  }

  /** Shows a row, counted from 0, that is hidden since it was sound; with it, those that are faulty by now. */
  async reveal(host: Host, { id, live }: FollowedSheet, row: number): Promise<Outcome<void> | null> {
    const shown = this.#shown.get(id);
    if (shown === undefined || (shown.live === live && shown.rows.has(row))) return null;
    return this.#show(host, id, live, faultyRows(live).add(row));
  }

  async #show(host: Host, id: SheetId, live: LiveSheet, rows: ReadonlySet<number>): Promise<Outcome<void>> {
    const shown = await host.showOnly(id, bodyOf(live), rows);
    if (shown.ok) this.#shown.set(id, { live, rows });
    return shown;
  }
}

function bodyOf({ reading: { rows, headerRow } }: LiveSheet): { firstRow: number; lastRow: number } {
  return { firstRow: headerRow ?? 0, lastRow: (rows.at(-1)?.row ?? 1) - 1 };
}

const faultyRows = (live: LiveSheet): Set<number> =>
  new Set(live.reading.rows.flatMap(({ row }) => (live.isFaulty(row) ? [row - 1] : [])));
