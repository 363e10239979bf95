import type { Injector } from '@univerjs/core';
import { HeadLayer, type DrawHead } from './head-layer';
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

/** The beginning of a line with the mark that it goes on, no wider than there is room. */
function cut(line: string, width: number, widthOf: (text: string) => number): string {
  const letters = Array.from(line);
  while (letters.length > 1 && widthOf(`${letters.join('')}…`) > width) letters.pop();
  return `${letters.join('')}…`;
}

/** A text in lines no wider than there is room, the last one cut where it does not end. */
function linesOf(text: string, width: number, widthOf: (text: string) => number): readonly string[] {
  const lines: string[] = [''];
  for (const piece of text.match(PIECES) ?? []) {
    const line = lines.at(-1) ?? '';
    if (line === '' || widthOf((line + piece).trimEnd()) <= width) lines[lines.length - 1] = line + piece;
    else if (lines.length < LINES) lines.push(piece);
    else return [...lines.slice(0, -1), cut(line.trimEnd(), width, widthOf)];
  }
  return lines;
}

/** Draws the names below the letters. */
const namesBelowLetters =
  (nameAt: ColumnNameAt): DrawHead =>
  (context, { sheet, index, start, end }) => {
    const name = nameAt(sheet, index);
    if (name === null) return;
    context.font = FONT;
    context.fillStyle = COLOUR;
    context.textAlign = 'center';
    const widthOf = (text: string): number => context.measureText(text).width;
    linesOf(name, end - start - 2 * PADDING, widthOf).forEach((line, order) => {
      context.fillText(line, (start + end) / 2, FIRST_LINE + order * LINE);
    });
  };

/**
 * The columns' names in the heads of the grid: the official header is as tall as many a screen, and scrolls out of sight.
 */
export class ColumnHeads {
  readonly #layer: HeadLayer<'column'>;

  constructor(injector: Injector, nameAt: ColumnNameAt) {
    this.#layer = new HeadLayer(injector, 'column', KEY, namesBelowLetters(nameAt));
  }

  /** Shows the names of a workbook that has just been opened. */
  begin(unit: string): void {
    this.#layer.begin(unit)?.setCustomHeader({ headerStyle: { textBaseline: 'bottom' } });
  }

  /** The names have changed. */
  repaint(unit: string): void {
    this.#layer.repaint(unit);
  }
}
