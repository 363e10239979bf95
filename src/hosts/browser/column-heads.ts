import type { Injector } from '@univerjs/core';
import {
  IRenderManagerService,
  SHEET_VIEW_KEY,
  SheetExtension,
  type SpreadsheetColumnHeader,
  type SpreadsheetSkeleton,
  type UniverRenderingContext,
} from '@univerjs/preset-sheets-core';
import { HEAD_HEIGHT } from './head-sizes';

/** What a column of a sheet, counted from 0, is called; null for none of ours. Asked of columns in view alone. */
export type ColumnNameAt = (sheet: string, column: number) => string | null;

const KEY = 'kpy-column-heads';
const FONT = '11px "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", sans-serif';
const COLOUR = '#333333';
const LINE = 13;
/** Below the letter, which stands in the middle of the height. */
const FIRST_LINE = HEAD_HEIGHT / 2 + 6;
const LINES = 2;
const PADDING = 2;

/** Han can be broken anywhere, other scripts between words. */
const PIECES = /\p{Script=Han}|[^\p{Script=Han}\s]+\s*|\s+/gu;

/** A text in lines no wider than there is room, the last one cut where it does not end. */
function linesOf(text: string, width: number, widthOf: (text: string) => number): readonly string[] {
  const lines: string[] = [''];
  for (const piece of text.match(PIECES) ?? []) {
    const line = lines.at(-1) ?? '';
    if (line === '' || widthOf((line + piece).trimEnd()) <= width) lines[lines.length - 1] = line + piece;
    else if (lines.length < LINES) lines.push(piece);
    else return [...lines.slice(0, -1), `${line.trimEnd()}…`];
  }
  return lines;
}

/** Draws the names below the letters. */
class NamesBelowLetters extends SheetExtension {
  override readonly uKey = KEY;
  override readonly Z_INDEX = 11;

  constructor(private readonly nameAt: ColumnNameAt) {
    super();
  }

  override draw(context: UniverRenderingContext, _scale: unknown, skeleton: SpreadsheetSkeleton): void {
    const { rowColumnSegment, columnWidthAccumulation, worksheet } = skeleton;
    const sheet = worksheet.getSheetId();
    context.save();
    context.font = FONT;
    context.fillStyle = COLOUR;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    const widthOf = (text: string): number => context.measureText(text).width;
    const first = Math.max(0, rowColumnSegment.startColumn - 1);
    for (let column = first; column <= rowColumnSegment.endColumn; column++) {
      const left = column === 0 ? 0 : (columnWidthAccumulation[column - 1] ?? 0);
      const right = columnWidthAccumulation[column] ?? left;
      const name = right > left ? this.nameAt(sheet, column) : null;
      if (name === null) continue;
      linesOf(name, right - left - 2 * PADDING, widthOf).forEach((line, index) => {
        context.fillText(line, (left + right) / 2, FIRST_LINE + index * LINE);
      });
    }
    context.restore();
  }
}

/**
 * The columns' names in the heads of the grid: the official header is as tall as many a screen, and scrolls out of sight.
 * Part of the view, never of the workbook.
 */
export class ColumnHeads {
  readonly #injector: Injector;
  readonly #nameAt: ColumnNameAt;

  constructor(injector: Injector, nameAt: ColumnNameAt) {
    this.#injector = injector;
    this.#nameAt = nameAt;
  }

  /** Shows the names of a workbook that has just been opened. */
  begin(unit: string): void {
    const head = this.#head(unit);
    head?.register(new NamesBelowLetters(this.#nameAt));
    head?.setCustomHeader({ headerStyle: { textBaseline: 'bottom' } });
  }

  /** The names have changed. */
  repaint(unit: string): void {
    this.#head(unit)?.makeDirty();
  }

  #head(unit: string): SpreadsheetColumnHeader | undefined {
    const components = this.#injector.get(IRenderManagerService).getRenderById(unit)?.components;
    return components?.get(SHEET_VIEW_KEY.COLUMN) as SpreadsheetColumnHeader | undefined;
  }
}
