import type { Cell } from '../rules/cell';
import type { CellContent, CellWrite } from './host';

export const isContent = (value: CellWrite['value']): value is CellContent =>
  typeof value === 'object' && 'format' in value;

/**
 * Whether a cell still holds what it is to hold before a write. Nothing that we wrote is a formula: one that comes to the
 * same text has been put there since, and what stood there before is not put back over it.
 */
export const isAsExpected = (cell: Cell, { expected, value }: CellWrite): boolean =>
  cell.text === expected && !(isContent(value) && cell.formula !== undefined);
