import type { GridRange } from '../../sheet/grid';
import type { SheetId } from '../host';
import { rangeOf, rowsAddress, runsOf } from './address';
import { Refusal } from './run';

/** The rows that we have hidden, sheet by sheet: what the user hid is never shown by us. */
export class HiddenRows {
  readonly #rows = new Map<SheetId, Set<number>>();
  /** Rows that we have shown again, for Excel's events of it. */
  readonly #shown = new Map<SheetId, Set<number>>();

  /** Shows these rows of the body alone, or all that we hid: two requests. */
  async showOnly(
    context: Excel.RequestContext,
    id: SheetId,
    { firstRow, lastRow }: { readonly firstRow: number; readonly lastRow: number },
    rows: ReadonlySet<number> | null,
  ): Promise<void> {
    const ours = this.#rows.get(id) ?? new Set<number>();
    if (rows === null && ours.size === 0) return;
    const sheet = context.workbook.worksheets.getItem(id);
    const { protection } = sheet;
    protection.load('protected');
    const body = { top: firstRow, bottom: Math.max(firstRow, lastRow), left: 0, right: 0 };
    const states = rangeOf(sheet, body).getRowProperties({ rowHidden: true });
    await context.sync();
    if (protection.protected) throw new Refusal('protected');
    const hide = new Set<number>();
    const show = new Set<number>();
    for (const row of ours) if (rows === null || rows.has(row)) show.add(row);
    if (rows !== null)
      states.value.forEach(({ rowHidden }, index) => {
        const row = firstRow + index;
        if (row <= lastRow && rowHidden !== true && !rows.has(row)) hide.add(row);
      });
    const next = new Set([...ours, ...hide].filter((row) => !show.has(row)));
    // Known before the request is sent: its events may come before its reply.
    this.#rows.set(id, next);
    this.#shown.set(id, show);
    for (const [first, last] of runsOf(show)) setHidden(sheet, first, last, false);
    for (const [first, last] of runsOf(hide)) setHidden(sheet, first, last, true);
    try {
      await context.sync();
    } catch (error) {
      // Some may be hidden by now: all are tried again when they are to be shown.
      this.#rows.set(id, new Set([...ours, ...hide]));
      throw error;
    }
  }

  /** Whether we hid a row, which to its sheet's reader is then not hidden. */
  has(id: SheetId, row: number): boolean {
    return this.#rows.get(id)?.has(row) === true;
  }

  /** Whether hidden rows are of our making: all of the rows are what we made them. */
  isOurs(id: SheetId, { top, bottom }: GridRange, hidden: boolean): boolean {
    const rows = (hidden ? this.#rows : this.#shown).get(id);
    if (rows === undefined || bottom - top >= rows.size) return false;
    for (let row = top; row <= bottom; row++) if (!rows.has(row)) return false;
    return true;
  }

  /** Follows rows that were inserted or deleted. */
  moved(id: SheetId, { top, bottom }: GridRange, inserted: boolean): void {
    const count = bottom - top + 1;
    const rows = this.#rows.get(id);
    if (rows === undefined) return;
    const moved = [...rows].flatMap((row) => {
      if (row < top) return [row];
      if (inserted) return [row + count];
      return row <= bottom ? [] : [row - count];
    });
    this.#rows.set(id, new Set(moved));
  }
}

function setHidden(sheet: Excel.Worksheet, first: number, last: number, hidden: boolean): void {
  sheet.getRange(rowsAddress(first, last)).untrack().rowHidden = hidden;
}
