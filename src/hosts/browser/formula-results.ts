import {
  ICommandService,
  type ICellData,
  type IExecutionOptions,
  type Injector,
  type Nullable,
} from '@univerjs/core';
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from '@univerjs/preset-sheets-core';
import { grownBy, type GridRange } from '../../sheet/grid';
import type { SheetId } from '../host';
import { readCell } from './cell-data';
import type { OpenBook } from './open-book';

/** What a formula says between quotes. */
const QUOTED = /"(?:[^"]|"")*"/g;
/** A name before an exclamation mark: of a sheet, or of a sheet in another workbook. */
const SHEET = /(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!/gu;

interface GivenOptions extends IExecutionOptions {
  /** Set where the grid writes what formulas came to. */
  readonly applyFormulaCalculationResult?: boolean;
}

type Cells = Record<string, Record<string, Nullable<ICellData>>>;

const isErrorValue = (data: Nullable<ICellData>): boolean => readCell(data, undefined).kind === 'error';
const isEmptyValue = (data: Nullable<ICellData>): boolean => (data?.v ?? '') === '';

/**
 * Keeps what formulas came to for as long as nothing better is known. When rows move, the grid empties the cells of formulas
 * until it has computed them anew: an export in between would lose them. And a formula that looks into a workbook that is
 * not here, or that calls a function that the grid does not have, keeps the result of the file, as in Excel.
 *
 * @param changed called when formulas have come to something else
 */
export function keepResults(
  injector: Injector,
  book: OpenBook,
  changed: (sheet: SheetId, range: GridRange) => void,
): void {
  const commands = injector.get(ICommandService);
  const ranges = new WeakMap<object, GridRange>();

  commands.beforeCommandExecuted(({ id, params }, options: GivenOptions = {}) => {
    if (id !== SetRangeValuesMutation.id || options.fromFormula !== true) return;
    const { unitId, subUnitId, cellValue } = params as ISetRangeValuesMutationParams;
    const sheet = unitId === book.unit ? book.sheet(subUnitId as SheetId) : null;
    if (sheet === null || cellValue === undefined) return;
    const cells = cellValue as Cells;
    if (options.applyFormulaCalculationResult !== true) {
      keepUntilComputed(cells);
      return;
    }
    const model = book.model(sheet);
    const range = takeResults(cells, {
      present: (row, column) => sheet.getCellRaw(row, column),
      looksElsewhere: (row, column) => looksElsewhere(model.cell(row, column).formula ?? '', book),
    });
    if (params !== undefined && range !== undefined) ranges.set(params, range);
  });

  commands.onCommandExecuted(({ params }) => {
    const range = params === undefined ? undefined : ranges.get(params);
    if (range !== undefined) changed((params as ISetRangeValuesMutationParams).subUnitId as SheetId, range);
  });
}

/** A formula that is typed comes with an empty value of its own: what is emptied here are those that only moved. */
function keepUntilComputed(cells: Cells): void {
  for (const row of Object.values(cells))
    for (const cell of Object.values(row))
      if (cell?.v === null && cell.t === null) {
        delete cell.v;
        delete cell.t;
      }
}

/** Leaves out of new results those that are none. @returns where the others differ from what stands there */
function takeResults(
  cells: Cells,
  sheet: {
    readonly present: (row: number, column: number) => Nullable<ICellData>;
    readonly looksElsewhere: (row: number, column: number) => boolean;
  },
): GridRange | undefined {
  let range: GridRange | undefined;
  for (const [rowKey, line] of Object.entries(cells))
    for (const [columnKey, result] of Object.entries(line)) {
      const [row, column] = [Number(rowKey), Number(columnKey)];
      const before = sheet.present(row, column);
      const isKept = isErrorValue(result) && !isEmptyValue(before) && !isErrorValue(before);
      if (isKept && (result?.v === '#NAME?' || sheet.looksElsewhere(row, column)))
        Reflect.deleteProperty(line, columnKey);
      else if (String(result?.v ?? '') !== String(before?.v ?? '')) range = grownBy(range, row, column);
    }
  return range;
}

/** Whether a formula names a workbook or a sheet that is not here. */
function looksElsewhere(formula: string, book: OpenBook): boolean {
  const plain = formula.replace(QUOTED, '""');
  const names = new Set(book.sheets.map((sheet) => sheet.getName()));
  return (
    plain.includes('[') ||
    [...plain.matchAll(SHEET)].some(
      ([, quoted, bare]) => !names.has(quoted?.replaceAll("''", "'") ?? bare ?? ''),
    )
  );
}
