import { sheetZip } from '../../file/support/workbook-zip';

const letters = (column: number): string => String.fromCharCode(65 + column);

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A formula with the result that the file holds. */
interface Computed {
  readonly formula: string;
  readonly result: string;
}
type Value = string | number | Computed;

const cellXml = (value: Value, row: number, column: number): string => {
  const place = `r="${letters(column)}${row + 1}"`;
  if (typeof value === 'number') return `<c ${place}><v>${value}</v></c>`;
  if (typeof value === 'object')
    return `<c ${place} t="str"><f>${escaped(value.formula)}</f><v>${escaped(value.result)}</v></c>`;
  if (value.startsWith('=')) return `<c ${place}><f>${escaped(value.slice(1))}</f></c>`;
  // The style of text, where it is digits.
  const style = /^\d+X?$/.test(value) ? ' s="2"' : '';
  return value === '' ? '' : `<c ${place}${style} t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
};

/** A workbook of one sheet with these cells; a text that begins with `=` is a formula without a result. */
export const workbookOf = (rows: readonly (readonly Value[])[]): Uint8Array =>
  sheetZip(
    rows
      .map(
        (cells, row) =>
          `<row r="${row + 1}">${cells.map((value, column) => cellXml(value, row, column)).join('')}</row>`,
      )
      .join(''),
  );
