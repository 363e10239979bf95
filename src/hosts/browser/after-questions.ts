import type { Injector } from '@univerjs/core';
import { ILayoutService } from '@univerjs/preset-sheets-core';

/** What the grid asks stands at the end of the page, beside the page's own. */
const QUESTION = '[role="dialog"][class*="univer-"]';

const isQuestion = (node: Node): boolean => node instanceof Element && node.matches(QUESTION);

/**
 * Gives the keyboard back to the grid when a question of its own is gone: one that was answered with no, or by Escape, takes
 * with it the button that had the keyboard, and the menu that it was asked from is gone before.
 */
export class AfterQuestions {
  readonly #removals: MutationObserver;

  /** @param isOpen whether there is a work in the grid */
  constructor(injector: Injector, isOpen: () => boolean) {
    this.#removals = new MutationObserver((changes) => {
      if (!changes.some(({ removedNodes }) => [...removedNodes].some(isQuestion))) return;
      if (isOpen() && document.activeElement === document.body) injector.get(ILayoutService).focus();
    });
    this.#removals.observe(document.body, { childList: true });
  }

  dispose(): void {
    this.#removals.disconnect();
  }
}
