import { type Rect, cellRect } from '../a1';
import { type FormatValue, FORMAT_DEFAULTS, formatValue } from '../cell-format';
import { invalidArgument } from '../host-error';
import type { Sheet } from '../sheet';
import { Cells } from './cells';
import { type WireClass, type WireHost, WireObject, asRecord, lower, nothing, upper, wire } from './object';

/** The value that all cells share; null where they differ (Microsoft, "Set range format": mixed values read null). */
export function uniform<T>({ sheet, rects }: Cells, read: (r: number, c: number) => T): T | null {
  const values = new Set<T>();
  for (const [r, c] of rects.flatMap((q) => sheet.placesIn(q))) {
    values.add(read(r, c));
    if (values.size > 1) return null;
  }
  const [value] = values;
  return value ?? null;
}

/** A class whose members are the keys of `cell-format` under one prefix. */
function keyed(type: string, prefix: string, more: Partial<WireClass<Cells>> = {}): WireClass<Cells> {
  const keys = Object.keys(FORMAT_DEFAULTS).filter(
    (key) => key.startsWith(prefix) && !key.slice(prefix.length).includes('.') && key !== 'numberFormat',
  );
  const members = keys.map((key) => [upper(key.slice(prefix.length)), key] as const);
  const read = (key: string) => (cells: Cells) =>
    uniform(cells, (r, c) => cells.sheet.formatValue(r, c, key));
  const write = (key: string) => (cells: Cells, value: unknown) => {
    setFormat(cells, key, formatValue(key, value));
  };
  return {
    type,
    ...more,
    scalars: { ...more.scalars, ...Object.fromEntries(members.map(([name, key]) => [name, read(key)])) },
    set: { ...more.set, ...Object.fromEntries(members.map(([name, key]) => [name, write(key)])) },
  };
}

function setFormat({ sheet, rects }: Cells, key: string, value: FormatValue | undefined): void {
  sheet.assertUnprotected();
  for (const rect of rects) sheet.setFormat(rect, key, value);
}

const FILL = keyed('RangeFill', 'fill.', {
  call: {
    Clear: (cells) => {
      setFormat(cells, 'fill.color', undefined);
    },
  },
});
const FONT = keyed('RangeFont', 'font.');
const PROTECTION = keyed('FormatProtection', 'protection.');

/** A border belongs to the cells along its side; an inner one is the lower or right border of all cells but the last. */
const BORDERS: Readonly<Record<string, readonly [side: string, cut: (q: Rect) => Rect]>> = {
  EdgeTop: ['top', (q) => ({ ...q, r1: q.r0 })],
  EdgeBottom: ['bottom', (q) => ({ ...q, r0: q.r1 })],
  EdgeLeft: ['left', (q) => ({ ...q, c1: q.c0 })],
  EdgeRight: ['right', (q) => ({ ...q, c0: q.c1 })],
  InsideHorizontal: ['bottom', (q) => ({ ...q, r1: q.r1 - 1 })],
  InsideVertical: ['right', (q) => ({ ...q, c1: q.c1 - 1 })],
  DiagonalDown: ['diagonalDown', (q) => q],
  DiagonalUp: ['diagonalUp', (q) => q],
};

function border(cells: Cells, key: string): WireObject {
  const found = BORDERS[key];
  if (found === undefined) throw invalidArgument();
  const rects = cells.rects.map(found[1]).filter((q) => q.r0 <= q.r1 && q.c0 <= q.c1);
  const definition = keyed('RangeBorder', `borders.${found[0]}.`, { scalars: { SideIndex: () => key } });
  return wire(
    definition,
    rects.length === 0 ? new NoCells(cells) : new Cells(cells.host, cells.sheet, rects),
  );
}

/** The inner borders of a single row or column: none. */
class NoCells extends Cells {
  constructor({ host, sheet }: Cells) {
    super(host, sheet, []);
  }
  override get rects(): readonly Rect[] {
    return [];
  }
}

const BORDER_COLLECTION: WireClass<Cells> = {
  type: 'RangeBorderCollection',
  scalars: { Count: () => Object.keys(BORDERS).length },
  items: (cells) => Object.keys(BORDERS).map((key) => border(cells, key)),
  item: border,
};

/** Row heights and column widths in points; the standard ones are assumed, the limits are Excel's specifications. */
const lines = (cells: Cells, axis: 'r' | 'c'): Map<number, number> =>
  axis === 'r' ? cells.sheet.rowHeights : cells.sheet.columnWidths;
const readLine =
  (axis: 'r' | 'c', standard: number) =>
  (cells: Cells): unknown => {
    const found = lines(cells, axis);
    const rects = cells.rects.map((q) => (axis === 'r' ? { ...q, c0: 0, c1: 0 } : { ...q, r0: 0, r1: 0 }));
    return uniform(
      new Cells(cells.host, cells.sheet, rects),
      (r, c) => found.get(axis === 'r' ? r : c) ?? standard,
    );
  };
const writeLine =
  (axis: 'r' | 'c', most: number) =>
  (cells: Cells, value: unknown): void => {
    if (typeof value !== 'number' || value < 0 || value > most) throw invalidArgument();
    cells.sheet.assertUnprotected();
    for (const q of cells.rects)
      for (let line = q[`${axis}0`]; line <= q[`${axis}1`]; line++)
        cells.sheet.journal.put(lines(cells, axis), line, value);
  };

export const RANGE_FORMAT: WireClass<Cells> = keyed('RangeFormat', '', {
  scalars: { RowHeight: readLine('r', 14.25), ColumnWidth: readLine('c', 54) },
  set: { RowHeight: writeLine('r', 409), ColumnWidth: writeLine('c', 1400) },
  parts: {
    Fill: (cells) => wire(FILL, cells),
    Font: (cells) => wire(FONT, cells),
    Protection: (cells) => wire(PROTECTION, cells),
    Borders: (cells) => wire(BORDER_COLLECTION, cells),
  },
  // Text is not measured, so nothing is fitted.
  call: { AutofitColumns: nothing, AutofitRows: nothing },
});

/** The part of a format that `getCellProperties` and `setCellProperties` name in their own way (CellBorderCollection). */
function part(object: WireObject, key: string): unknown {
  if (object.type !== 'RangeBorderCollection') return object.read(upper(key));
  return object.call('GetItem', [key.startsWith('diagonal') ? upper(key) : `Edge${upper(key)}`]);
}

/** The format of one cell as `getCellProperties` gives it: what was asked for alone. */
export function formatProperties(
  host: WireHost,
  sheet: Sheet,
  r: number,
  c: number,
  wanted: unknown,
): unknown {
  const visit = (object: WireObject, ask: unknown): unknown =>
    Object.fromEntries(
      Object.entries(asRecord(ask)).flatMap(([key, inner]) => {
        const found = inner === false ? undefined : part(object, key);
        return found === undefined
          ? []
          : [[lower(key), found instanceof WireObject ? visit(found, inner) : found]];
      }),
    );
  return visit(wire(RANGE_FORMAT, new Cells(host, sheet, [cellRect(r, c)])), wanted);
}

/** Sets the properties of `setCellProperties` and its like. */
export function applyFormat(object: WireObject, properties: unknown): void {
  for (const [key, value] of Object.entries(asRecord(properties))) {
    if (value === null || value === undefined) continue;
    const inner = typeof value === 'object' ? part(object, key) : undefined;
    if (inner instanceof WireObject) applyFormat(inner, value);
    else object.write(upper(key), value);
  }
}
