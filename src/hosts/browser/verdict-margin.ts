import type { Injector } from '@univerjs/core';
import {
  CellAlertManagerService,
  CellAlertType,
  HoverManagerService,
  IRenderManagerService,
  SHEET_VIEW_KEY,
  SheetExtension,
  type SpreadsheetRowHeader,
  type SpreadsheetSkeleton,
  type UniverRenderingContext,
} from '@univerjs/preset-sheets-core';
import type { Truth } from '../../rules/truth';
import { alertHeight, ALERT_WIDTH } from './cell-messages';

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
class VerdictsBesideRows extends SheetExtension {
  override readonly uKey = KEY;
  override readonly Z_INDEX = 11;

  constructor(private readonly verdictAt: VerdictAt) {
    super();
  }

  override draw(context: UniverRenderingContext, _scale: unknown, skeleton: SpreadsheetSkeleton): void {
    const { rowColumnSegment, rowHeightAccumulation, worksheet } = skeleton;
    const sheet = worksheet.getSheetId();
    context.save();
    context.font = FONT;
    context.textAlign = 'left';
    context.textBaseline = 'middle';
    for (let row = Math.max(0, rowColumnSegment.startRow - 1); row <= rowColumnSegment.endRow; row++) {
      const top = row === 0 ? 0 : (rowHeightAccumulation[row - 1] ?? 0);
      const bottom = rowHeightAccumulation[row] ?? top;
      const verdict = bottom > top ? this.verdictAt(sheet, row) : null;
      if (verdict === null) continue;
      const { sign, colour } = LOOKS[verdict.truth];
      context.fillStyle = colour;
      context.fillText(`${sign} ${verdict.text}`, INDENT, (top + bottom) / 2 + 1);
    }
    context.restore();
  }
}

/** The verdict of every person beside its row: part of the view, never of the workbook. */
export class VerdictMargin {
  readonly #injector: Injector;
  readonly #verdictAt: VerdictAt;
  readonly #stop: () => void;

  /** @param container the grid's element, which the pointer may leave */
  constructor(injector: Injector, container: HTMLElement, verdictAt: VerdictAt) {
    this.#injector = injector;
    this.#verdictAt = verdictAt;
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
        width: ALERT_WIDTH,
        height: alertHeight(verdict.detail),
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
    const header = this.#header(unit);
    header?.register(new VerdictsBesideRows(this.#verdictAt));
    header?.setCustomHeader({ headerStyle: { textAlign: 'right' } });
    // The grid tells of every row header that the pointer comes to, and not that it has left them.
    header?.onPointerLeave$.subscribeEvent(this.#hideDetail);
  }

  /** The verdicts have changed. */
  repaint(unit: string): void {
    this.#header(unit)?.makeDirty();
  }

  dispose(): void {
    this.#stop();
  }

  readonly #hideDetail = (): void => {
    this.#injector.get(CellAlertManagerService).removeAlert(KEY);
  };

  #header(unit: string): SpreadsheetRowHeader | undefined {
    const components = this.#injector.get(IRenderManagerService).getRenderById(unit)?.components;
    return components?.get(SHEET_VIEW_KEY.ROW) as SpreadsheetRowHeader | undefined;
  }
}
