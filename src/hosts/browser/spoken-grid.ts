import type { MessageParams } from '../../rules/finding';
import type { WorkbenchCode } from '../../rules/messages/workbench/workbench-message';
import { toA1 } from '../../sheet/a1';
import type { SheetId } from '../host';
import type { BrowserHostOptions } from './browser-host';
import type { CellMessage } from './cell-messages';

const UNSEEN =
  'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap';

/** Where the grid takes keys: the editable element that has the focus while a cell is selected. */
const KEYS = '[data-u-comp="editor"]';

/**
 * Buttons of the grid that show a picture alone, known by it where there are several, and parts of it that are named in
 * English, whatever the language. A selector with :has would fail as a whole in Firefox before 121.
 */
const NAMELESS: readonly (readonly [selector: string, name: WorkbenchCode, picture?: string])[] = [
  ['[data-u-comp="formula-bar"] button', 'grid-formula-bar'],
  ['[data-u-comp="sheet-bar-append-button"]', 'grid-add-sheet', '.univerjs-icon-increase-icon'],
  ['[data-u-comp="sheet-bar-append-button"]', 'grid-all-sheets', '.univerjs-icon-convert-icon'],
  ['[data-u-comp="slide-tab-bar"]', 'grid-sheets'],
  ['[data-u-command="sheet.command.toggle-gridlines"]', 'grid-gridlines'],
  ['footer [data-u-comp="button"]', 'grid-zoom-out', '.univerjs-icon-reduce-icon'],
  ['footer [data-u-comp="button"]', 'grid-zoom-in', '.univerjs-icon-increase-icon'],
  ['[data-u-comp="sidebar"]', 'grid-side'],
  ['[data-u-comp="sidebar"] button', 'grid-close-side'],
];

interface SpokenNeeds {
  readonly words: (code: WorkbenchCode, params?: MessageParams) => string;
  /** What is in a cell. */
  readonly textOf: (sheet: SheetId, row: number, column: number) => string;
}

/**
 * The grid for a screen reader, which sees nothing of its canvas: the grid and the element with the focus have a name, and
 * what is said of the selected cell is put where it is read out.
 */
export class SpokenGrid {
  readonly #container: HTMLElement;
  readonly #options: BrowserHostOptions;
  readonly #needs: SpokenNeeds;
  readonly #spoken: HTMLElement;
  #lastRow = '';

  constructor(container: HTMLElement, options: BrowserHostOptions, needs: SpokenNeeds) {
    this.#container = container;
    this.#options = options;
    this.#needs = needs;
    container.setAttribute('role', 'region');
    this.name();
    this.#spoken = container.ownerDocument.createElement('div');
    this.#spoken.setAttribute('role', 'status');
    this.#spoken.style.cssText = UNSEEN;
    container.append(this.#spoken);
  }

  /** Says what a cell is called, what is in it, and what is to be said of it; of a new row also its verdict. */
  cell(sheet: SheetId, row: number, column: number, message: CellMessage | null): void {
    const name = `${toA1(row, column)} ${this.#options.columnNameAt?.(sheet, column) ?? ''}`.trim();
    const { textOf, words } = this.#needs;
    const text = textOf(sheet, row, column);
    const of = ({ title: severity, text: said }: CellMessage): string =>
      words('grid-message', { severity, message: said });
    const pieces = [
      name,
      text === '' ? words('grid-blank') : text,
      message === null ? '' : of(message),
      this.#verdict(sheet, row),
    ];
    this.say(pieces.filter((piece) => piece !== '').join('; '));
  }

  forget(): void {
    this.#lastRow = '';
  }

  say(text: string): void {
    // The grid makes its elements anew with a workbook.
    this.name();
    this.#spoken.textContent = text;
  }

  /** Gives the grid and what is around it their names, in the language of the day. */
  name(): void {
    const { words } = this.#needs;
    const name = words('grid-name');
    this.#container.setAttribute('aria-label', name);
    for (const keys of this.#container.querySelectorAll(KEYS)) {
      keys.setAttribute('role', 'textbox');
      keys.setAttribute('aria-label', name);
    }
    for (const [selector, code, picture] of NAMELESS)
      for (const element of this.#container.querySelectorAll(selector))
        if (picture === undefined || element.querySelector(picture) !== null)
          element.setAttribute('aria-label', words(code));
  }

  dispose(): void {
    this.#container.removeAttribute('role');
    this.#container.removeAttribute('aria-label');
    this.#spoken.remove();
  }

  /** The verdict of a row that was not gone to last. One that is not judged yet is said once it is. */
  #verdict(sheet: SheetId, row: number): string {
    const key = `${sheet}!${row}`;
    if (key === this.#lastRow) return '';
    const verdict = this.#options.verdictAt?.(sheet, row) ?? null;
    this.#lastRow = verdict === null ? '' : key;
    return verdict?.text ?? '';
  }
}
