import { UnreadableFile, readWorkbook } from '../../../../src/hosts/file';
import type { Cell } from '../../../../src/rules/cell';
import type { Grid } from '../../../../src/sheet/grid';

/** The first worksheet of a file's bytes. */
export async function firstSheet(bytes: Uint8Array): Promise<Grid> {
  const [grid] = (await readWorkbook(bytes)).sheets;
  if (grid === undefined) throw new Error('The workbook has no sheet.');
  return grid;
}

/** A sheet's cells with content by their references, which is how a person names them. */
export function cellsOf(grid: Grid): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  grid.rows.forEach((row, rowIndex) => {
    row?.forEach((cell, column) => {
      if (cell !== undefined) cells[`${letters(column)}${rowIndex + 1}`] = cell;
    });
  });
  return cells;
}

/** The cells of a file's first worksheet. */
export const firstCells = async (bytes: Uint8Array): Promise<Record<string, Cell>> =>
  cellsOf(await firstSheet(bytes));

/** What a person sees in them. */
export const firstTexts = async (bytes: Uint8Array): Promise<Record<string, string>> =>
  Object.fromEntries(Object.entries(await firstCells(bytes)).map(([cell, { text }]) => [cell, text]));

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

export interface Refusal {
  readonly problem: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What `error` says about a file; anything but an UnreadableFile is thrown on, since callers know no other. */
function refusal(error: unknown): Refusal {
  if (!(error instanceof UnreadableFile)) throw error;
  return { problem: error.problem, params: error.params };
}

/** How a file is refused when read; undefined where it is read. */
export async function readRefusal(bytes: Uint8Array): Promise<Refusal | undefined> {
  try {
    await readWorkbook(bytes);
    return undefined;
  } catch (error) {
    return refusal(error);
  }
}

/** How an action on a file is refused; undefined where it is done. */
export function refusalOf(act: () => unknown): Refusal | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return refusal(error);
  }
}
