import type { SheetId } from '../host';

/** What the adapter has learned of the workbook, and every part of it goes by. */
export class KnownWorkbook {
  /** True once a date has shown that the workbook counts days from 1904. */
  date1904 = false;
  /** The ids of our own sheets, as far as they are known. */
  readonly ownSheets = new Set<string>();
  /** How many rows and columns each sheet held when it was last read; of rows, also those that were filled since. */
  readonly sizes = new Map<SheetId, { readonly rows: number; readonly columns: number }>();

  /** Something may stand in a row by now, counted from 0. */
  reached(sheet: SheetId, row: number): void {
    const { rows, columns } = this.sizes.get(sheet) ?? { rows: 0, columns: 0 };
    if (row >= rows) this.sizes.set(sheet, { rows: row + 1, columns });
  }
}
