import type { Injector } from '@univerjs/core';
import { CellAlertManagerService, CellAlertType, HoverManagerService } from '@univerjs/preset-sheets-core';
import type { Truth } from '../../rules/truth';
import { ANY_SIZE } from './cell-messages';
import { HeadLayer, type DrawHead } from './head-layer';

/** The verdict of a row, as it stands beside it. */
export interface RowVerdict {
  readonly truth: Truth;
  /** Such as 符合. */
  readonly text: string;
  /** Why, for the pointer that rests on it. */
  readonly detail: string;
}

/** What is to be said of a row of a sheet, counted from 0; null for nothing. Asked of rows in view alone. */
export type VerdictAt = (sheet: string, row: number) => RowVerdict | null;

const KEY = 'kpy-verdict';
const INDENT = 6;
const FONT = '12px "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", sans-serif';

/** A sign and a colour: neither is needed to read the word. */
const LOOKS: Readonly<Record<Truth, { readonly sign: string; readonly colour: string }>> = {
  met: { sign: '✓', colour: '#0f6c4a' },
  unmet: { sign: '✕', colour: '#b3261e' },
  unknown: { sign: '?', colour: '#8a5a00' },
};

/** Draws the verdicts over the row numbers. */
const verdictsBesideRows =
  (verdictAt: VerdictAt): DrawHead =>
  (context, { sheet, index, start, end }) => {
    const verdict = verdictAt(sheet, index);
    if (verdict === null) return;
    const { sign, colour } = LOOKS[verdict.truth];
    context.font = FONT;
    context.fillStyle = colour;
    context.textAlign = 'left';
    context.fillText(`${sign} ${verdict.text}`, INDENT, (start + end) / 2 + 1);
  };

/** The verdict of every person beside its row. */
export class VerdictMargin {
  readonly #injector: Injector;
  readonly #layer: HeadLayer<'row'>;
  readonly #stop: () => void;

  /** @param container the grid's element, which the pointer may leave */
  constructor(injector: Injector, container: HTMLElement, verdictAt: VerdictAt) {
    this.#injector = injector;
    this.#layer = new HeadLayer(injector, 'row', KEY, verdictsBesideRows(verdictAt));
    const alerts = injector.get(CellAlertManagerService);
    const hovering = injector.get(HoverManagerService).currentHoveredRowHeader$.subscribe((header) => {
      alerts.removeAlert(KEY);
      if (header === null || header === undefined) return;
      const { unitId, subUnitId, index: row } = header;
      const verdict = verdictAt(subUnitId, row);
      if (verdict === null || verdict.detail === '') return;
      alerts.showAlert({
        type: CellAlertType.INFO,
        title: verdict.text,
        message: verdict.detail,
        location: { unitId, subUnitId, row, col: 0 },
        ...ANY_SIZE,
        key: KEY,
      });
    });
    container.addEventListener('pointerleave', this.#hideDetail);
    this.#stop = () => {
      hovering.unsubscribe();
      container.removeEventListener('pointerleave', this.#hideDetail);
    };
  }

  /** Shows the verdicts of a workbook that has just been opened. */
  begin(unit: string): void {
    const header = this.#layer.begin(unit);
    header?.setCustomHeader({ headerStyle: { textAlign: 'right' } });
    // The grid tells of every row header that the pointer comes to, and not that it has left them.
    header?.onPointerLeave$.subscribeEvent(this.#hideDetail);
  }

  /** The verdicts have changed. */
  repaint(unit: string): void {
    this.#layer.repaint(unit);
  }

  dispose(): void {
    this.#stop();
  }

  readonly #hideDetail = (): void => {
    this.#injector.get(CellAlertManagerService).removeAlert(KEY);
  };
}
