import { type Rect, bounding, columnsOf, intersect, rectAt, rowsOf } from '../a1';
import { type Cell, numberFormat, shownText, withFormat } from '../cell';
import { type Area, isError } from '../formula';
import { HostError, NotModelled } from '../host-error';
import type { Sheet } from '../sheet';
import type { Members, Resolved, Wire, WireObject } from './object';
import { NULL_OBJECT, setters, wireClass } from './object';
import { type Areas, CONDITIONAL_FORMATS, DATA_VALIDATION } from './rules';

/** RangeAreas, or the null object for none. */
export const areas = (sheet: Sheet, rects: readonly Rect[]): Resolved =>
  rects.length === 0 ? NULL_OBJECT : RANGE_AREAS({ sheet, rects });

/** The area of a range object or an address, on `home` where it names no sheet. */
export const areaOf = (place: WireObject | string, home: Sheet): Area =>
  typeof place === 'string' ? home.book.at(place, home) : (place.self as Area);

function assertSize({ rect }: Area, rows: number, widths: readonly number[]): void {
  if (rows !== rowsOf(rect) || widths.some((width) => width !== columnsOf(rect)))
    throw new HostError('InvalidArgument', 'The input does not match the size of the range.');
}
function valueType({ value }: Cell): string {
  if (value === '') return 'Empty';
  if (typeof value === 'string') return isError(value) ? 'Error' : 'String';
  return typeof value === 'number' ? 'Double' : 'Boolean';
}

/** The validated cells of an area, those of a column one after another as one. */
function validated({ sheet, rect }: Area): Rect[] {
  const found: Rect[] = [];
  const places = sheet.placesIn(rect, true).filter(([r, c]) => sheet.cell(r, c).validation !== undefined);
  for (const [r, c] of places.sort(([r1, c1], [r2, c2]) => c1 - c2 || r1 - r2)) {
    const last = found.at(-1);
    if (last?.c0 === c && last.r1 === r - 1) found.splice(-1, 1, { ...last, r1: r });
    else found.push(rectAt(r, c));
  }
  return found;
}

/** Something of each cell, row by row. */
const grid = (read: (cell: Cell) => unknown) => (area: Area) => area.sheet.grid(area.rect, read);

/** Members that set a key of each cell's format: `font.` and `Bold` make `font.bold`. */
const formatting = (prefix: string, ...names: readonly string[]): Members<Area> =>
  setters(names, ({ sheet, rect }, name, value) => void sheet.setFormat(rect, prefix + name, value));

/** A border belongs to the cells along its side; an inner one is the lower or right border of all cells but the last. */
const BORDERS: Readonly<Record<string, readonly [side: string, cut: (q: Rect) => Partial<Rect>]>> = {
  EdgeTop: ['top', ({ r0 }) => ({ r1: r0 })],
  EdgeBottom: ['bottom', ({ r1 }) => ({ r0: r1 })],
  EdgeLeft: ['left', ({ c0 }) => ({ c1: c0 })],
  EdgeRight: ['right', ({ c1 }) => ({ c0: c1 })],
  InsideHorizontal: ['bottom', ({ r1 }) => ({ r1: r1 - 1 })],
  InsideVertical: ['right', ({ c1 }) => ({ c1: c1 - 1 })],
};

const RANGE_FORMAT = wireClass<Area>('RangeFormat', {
  ...formatting('', 'HorizontalAlignment', 'VerticalAlignment', 'WrapText', 'TextOrientation'),
  'RowHeight=': ({ sheet, rect }, points: number) =>
    void sheet.resize('rowHeights', rect.r0, rect.r1, points),
  'ColumnWidth=': ({ sheet, rect }, points: number) =>
    void sheet.resize('columnWidths', rect.c0, rect.c1, points),
  Font: wireClass('RangeFont', formatting('font.', 'Bold', 'Name', 'Size')),
  Borders: wireClass<Area>('RangeBorderCollection', {
    GetItem: ({ sheet, rect }, key: string) => {
      const [side, cut] = BORDERS[key] ?? [];
      if (cut === undefined) throw new HostError('InvalidArgument');
      const border = wireClass('RangeBorder', formatting(`borders.${side}.`, 'Style'));
      return border({ sheet, rect: { ...rect, ...cut(rect) } });
    },
  }),
});

