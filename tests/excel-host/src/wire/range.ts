import { type Rect, bounding, cellRect, columnsOf, intersect, rowsOf } from '../a1';
import { type Area, isError } from '../formula';
import type { Host } from '../host';
import { HostError, NotModelled } from '../host-error';
import type { Sheet } from '../sheet';
import { RANGE_FORMAT } from './format';
import { type Cells, NULL_OBJECT, type Resolved, type WireClass, WireObject } from './object';
import { asList, asNumber, asRecord, asText, wire } from './object';
import { CONDITIONAL_FORMATS, DATA_VALIDATION } from './rules';

export const range = (host: Host, sheet: Sheet, rect: Rect): WireObject =>
  wire(RANGE, { host, sheet, rect, rects: [rect] });
/** RangeAreas, or the null object for none. */
export function areas(host: Host, sheet: Sheet, rects: readonly Rect[]): Resolved {
  const [rect] = rects;
  return rect === undefined ? NULL_OBJECT : wire(RANGE_AREAS, { host, sheet, rect, rects });
}

/** The area of a range object or an address, on `home` where it names no sheet. */
export const areaOf = (host: Host, place: unknown, home: Sheet): Area =>
  place instanceof WireObject && place.type === 'Range' ? (place.self as Area) : host.at(asText(place), home);

const wrongSize = (): HostError =>
  new HostError(
    'InvalidArgument',
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );

/** The input for each cell of a range. */
function input({ rect }: Area, value: unknown): (row: number, column: number) => unknown {
  const lines = asList(value).map(asList);
  if (lines.length !== rowsOf(rect) || lines.some((line) => line.length !== columnsOf(rect)))
    throw wrongSize();
  return (row, column) => lines[row]?.[column];
}

const valueType = (value: unknown): string => {
  if (value === '') return 'Empty';
  if (typeof value === 'string') return isError(value) ? 'Error' : 'String';
  return typeof value === 'number' ? 'Double' : 'Boolean';
};

/** The validated cells of an area, those of a column one after another as one. */
function validated({ sheet, rect }: Area): Rect[] {
  const found: Rect[] = [];
  const places = sheet.placesIn(rect, true).filter(([r, c]) => sheet.cell(r, c).validation !== undefined);
  for (const [r, c] of places.sort(([r1, c1], [r2, c2]) => c1 - c2 || r1 - r2)) {
    const last = found.at(-1);
    if (last?.c0 === c && last.r1 === r - 1) found.splice(-1, 1, { ...last, r1: r });
    else found.push(cellRect(r, c));
  }
  return found;
}

const RANGE: WireClass<Cells> = {
  type: 'Range',
  get: {
    RowIndex: ({ rect }) => rect.r0,
    ColumnIndex: ({ rect }) => rect.c0,
    RowCount: ({ rect }) => rowsOf(rect),
    ColumnCount: ({ rect }) => columnsOf(rect),
    Values: ({ sheet, rect }) => sheet.grid(rect, (r, c) => sheet.cell(r, c).value),
    Formulas: ({ sheet, rect }) =>
      sheet.grid(rect, (r, c) => sheet.cell(r, c).formula ?? sheet.cell(r, c).value),
    ValueTypes: ({ sheet, rect }) => sheet.grid(rect, (r, c) => valueType(sheet.cell(r, c).value)),
    NumberFormat: ({ sheet, rect }) => sheet.grid(rect, (r, c) => sheet.numberFormat(r, c)),
    Text: ({ sheet, rect }) => sheet.grid(rect, (r, c) => sheet.text(r, c)),
    /** null where some rows are hidden and others are not. */
    RowHidden: ({ sheet, rect }) => {
      const hidden = [...sheet.hiddenRows.keys()].filter((row) => row >= rect.r0 && row <= rect.r1).length;
      return hidden === rowsOf(rect) || (hidden === 0 ? false : null);
    },
  },
  parts: { Format: RANGE_FORMAT, DataValidation: DATA_VALIDATION, ConditionalFormats: CONDITIONAL_FORMATS },
  set: {
    Values: (area, value) => void area.host.write(area, input(area, value)),
    NumberFormat: (area, value) => {
      const [format, { sheet, rect }] = [input(area, value), area];
      for (const [r, c] of sheet.placesIn(rect))
        sheet.setFormat(cellRect(r, c), 'numberFormat', format(r - rect.r0, c - rect.c0));
    },
    RowHidden: (area, value) => void area.host.hideRows(area, value === true),
  },
  call: {
    _ValidateArraySize: ({ rect }, rows, columns) => {
      if (rows !== rowsOf(rect) || columns !== columnsOf(rect)) throw wrongSize();
    },
    GetRow: ({ host, sheet, rect }, row) => {
      const r = rect.r0 + asNumber(row);
      return range(host, sheet, { ...rect, r0: r, r1: r });
    },
    GetBoundingRect: ({ host, sheet, rect }, other) =>
      range(host, sheet, bounding(rect, areaOf(host, other, sheet).rect)),
    GetMergedAreasOrNullObject: ({ host, sheet, rect }) =>
      areas(
        host,
        sheet,
        sheet.merges.filter((merge) => intersect(merge, rect) !== undefined),
      ),
    GetSpecialCellsOrNullObject: ({ host, sheet, rect }, what) => {
      if (what !== 'DataValidations') throw new NotModelled(`special cells ${asText(what)}`);
      return areas(host, sheet, validated({ sheet, rect }));
    },
    Select: (area) => void area.host.select(area),
    Merge: ({ sheet, rect }, across) => {
      if (across === true) throw new NotModelled('merging across');
      sheet.merge(rect);
    },
    Insert: (area, direction) => {
      if (direction !== 'Down') throw new HostError('InvalidArgument');
      area.host.insert(area);
      return range(area.host, area.sheet, area.rect);
    },
    Delete: (area, direction) => {
      if (direction !== 'Up') throw new HostError('InvalidArgument');
      area.host.delete(area);
    },
    Clear: (area, what) => {
      if (what !== undefined && what !== 'All') throw new NotModelled(`Range.Clear(${asText(what)})`);
      area.host.clear(area, 'All');
    },
    GetRowProperties: ({ sheet, rect }, asked) => {
      const names = Object.keys(asRecord(asked)).join();
      if (names !== 'rowHidden') throw new NotModelled(`row properties ${names}`);
      const isHidden = (n: number): boolean => sheet.hiddenRows.has(rect.r0 + n);
      return Array.from({ length: rowsOf(rect) }, (_, n) => ({ rowHidden: isHidden(n) }));
    },
  },
};

const RANGE_AREAS: WireClass<Cells> = {
  type: 'RangeAreas',
  get: { AreaCount: ({ rects }) => rects.length },
  parts: {
    ConditionalFormats: CONDITIONAL_FORMATS,
    Areas: {
      type: 'RangeCollection',
      items: ({ host, sheet, rects }) => rects.map((q) => range(host, sheet, q)),
    },
  },
};
