import { RANGE_TYPE, type Injector, type ISelectionCell } from '@univerjs/core';
import {
  ContextMenuPosition,
  IContextMenuService,
  IEditorBridgeService,
  ILayoutService,
  IRenderManagerService,
  SHEET_VIEWPORT_KEY,
  SheetSkeletonManagerService,
  SheetsSelectionsService,
} from '@univerjs/preset-sheets-core';
import type { OpenBook } from './open-book';

/** Where the grid takes keys while no cell is being typed into. */
const KEYS = '[data-u-comp="editor"]';
const MENU = '.univer-popup';
const SUBMENU = '[data-u-context-menu-submenu]';
const OPENS_SUBMENU = '.univerjs-icon-more-icon';
const ITEMS = 'button:not(:disabled)';

/** An event as the grid's pointer gives it; the menu looks at its place alone. */
type MenuEvent = Parameters<IContextMenuService['triggerContextMenu']>[0];

/** Frames in which the grid shows a menu that was asked for, on a busy machine too. */
const FRAMES = 60;

/**
 * The keyboard for the grid's own menu of a cell, which the grid gives to the pointer alone: the menu key or Shift and F10
 * open it beside the selected cell, the arrows go through it, Enter chooses, Escape leaves it.
 */
export class MenuKeys {
  readonly #injector: Injector;
  readonly #book: OpenBook;
  readonly #isOpen: () => boolean;
  /** What a submenu was opened by. */
  #opener: HTMLElement | null = null;

