import type { SheetId } from '../../../../src/hosts/host';
import { GridPage } from './grid-page';

/** The first sheet of a workbook that is opened. */
export const SHEET = 'sheet-1' as SheetId;

/** A page with the grid for the tests of a file: it starts before them, and stops after them. */
export function useGrid(): GridPage {
  const grid = new GridPage();
  beforeAll(() => grid.start(), 300_000);
  afterAll(() => grid.stop());
  return grid;
}
