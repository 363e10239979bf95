import { eastAsianWidth } from 'get-east-asian-width';
import { styleText } from 'node:util';
import { isPlain } from '../rules/plain-text';

/** Where the command speaks: real streams, or a test's. */
export interface Terminal {
  write(text: string): void;
  writeError(text: string): void;
  readonly colour: boolean;
  /** True where a progress line can be drawn over. */
  readonly live: boolean;
  /** How many columns a line has. */
  readonly columns: number;
}

type Style = 'red' | 'yellow' | 'green' | 'cyan' | 'gray' | 'bold';

/** Colours text where the terminal has it (NO_COLOR and pipes have not). */
export const paint = (terminal: Terminal, style: Style, text: string): string =>
  terminal.colour ? styleText(style, text, { validateStream: false }) : text;

const SEGMENTS = new Intl.Segmenter('zh-CN', { granularity: 'grapheme' });

const ASCII = /[\u0021-\u007E]+/g;

/** The number of columns that a text takes: Han and full-width punctuation take two. */
export function widthOf(text: string): number {
  if (isPlain(text)) return text.length + text.replace(ASCII, '').length;
  let width = 0;
  for (const { segment } of SEGMENTS.segment(text))
    width += eastAsianWidth(segment.codePointAt(0) ?? 0, { ambiguousAsWide: true });
  return width;
}

/** A text cut to a number of columns, with … where something is left out. */
export function clipped(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let kept = '';
  for (const { segment } of SEGMENTS.segment(text)) {
    if (widthOf(kept) + widthOf(segment) > columns - 2) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** A user's text within a line: line breaks are shown as ↵, control and invisible characters as ¤. */
export const oneLine = (text: string): string =>
  text
    .replace(/\r\n?|\n/g, '↵')
    .replace(/[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '¤');

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Rows of cells as lines with aligned columns; the last column runs free. */
export function aligned(rows: readonly (readonly string[])[], gap = '  '): readonly string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.slice(0, -1).forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, widthOf(cell))));
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
    write: writerTo(stdout),
    writeError: writerTo(stderr),
    colour: stdout.isTTY && stdout.hasColors() && (env.NO_COLOR ?? '') === '',
    live: stderr.isTTY,
    columns: stderr.isTTY ? stderr.columns : 80,
  };
}

/** Writes until the reader has gone (`kpy check … | head`); then the work goes on, for the sake of its exit status. */
function writerTo(stream: NodeJS.WriteStream): (text: string) => void {
  let gone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    gone = true;
  });
  return (text) => {
    if (!gone) stream.write(text);
  };
}
