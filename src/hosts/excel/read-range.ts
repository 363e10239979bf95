import type { Cell } from '../../rules/cell';
import type { GridRange } from '../../sheet/grid';
import { rangeOf } from './address';
import type { KnownWorkbook } from './known-workbook';
import {
  CELL_PROPERTIES,
  dateSystemOf,
  loadedCell,
  toCell,
  type LoadedCell,
  type LoadedRange,
} from './loaded-cells';
import { failureOf } from './run';

/** Cells asked for in one request: a cell with all its properties takes about 60 bytes. */
const MOST_CELLS = 60_000;

/** Splits a range by its rows, so that each piece has at most so many cells, but at least one row. */
export function pieces(range: GridRange, mostCells: number): readonly GridRange[] {
  const height = Math.max(1, Math.floor(mostCells / (range.right - range.left + 1)));
  const parts: GridRange[] = [];
  for (let top = range.top; top <= range.bottom; top += height)
    parts.push({ ...range, top, bottom: Math.min(range.bottom, top + height - 1) });
  return parts;
}

/** Asks for a piece, and for its halves where Excel says that it is too large. */
export async function inPieces<T>(
  parts: readonly GridRange[],
  ask: (part: GridRange) => Promise<T>,
): Promise<readonly T[]> {
  const answers: T[] = [];
  for (const part of parts) {
    try {
      answers.push(await ask(part));
    } catch (error) {
      const height = part.bottom - part.top + 1;
      if (failureOf(error).problem !== 'too-large' || height === 1) throw error;
      const middle = part.top + Math.floor(height / 2);
      answers.push(
        ...(await inPieces(
          [
            { ...part, bottom: middle - 1 },
            { ...part, top: middle },
          ],
          ask,
        )),
      );
    }
  }
  return answers;
}

/** All that Excel knows of the cells of a range, row by row. */
async function loadCells(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  range: GridRange,
): Promise<readonly (readonly LoadedCell[])[]> {
  const loaded = await inPieces(pieces(range, MOST_CELLS), async (part): Promise<LoadedRange> => {
    const cells = rangeOf(sheet, part);
    cells.load(CELL_PROPERTIES);
    await context.sync();
    return cells;
  });
  return loaded.flatMap((part) =>
    part.values.map((line, row) => line.map((_, column) => loadedCell(part, row, column))),
  );
}

/** The cells of a range as every host gives them: one request, or one a piece above Excel's limit. */
export async function readCells(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  range: GridRange,
  known: KnownWorkbook,
): Promise<readonly (readonly Cell[])[]> {
  const loaded = await loadCells(context, sheet, range);
  learnDates(known, loaded.flat());
  return loaded.map((line) => line.map((cell) => toCell(cell, known.date1904)));
}

/** Takes note of the date system, where the cells tell. */
export function learnDates(known: KnownWorkbook, cells: Iterable<LoadedCell>): void {
  const system = dateSystemOf(cells);
  if (system !== undefined) known.date1904 = system === 1904;
}
