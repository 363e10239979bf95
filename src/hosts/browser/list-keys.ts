import { CommandType, ICommandService, type Injector } from '@univerjs/core';
import {
  ILayoutService,
  IShortcutService,
  KeyCode,
  MetaKeys,
  whenSheetEditorFocused,
} from '@univerjs/preset-sheets-core';
import { isComposing } from '../composing';

const OPEN = 'kpy.operation.open-list';
/** The grid's own, by the names that it does not export. */
const SHOW = 'sheet.operation.show-data-validation-dropdown';
const HIDE = 'sheet.operation.hide-data-validation-dropdown';

const LIST = '[data-u-comp="sheets-dropdown-list"]';
const CHOICES = `${LIST} > .univer-overflow-y-auto`;
const RING = 'inset 0 0 0 2px #2b5fd9';

/** A cell, as the grid's commands name it. */
export interface CellPlace {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly row: number;
  readonly column: number;
}

export interface ListKeysOptions {
  /** The cell that is selected. */
  readonly place: () => CellPlace | null;
  /** Has a text read out. */
  readonly say: (text: string) => void;
}

/**
 * The keyboard for a cell's list, which the grid gives to the pointer alone: Alt and Down opens it, the arrows go through
 * it, Enter chooses, Escape leaves it. And the roles by which a screen reader knows it.
 */
export class ListKeys {
  readonly #injector: Injector;
  readonly #options: ListKeysOptions;

  constructor(injector: Injector, options: ListKeysOptions) {
    this.#injector = injector;
    this.#options = options;
    const commands = injector.get(ICommandService);
    commands.registerCommand({
      id: OPEN,
      type: CommandType.OPERATION,
      handler: () => {
        const place = options.place();
        return place !== null && commands.syncExecuteCommand(SHOW, place);
      },
    });
    injector.get(IShortcutService).registerShortcut({
      id: OPEN,
      binding: KeyCode.ARROW_DOWN | MetaKeys.ALT,
      preconditions: whenSheetEditorFocused,
    });
    document.addEventListener('keydown', this.#onKey, true);
    document.addEventListener('click', this.#onClick, true);
  }

  dispose(): void {
    document.removeEventListener('keydown', this.#onKey, true);
    document.removeEventListener('click', this.#onClick, true);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const choices = document.querySelector(CHOICES);
    // Enter while an input method is open chooses a word.
    if (choices === null || isComposing(event)) return;
    // The keys that have just opened it.
    if (event.altKey && event.key === 'ArrowDown') return;
    if (event.key === 'Escape' || (event.altKey && event.key === 'ArrowUp')) this.#leave();
    else if (event.key === 'ArrowDown') this.#go(choices, 1);
    else if (event.key === 'ArrowUp') this.#go(choices, -1);
    else if (event.key === 'Enter') this.#choose(choices);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /**
   * A list that was chosen from is gone, and with it the field that had the keyboard. To choose what is in the cell leaves
   * it there; the grid would clear it.
   */
  readonly #onClick = (event: MouseEvent): void => {
    const choice = event.target instanceof Element ? event.target.closest(`${CHOICES} > *`) : null;
    if (choice === null) return;
    if (isInCell(choice)) {
      event.stopPropagation();
      this.#leave();
    } else
      setTimeout(() => {
        if (document.activeElement === document.body) this.#focusGrid();
      }, AFTER_CHOICE);
  };

  /** Goes to the choice so many further, round the end. */
  #go(choices: Element, step: 1 | -1): void {
    const all = Array.from(choices.children);
    const at = all.indexOf(marked(choices) ?? all.find(isInCell) ?? choices);
    const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : (at + step + all.length) % all.length];
    choices.setAttribute('role', 'listbox');
    for (const choice of all) mark(choice, choice === next);
    next?.scrollIntoView({ block: 'nearest' });
    this.#options.say(next?.textContent ?? '');
  }

  /** Chooses the one that was gone to; where one searched for it, the first that was found. */
  #choose(choices: Element): void {
    const search = choices.parentElement?.querySelector('input');
    const found = search?.value ? choices.firstElementChild : null;
    const choice = marked(choices) ?? found;
    if (choice instanceof HTMLElement) choice.click();
    if (choice === null) this.#leave();
    else
      setTimeout(() => {
        this.#focusGrid();
      }, AFTER_CHOICE);
  }

  #leave(): void {
    this.#injector.get(ICommandService).syncExecuteCommand(HIDE, {});
    this.#focusGrid();
  }

  #focusGrid(): void {
    this.#injector.get(ILayoutService).focus();
  }
}

/** The time in which the grid takes its list away, in milliseconds. */
const AFTER_CHOICE = 100;

/** Whether a choice is what the cell holds: it has a tick. */
const isInCell = (choice: Element): boolean => choice.querySelector('svg') !== null;

const marked = (choices: Element): Element | null => choices.querySelector('[aria-selected="true"]');

/** The grid makes its choices anew when one searches, and the marks go with them. */
function mark(choice: Element, isMarked: boolean): void {
  choice.setAttribute('role', 'option');
  choice.setAttribute('aria-selected', String(isMarked));
  if (choice instanceof HTMLElement) choice.style.boxShadow = isMarked ? RING : '';
}
