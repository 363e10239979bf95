import type { ListValidator } from '@univerjs/preset-sheets-data-validation';
import { CLIP, WRAP } from './grid-enums';

/**
 * Cells with a list are drawn on one line where they do not wrap, as all others are: the grid takes what says nothing of it
 * for one that wraps, and the arrow of a text with more lines than its row has room for stood on the row above.
 *
 * @param wrapsAt whether a cell wraps that says nothing of it itself, by its row or column
 */
export function keepOnOneLine(
  list: Pick<ListValidator, 'getExtraStyle'>,
  wrapsAt: (row: number, column: number) => boolean,
): void {
  const styleOf = list.getExtraStyle.bind(list);
  // The grid says which cell it is, as of every validation; its type of a list has forgotten it.
  list.getExtraStyle = (rule, value, cell, row?: number, column?: number) => {
    const inherited = row !== undefined && column !== undefined && wrapsAt(row, column) ? WRAP : CLIP;
    return { ...styleOf(rule, value, cell), tb: (cell.style.tb ?? inherited) === WRAP ? WRAP : CLIP };
  };
}
