import { eastAsianWidth } from 'get-east-asian-width';
import { writeSync } from 'node:fs';
import { isatty } from 'node:tty';
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
export const aligned = (rows: readonly (readonly string[])[], gap = '  '): readonly string[] => [
  ...alignedLines(
    rows,
    (row) => row.slice(0, -1),
    (row) => row.at(-1) ?? '',
    gap,
  ),
];

/**
 * The same, one line after another: a large sheet's lines are never held all at once.
 *
 * @param leading the columns to align, asked for twice
 * @param last the column that runs free, asked for when its turn comes
 */
export function* alignedLines<T>(
  items: readonly T[],
  leading: (item: T) => readonly string[],
  last: (item: T) => string,
  gap = '  ',
): Generator<string, void> {
  const widths: number[] = [];
  for (const item of items)
    leading(item).forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, widthOf(cell))));
  for (const item of items) {
    const cells = leading(item).map((cell, i) => padded(cell, widths[i] ?? 0));
    yield [...cells, last(item)].join(gap).trimEnd();
  }
}

/** The process's own streams. */
export interface ProcessTerminal extends Terminal {
  /**
   * What the system calls the reason why some of the output was not written, such as ENOSPC; null where nothing was lost, or
   * the reader had gone (`kpy check … | head`), which is no fault.
   */
  lost(): string | null;
}

export function processTerminal(): ProcessTerminal {
  const { stderr, env } = process;
  // process.stdout is left alone where it is no terminal: asked for, it makes a pipe one that may refuse to wait.
  const colour = isatty(STDOUT) && process.stdout.hasColors() && (env.NO_COLOR ?? '') === '';
  const out = output();
  return {
    write: out.write,
    writeError: errorOutput(),
    lost: out.lost,
    colour,
    live: stderr.isTTY,
    columns: stderr.isTTY ? stderr.columns : 80,
  };
}

const STDOUT = 1;
const PAUSE_MS = 5;

/**
 * Writes at once, and waits for a slow reader: what a stream cannot hand over yet it keeps in memory, however much that is.
 * After a fault nothing more is written; then the work goes on, for the sake of its exit status.
 */
function output(): Pick<ProcessTerminal, 'write' | 'lost'> {
  let fault: string | null = null;
  return {
    write(text) {
      fault ??= writeFully(Buffer.from(text));
    },
    lost: () => (fault === 'EPIPE' || fault === 'EOF' ? null : fault),
  };
}

/** @returns what the system calls the reason why not all was written; null where it was */
function writeFully(bytes: Uint8Array): string | null {
  let done = 0;
  while (done < bytes.length) {
    try {
      done += writeSync(STDOUT, bytes, done);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      // Whoever made the pipe may have made it one that refuses to wait.
      if (code !== 'EAGAIN') return code ?? message;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
  }
  return null;
}

/** What cannot be said on the error stream cannot be said anywhere. */
function errorOutput(): Terminal['writeError'] {
  let failed = false;
  process.stderr.on('error', () => (failed = true));
  return (text) => {
    if (!failed) process.stderr.write(text);
  };
}
