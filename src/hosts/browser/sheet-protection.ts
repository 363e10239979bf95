import { IPermissionService, type Injector } from '@univerjs/core';
import { WorksheetEditPermission } from '@univerjs/preset-sheets-core';
import type { OpenBook } from './open-book';

/** Sheets that their file protects can be read and marked, not written. */
export function protectSheets(book: OpenBook, injector: Injector): void {
  const permissions = injector.get(IPermissionService);
  for (const sheet of book.sheets)
    if (book.model(sheet).protected)
      permissions.updatePermissionPoint(new WorksheetEditPermission(book.unit, sheet.getSheetId()).id, false);
}
