import { columnLetters } from '../sheet/a1';
import { TALLEST_ROW } from '../sheet/form-shape';
import type { StringTable } from './string-table';

/** The height of a line of text, in points. */
export const LINE = 15;

/** Columns of the default font that a text takes: Han and full-width characters two, others one. */
const textWidth = (text: string): number =>
  Array.from(text).reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 0);

/** The lines that a text takes in a column so many characters wide. */
export const linesIn = (text: string, width: number): number =>
  text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / Math.max(1, width - 1))), 0);

/** The height of a row whose cells wrap, in points: for so many lines and what is around them. */
export const wrappedHeight = (lines: number, around: number, least: number): number =>
  Math.min(TALLEST_ROW, Math.max(least, lines * LINE + around));

/** A cell of text, which nothing parses as a formula. */
export const textXml = (strings: StringTable, reference: string, style: number, text: string): string =>
  text === ''
    ? `<c r="${reference}" s="${style}"/>`
    : `<c r="${reference}" s="${style}" t="s"><v>${strings.place(text)}</v></c>`;

/** A row of texts, from column A, of a height in points. */
export const textRow = (
  strings: StringTable,
  row: number,
  height: number,
  cells: readonly { readonly style: number; readonly text: string }[],
): string =>
  `<row r="${row}" ht="${height}" customHeight="1">${cells
    .map(({ style, text }, column) => textXml(strings, `${columnLetters(column)}${row}`, style, text))
    .join('')}</row>`;

/** The cells of one text over so many columns, which are to be merged. */
export const wideText = (
  columns: number,
  style: number,
  text: string,
): readonly { readonly style: number; readonly text: string }[] =>
  Array.from({ length: columns }, (_, column) => ({ style, text: column === 0 ? text : '' }));
