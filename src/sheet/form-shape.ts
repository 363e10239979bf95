import { YEAR_COLUMNS, type ColumnKey } from '../rules/application';
import type { OfficialLayout } from './layout';

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

export const FORM_FONT = '宋体';

/** Sizes of the font, in points. */
export const FONT_SIZES = { title: 22, header: 12, body: 11, footer: 12 } as const;

/** Heights of the rows, in points; that of the headers goes by the longest of them. */
export const ROW_HEIGHTS = { title: 40, body: 27, footer: 36, remark: 22 } as const;

/** Margins of the printed page, in inches. */
export const PAGE_MARGINS = { side: 0.4, end: 0.6, header: 0.3 } as const;

/** The foot of the printed page, in Excel's codes: P is the page, N how many there are. */
export const PAGE_FOOTER = '第 &P 页，共 &N 页';

/** A worksheet's name from a title: without what Excel forbids there, at most 31 characters. */
export const sheetNameOf = (title: string): string =>
  title
    .replace(/[\\/?*[\]:]/g, ' ')
    .trim()
    .replace(/^'+/, '')
    .slice(0, 31)
    // Last: the cut may leave one at the end.
    .replace(/'+$/, '') || 'Sheet1';

/** The prompt of a column's cells, cut to what Excel takes. */
export const cellPrompt = ({
  header,
  prompt,
}: OfficialLayout['columns'][number]): { readonly title: string; readonly message: string } => ({
  title: header.slice(0, 32),
  message: prompt.slice(0, 255),
});

/** Excel's tallest row, in points. */
export const TALLEST_ROW = 409;
/** Characters that such a row has room for, one below the other. */
const TALLEST_HEADER = 22;
/** The height of a character of an upright header, in points. */
const UPRIGHT_LINE = 18;

/**
 * Headers stand upright, one character a line, but for what Excel's tallest row is too short for: that lies in lines of a few
 * characters, as in the print (附件2).
 */
export const isUpright = (header: string): boolean => Array.from(header).length <= TALLEST_HEADER;

/** The height of the header's row, in points. */
export function headerHeight({ columns }: OfficialLayout): number {
  const upright = columns.filter(({ header }) => isUpright(header));
  return Math.max(...upright.map(({ header }) => Array.from(header).length)) * UPRIGHT_LINE + 8;
}

/** What the empty cells of a column are made for, so that a form does not make text of a day or a number. */
export function bodyFormat(key: ColumnKey): 'date' | 'number' | 'text' {
  if (key === 'submittedOn') return 'date';
  return YEAR_COLUMNS.some((each) => each === key) ? 'number' : 'text';
}

/** A column's width in points, from characters of a font whose digits are 7 pixels wide with a margin of 5. */
export const columnPoints = (characters: number): number => (characters * 7 + 5) * 0.75;
