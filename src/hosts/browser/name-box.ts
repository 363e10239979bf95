import type { Injector } from '@univerjs/core';
import { closeEditor } from './cell-editor';
import type { OpenBook } from './open-book';

/**
 * Who goes to the name box has finished typing in the cell: the grid would leave the cell open, take the Enter of the name
 * for the cell's, and stay there.
 */
export function finishForNameBox(injector: Injector, book: OpenBook, container: HTMLElement): void {
  container.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.closest('[data-u-comp="defined-name"]') === null)
      return;
    void closeEditor(book, injector).then(() => {
      // The grid takes the keyboard back when a cell is closed.
      if (document.activeElement !== target) {
        target.focus();
        target.select();
      }
    });
  });
}
