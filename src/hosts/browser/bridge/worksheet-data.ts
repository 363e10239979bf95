import type { ICellData, IRange, IWorksheetData } from '@univerjs/core';
import type { Cell } from '../../../rules/cell';
import type { Grid, GridRange } from '../../../sheet/grid';
import { bit } from '../grid-enums';
import { cellData } from '../cell-data';
import { separate } from './separate-merges';
import { styleName, type SheetLook } from './sheet-look';

/** Room to write below and beside what the file has. */
const MORE_ROWS = 100;
const MORE_COLUMNS = 12;
const FEWEST_ROWS = 200;
const FEWEST_COLUMNS = 30;

const NO_CELLS: readonly (Cell | undefined)[] = [];

const gridRange = ({ top, left, bottom, right }: GridRange): IRange => ({
  startRow: top,
  startColumn: left,
  endRow: bottom,
  endColumn: right,
});

function rowCells(
  cells: readonly (Cell | undefined)[],
  formats: readonly (number | undefined)[] | undefined,
): Record<number, ICellData> | undefined {
  const row: Record<number, ICellData> = {};
  let any = false;
  const width = Math.max(cells.length, formats?.length ?? 0);
  for (let column = 0; column < width; column++) {
    const cell = cells[column];
    const format = formats?.[column];
    if (cell === undefined && format === undefined) continue;
    const data = cell === undefined ? {} : cellData(cell);
    if (format !== undefined) data.s = styleName(format);
    row[column] = data;
    any = true;
  }
  return any ? row : undefined;
}

/** A worksheet of the grid: the values that were read, in the look that was read with them. */
export function worksheetData(id: string, grid: Grid, look: SheetLook): Partial<IWorksheetData> {
  const cells: Record<number, Record<number, ICellData>> = {};
  const height = Math.max(grid.rows.length, look.formats.length);
  let widest = look.lastColumn + 1;
  for (let row = 0; row < height; row++) {
    const line = grid.rows[row] ?? NO_CELLS;
    widest = Math.max(widest, line.length);
    const made = rowCells(line, look.formats[row]);
    if (made !== undefined) cells[row] = made;
  }
  const merges = separate(grid.merges);
  const reach = merges.reduce(
    ({ rows, columns }, { bottom, right }) => ({
      rows: Math.max(rows, bottom + 1),
      columns: Math.max(columns, right + 1),
    }),
    { rows: Math.max(height, look.lastRow + 1), columns: widest },
  );
  const columnCount = Math.max(FEWEST_COLUMNS, reach.columns + MORE_COLUMNS);
  return {
    id,
    name: grid.name,
    hidden: bit(!grid.visible),
    tabColor: look.tabColour,
    freeze: look.freeze,
    rowCount: Math.max(FEWEST_ROWS, reach.rows + MORE_ROWS),
    columnCount,
    defaultColumnWidth: look.defaultWidth,
    defaultRowHeight: look.defaultHeight,
    mergeData: merges.map(gridRange),
    cellData: cells,
    rowData: look.rows,
    columnData: look.columns(columnCount),
    showGridlines: bit(look.gridlines),
    rightToLeft: bit(look.rightToLeft),
    custom: { protected: look.protected },
  };
}
