import type { ColumnKey } from '../../rules/application';
import { LIST_NAMES, LIST_SHEET, cellLists, isOwnList, type CellLists } from '../../sheet/cell-lists';
import { columnLetters } from '../../sheet/a1';
import type { TemplateLists } from '../../sheet/template-lists';
import type { GridRange } from '../../sheet/grid';
import type { ListPlaces } from '../host';
import { rangeOf } from './address';
import type { KnownWorkbook } from './known-workbook';
import { deleteOwnSheet, isOwnSheet } from './own-sheets';
import { hasText } from './added-rows';
import { Refusal } from './run';
import { TEXT_FORMAT } from '../number-format';

/** A validation as it stands on a range. */
type Standing = 'none' | 'own' | 'users' | 'mixed';

const VALIDATION = 'type,rule,prompt';
/** More cells than these are not asked about one by one. */
const MOST_CELLS = 3_000;

function askValidation(range: Excel.Range): Excel.DataValidation {
  range.untrack();
  range.dataValidation.load(VALIDATION);
  return range.dataValidation;
}

function standingOf({ type, rule }: Excel.DataValidation): Standing {
  if (type === 'Inconsistent' || type === 'MixedCriteria') return 'mixed';
  if (type === 'None') return 'none';
  const source: unknown = rule.list?.source;
  return type === 'List' && typeof source === 'string' && isOwnList(source) ? 'own' : 'users';
}

/** Rows one by one, of a column that is validated in more ways than one. */
const cellsOf = (range: GridRange): readonly GridRange[] =>
  Array.from({ length: range.bottom - range.top + 1 }, (_, index) => ({
    ...range,
    top: range.top + index,
    bottom: range.top + index,
  }));

/**
 * Gives the cells of a data sheet their lists: three requests at most.
 * @returns the columns whose validations are the user's own, which are left as they are
 * @throws Refusal `protected` where the sheet is, or no sheet for the lists can be added
 */
export async function offerLists(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { columns, firstRow, lastRow }: ListPlaces,
  lists: TemplateLists,
  known: KnownWorkbook,
): Promise<{ readonly kept: readonly ColumnKey[] }> {
  const plan = cellLists(lists, (key) => columns.get(key));
  const asked = [...plan.formulas].flatMap(([key, formula]) => {
    const column = columns.get(key);
    if (column === undefined) return [];
    const range = { top: firstRow, bottom: lastRow, left: column, right: column };
    return [{ key, formula, range, validation: askValidation(rangeOf(sheet, range)) }];
  });
  const { workbook } = context;
  workbook.protection.load('protected');
  sheet.protection.load('protected');
  workbook.names.load('items/name');
  const listSheet = workbook.worksheets.getItemOrNullObject(LIST_SHEET);
  listSheet.load('id');
  await context.sync();
  if (sheet.protection.protected || (listSheet.isNullObject && workbook.protection.protected))
    throw new Refusal('protected');
  const mixed = asked.filter(({ validation }) => standingOf(validation) === 'mixed');
  const users = new Set(
    asked.flatMap(({ key, validation }) => (standingOf(validation) === 'users' ? [key] : [])),
  );
  for (const key of await usersAmong(context, sheet, mixed)) users.add(key);
  const target = listSheet.isNullObject ? workbook.worksheets.add(LIST_SHEET) : listSheet;
  if (listSheet.isNullObject) target.visibility = 'VeryHidden';
  else target.getRange().untrack().clear();
  target.load('id');
  writeLists(context, target, plan, new Set(workbook.names.items.map(({ name }) => name)));
  for (const { key, formula, range } of asked) {
    if (users.has(key)) continue;
    const { dataValidation } = rangeOf(sheet, range);
    dataValidation.rule = { list: { inCellDropDown: true, source: `=${formula}` } };
    dataValidation.errorAlert = { showAlert: true, style: 'Warning', title: '', message: '' };
  }
  await context.sync();
  known.ownSheets.add(target.id);
  return { kept: [...users] };
}

/** Of columns that are validated in several ways, those where a cell has a validation of the user's own. */
async function usersAmong(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  mixed: readonly { readonly key: ColumnKey; readonly range: GridRange }[],
): Promise<readonly ColumnKey[]> {
  const few = mixed.flatMap(({ key, range }) => cellsOf(range).map((cell) => ({ key, cell })));
  if (few.length === 0) return [];
  if (few.length > MOST_CELLS) return mixed.map(({ key }) => key);
  const asked = few.map(({ key, cell }) => ({ key, validation: askValidation(rangeOf(sheet, cell)) }));
  await context.sync();
  return asked.flatMap(({ key, validation }) => (standingOf(validation) === 'users' ? [key] : []));
}

