import { eastAsianWidth } from 'get-east-asian-width';
import { styleText } from 'node:util';

/** Where the command speaks: real streams, or a test's. */
export interface Terminal {
  write(text: string): void;
  writeError(text: string): void;
  readonly colour: boolean;
  /** True where a progress line can be drawn over. */
  readonly live: boolean;
}

type Style = 'red' | 'yellow' | 'green' | 'cyan' | 'gray' | 'bold';

/** Colours text where the terminal has it (NO_COLOR and pipes have not). */
export const paint = (terminal: Terminal, style: Style, text: string): string =>
  terminal.colour ? styleText(style, text, { validateStream: false }) : text;

const SEGMENTS = new Intl.Segmenter('zh-CN', { granularity: 'grapheme' });

/** The number of columns that a text takes: Han and full-width punctuation take two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of SEGMENTS.segment(text))
    width += eastAsianWidth(segment.codePointAt(0) ?? 0, { ambiguousAsWide: true });
  return width;
}

export const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Rows of cells as lines with aligned columns; the last column runs free. */
export function aligned(rows: readonly (readonly string[])[], gap = '  '): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, widthOf(cell))));
  return rows.map((row) =>
    row
      .map((cell, i) => (i === row.length - 1 ? cell : padded(cell, widths[i] ?? 0)))
      .join(gap)
      .trimEnd(),
  );
}

/** The process's own streams. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  return {
    write: (text) => void stdout.write(text),
    writeError: (text) => void stderr.write(text),
    colour: stdout.isTTY && stdout.hasColors() && env.NO_COLOR === undefined,
    live: stderr.isTTY,
  };
}
