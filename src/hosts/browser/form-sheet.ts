import type { ICellData, IStyleData, IWorksheetData } from '@univerjs/core';
import { bodyFormat, FONT_SIZES, FORM_FONT, formPlaces } from '../../sheet/form-shape';
import type { OfficialLayout } from '../../sheet/layout';
import { DAY_FORMAT, TEXT_FORMAT } from '../number-format';
import { HORIZONTAL, NO, THIN, TYPE, VERTICAL, WRAP, YES } from './grid-enums';

const LINE = { s: THIN, cl: { rgb: '#000000' } };
const BORDER = { l: LINE, r: LINE, t: LINE, b: LINE };
const TEXT = { pattern: TEXT_FORMAT };

/** Headers beyond this length are set smaller; the others, too, are smaller than in print, where there is more room. */
const LONG_HEADER = 16;

const TITLE: IStyleData = {
  ff: FORM_FONT,
  fs: FONT_SIZES.title,
  bl: YES,
  ht: HORIZONTAL.center,
  vt: VERTICAL.middle,
};
const FOOT: IStyleData = {
  ff: FORM_FONT,
  fs: FONT_SIZES.footer,
  ht: HORIZONTAL.left,
  vt: VERTICAL.middle,
  tb: WRAP,
  n: TEXT,
};
const BODY: IStyleData = {
  ff: FORM_FONT,
  fs: FONT_SIZES.body,
  ht: HORIZONTAL.center,
  vt: VERTICAL.middle,
  tb: WRAP,
  bd: BORDER,
};

const headerStyle = (header: string): IStyleData => ({
  ff: FORM_FONT,
  fs: Array.from(header).length > LONG_HEADER ? 8 : 11,
  ht: HORIZONTAL.center,
  vt: VERTICAL.middle,
  bd: BORDER,
  tr: { a: 0, v: YES },
  n: TEXT,
});

/** Days and numbers are not kept as text, so that they can be counted with. */
const BODIES: Readonly<Record<ReturnType<typeof bodyFormat>, IStyleData>> = {
  date: { ...BODY, n: { pattern: DAY_FORMAT } },
  number: BODY,
  text: { ...BODY, n: TEXT },
};

const ROW_HEIGHT = 36;

const pixelsWide = (characters: number): number => Math.round(characters * 7 + 5);

/** The official form as a worksheet: title, upright headers, so many empty rows, footer and remarks. */
export function formSheet(id: string, layout: OfficialLayout, rows: number): Partial<IWorksheetData> {
  const { columns, footer, remarks, title } = layout;
  const places = formPlaces(layout, rows);
  // The form counts rows from 1, the grid from 0.
  const [titleRow, headerRow] = [places.titleRow - 1, places.headerRow - 1];
  const cells: Record<number, Record<number, ICellData>> = {};
  const wide = (row: number, text: string, s: IStyleData): void => {
    cells[row] = Object.fromEntries(
      columns.map((_, column) => [column, column === 0 ? { v: text, t: TYPE.text, s } : { s }]),
    );
  };
  wide(titleRow, title, TITLE);
  cells[headerRow] = Object.fromEntries(
    columns.map(({ header }, column) => [column, { v: header, t: TYPE.text, s: headerStyle(header) }]),
  );
  for (let row = places.firstRow - 1; row < places.lastRow; row++)
    cells[row] = Object.fromEntries(
      columns.map(({ key }, column) => [column, { s: BODIES[bodyFormat(key)] }]),
    );
  const feet = [footer, ...remarks];
  feet.forEach((text, index) => {
    wide(places.footerRow - 1 + index, text, FOOT);
  });
  const longest = Math.max(...columns.map(({ header }) => Array.from(header).length));
  const merged = [titleRow, ...feet.map((_, index) => places.footerRow - 1 + index)];
  const rowData = Object.fromEntries(
    feet.map((_, index) => [places.footerRow - 1 + index, { h: ROW_HEIGHT, ia: NO }]),
  );
  return {
    id,
    name: title,
    cellData: cells,
    rowCount: places.endRow + 100,
    // Room for functions, some of which fill several cells.
    columnCount: places.columns + 13,
    // At least: a person's row grows with its text, as beside the arrow of a list there is less room than in print.
    defaultRowHeight: ROW_HEIGHT,
    columnData: Object.fromEntries(columns.map(({ width }, column) => [column, { w: pixelsWide(width) }])),
    rowData: {
      ...rowData,
      [titleRow]: { h: 54, ia: NO },
      [headerRow]: { h: longest * 12 + 16, ia: NO },
    },
    mergeData: merged.map((row) => ({
      startRow: row,
      endRow: row,
      startColumn: 0,
      endColumn: places.columns - 1,
    })),
    freeze: { xSplit: 0, ySplit: places.headerRow, startRow: places.headerRow, startColumn: -1 },
    showGridlines: NO,
    custom: { protected: false },
  };
}
