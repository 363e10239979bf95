import { Direction, RANGE_TYPE, type Injector, type IRange, type Worksheet } from '@univerjs/core';
import {
  copyRangeStyles,
  HeaderUnhideRangeAxis,
  HeaderUnhideRangeService,
  InsertRowByRangeCommand,
  RemoveRowByRangeCommand,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
} from '@univerjs/preset-sheets-core';
import { YES } from './grid-enums';
import type { OpenBook } from './open-book';
import { HIDDEN_BY_US, isHiddenByUs, rowsHiddenByUs } from './sheet-model';

const fullRows = (sheet: Worksheet, startRow: number, endRow: number): IRange => ({
  startRow,
  endRow,
  startColumn: 0,
  endColumn: sheet.getColumnCount() - 1,
});

/** Inserts rows before a row, with the look of the row above. */
export function insertRows(book: OpenBook, sheet: Worksheet, row: number, count: number): void {
  const range = fullRows(sheet, row, row + count - 1);
  const above = Math.max(0, row - 1);
  book.do(InsertRowByRangeCommand.id, {
    ...book.place(sheet),
    // Which row gives the height: the one above, where there is one that has any.
    direction: row > 0 && sheet.getRowVisible(above) ? Direction.DOWN : Direction.UP,
    range,
    cellValue: copyRangeStyles(sheet, range.startRow, range.endRow, 0, range.endColumn, true, above),
  });
}

/** Takes rows away again if nothing stands in them. @returns whether they are gone */
export function removeRows(book: OpenBook, sheet: Worksheet, row: number, count: number): boolean {
  const endRow = row + count - 1;
  const range = fullRows(sheet, row, endRow);
  const cells = book.model(sheet).range({ top: row, left: 0, bottom: endRow, right: range.endColumn });
  if (cells.some((line) => line.some(({ text, formula }) => text !== '' || formula !== undefined)))
    return false;
  const manager = sheet.getRowManager();
  const ours = rowsHiddenByUs(manager.getRowData()).filter((each) => each >= row && each <= endRow);
  // The grid would leave them there.
  if (ours.length > 0) {
    for (const each of ours) manager.setCustomMetadata(each, undefined);
    book.do(SetRowVisibleMutation.id, { ...book.place(sheet), ranges: [range] });
  }
  book.do(RemoveRowByRangeCommand.id, { ...book.place(sheet), range });
  return true;
}

/** Shows these rows of the body alone, or all that we hid where `rows` is null. No part of what is stored. */
export function showOnly(
  book: OpenBook,
  sheet: Worksheet,
  body: { readonly firstRow: number; readonly lastRow: number },
  rows: ReadonlySet<number> | null,
): void {
  const manager = sheet.getRowManager();
  const known = manager.getRowData();
  const ours = new Set(rowsHiddenByUs(known));
  const columns = sheet.getColumnCount();
  const shown = rowRanges(0, sheet.getRowCount() - 1, columns, (row) => ours.has(row));
  for (const row of ours) manager.setCustomMetadata(row, undefined);
  const hidden =
    rows === null
      ? []
      : rowRanges(
          body.firstRow,
          body.lastRow,
          columns,
          (row) => !rows.has(row) && (known[row]?.hd !== YES || ours.has(row)),
        );
  const place = book.place(sheet);
  if (shown.length > 0) book.do(SetRowVisibleMutation.id, { ...place, ranges: shown });
  // Before they are hidden: the grid asks at once whether they get a mark.
  for (const { startRow, endRow } of hidden)
    for (let row = startRow; row <= endRow; row++) {
      manager.getRowOrCreate(row);
      manager.setCustomMetadata(row, { [HIDDEN_BY_US]: true });
    }
  if (hidden.length > 0) book.do(SetRowHiddenMutation.id, { ...place, ranges: hidden });
}

/**
 * Rows that we hide have no mark between their neighbours' numbers to show them again by: it would lie over the numbers,
 * and what it does the pane would not know.
 */
export function withoutMarks(injector: Injector): void {
  injector
    .get(HeaderUnhideRangeService)
    .registerRangeVisibleHandler((visible, { axis, range: { startRow, endRow }, worksheet }) => {
      if (!visible || axis !== HeaderUnhideRangeAxis.ROW) return visible;
      const rows = worksheet.getRowManager().getRowData();
      for (let row = startRow; row <= endRow; row++) if (isHiddenByUs(rows[row] ?? {})) return false;
      return true;
    });
}

/** The rows from `first` to `last` that `wanted` says, as few ranges. */
function rowRanges(first: number, last: number, columns: number, wanted: (row: number) => boolean): IRange[] {
  const ranges: IRange[] = [];
  for (let row = first; row <= last; row++) {
    if (!wanted(row)) continue;
    const open = ranges.at(-1);
    if (open?.endRow === row - 1) open.endRow = row;
    else
      ranges.push({
        startRow: row,
        endRow: row,
        startColumn: 0,
        endColumn: columns - 1,
        rangeType: RANGE_TYPE.ROW,
      });
  }
  return ranges;
}
