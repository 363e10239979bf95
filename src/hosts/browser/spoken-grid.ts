import { messageText } from '../../rules/messages/message';
import { toA1 } from '../../sheet/a1';
import type { SheetId } from '../host';
import type { BrowserHostOptions } from './browser-host';
import type { CellMessage } from './cell-messages';

const UNSEEN =
  'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap';

/** Where the grid takes keys: the editable element that has the focus while a cell is selected. */
const KEYS = '[data-u-comp="editor"]';

/**
 * The grid for a screen reader, which sees nothing of its canvas: the grid and the element with the focus have a name, and
 * what is said of the selected cell is put where it is read out.
 */
export class SpokenGrid {
  readonly #container: HTMLElement;
  readonly #options: BrowserHostOptions;
  readonly #textOf: (sheet: SheetId, row: number, column: number) => string;
  readonly #name: string;
  readonly #spoken: HTMLElement;
  #lastRow = '';

  /** @param textOf what is in a cell */
  constructor(
    container: HTMLElement,
    options: BrowserHostOptions,
    textOf: (sheet: SheetId, row: number, column: number) => string,
  ) {
    this.#container = container;
    this.#options = options;
    this.#textOf = textOf;
    this.#name = this.#words('grid.name');
    container.setAttribute('role', 'region');
    container.setAttribute('aria-label', this.#name);
    this.#spoken = container.ownerDocument.createElement('div');
    this.#spoken.setAttribute('role', 'status');
    this.#spoken.style.cssText = UNSEEN;
    container.append(this.#spoken);
  }

  /** Says what a cell is called, what is in it, and what is to be said of it; of a new row also its verdict. */
  cell(sheet: SheetId, row: number, column: number, message: CellMessage | null): void {
    const name = `${toA1(row, column)} ${this.#options.columnNameAt?.(sheet, column) ?? ''}`.trim();
    const text = this.#textOf(sheet, row, column);
    const of = ({ title: severity, text: said }: CellMessage): string =>
      this.#words('grid.message', { severity, message: said });
    const pieces = [
      name,
      text === '' ? this.#words('grid.blank') : text,
      message === null ? '' : of(message),
      this.#verdict(sheet, row),
    ];
    this.say(pieces.filter((piece) => piece !== '').join('; '));
  }

  say(text: string): void {
    // The grid makes the element anew with a workbook.
    for (const keys of this.#container.querySelectorAll(KEYS)) {
      keys.setAttribute('role', 'textbox');
      keys.setAttribute('aria-label', this.#name);
    }
    this.#spoken.textContent = text;
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

  #words(code: string, params: Readonly<Record<string, string>> = {}): string {
    return messageText(this.#options.language, code, params);
  }
}
