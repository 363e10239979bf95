import type { ColumnKey } from '../rules/application';
import { columnLetters } from '../sheet/a1';
import {
  bodyFormat,
  formPlaces,
  headerHeight,
  isUpright,
  PAGE_FOOTER,
  ROW_HEIGHTS,
} from '../sheet/form-shape';
import type { OfficialLayout } from '../sheet/layout';
import type { OfficialValue } from '../sheet/official-rows';
import { STYLE } from './official-styles';
import { printSetup } from './print-setup';
import type { StringTable } from './string-table';
import { LINE, linesIn, textRow, textXml, wideText, wrappedHeight } from './text-rows';

/**
 * Text that a spreadsheet would run, were it typed: it stands in the string table with the cell's type `s`, which
 * .xlsx never parses as a formula; the text format and `quotePrefix` keep it text also when a person edits the cell
 * and presses Enter. The value itself is unchanged, unlike with the apostrophes that .csv needs.
 */
const RUNS_AS_FORMULA = /^[=+\-@\t\r]/;

/** Writes the worksheet's rows. */
class RowWriter {
  constructor(
    private readonly layout: OfficialLayout,
    private readonly strings: StringTable,
  ) {}

  private value(reference: string, key: ColumnKey, value: OfficialValue): string {
    if (value === '') return `<c r="${reference}" s="${STYLE[bodyFormat(key)]}"/>`;
    if (typeof value === 'string') {
      return textXml(this.strings, reference, RUNS_AS_FORMULA.test(value) ? STYLE.quoted : STYLE.text, value);
    }
    const [style, number] = typeof value === 'number' ? [STYLE.number, value] : [STYLE.date, value.serial];
    return `<c r="${reference}" s="${style}"><v>${number}</v></c>`;
  }

  /** A row of one text over the whole width. */
  wide(row: number, style: number, text: string, height: number): string {
    return textRow(this.strings, row, height, wideText(this.layout.columns.length, style, text));
  }

  /** The headers: see `isUpright`. */
  headers(row: number): string {
    const cells = this.layout.columns.map(({ header }) => ({
      style: isUpright(header) ? STYLE.header : STYLE.lyingHeader,
      text: header,
    }));
    return textRow(this.strings, row, headerHeight(this.layout), cells);
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
    const height = wrappedHeight(lines, 8, ROW_HEIGHTS.body);
    // Without customHeight: the row grows when a person fills in more.
    return `<row r="${row}" ht="${height}">${cells}</row>`;
  }
}

/**
 * The form's worksheet, in pieces; the string table is filled as they are taken.
 * @param validations the element `dataValidations`, or ''
 */
export function* sheetXml(
  layout: OfficialLayout,
  rows: readonly (readonly OfficialValue[])[],
  strings: StringTable,
  validations: string,
): Generator<string> {
  const places = formPlaces(layout, rows.length);
  const { titleRow, headerRow, firstRow, lastRow, footerRow, endRow } = places;
  const lastColumn = columnLetters(places.columns - 1);
  const writer = new RowWriter(layout, strings);
  const merged = [
    titleRow,
    ...Array.from({ length: endRow - footerRow + 1 }, (_, index) => footerRow + index),
  ];
  const columns = layout.columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  yield (
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<dimension ref="A1:${lastColumn}${endRow}"/>` +
    // Nothing is frozen: upright headers are so tall that no row of the body would show beside them on a small screen.
    `<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"><selection activeCell="A${firstRow}" sqref="A${firstRow}"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="${LINE}"/><cols>${columns.join('')}</cols><sheetData>`
  );
  yield writer.wide(titleRow, STYLE.title, layout.title, ROW_HEIGHTS.title);
  yield writer.headers(headerRow);
  for (let row = firstRow; row <= lastRow; row++) yield writer.body(row, rows[row - firstRow] ?? []);
  yield writer.wide(footerRow, STYLE.foot, layout.footer, ROW_HEIGHTS.footer);
  for (const [index, remark] of layout.remarks.entries())
    yield writer.wide(footerRow + 1 + index, STYLE.foot, remark, ROW_HEIGHTS.remark);
  yield (
    '</sheetData>' +
    `<mergeCells count="${merged.length}">${merged.map((row) => `<mergeCell ref="A${row}:${lastColumn}${row}"/>`).join('')}</mergeCells>` +
    validations +
    printSetup('A3', PAGE_FOOTER) +
    // Digits kept as text are meant so; without this every such cell wears a green corner.
    `<ignoredErrors><ignoredError sqref="A${firstRow}:${lastColumn}${lastRow}" numberStoredAsText="1"/></ignoredErrors>`
  );
}
