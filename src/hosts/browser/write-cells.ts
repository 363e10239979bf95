import type { ICellData, Worksheet } from '@univerjs/core';
import { toA1, type A1 } from '../../sheet/a1';
import { isAsExpected } from '../as-expected';
import type { CellChange, CellWrite, WriteReport } from '../host';
import { contentOf, holds, writeData } from './cell-writes';
import type { CellsByRow, OpenBook } from './open-book';

/** Writes cells that still hold what was expected, as one step that can be undone, and reads them back. */
export function writeCells(book: OpenBook, sheet: Worksheet, writes: readonly CellWrite[]): WriteReport {
  const model = book.model(sheet);
  const skipped: A1[] = [];
  const cells: CellsByRow = {};
  const written: (Omit<CellChange, 'after'> & { readonly data: ICellData })[] = [];
  for (const write of writes) {
    const { row, column, value } = write;
    if (!isAsExpected(model.cell(row, column), write)) {
      skipped.push(toA1(row, column));
      continue;
    }
    const pattern = model.pattern(row, column);
    const data = writeData(value, pattern);
    const before = contentOf(sheet.getCellRaw(row, column), pattern);
    (cells[row] ??= {})[column] = { ...data };
    written.push({ row, column, before, data });
  }
  if (written.length > 0) book.put(sheet, cells);
  const after = book.model(sheet);
  const refused: A1[] = [];
  const changes = written.map(({ row, column, before, data }): CellChange => {
    const now = after.cell(row, column);
    if (!holds(now, data)) refused.push(toA1(row, column));
    return { row, column, before, after: now };
  });
  return { changes, skipped, refused };
}