export const RANGE: Wire<Area> = wireClass('Range', {
  RowIndex: ({ rect }) => rect.r0,
  ColumnIndex: ({ rect }) => rect.c0,
  RowCount: ({ rect }) => rowsOf(rect),
  ColumnCount: ({ rect }) => columnsOf(rect),
  Values: grid(({ value }) => value),
  Formulas: grid(({ formula, value }) => formula ?? value),
  ValueTypes: grid(valueType),
  NumberFormat: grid(numberFormat),
  Text: grid(shownText),
  /** null where some rows are hidden and others are not. */
  RowHidden: ({ sheet, rect }) => {
    const hidden = [...sheet.hiddenRows.keys()].filter((row) => row >= rect.r0 && row <= rect.r1).length;
    return hidden === rowsOf(rect) || (hidden === 0 ? false : null);
  },
  Format: RANGE_FORMAT,
  DataValidation: DATA_VALIDATION,
  ConditionalFormats: ({ sheet, rect }) => CONDITIONAL_FORMATS({ sheet, rects: [rect] }),
  'Values=': (area, values: unknown[][]) => {
    assertSize(
      area,
      values.length,
      values.map(({ length }) => length),
    );
    area.sheet.book.write(area, values);
  },
  'NumberFormat=': (area, formats: unknown[][]) => {
    assertSize(
      area,
      formats.length,
      formats.map(({ length }) => length),
    );
    area.sheet.setCells(area.rect, ({ format }, i, j) => {
      return { format: withFormat(format, 'numberFormat', formats[i]?.[j]) };
    });
  },
  'RowHidden=': (area, isHidden: boolean) => void area.sheet.book.hideRows(area, isHidden),
  _ValidateArraySize: (area, rows: number, columns: number) => void assertSize(area, rows, [columns]),
  GetRow: ({ sheet, rect }, row: number) =>
    RANGE({ sheet, rect: { ...rect, r0: rect.r0 + row, r1: rect.r0 + row } }),
  GetBoundingRect: ({ sheet, rect }, other: WireObject) =>
    RANGE({ sheet, rect: bounding(rect, (other.self as Area).rect) }),
  GetMergedAreas: ({ sheet, rect }) => {
    const touched = sheet.merges.filter((merge) => intersect(merge, rect) !== undefined);
    return areas(sheet, touched);
  },
  GetSpecialCells: (area, what: string) => {
    if (what !== 'DataValidations') throw new NotModelled(`special cells ${what}`);
    return areas(area.sheet, validated(area));
  },
  Select: (area) => void area.sheet.book.select(area),
  Merge: ({ sheet, rect }, isAcross?: boolean) => {
    if (isAcross === true) throw new NotModelled('merging across');
    sheet.merge(rect);
  },
  Insert: (area, direction: string) => {
    if (direction !== 'Down') throw new HostError('InvalidArgument');
    area.sheet.book.insert(area);
    return RANGE(area);
  },
  Delete: (area, direction: string) => {
    if (direction !== 'Up') throw new HostError('InvalidArgument');
    area.sheet.book.delete(area);
  },
  Clear: (area, what = 'All') => {
    if (what !== 'All') throw new NotModelled(`Range.Clear(${what})`);
    area.sheet.book.clear(area, 'All');
  },
  GetRowProperties: ({ sheet, rect }, asked: object) => {
    const names = Object.keys(asked).join();
    if (names !== 'rowHidden') throw new NotModelled(`row properties ${names}`);
    return Array.from({ length: rowsOf(rect) }, (_, n) => ({ rowHidden: sheet.hiddenRows.has(rect.r0 + n) }));
  },
});

const RANGE_AREAS = wireClass<Areas>('RangeAreas', {
  AreaCount: ({ rects }) => rects.length,
  ConditionalFormats: CONDITIONAL_FORMATS,
  Areas: wireClass<Areas>('RangeCollection', {
    _Items: ({ sheet, rects }) => rects.map((rect) => RANGE({ sheet, rect })),
  }),
});
