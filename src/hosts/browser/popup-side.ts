import type { Injector } from '@univerjs/core';
import { ICanvasPopupService } from '@univerjs/preset-sheets-core';
import { map } from 'rxjs';

/** The width of what is said beside a cell, in pixels; workbench.css gives it. */
const MESSAGE_WIDTH = 220;

/**
 * What is said beside a cell stands to its left where it would reach beyond the grid on its right: the grid knows only the
 * window's edge, and would cover what lies beside it.
 */
export function keepWithinGrid(injector: Injector): void {
  const popups = injector.get(ICanvasPopupService);
  const add = popups.addPopup.bind(popups);
  popups.addPopup = (popup) => {
    if (popup.direction !== 'horizontal') return add(popup);
    const anchorRect$ = popup.anchorRect$.pipe(
      map((cell) => {
        const grid = popup.canvasElement.getBoundingClientRect();
        const start = cell.left - MESSAGE_WIDTH;
        // It begins where its cell ends.
        return cell.right + MESSAGE_WIDTH > grid.right && start >= grid.left
          ? { ...cell, right: start }
          : cell;
      }),
    );
    return add({ ...popup, anchorRect$ });
  };
}
