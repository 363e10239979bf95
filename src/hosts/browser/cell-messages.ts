import type { Injector } from '@univerjs/core';
import { CellAlertManagerService, CellAlertType, HoverManagerService } from '@univerjs/preset-sheets-core';
import type { Mark } from '../host';

const KEY = 'kpy-message';
/** The grid's own words for an error value, which say less than ours. */
const OF_THE_GRID = 'SHEET_FORMULA_ALERT';
/** The grid asks for a size and goes by that of the words. */
export const ANY_SIZE = { width: 0, height: 0 };

export interface CellMessage {
  readonly mark: Mark;
  /** Such as 错误. */
  readonly title: string;
  readonly text: string;
}

/** What is said of a marked cell, beside it: while the pointer is over it, and while it is selected. */
export class CellMessages {
  readonly #alerts: CellAlertManagerService;
  readonly #stop: () => void;

  /** @param messageAt what is to be said of a cell; null for nothing */
  constructor(
    injector: Injector,
    private readonly messageAt: (sheet: string, row: number, column: number) => CellMessage | null,
  ) {
    this.#alerts = injector.get(CellAlertManagerService);
    const hovering = injector.get(HoverManagerService).currentCell$.subscribe((cell) => {
      if (cell === null || cell === undefined) this.#alerts.removeAlert(KEY);
      else this.show(cell.location.unitId, cell.location.subUnitId, cell.location.row, cell.location.col);
    });
    const showing = this.#alerts.currentAlert$.subscribe((alerts) => {
      for (const [key, { alert }] of alerts) {
        const { subUnitId, row, col } = alert.location;
        if (key === OF_THE_GRID && this.messageAt(subUnitId, row, col) !== null)
          this.#alerts.removeAlert(key);
      }
    });
    this.#stop = () => {
      hovering.unsubscribe();
      showing.unsubscribe();
    };
  }

  dispose(): void {
    this.#stop();
  }

  /** Shows what is to be said of a cell, which the pointer is over or which is selected now. @returns what is said */
  show(unitId: string, subUnitId: string, row: number, col: number): CellMessage | null {
    const message = this.messageAt(subUnitId, row, col);
    if (message === null) {
      this.#alerts.removeAlert(KEY);
      return null;
    }
    const { mark, title, text } = message;
    this.#alerts.showAlert({
      type: mark === 'e' ? CellAlertType.ERROR : CellAlertType.WARNING,
      title,
      message: text,
      location: { unitId, subUnitId, row, col },
      ...ANY_SIZE,
      key: KEY,
    });
    return message;
  }
}
