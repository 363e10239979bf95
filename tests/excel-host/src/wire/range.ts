import { type Rect, columnsOf, intersect, rectAt, rowsOf } from '../a1';
import { type Cell, numberFormat, shownText } from '../cell';
import { type Area, isError } from '../formula';
import type { Host } from '../host';
import { HostError, NotModelled } from '../host-error';
import type { Sheet } from '../sheet';
import {
  type Cells,
  type Members,
  type Resolved,
  type WireObject,
  NULL_OBJECT,
  lower,
  wireClass,
} from './object';
import { CONDITIONAL_FORMATS, DATA_VALIDATION } from './rules';

export const range = (host: Host, sheet: Sheet, rect: Rect): WireObject =>
  RANGE({ host, sheet, rect, rects: [rect] });
/** RangeAreas, or the null object for none. */
export function areas(host: Host, sheet: Sheet, rects: readonly Rect[]): Resolved {
  const [rect] = rects;
  return rect === undefined ? NULL_OBJECT : RANGE_AREAS({ host, sheet, rect, rects });
}

/** The area of a range object or an address, on `home` where it names no sheet. */
export const areaOf = (host: Host, place: WireObject | string, home: Sheet): Area =>
  typeof place === 'string' ? host.at(place, home) : (place.self as Area);

function assertSize({ rect }: Area, rows: number, columns: readonly number[]): void {
  if (rows !== rowsOf(rect) || columns.some((width) => width !== columnsOf(rect)))
    throw new HostError('InvalidArgument', 'The input does not match the size of the range.');
}

/** The input for each cell of a range. */
function input(area: Area, lines: readonly (readonly unknown[])[]): (row: number, column: number) => unknown {
  assertSize(
    area,
    lines.length,
    lines.map(({ length }) => length),
  );
  return (row, column) => lines[row]?.[column];
}

const VALUE_TYPES = { string: 'String', number: 'Double', boolean: 'Boolean' } as const;
const valueType = ({ value }: Cell): string =>
  value === '' ? 'Empty' : isError(value) ? 'Error' : VALUE_TYPES[typeof value as keyof typeof VALUE_TYPES];

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
const grid =
  (read: (cell: Cell) => unknown) =>
  ({ sheet, rect }: Area): unknown[][] =>
    sheet.grid(rect, read);

// Range.format

/** Members that set a key of each cell's format: `font.` and `Bold` make `font.bold`. */
const formatting = (prefix: string, ...names: readonly string[]): Members<Area> =>
  Object.fromEntries(
    names.map((name) => [
      `${name}=`,
      ({ sheet, rect }: Area, value: unknown) => void sheet.setFormat(rect, prefix + lower(name), value),
    ]),
  );

/** A height or width in points; the limits are those of "Excel specifications and limits". */
function resize(
  sheet: Sheet,
  sizes: Map<number, number>,
  lines: readonly [from: number, to: number],
  points: number,
  most: number,
): void {
  if (points < 0 || points > most) throw new HostError('InvalidArgument');
  sheet.assertUnprotected();
  for (let [line, to] = lines; line <= to; line++) sheet.journal.put(sizes, line, points);
}

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
    void resize(sheet, sheet.rowHeights, [rect.r0, rect.r1], points, 409),
  'ColumnWidth=': ({ sheet, rect }, points: number) =>
    void resize(sheet, sheet.columnWidths, [rect.c0, rect.c1], points, 1400),
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

const RANGE = wireClass<Cells>('Range', {
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
  ConditionalFormats: CONDITIONAL_FORMATS,
  'Values=': (area, value: unknown[][]) => void area.host.write(area, input(area, value)),
  'NumberFormat=': (area, value: unknown[][]) => {
    const [format, { sheet, rect }] = [input(area, value), area];
    for (const [r, c] of sheet.placesIn(rect))
      sheet.setFormat(rectAt(r, c), 'numberFormat', format(r - rect.r0, c - rect.c0));
  },
  'RowHidden=': (area, value: boolean) => void area.host.hideRows(area, value),
  _ValidateArraySize: (area, rows: number, columns: number) => void assertSize(area, rows, [columns]),
  GetRow: ({ host, sheet, rect }, row: number) =>
    range(host, sheet, { ...rect, r0: rect.r0 + row, r1: rect.r0 + row }),
  GetBoundingRect: ({ host, sheet, rect: a }, other: WireObject) => {
    const { rect: b } = other.self as Area;
    const [r0, c0] = [Math.min(a.r0, b.r0), Math.min(a.c0, b.c0)];
    return range(host, sheet, { r0, c0, r1: Math.max(a.r1, b.r1), c1: Math.max(a.c1, b.c1) });
  },
  GetMergedAreas: ({ host, sheet, rect }) =>
    areas(
      host,
      sheet,
      sheet.merges.filter((merge) => intersect(merge, rect) !== undefined),
    ),
  GetSpecialCells: (area, what: string) => {
    if (what !== 'DataValidations') throw new NotModelled(`special cells ${what}`);
    return areas(area.host, area.sheet, validated(area));
  },
  Select: (area) => void area.host.select(area),
  Merge: ({ sheet, rect }, across?: boolean) => {
    if (across === true) throw new NotModelled('merging across');
    sheet.merge(rect);
  },
  Insert: ({ host, sheet, rect }, direction: string) => {
    if (direction !== 'Down') throw new HostError('InvalidArgument');
    host.insert({ sheet, rect });
    return range(host, sheet, rect);
  },
  Delete: (area, direction: string) => {
    if (direction !== 'Up') throw new HostError('InvalidArgument');
    area.host.delete(area);
  },
  Clear: (area, what = 'All') => {
    if (what !== 'All') throw new NotModelled(`Range.Clear(${what})`);
    area.host.clear(area, 'All');
  },
  GetRowProperties: ({ sheet, rect }, asked: object) => {
    const names = Object.keys(asked).join();
    if (names !== 'rowHidden') throw new NotModelled(`row properties ${names}`);
    return Array.from({ length: rowsOf(rect) }, (_, n) => ({ rowHidden: sheet.hiddenRows.has(rect.r0 + n) }));
  },
});

const RANGE_AREAS = wireClass<Cells>('RangeAreas', {
  AreaCount: ({ rects }) => rects.length,
  ConditionalFormats: CONDITIONAL_FORMATS,
  Areas: wireClass<Cells>('RangeCollection', {
    _Items: ({ host, sheet, rects }) => rects.map((q) => range(host, sheet, q)),
  }),
});
