import { ICommandService, type Injector } from '@univerjs/core';
import { InsertSheetMutation, type IInsertSheetMutationParams } from '@univerjs/preset-sheets-core';
import { HEADS } from './shown-sheets';

/** Sheets that are added have heads of our sizes, as those of the file. */
export function sizeNewSheets(injector: Injector): void {
  injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (id === InsertSheetMutation.id) Object.assign((params as IInsertSheetMutationParams).sheet, HEADS);
  });
}
