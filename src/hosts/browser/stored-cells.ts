import {
  CommandType,
  ICommandService,
  type Injector,
  type IWorkbookData,
  type Worksheet,
} from '@univerjs/core';
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from '@univerjs/preset-sheets-core';
import type { CellsByRow } from './open-book';

/** The cells of a worksheet as text to be stored: a JSON of some rows each, in UTF-8. */
export type CellBlocks = readonly Uint8Array[];

/** Rows in a block: few enough that one is written in a moment, and enough that a sheet has few of them. */
const ROWS = 256;

/** Mutations that touch no cell and happen all the time. Any other one but of values has every cell written anew. */
const NOT_CELLS =
  /^(?:formula|data-validation)\.|^sheet\.mutation\.set-(?:row-(?:hidden|visible)|worksheet-(?:row-|col-width|active))/;

/**
 * Keeps the cells of the open workbook as text. At 10,000 rows a copy of every cell, and the copy of it that the
 * browser's store makes, hold up typing; only the blocks of rows that changed are written anew.
 */
export class StoredCells {
  readonly #blocks = new Map<string, (Uint8Array | undefined)[]>();
  readonly #encoder = new TextEncoder();

  /** @param unit the name of the workbook that is open */
  constructor(injector: Injector, unit: () => string) {
    injector.get(ICommandService).onCommandExecuted(({ id, type, params }) => {
      if (type !== CommandType.MUTATION || NOT_CELLS.test(id)) return;
      const { unitId, subUnitId, cellValue } = (params ?? {}) as Partial<ISetRangeValuesMutationParams>;
      if (unitId !== unit()) return;
      if (id === SetRangeValuesMutation.id && subUnitId !== undefined)
        this.#rowsChanged(subUnitId, Object.keys(cellValue ?? {}).map(Number));
      else this.forget();
    });
  }

  /** Another workbook is opened, or cells stand elsewhere. */
  forget(): void {
    this.#blocks.clear();
  }

  /** The cells of a worksheet as they are now. */
  of(sheet: Worksheet): CellBlocks {
    const matrix = sheet.getCellMatrix();
    const cells = matrix.getMatrix() as CellsByRow;
    const known = this.#blocks.get(sheet.getSheetId()) ?? [];
    const blocks = Array.from(
      { length: Math.ceil(matrix.getLength() / ROWS) },
      (_, index) => known[index] ?? this.#written(cells, index * ROWS),
    );
    this.#blocks.set(sheet.getSheetId(), [...blocks]);
    return blocks;
  }

  #written(cells: CellsByRow, first: number): Uint8Array {
    const rows: CellsByRow = {};
    for (let row = first; row < first + ROWS; row++) {
      const line = cells[row];
      if (line !== undefined) rows[row] = line;
    }
    return this.#encoder.encode(JSON.stringify(rows));
  }

  #rowsChanged(sheet: string, rows: readonly number[]): void {
    const blocks = this.#blocks.get(sheet);
    if (blocks === undefined) return;
    for (const row of rows) blocks[Math.floor(row / ROWS)] = undefined;
  }
}

const cellsOf = (blocks: CellBlocks): CellsByRow => {
  const decoder = new TextDecoder();
  const cells: CellsByRow = {};
  for (const block of blocks) Object.assign(cells, JSON.parse(decoder.decode(block)));
  return cells;
};

/** Worksheets with the cells that were stored apart from them. */
export const withCells = (
  sheets: IWorkbookData['sheets'],
  cells: Readonly<Record<string, CellBlocks>> = {},
): IWorkbookData['sheets'] =>
  Object.fromEntries(
    Object.entries(sheets).map(([id, sheet]) => {
      const blocks = cells[id];
      return [id, blocks === undefined ? sheet : { ...sheet, cellData: cellsOf(blocks) }];
    }),
  );
