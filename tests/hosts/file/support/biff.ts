import { f64, joinBytes, latin1, u16, u32, u8, utf16 } from './bytes';
import { compoundFile } from './compound';

/** A BIFF record: its number, its length, its content. */
export function record(id: number, ...content: readonly Uint8Array[]): Uint8Array {
  const data = joinBytes(...content);
  return joinBytes(u16(id, data.length), data);
}

const isNarrow = (text: string): boolean => /^[\u0000-\u00ff]*$/.test(text);

/** The characters of a string with their flags: one byte a character where that is enough, as Excel writes them. */
const characters = (text: string): Uint8Array =>
  isNarrow(text) ? joinBytes(u8(0), latin1(text)) : joinBytes(u8(1), utf16(text));

/** A string with its length in two bytes. */
export const longString = (text: string): Uint8Array => joinBytes(u16(text.length), characters(text));

export const BOF_GLOBALS = record(0x0809, u16(0x0600, 0x0005, 0x0dbb, 0x07cc), u32(0xc1, 0x0406));
export const BOF_SHEET = record(0x0809, u16(0x0600, 0x0010, 0x0dbb, 0x07cc), u32(0xc1, 0x0406));
export const BOF_CHART = record(0x0809, u16(0x0600, 0x0020, 0x0dbb, 0x07cc), u32(0xc1, 0x0406));
export const EOF = record(0x000a);

/** A cell style with this number format. */
export const xf = (format: number): Uint8Array => record(0x00e0, u16(0, format), new Uint8Array(16));

/** A number format of the file's own. */
export const format = (id: number, code: string): Uint8Array => record(0x041e, u16(id), longString(code));

export const date1904 = record(0x0022, u16(1));

/** The shared strings in one record. */
export const sst = (...texts: readonly string[]): Uint8Array =>
  record(0x00fc, u32(texts.length, texts.length), ...texts.map(longString));

/** Cells; row and column count from 0, `style` is the place among the `xf` records. */
export const number = (row: number, column: number, value: number, style = 0): Uint8Array =>
  record(0x0203, u16(row, column, style), f64(value));
export const rk = (row: number, column: number, packed: number, style = 0): Uint8Array =>
  record(0x027e, u16(row, column, style), u32(packed));
export const mulRk = (row: number, column: number, ...packed: readonly number[]): Uint8Array =>
  record(
    0x00bd,
    u16(row, column),
    ...packed.map((value) => joinBytes(u16(0), u32(value))),
    u16(column + packed.length - 1),
  );
export const sharedText = (row: number, column: number, index: number): Uint8Array =>
  record(0x00fd, u16(row, column, 0), u32(index));
export const label = (row: number, column: number, text: string): Uint8Array =>
  record(0x0204, u16(row, column, 0), longString(text));
export const boolean = (row: number, column: number, value: boolean): Uint8Array =>
  record(0x0205, u16(row, column, 0), u8(value ? 1 : 0, 0));
export const error = (row: number, column: number, code: number): Uint8Array =>
  record(0x0205, u16(row, column, 0), u8(code, 1));
/** A formula with an eight-byte result; its tokens are the number 1. */
export const formula = (row: number, column: number, result: Uint8Array, style = 0): Uint8Array =>
  record(0x0006, u16(row, column, style), result, u16(0), u32(0), u16(3), u8(0x1e, 1, 0));
/** A formula's result that is no number: 0 for the text in the STRING record to come, 1 boolean, 2 error, 3 empty text. */
export const special = (kind: 0 | 1 | 2 | 3, value = 0): Uint8Array =>
  u8(kind, 0, value, 0, 0, 0, 0xff, 0xff);
export const string = (text: string): Uint8Array => record(0x0207, longString(text));
/** A row of this height (255 is usual) that may be hidden. */
export const row = (index: number, hidden: boolean, height = 255): Uint8Array =>
  record(0x0208, u16(index, 0, 5, height, 0, 0), u32(hidden ? 0x0120 : 0x0100));
/** Merged ranges, each top, bottom, left and right. */
export const merges = (...ranges: readonly (readonly [number, number, number, number])[]): Uint8Array =>
  record(0x00e5, u16(ranges.length), ...ranges.map((range) => u16(...range)));

export interface BiffSheet {
  readonly name: string;
  /** 0 visible, 1 hidden, 2 very hidden. */
  readonly state?: 0 | 1 | 2;
  /** 0 a worksheet, 2 a chart. */
  readonly kind?: 0 | 2;
  readonly records: readonly Uint8Array[];
}

/** The `Workbook` stream: global records, the list of sheets, then the sheets one after the other. */
export function workbookStream(globals: readonly Uint8Array[], sheets: readonly BiffSheet[]): Uint8Array {
  const bodies = sheets.map(({ records }) => joinBytes(BOF_SHEET, ...records, EOF));
  const listed = (positions: readonly number[]): Uint8Array =>
    joinBytes(
      BOF_GLOBALS,
      ...globals,
      ...sheets.map(({ name, state = 0, kind = 0 }, index) =>
        record(0x0085, u32(positions[index] ?? 0), u8(state, kind, name.length), characters(name)),
      ),
      EOF,
    );
  let position = listed([]).length;
  const positions = bodies.map((body) => {
    const start = position;
    position += body.length;
    return start;
  });
  return joinBytes(listed(positions), ...bodies);
}

/** An .xls file of Excel 97 to 2003. */
export const xlsFile = (globals: readonly Uint8Array[], ...sheets: readonly BiffSheet[]): Uint8Array =>
  compoundFile({ Workbook: workbookStream(globals, sheets) });

/** One visible sheet with these records. */
export const xlsSheet = (globals: readonly Uint8Array[], ...records: readonly Uint8Array[]): Uint8Array =>
  xlsFile(globals, { name: '名单', records });
