import type { ListValidator } from '@univerjs/preset-sheets-data-validation';
import { CLIP, WRAP } from './grid-enums';

/**
 * Cells with a list are drawn on one line where they do not wrap, as all others are: the grid takes what says nothing of it
 * for one that wraps, and the arrow of a text with more lines than its row has room for stood on the row above.
 */
export function keepOnOneLine(list: Pick<ListValidator, 'getExtraStyle'>): void {
  const styleOf = list.getExtraStyle.bind(list);
  list.getExtraStyle = (rule, value, cell) => ({
    ...styleOf(rule, value, cell),
    tb: cell.style.tb === WRAP ? WRAP : CLIP,
  });
}
