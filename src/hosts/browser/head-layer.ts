import type { Injector } from '@univerjs/core';
import {
  IRenderManagerService,
  SHEET_VIEW_KEY,
  SheetExtension,
  type SpreadsheetColumnHeader,
  type SpreadsheetRowHeader,
  type SpreadsheetSkeleton,
  type UniverRenderingContext,
} from '@univerjs/preset-sheets-core';

/** The heads of the rows, beside the sheet, and of the columns, above it. */
interface Headers {
  readonly row: SpreadsheetRowHeader;
  readonly column: SpreadsheetColumnHeader;
}

type Side = keyof Headers;

const KEYS: Readonly<Record<Side, SHEET_VIEW_KEY>> = {
  row: SHEET_VIEW_KEY.ROW,
  column: SHEET_VIEW_KEY.COLUMN,
};

/** What is drawn in one head: `start` and `end` are its edges along the side, in pixels of the sheet. */
export type DrawHead = (
  context: UniverRenderingContext,
  head: { readonly sheet: string; readonly index: number; readonly start: number; readonly end: number },
) => void;

/** Draws over every head in view that is not hidden. */
class HeadExtension extends SheetExtension {
  override readonly Z_INDEX = 11;

  constructor(
    override readonly uKey: string,
    private readonly side: Side,
    private readonly drawHead: DrawHead,
  ) {
    super();
  }

  override draw(context: UniverRenderingContext, _scale: unknown, skeleton: SpreadsheetSkeleton): void {
    const { rowColumnSegment: view, worksheet } = skeleton;
    const [first, last, ends] =
      this.side === 'row'
        ? [view.startRow, view.endRow, skeleton.rowHeightAccumulation]
        : [view.startColumn, view.endColumn, skeleton.columnWidthAccumulation];
    context.save();
    context.textBaseline = 'middle';
    for (let index = Math.max(0, first - 1); index <= last; index++) {
      const start = index === 0 ? 0 : (ends[index - 1] ?? 0);
      const end = ends[index] ?? start;
      if (end > start) this.drawHead(context, { sheet: worksheet.getSheetId(), index, start, end });
    }
    context.restore();
  }
}

/** Something of ours in the heads of one side of the grid: part of the view, never of the workbook. */
export class HeadLayer<S extends Side> {
  readonly #injector: Injector;
  readonly #side: S;
  readonly #extension: () => HeadExtension;

  constructor(injector: Injector, side: S, key: string, draw: DrawHead) {
    this.#injector = injector;
    this.#side = side;
    this.#extension = () => new HeadExtension(key, side, draw);
  }

  /** Draws in a workbook that has just been opened. @returns the grid's own heads; undefined where it shows none */
  begin(unit: string): Headers[S] | undefined {
    const header = this.#header(unit);
    header?.register(this.#extension());
    return header;
  }

  /** What is drawn has changed. */
  repaint(unit: string): void {
    this.#header(unit)?.makeDirty();
  }

  #header(unit: string): Headers[S] | undefined {
    const components = this.#injector.get(IRenderManagerService).getRenderById(unit)?.components;
    return components?.get(KEYS[this.#side]) as Headers[S] | undefined;
  }
}
