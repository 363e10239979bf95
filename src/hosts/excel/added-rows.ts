import { COLUMN_KEYS } from '../../rules/application';
import { rangeOf, rowsAddress } from './address';
import type { HiddenRows } from './hidden-rows';
import type { KnownWorkbook } from './known-workbook';
import { Refusal } from './run';
import type { SheetId } from '../host';

/**
 * Inserts rows before a row, with the formats of the row above, which Excel gives them, and its lists: three requests.
 * The rows come alone in one of them, so that it is known whether they are in: where their lists fail, a fourth takes the
 * rows away again.
 *
 * @throws Refusal `protected` where the sheet is
 */
export async function insertRows(
  context: Excel.RequestContext,
  id: SheetId,
  rows: { readonly row: number; readonly count: number },
  known: KnownWorkbook,
  hidden: HiddenRows,
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(id);
  // Those of the form, where the sheet has never been read.
  const columns = Math.max(COLUMN_KEYS.length, known.sizes.get(id)?.columns ?? 0);
  const above = Math.max(0, rows.row - 1);
  const { protection } = sheet;
  protection.load('protected');
  const models = Array.from({ length: columns }, (_, column) => {
    const { dataValidation } = rangeOf(sheet, { top: above, bottom: above, left: column, right: column });
    dataValidation.load('type,rule,prompt,errorAlert,ignoreBlanks');
    return dataValidation;
  });
  await context.sync();
  if (protection.protected) throw new Refusal('protected');
  const area = { top: rows.row, bottom: rows.row + rows.count - 1, left: 0, right: 0 };
  const address = rowsAddress(area.top, area.bottom);
  sheet.getRange(address).untrack().insert('Down').untrack();
  await context.sync();
  hidden.moved(id, area, true);
  models.forEach((model, column) => {
    copyValidation(model, rangeOf(sheet, { ...area, left: column, right: column }).dataValidation);
  });
  try {
    await context.sync();
  } catch (error) {
    sheet.getRange(address).untrack().delete('Up');
    await context.sync();
    hidden.moved(id, area, false);
    throw error;
  }
}

/**
 * Takes inserted rows away again if nothing stands in them: three requests.
 *
 * @returns whether they are gone
 * @throws Refusal `protected` where the sheet is
 */
export async function removeRows(
  context: Excel.RequestContext,
  id: SheetId,
  { row, count }: { readonly row: number; readonly count: number },
  hidden: HiddenRows,
): Promise<boolean> {
  const sheet = context.workbook.worksheets.getItem(id);
  const { protection } = sheet;
  protection.load('protected');
  const used = sheet.getUsedRangeOrNullObject(true).untrack();
  used.load('columnIndex,columnCount');
  await context.sync();
  if (protection.protected) throw new Refusal('protected');
  const right = used.isNullObject ? 0 : used.columnIndex + used.columnCount - 1;
  const area = { top: row, bottom: row + count - 1, left: 0, right };
  // Formulas, of which some come to nothing that is seen.
  const cells = rangeOf(sheet, area);
  cells.load('formulas');
  await context.sync();
  if (cells.formulas.some((line: readonly unknown[]) => line.some((entry) => entry !== ''))) return false;
  sheet.getRange(rowsAddress(area.top, area.bottom)).untrack().delete('Up');
  await context.sync();
  hidden.moved(id, area, false);
  return true;
}

/** Gives cells the list and the prompt of another cell. Validations of other kinds are left to Excel. */
function copyValidation(
  { type, rule, prompt, errorAlert, ignoreBlanks }: Excel.DataValidation,
  to: Excel.DataValidation,
): void {
  if (type !== 'List' && type !== 'None') return;
  if (type === 'List') {
    to.rule = rule;
    to.errorAlert = errorAlert;
    to.ignoreBlanks = ignoreBlanks;
  }
  if (hasText(prompt)) to.prompt = prompt;
}

/** Whether cells have a prompt; Excel may give null where they have none. */
export const hasText = (
  prompt: Excel.DataValidationPrompt | null | undefined,
): prompt is Excel.DataValidationPrompt =>
  prompt !== null && prompt !== undefined && (prompt.message !== '' || prompt.title !== '');
