import type {
  ICellData,
  Injector,
  IObjectArrayPrimitiveType,
  IRowData,
  IStyleData,
  Nullable,
  Workbook,
  Worksheet,
} from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/preset-sheets-core';
import { EMPTY_CELL, type Cell } from '../../rules/cell';
import type { Grid, GridRange } from '../../sheet/grid';
import { shiftFormula } from '../file/shared-formula';
import { readCell } from './cell-data';
import { YES } from './grid-enums';

type Style = Nullable<string | IStyleData>;

/** A worksheet of the grid as the rules see it. */
export class SheetModel {
  /** The number formats of styles by their names, as far as they were asked for. */
  readonly #patterns = new Map<string, string | undefined>();
  /** By their names, formulas that were filled into further cells, and where they stand. */
  #filled: ReadonlyMap<string, { readonly formula: string; row: number; column: number }> | null = null;

  constructor(
    private readonly injector: Injector,
    private readonly workbook: Workbook,
    private readonly sheet: Worksheet,
  ) {}

  /** Whether the file protects the sheet. */
  get protected(): boolean {
    return this.sheet.getConfig().custom?.protected === true;
  }

  cell(row: number, column: number): Cell {
    const data = this.sheet.getCellRaw(row, column);
    const spilled = data?.v === undefined || data.v === null ? this.#spilled(row, column) : undefined;
    return readCell(spilled ?? this.#withFormula(row, column, data), this.pattern(row, column));
  }

  /** The number format of a cell: its own, or that of its row or column. */
  pattern(row: number, column: number): string | undefined {
    const { sheet } = this;
    return (
      this.#patternOf(sheet.getCellRaw(row, column)?.s) ??
      this.#patternOf(sheet.getRowManager().getRowStyle(row)) ??
      this.#patternOf(sheet.getColumnManager().getColumnStyle(column))
    );
  }

  range({ top, left, bottom, right }: GridRange): readonly (readonly Cell[])[] {
    return Array.from({ length: bottom - top + 1 }, (_, i) =>
      Array.from({ length: right - left + 1 }, (__, j) => this.cell(top + i, left + j)),
    );
  }

  grid(): Grid {
    const { sheet } = this;
    const rows: (Cell | undefined)[][] = [];
    sheet.getCellMatrix().forValue((row, column, data): void => {
      const cell = this.#read(row, column, data);
      if (cell !== EMPTY_CELL) (rows[row] ??= [])[column] = cell;
    });
    for (const [row, cells] of Object.entries(this.#spills() ?? {}))
      for (const column of Object.keys(cells))
        (rows[Number(row)] ??= [])[Number(column)] = this.cell(Number(row), Number(column));
    return {
      name: sheet.getName(),
      rows,
      merges: sheet.getMergeData().map(({ startRow, startColumn, endRow, endColumn }) => ({
        top: startRow,
        left: startColumn,
        bottom: endRow,
        right: endColumn,
      })),
      hiddenRows: new Set(this.#hiddenRows().filter((row) => row < rows.length)),
      visible: !this.sheet.isSheetHidden(),
    };
  }

  /** Like `cell`, without looking for what a formula elsewhere has spilled. */
  #read(row: number, column: number, data: Nullable<ICellData>): Cell {
    if (!data) return EMPTY_CELL;
    // Only a number may be a day; the formats of texts are not asked for.
    const isNumber = typeof data.v === 'number';
    return readCell(this.#withFormula(row, column, data), isNumber ? this.pattern(row, column) : undefined);
  }

  /** A cell that a formula was filled into holds but the name of that formula, which stands in the first one. */
  #withFormula(row: number, column: number, data: Nullable<ICellData>): Nullable<ICellData> {
    const { si, f } = data ?? {};
    if (typeof si !== 'string' || si === '' || (typeof f === 'string' && f !== '')) return data;
    this.#filled ??= this.#filledFormulas();
    const first = this.#filled.get(si);
    return first === undefined
      ? data
      : { ...data, f: `=${shiftFormula(first.formula, row - first.row, column - first.column)}` };
  }

  #filledFormulas(): ReadonlyMap<string, { formula: string; row: number; column: number }> {
    const found = new Map<string, { formula: string; row: number; column: number }>();
    this.sheet.getCellMatrix().forValue((row, column, data): void => {
      const { si, f } = data ?? {};
      if (typeof si === 'string' && typeof f === 'string' && f !== '')
        found.set(si, { formula: f.replace(/^=/, ''), row, column });
    });
    return found;
  }

  /** The rows that are hidden, but not those that we hid to show others alone. */
  #hiddenRows(): number[] {
    const rows = this.sheet.getRowManager().getRowData();
    return rowEntries(rows).flatMap(([row, data]) => (data.hd === YES && !isHiddenByUs(data) ? [row] : []));
  }

  #patternOf(style: Style): string | undefined {
    if (!style) return undefined;
    if (typeof style !== 'string') return style.n?.pattern;
    if (!this.#patterns.has(style))
      this.#patterns.set(style, this.workbook.getStyles().get(style)?.n?.pattern ?? undefined);
    return this.#patterns.get(style);
  }

  #spills(): Record<number, Record<number, Nullable<ICellData>>> | undefined {
    const all = this.injector.get(FormulaDataModel).getArrayFormulaCellData();
    return all[this.workbook.getUnitId()]?.[this.sheet.getSheetId()] ?? undefined;
  }

  #spilled(row: number, column: number): ICellData | undefined {
    const cell = this.#spills()?.[row]?.[column];
    if (!cell) return undefined;
    return cell;
  }
}

type Rows = IObjectArrayPrimitiveType<Partial<IRowData>>;

const rowEntries = (rows: Rows): readonly (readonly [number, Partial<IRowData>])[] =>
  Object.entries(rows as Record<string, Partial<IRowData>>).map(([row, data]) => [Number(row), data]);

/** Rows that we hid carry this along when others are inserted above them. */
export const HIDDEN_BY_US = 'hiddenByKpy';

export const isHiddenByUs = ({ custom }: Partial<IRowData>): boolean => custom?.[HIDDEN_BY_US] === true;

/** The rows that we hid, of all rows that a sheet says something of. */
export const rowsHiddenByUs = (rows: Rows): readonly number[] =>
  rowEntries(rows).flatMap(([row, data]) => (isHiddenByUs(data) ? [row] : []));
