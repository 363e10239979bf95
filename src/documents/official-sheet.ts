import { escapeXml } from '../hosts/file/xml-escapes';
import type { OfficialLayout } from '../sheet/layout';
import type { OfficialValue } from '../sheet/official-rows';
import { STYLE } from './official-styles';
import type { StringTable } from './string-table';

/** Where the parts of the form stand; rows from 1, as in the file. */
export interface FormPlaces {
  readonly columns: number;
  readonly titleRow: number;
  readonly headerRow: number;
  readonly firstRow: number;
  /** The last row of the form's body; a form has at least one. */
  readonly lastRow: number;
  readonly footerRow: number;
  readonly endRow: number;
}

/** The places of a form with so many rows. */
export function formPlaces(layout: OfficialLayout, rows: number): FormPlaces {
  const lastRow = 2 + Math.max(rows, 1);
  return {
    columns: layout.columns.length,
    titleRow: 1,
    headerRow: 2,
    firstRow: 3,
    lastRow,
    footerRow: lastRow + 1,
    endRow: lastRow + 1 + layout.remarks.length,
  };
}

/** The letters of a column, from 0; the form has fewer than 703. */
export const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));

/** Columns whose values are a day or a number, so that an empty form does not make text of them. */
const EMPTY_STYLE: Readonly<Record<string, number>> = {
  submittedOn: STYLE.date,
  workYears: STYLE.number,
  occupationYears: STYLE.number,
};

/**
 * Text that a spreadsheet would run, were it typed: it stands in the string table with the cell's type `s`, which
 * .xlsx never parses as a formula; the text format and `quotePrefix` keep it text also when a person edits the cell
 * and presses Enter. The value itself is unchanged, unlike with the apostrophes that .csv needs.
 */
const RUNS_AS_FORMULA = /^[=+\-@\t\r]/;

/** Characters of a header beyond which it takes the smaller size. */
const LONG_HEADER = 22;
const LINE = 15;
/** Excel's tallest row. */
const TALLEST = 409;

/** Columns of the default font that a text takes: Han and full-width characters two, others one. */
const textWidth = (text: string): number =>
  Array.from(text).reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 0);

const linesIn = (text: string, width: number): number =>
  text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / Math.max(1, width - 1))), 0);

/** Writes the worksheet's rows. */
class RowWriter {
  constructor(
    private readonly layout: OfficialLayout,
    private readonly strings: StringTable,
  ) {}

  private text(reference: string, style: number, text: string): string {
    if (text === '') return `<c r="${reference}" s="${style}"/>`;
    return `<c r="${reference}" s="${style}" t="s"><v>${this.strings.place(text)}</v></c>`;
  }

  private value(reference: string, key: string, value: OfficialValue): string {
    if (value === '') return `<c r="${reference}" s="${EMPTY_STYLE[key] ?? STYLE.text}"/>`;
    if (typeof value === 'string') {
      return this.text(reference, RUNS_AS_FORMULA.test(value) ? STYLE.quoted : STYLE.text, value);
    }
    const number = typeof value === 'number' ? value : value.serial;
    if (!Number.isFinite(number)) return this.text(reference, STYLE.text, String(number));
    return `<c r="${reference}" s="${typeof value === 'number' ? STYLE.number : STYLE.date}"><v>${number}</v></c>`;
  }

  /** A row of one text over the whole width. */
  wide(row: number, style: number, text: string, height: number): string {
    const others = this.layout.columns
      .slice(1)
      .map((_, index) => `<c r="${letters(index + 1)}${row}" s="${style}"/>`);
    return `<row r="${row}" ht="${height}" customHeight="1">${this.text(`A${row}`, style, text)}${others.join('')}</row>`;
  }

  /**
   * The headers stand upright, one character a line. Excel's tallest row is too short for the longest of them in the
   * size of the others, so that long ones are set smaller.
   */
  headers(row: number): string {
    const lengths = this.layout.columns.map(({ header }) => Array.from(header).length);
    const longest = Math.max(...lengths.map((length) => length * (length > LONG_HEADER ? 13.2 : 17)));
    const height = Math.min(TALLEST, Math.ceil(longest) + 8);
    const cells = this.layout.columns.map(({ header }, column) => {
      const style = (lengths[column] ?? 0) > LONG_HEADER ? STYLE.longHeader : STYLE.header;
      return this.text(`${letters(column)}${row}`, style, header);
    });
    return `<row r="${row}" ht="${height}" customHeight="1">${cells.join('')}</row>`;
  }

  /** A row of the body, tall enough for its wrapped texts. */
  body(row: number, values: readonly OfficialValue[]): string {
    let lines = 1;
    let cells = '';
    this.layout.columns.forEach(({ key, width }, column) => {
      const value = values[column] ?? '';
      if (typeof value === 'string') lines = Math.max(lines, linesIn(value, width));
      cells += this.value(`${letters(column)}${row}`, key, value);
    });
    const height = Math.min(TALLEST, Math.max(27, lines * LINE + 8));
    // Without customHeight: the row grows when a person fills in more.
    return `<row r="${row}" ht="${height}">${cells}</row>`;
  }
}

/**
 * The form's worksheet.
 * @param validations the element `dataValidations`, or ''
 */
export function sheetXml(
  layout: OfficialLayout,
  rows: readonly (readonly OfficialValue[])[],
  strings: StringTable,
  validations: string,
): string {
  const places = formPlaces(layout, rows.length);
  const { titleRow, headerRow, firstRow, lastRow, footerRow, endRow } = places;
  const lastColumn = letters(places.columns - 1);
  const writer = new RowWriter(layout, strings);
  const body: string[] = [writer.wide(titleRow, STYLE.title, layout.title, 40), writer.headers(headerRow)];
  for (let row = firstRow; row <= lastRow; row++) body.push(writer.body(row, rows[row - firstRow] ?? []));
  body.push(writer.wide(footerRow, STYLE.foot, layout.footer, 36));
  layout.remarks.forEach((remark, index) =>
    body.push(writer.wide(footerRow + 1 + index, STYLE.foot, remark, 22)),
  );
  const merged = [
    titleRow,
    ...Array.from({ length: endRow - footerRow + 1 }, (_, index) => footerRow + index),
  ];
  const columns = layout.columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<dimension ref="A1:${lastColumn}${endRow}"/>` +
    `<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"><pane ySplit="${headerRow}" topLeftCell="A${firstRow}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${firstRow}" sqref="A${firstRow}"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="${LINE}"/><cols>${columns.join('')}</cols>` +
    `<sheetData>${body.join('')}</sheetData>` +
    `<mergeCells count="${merged.length}">${merged.map((row) => `<mergeCell ref="A${row}:${lastColumn}${row}"/>`).join('')}</mergeCells>` +
    validations +
    '<printOptions horizontalCentered="1"/>' +
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    `<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>` +
    // Digits kept as text are meant so; without this every such cell wears a green corner.
    `<ignoredErrors><ignoredError sqref="A${firstRow}:${lastColumn}${lastRow}" numberStoredAsText="1"/></ignoredErrors>`
  );
}

/** The names by which a spreadsheet knows what to print and which rows to repeat. */
export function printNames(layout: OfficialLayout, rows: number, sheetName: string): string {
  const { columns, headerRow, endRow } = formPlaces(layout, rows);
  const sheet = escapeXml(`'${sheetName.replaceAll("'", "''")}'`);
  return (
    `<definedName name="_xlnm.Print_Area" localSheetId="0">${sheet}!$A$1:$${letters(columns - 1)}$${endRow}</definedName>` +
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">${sheet}!$${headerRow}:$${headerRow}</definedName>`
  );
}
