import { escapeXml } from '../hosts/file/xml-escapes';
import type { ColumnKey } from '../rules/application';
import { columnLetters } from '../sheet/a1';
import {
  bodyFormat,
  formPlaces,
  headerHeight,
  isLongHeader,
  PAGE_FOOTER,
  PAGE_MARGINS,
  ROW_HEIGHTS,
  TALLEST_ROW,
} from '../sheet/form-shape';
import type { OfficialLayout } from '../sheet/layout';
import type { OfficialValue } from '../sheet/official-rows';
import { STYLE } from './official-styles';
import type { StringTable } from './string-table';

/**
 * Text that a spreadsheet would run, were it typed: it stands in the string table with the cell's type `s`, which
 * .xlsx never parses as a formula; the text format and `quotePrefix` keep it text also when a person edits the cell
 * and presses Enter. The value itself is unchanged, unlike with the apostrophes that .csv needs.
 */
const RUNS_AS_FORMULA = /^[=+\-@\t\r]/;

const LINE = 15;

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

  private value(reference: string, key: ColumnKey, value: OfficialValue): string {
    if (value === '') return `<c r="${reference}" s="${STYLE[bodyFormat(key)]}"/>`;
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
      .map((_, index) => `<c r="${columnLetters(index + 1)}${row}" s="${style}"/>`);
    return `<row r="${row}" ht="${height}" customHeight="1">${this.text(`A${row}`, style, text)}${others.join('')}</row>`;
  }

  /** The headers, upright: see `isLongHeader`. */
  headers(row: number): string {
    const cells = this.layout.columns.map(({ header }, column) => {
      const style = isLongHeader(header) ? STYLE.longHeader : STYLE.header;
      return this.text(`${columnLetters(column)}${row}`, style, header);
    });
    return `<row r="${row}" ht="${headerHeight(this.layout)}" customHeight="1">${cells.join('')}</row>`;
  }

  /** A row of the body, tall enough for its wrapped texts. */
  body(row: number, values: readonly OfficialValue[]): string {
    let lines = 1;
    let cells = '';
    this.layout.columns.forEach(({ key, width }, column) => {
      const value = values[column] ?? '';
      if (typeof value === 'string') lines = Math.max(lines, linesIn(value, width));
      cells += this.value(`${columnLetters(column)}${row}`, key, value);
    });
    const height = Math.min(TALLEST_ROW, Math.max(ROW_HEIGHTS.body, lines * LINE + 8));
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
  const { side, end, header } = PAGE_MARGINS;
  const lastColumn = columnLetters(places.columns - 1);
  const writer = new RowWriter(layout, strings);
  const body: string[] = [
    writer.wide(titleRow, STYLE.title, layout.title, ROW_HEIGHTS.title),
    writer.headers(headerRow),
  ];
  for (let row = firstRow; row <= lastRow; row++) body.push(writer.body(row, rows[row - firstRow] ?? []));
  body.push(writer.wide(footerRow, STYLE.foot, layout.footer, ROW_HEIGHTS.footer));
  layout.remarks.forEach((remark, index) =>
    body.push(writer.wide(footerRow + 1 + index, STYLE.foot, remark, ROW_HEIGHTS.remark)),
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
    // Nothing is frozen: upright headers are so tall that no row of the body would show beside them on a small screen.
    `<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"><selection activeCell="A${firstRow}" sqref="A${firstRow}"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="${LINE}"/><cols>${columns.join('')}</cols>` +
    `<sheetData>${body.join('')}</sheetData>` +
    `<mergeCells count="${merged.length}">${merged.map((row) => `<mergeCell ref="A${row}:${lastColumn}${row}"/>`).join('')}</mergeCells>` +
    validations +
    '<printOptions horizontalCentered="1"/>' +
    `<pageMargins left="${side}" right="${side}" top="${end}" bottom="${end}" header="${header}" footer="${header}"/>` +
    '<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    `<headerFooter><oddFooter>${escapeXml(`&C${PAGE_FOOTER}`)}</oddFooter></headerFooter>` +
    // Digits kept as text are meant so; without this every such cell wears a green corner.
    `<ignoredErrors><ignoredError sqref="A${firstRow}:${lastColumn}${lastRow}" numberStoredAsText="1"/></ignoredErrors>`
  );
}

/** The names by which a spreadsheet knows what to print and which rows to repeat. */
export function printNames(layout: OfficialLayout, rows: number, sheetName: string): string {
  const { columns, headerRow, endRow } = formPlaces(layout, rows);
  const sheet = escapeXml(`'${sheetName.replaceAll("'", "''")}'`);
  return (
    `<definedName name="_xlnm.Print_Area" localSheetId="0">${sheet}!$A$1:$${columnLetters(columns - 1)}$${endRow}</definedName>` +
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">${sheet}!$${headerRow}:$${headerRow}</definedName>`
  );
}
