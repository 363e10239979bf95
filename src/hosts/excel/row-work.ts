import type { GridRange } from '../../sheet/grid';
import { rangeOf, rowsAddress, runsOf } from './address';
import type { KnownWorkbook } from './known-workbook';
import { Refusal } from './run';
import type { SheetId } from '../host';

/** The columns of the form, where a sheet has never been read. */
const COLUMNS = 27;

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
  const columns = Math.max(COLUMNS, known.sizes.get(id)?.columns ?? 0);
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
