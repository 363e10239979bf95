import type { Injector } from '@univerjs/core';
import { messageText } from '../../rules/messages/message';
import { workbenchText } from '../../rules/messages/workbench/workbench-message';
import type { SheetId } from '../host';
import type { BrowserHostOptions } from './browser-host';
import { CellMessages, type CellMessage } from './cell-messages';
import { FunctionErrors } from './function-errors';
import type { MarksLayer } from './marks-layer';
import type { OpenBook } from './open-book';
import { SpokenGrid } from './spoken-grid';
import type { GridLanguage } from './univer';

interface VoiceNeeds {
  readonly container: HTMLElement;
  readonly options: BrowserHostOptions;
  readonly book: OpenBook;
  readonly marks: MarksLayer;
}

/** What is said of a cell, beside it and to a screen reader: of its mark, and of why a function in it failed. */
export class CellVoice {
  /** What the functions of cells answered in place of a value. */
  readonly functionErrors = new FunctionErrors();
  readonly #needs: VoiceNeeds;
  readonly #messages: CellMessages;
  readonly #spoken: SpokenGrid;
  #language: GridLanguage;

  constructor(injector: Injector, needs: VoiceNeeds) {
    this.#needs = needs;
    const { container, options, book } = needs;
    this.#language = options.language;
    this.#messages = new CellMessages(injector, (sheet, row, column) =>
      this.#message(sheet as SheetId, row, column),
    );
    this.#spoken = new SpokenGrid(container, options, {
      words: (code, params) => workbenchText(this.#language, code, params),
      textOf: (sheet, row, column) => book.textAt(sheet, row, column),
    });
  }

  speak(language: GridLanguage): void {
    this.#language = language;
    this.#spoken.name();
  }

  /** Says what is to be said of the cell that is selected now. */
  cell(sheet: SheetId, row: number, column: number): void {
    const message = this.#messages.show(this.#needs.book.unit, sheet, row, column);
    this.#spoken.cell(sheet, row, column, message);
  }

  /** Another workbook is opened: nothing that was said is of its cells. */
  forget(): void {
    this.functionErrors.forget();
    this.#spoken.forget();
  }

  /** Says something else to a screen reader. */
  say(text: string): void {
    this.#spoken.say(text);
  }

  dispose(): void {
    this.#messages.dispose();
    this.#spoken.dispose();
  }

  #message(sheet: SheetId, row: number, column: number): CellMessage | null {
    const { marks, options, book } = this.#needs;
    const mark = marks.at(sheet, row, column);
    const ofMark = mark === undefined ? null : (options.messageAt?.(sheet, row, column) ?? null);
    const ofFunction = this.functionErrors.at(sheet, row, column, book.textAt(sheet, row, column));
    const text = [ofMark, ofFunction].filter((each) => each !== null).join('\n');
    if (text === '') return null;
    const title = messageText(this.#language, mark === 'w' ? 'severity.warning' : 'severity.error');
    return { mark: mark ?? 'e', title, text };
  }
}
