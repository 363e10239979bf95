import { sheetZip } from '../../file/support/workbook-zip';

const letters = (column: number): string => String.fromCharCode(65 + column);

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const cellXml = (value: string | number, row: number, column: number): string => {
  const place = `r="${letters(column)}${row + 1}"`;
  if (typeof value === 'number') return `<c ${place}><v>${value}</v></c>`;
  if (value.startsWith('=')) return `<c ${place}><f>${escaped(value.slice(1))}</f></c>`;
  // The style of text, where it is digits.
  const style = /^\d+X?$/.test(value) ? ' s="2"' : '';
  return value === '' ? '' : `<c ${place}${style} t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
};

/** A workbook of one sheet with these cells; a text that begins with `=` is a formula without a result. */
export const workbookOf = (rows: readonly (readonly (string | number)[])[]): Uint8Array =>
  sheetZip(
    rows
      .map(
        (cells, row) =>
          `<row r="${row + 1}">${cells.map((value, column) => cellXml(value, row, column)).join('')}</row>`,
      )
      .join(''),
  );