  /** @param isOpen whether there is a work in the grid */
  constructor(injector: Injector, book: OpenBook, isOpen: () => boolean) {
    this.#injector = injector;
    this.#book = book;
    this.#isOpen = isOpen;
    document.addEventListener('contextmenu', this.#onMenu, true);
    document.addEventListener('keydown', this.#onKey, true);
  }

  dispose(): void {
    document.removeEventListener('contextmenu', this.#onMenu, true);
    document.removeEventListener('keydown', this.#onKey, true);
  }

  get #menus(): IContextMenuService {
    return this.#injector.get(IContextMenuService);
  }

  /** The pointer meets the grid's canvas; on what takes its keys only the keyboard asks for a menu. */
  readonly #onMenu = (event: MouseEvent): void => {
    if (this.#open(event.target)) event.preventDefault();
  };

  /** Opens the menu of the selected cell. @returns whether the keyboard is where it is the grid's to open */
  #open(target: EventTarget | null): boolean {
    if (!(target instanceof Element) || target.closest(KEYS) === null || !this.#isOpen()) return false;
    // Within a cell the menu is the browser's, with its spelling and its clipboard.
    if (this.#injector.get(IEditorBridgeService).isVisible().visible) return false;
    const selection = this.#injector.get(SheetsSelectionsService).getCurrentLastSelection();
    const place = selection?.primary ? this.#below(selection.primary) : null;
    if (selection === null || selection === undefined || place === null) return false;
    const at = new MouseEvent('contextmenu', { clientX: place.x, clientY: place.y });
    this.#menus.triggerContextMenu(at as MenuEvent, menuOf(selection.range.rangeType));
    enter(MENU);
    return true;
  }

  /** The corner of a cell that its menu begins at, in the window. */
  #below({ actualRow, actualColumn }: ISelectionCell): {
    readonly x: number;
    readonly y: number;
  } | null {
    const render = this.#injector.get(IRenderManagerService).getRenderById(this.#book.unit);
    const view = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
    const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
    if (!render || view === undefined || !skeleton) return null;
    const { startX, endY } = skeleton.getCellWithCoordByIndex(actualRow, actualColumn).mergeInfo;
    const { startRow, startColumn } = this.#book.activeSheet.getFreeze();
    const { scaleX, scaleY } = render.scene.getAncestorScale();
    const { left, top } = render.engine.getCanvasElement().getBoundingClientRect();
    return {
      x: left + (startX - (actualColumn < startColumn ? 0 : view.viewportScrollX)) * scaleX,
      y: top + (endY - (actualRow < startRow ? 0 : view.viewportScrollY)) * scaleY,
    };
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    // Where it asks for no menu by itself, as on a Mac.
    if (event.key === 'F10' && event.shiftKey && this.#open(event.target)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const here = document.activeElement;
    const menu = here?.closest<HTMLElement>(`${SUBMENU}, ${MENU}`) ?? null;
    if (!(here instanceof HTMLElement) || menu === null || !this.#menus.visible) return;
    const { key } = event;
    const step = STEPS[key];
    if (key === 'Escape' || key === 'Tab') this.#leave();
    // A number of rows is typed into the menu itself.
    else if (here instanceof HTMLInputElement) return;
    else if (step !== undefined) go(menu, here, step);
    else if (key === 'ArrowLeft' && menu.matches(SUBMENU)) this.#back();
    else if (isOpener(here) && (key === 'ArrowRight' || key === 'Enter' || key === ' ')) this.#into(here);
    // Some items stand side by side.
    else if (key === 'ArrowLeft') go(menu, here, 'previous');
    else if (key === 'ArrowRight') go(menu, here, 'next');
    else {
      // Enter presses the button; nothing of it is the grid's.
      event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  #into(here: HTMLElement): void {
    this.#closeSubmenu();
    this.#opener = here;
    here.click();
    // One that has not gone yet is hidden by the click, and comes into sight again when it is placed.
    here.dispatchEvent(new Event('scroll'));
    enter(SUBMENU);
  }

  #back(): void {
    const opener = this.#opener;
    this.#closeSubmenu();
    opener?.focus();
  }

  /** A submenu goes when the pointer leaves what opened it, for what is around that. */
  #closeSubmenu(): void {
    const item = this.#opener?.parentElement;
    item?.dispatchEvent(new MouseEvent('mouseout', { bubbles: true, relatedTarget: item.parentElement }));
    this.#opener = null;
  }

  #leave(): void {
    this.#closeSubmenu();
    this.#menus.hideContextMenu();
    this.#injector.get(ILayoutService).focus();
  }
}

type Step = 'first' | 'last' | 'next' | 'previous';

const STEPS: Readonly<Record<string, Step | undefined>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
};

/** The grid's menu of what is selected. */
const menuOf = (type: RANGE_TYPE | undefined): ContextMenuPosition =>
  type === RANGE_TYPE.ROW
    ? ContextMenuPosition.ROW_HEADER
    : type === RANGE_TYPE.COLUMN
      ? ContextMenuPosition.COL_HEADER
      : ContextMenuPosition.MAIN_AREA;

const isOpener = (item: HTMLElement): boolean => item.querySelector(OPENS_SUBMENU) !== null;

const itemsOf = (menu: Element): readonly HTMLElement[] => Array.from(menu.querySelectorAll(ITEMS));

function go(menu: HTMLElement, here: HTMLElement, step: Step): void {
  const items = itemsOf(menu);
  const at = items.indexOf(here);
  const to = {
    first: 0,
    last: items.length - 1,
    next: (at + 1) % items.length,
    previous: (at - 1 + items.length) % items.length,
  }[step];
  items[to]?.focus();
}

/** Gives the keyboard to a menu as soon as it is shown: at its first item. */
function enter(selector: string, frames = FRAMES): void {
  requestAnimationFrame(() => {
    const firsts = Array.from(document.querySelectorAll(selector), (menu) => itemsOf(menu)[0]);
    const first = firsts.find((item) => item !== undefined && isShown(item));
    if (first !== undefined) first.focus();
    else if (frames > 0) enter(selector, frames - 1);
  });
}

/** A menu that is closed, or has not found its place yet, is out of the window or not to be seen. */
const isShown = (item: HTMLElement): boolean =>
  getComputedStyle(item).visibility === 'visible' && item.getBoundingClientRect().right > 0;
