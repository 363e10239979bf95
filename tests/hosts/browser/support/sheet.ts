import { workbookZip } from '../../file/support/workbook-zip';

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

const rowXml = (cells: readonly Value[], row: number, hidden: boolean): string =>
  `<row r="${row + 1}"${hidden ? ' hidden="1"' : ''}>${cells.map((value, column) => cellXml(value, row, column)).join('')}</row>`;

/**
 * A workbook of one sheet with these cells; a text that begins with `=` is a formula without a result.
 *
 * @param hidden rows that the file hides, counted from 0
 * @param merges such as `A2:A4`
 */
export const workbookOf = (
  rows: readonly (readonly Value[])[],
  {
    hidden = [],
    merges = [],
  }: { readonly hidden?: readonly number[]; readonly merges?: readonly string[] } = {},
): Uint8Array =>
  workbookZip({
    sheets: [
      {
        name: '名单',
        xml:
          `<sheetData>${rows.map((cells, row) => rowXml(cells, row, hidden.includes(row))).join('')}</sheetData>` +
          (merges.length === 0
            ? ''
            : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`),
      },
    ],
  });