/** The lists, and names for them; a name of ours that these lists do not have would point to what is no longer there. */
function writeLists(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { lists }: CellLists,
  names: ReadonlySet<string>,
): void {
  lists.forEach(({ name, values }, column) => {
    const range = rangeOf(sheet, { top: 0, bottom: values.length - 1, left: column, right: column });
    range.numberFormat = values.map(() => [TEXT_FORMAT]);
    range.values = values.map((value) => [value]);
    const letters = columnLetters(column);
    const formula = `=${LIST_SHEET}!$${letters}$1:$${letters}$${values.length}`;
    if (names.has(name)) context.workbook.names.getItem(name).formula = formula;
    else context.workbook.names.add(name, formula).visible = false;
  });
  const planned = new Set(lists.map(({ name }) => name));
  for (const name of names)
    if (name.startsWith(LIST_NAMES) && !planned.has(name)) context.workbook.names.getItem(name).delete();
}

/**
 * Takes our lists off all sheets, and the names and the sheet behind them: four requests at most. Prompts stay.
 * @throws Refusal `partly-protected` where protected sheets have lists of ours, or the list sheet cannot be deleted;
 * whatever else had lists of ours has none by then
 */
export async function withdrawLists(context: Excel.RequestContext): Promise<void> {
  const { workbook } = context;
  workbook.worksheets.load('items/id,items/name');
  workbook.names.load('items/name');
  workbook.protection.load('protected');
  await context.sync();
  const sheets = workbook.worksheets.items;
  const listSheet = sheets.find(({ name }) => name === LIST_SHEET);
  const names = workbook.names.items.filter(({ name }) => name.startsWith(LIST_NAMES));
  if (listSheet === undefined && names.length === 0) return;
  const validated = sheets
    .filter(({ name }) => !isOwnSheet(name))
    .map((sheet) => {
      sheet.protection.load('protected');
      const cells = sheet.getRange().untrack().getSpecialCellsOrNullObject('DataValidations').untrack();
      cells.load('areaCount');
      cells.areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount');
      return { sheet, cells };
    });
  await context.sync();
  const columns = validated.flatMap(({ sheet, cells }) =>
    cells.isNullObject ? [] : columnsOf(cells).map((range) => ({ sheet, range })),
  );
  const found = await ownRanges(context, columns);
  const open = found.filter(({ sheet }) => !sheet.protection.protected);
  for (const { sheet, range, prompt } of open) {
    const { dataValidation } = rangeOf(sheet, range);
    dataValidation.clear();
    if (hasText(prompt)) dataValidation.prompt = prompt;
  }
  const closed = found.flatMap(({ sheet }) => (sheet.protection.protected ? [sheet.name] : []));
  const ownKept = closed.length === 0 && workbook.protection.protected && listSheet !== undefined;
  const kept = ownKept ? [LIST_SHEET] : [...new Set(closed)];
  if (kept.length === 0) {
    for (const name of names) name.delete();
    if (listSheet !== undefined) deleteOwnSheet(listSheet);
  }
  await context.sync();
  if (kept.length > 0) throw new Refusal('partly-protected', kept);
}

/** The columns of areas, one by one. */
const columnsOf = (cells: Excel.RangeAreas): readonly GridRange[] =>
  cells.areas.items.flatMap(({ rowIndex, columnIndex, rowCount, columnCount }) =>
    Array.from({ length: columnCount }, (_, index) => ({
      top: rowIndex,
      bottom: rowIndex + rowCount - 1,
      left: columnIndex + index,
      right: columnIndex + index,
    })),
  );

interface OwnRange {
  readonly sheet: Excel.Worksheet;
  readonly range: GridRange;
  readonly prompt: Excel.DataValidationPrompt | null;
}

async function ownRanges(
  context: Excel.RequestContext,
  ranges: readonly { readonly sheet: Excel.Worksheet; readonly range: GridRange }[],
): Promise<readonly OwnRange[]> {
  const asked = ranges.map(({ sheet, range }) => ({
    sheet,
    range,
    validation: askValidation(rangeOf(sheet, range)),
  }));
  if (asked.length > 0) await context.sync();
  const own: OwnRange[] = [];
  const mixed: { readonly sheet: Excel.Worksheet; readonly range: GridRange }[] = [];
  for (const { sheet, range, validation } of asked) {
    const standing = standingOf(validation);
    if (standing === 'own') own.push({ sheet, range, prompt: validation.prompt });
    // A column that is validated in several ways is gone through cell by cell; a single cell is never mixed.
    else if (standing === 'mixed') for (const cell of cellsOf(range)) mixed.push({ sheet, range: cell });
  }
  return mixed.length === 0 ? own : [...own, ...(await ownRanges(context, mixed))];
}
