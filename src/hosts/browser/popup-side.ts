import type { Injector } from '@univerjs/core';
import { ICanvasPopupService } from '@univerjs/preset-sheets-core';
import { map } from 'rxjs';

/** The width of what is said beside a cell, in pixels; workbench.css gives it. */
const MESSAGE_WIDTH = 220;

/** Where something stands in the window. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * What is said beside a cell stands to its left where it would reach beyond the grid on its right, and below it where there
 * is room on neither side: the grid would cover what lies beside it, or leave the window.
 */
export function keepWithinGrid(injector: Injector): void {
  const popups = injector.get(ICanvasPopupService);
  const add = popups.addPopup.bind(popups);
  popups.addPopup = (popup) => {
    if (popup.direction !== 'horizontal') return add(popup);
    const place = (cell: Box): Box => placeOf(cell, popup.canvasElement.getBoundingClientRect());
    const { anchorRect: cell } = popup;
    const isBelow = cell !== undefined && place(cell).top > cell.top;
    return add({
      ...popup,
      anchorRect$: popup.anchorRect$.pipe(map(place)),
      // The grid takes what begins in front of the rows' heads for a cell behind them.
      ...(isBelow ? { hideOnInvisible: false } : {}),
    });
  };
}

/** The cell, or what stands in its place, that a message is put to the right of, and no lower than. */
function placeOf(cell: Box, grid: Box): Box {
  const start = cell.left - MESSAGE_WIDTH;
  const isSeen = cell.left < grid.right && cell.right > grid.left;
  if (cell.right + MESSAGE_WIDTH <= grid.right || !isSeen) return cell;
  // It begins where its cell ends.
  if (start >= grid.left) return { ...cell, right: start };
  // It begins with the top, or ends with the bottom where that is too low: the two in turn keep the cell in sight.
  return { ...cell, right: grid.right - MESSAGE_WIDTH, top: cell.bottom, bottom: cell.top };
}
