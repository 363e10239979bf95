import { LIST_SHEET } from '../../sheet/cell-lists';
import type { SheetId } from '../host';

/** What the name of every sheet with marks begins with, and what tells our conditional formats from the user's. */
export const MARKS = 'KPY_MARKS';

/**
 * The name of the sheet that holds the marks of a data sheet. It is made from the data sheet's id, which stays when that
 * is renamed or moved, so that the marks are found again in a workbook that was saved with them. FNV-1a, 32 bits.
 */
export function marksSheetName(sheet: SheetId): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < sheet.length; index++)
    hash = Math.imul(hash ^ sheet.charCodeAt(index), 0x01000193) >>> 0;
  return `${MARKS}_${hash.toString(16).toUpperCase().padStart(8, '0')}`;
}

/** Whether a worksheet is one of ours, which are very hidden and never read as data. */
export const isOwnSheet = (name: string): boolean => name.startsWith(`${MARKS}_`) || name === LIST_SHEET;

/** Deletes one of our sheets. A very hidden one cannot be deleted (Microsoft, Worksheet.delete). */
export function deleteOwnSheet(sheet: Excel.Worksheet): void {
  sheet.visibility = 'Hidden';
  sheet.delete();
}
