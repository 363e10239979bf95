import type { OfficialLayout } from '../../sheet/layout';
import {
  FONT_SIZES,
  FORM_FONT,
  PAGE_FOOTER,
  PAGE_MARGINS,
  ROW_HEIGHTS,
  bodyFormat,
  cellPrompt,
  columnPoints,
  formPlaces,
  headerHeight,
  isUpright,
  sheetNameOf,
} from '../../sheet/form-shape';
import type { GridRange } from '../../sheet/grid';
import type { SheetId } from '../host';
import { columnsAddress, rangeOf } from './address';
import { Refusal } from './run';
import { DAY_FORMAT, NUMBER_FORMAT, TEXT_FORMAT } from '../number-format';

const FORMATS = { text: TEXT_FORMAT, date: DAY_FORMAT, number: NUMBER_FORMAT } as const;
const EDGES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideHorizontal',
  'InsideVertical',
] as const;
const LONGEST_NAME = 31;
const INCH = 72;

function freeName(title: string, taken: ReadonlySet<string>): string {
  const base = sheetNameOf(title);
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : ` (${number})`;
    const name = base.slice(0, LONGEST_NAME - suffix.length) + suffix;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/**
 * Adds a worksheet with the official form and selects its first cell: three requests. Where the second fails in the middle,
 * what it made is deleted again. The third sets up how it is printed, which goes by the printer: a machine may have none, or
 * one that takes no A3, and the form is there all the same.
 *
 * @throws Refusal `protected` where no sheet can be added
 */
export async function insertForm(
  context: Excel.RequestContext,
  layout: OfficialLayout,
  rows: number,
): Promise<SheetId> {
  const { worksheets, protection } = context.workbook;
  worksheets.load('items/name');
  protection.load('protected');
  await context.sync();
  if (protection.protected) throw new Refusal('protected');
  const name = freeName(layout.title, new Set(worksheets.items.map((sheet) => sheet.name.toLowerCase())));
  const sheet = worksheets.add(name);
  sheet.load('id');
  drawForm(sheet, layout, rows);
  try {
    await context.sync();
  } catch (error) {
    await removeHalf(context, name);
    throw error;
  }
  const { id } = sheet;
  setUpPrint(context.workbook.worksheets.getItem(id), layout, rows);
  await context.sync().catch(() => undefined);
  return id as SheetId;
}

async function removeHalf(context: Excel.RequestContext, name: string): Promise<void> {
  const half = context.workbook.worksheets.getItemOrNullObject(name);
  half.load('id');
  await context.sync();
  if (half.isNullObject) return;
  half.delete();
  await context.sync();
}

function drawForm(sheet: Excel.Worksheet, layout: OfficialLayout, rows: number): void {
  const { columns, titleRow, headerRow, firstRow, lastRow, footerRow, endRow } = formPlaces(layout, rows);
  /** Rows of the form, counted from 1 as there. */
  const area = (top: number, bottom = top): GridRange => ({
    top: top - 1,
    bottom: bottom - 1,
    left: 0,
    right: columns - 1,
  });
  const whole = rangeOf(sheet, area(titleRow, endRow));
  whole.format.font.name = FORM_FONT;
  whole.format.font.size = FONT_SIZES.body;
  whole.format.verticalAlignment = 'Center';
  layout.columns.forEach(({ width }, column) => {
    sheet.getRange(columnsAddress(column, column)).untrack().format.columnWidth = columnPoints(width);
  });

  wide(sheet, area(titleRow), layout.title, {
    height: ROW_HEIGHTS.title,
    align: 'Center',
    size: FONT_SIZES.title,
    bold: true,
  });
  drawHeaders(sheet, area(headerRow), layout);

  const body = rangeOf(sheet, area(firstRow, lastRow));
  const line = layout.columns.map(({ key }) => FORMATS[bodyFormat(key)]);
  body.numberFormat = Array.from({ length: lastRow - firstRow + 1 }, () => [...line]);
  body.format.horizontalAlignment = 'Center';
  body.format.wrapText = true;
  body.format.rowHeight = ROW_HEIGHTS.body;
  frame(rangeOf(sheet, area(headerRow, lastRow)));
  layout.columns.forEach((each, column) => {
    const cells = rangeOf(sheet, { ...area(firstRow, lastRow), left: column, right: column });
    cells.dataValidation.prompt = { showPrompt: true, ...cellPrompt(each) };
  });

  const foot = { align: 'Left', size: FONT_SIZES.footer, bold: false } as const;
  wide(sheet, area(footerRow), layout.footer, { ...foot, height: ROW_HEIGHTS.footer });
  layout.remarks.forEach((remark, index) => {
    wide(sheet, area(footerRow + 1 + index), remark, { ...foot, height: ROW_HEIGHTS.remark });
  });
  sheet.showGridlines = false;
  sheet.activate();
  rangeOf(sheet, { top: firstRow - 1, bottom: firstRow - 1, left: 0, right: 0 }).select();
}

/** A row of one text over the whole width. */
function wide(
  sheet: Excel.Worksheet,
  area: GridRange,
  text: string,
  look: {
    readonly height: number;
    readonly align: 'Left' | 'Center';
    readonly size: number;
    readonly bold: boolean;
  },
): void {
  const row = rangeOf(sheet, area);
  row.merge();
  row.format.rowHeight = look.height;
  row.format.horizontalAlignment = look.align;
  row.format.wrapText = look.align === 'Left';
  row.format.font.size = look.size;
  row.format.font.bold = look.bold;
  const first = rangeOf(sheet, { ...area, right: area.left });
  first.numberFormat = [[TEXT_FORMAT]];
  first.values = [[text]];
}

/** Upright is an orientation of 180, one character a line (Microsoft, RangeFormat.textOrientation). */
function drawHeaders(sheet: Excel.Worksheet, area: GridRange, layout: OfficialLayout): void {
  const row = rangeOf(sheet, area);
  row.numberFormat = [layout.columns.map(() => TEXT_FORMAT)];
  row.values = [layout.columns.map(({ header }) => header)];
  row.format.rowHeight = headerHeight(layout);
  row.format.textOrientation = 180;
  row.format.horizontalAlignment = 'Center';
  row.format.font.size = FONT_SIZES.header;
  layout.columns.forEach(({ header }, column) => {
    if (isUpright(header)) return;
    const { format } = rangeOf(sheet, { ...area, left: column, right: column });
    format.textOrientation = 0;
    format.wrapText = true;
  });
}

function frame(range: Excel.Range): void {
  for (const edge of EDGES) range.format.borders.getItem(edge).style = 'Continuous';
}

/** The size of the paper comes last: a request ends at what a printer refuses. */
function setUpPrint(sheet: Excel.Worksheet, layout: OfficialLayout, rows: number): void {
  const { columns, titleRow, headerRow, endRow } = formPlaces(layout, rows);
  const { pageLayout } = sheet;
  pageLayout.setPrintArea(
    rangeOf(sheet, { top: titleRow - 1, bottom: endRow - 1, left: 0, right: columns - 1 }),
  );
  pageLayout.setPrintTitleRows(`$${headerRow}:$${headerRow}`);
  pageLayout.orientation = 'Landscape';
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.centerHorizontally = true;
  pageLayout.leftMargin = PAGE_MARGINS.side * INCH;
  pageLayout.rightMargin = PAGE_MARGINS.side * INCH;
  pageLayout.topMargin = PAGE_MARGINS.end * INCH;
  pageLayout.bottomMargin = PAGE_MARGINS.end * INCH;
  pageLayout.headerMargin = PAGE_MARGINS.header * INCH;
  pageLayout.footerMargin = PAGE_MARGINS.header * INCH;
  pageLayout.headersFooters.defaultForAllPages.centerFooter = PAGE_FOOTER;
  pageLayout.paperSize = 'A3';
}
