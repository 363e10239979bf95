import { type Rect, MAX_COLUMNS, MAX_ROWS, bounding, cellRect, columnsOf, formatA1, intersect } from '../a1';
import { isEntireColumns, isEntireRows, moved, quoteSheet, rowsOf } from '../a1';
import { formatValue } from '../cell-format';
import { HostError, invalidArgument } from '../host-error';
import type { Sheet } from '../sheet';
import type { Shift } from '../shift';
import { type ShiftDirection, valueType } from '../workbook';
import { type Cells as CellsState, Cells, cellsAt } from './cells';
import { RANGE_FORMAT, applyFormat, formatProperties } from './format';
import type { WireObject } from './object';
import { NULL_OBJECT, type Args, type Resolved, type WireClass, type WireHost } from './object';
import { asList, asRecord, existing, notModelled, wire } from './object';
import { CONDITIONAL_FORMATS, DATA_VALIDATION } from './rules';
import { worksheet } from './worksheet';

const RANGE_TYPE = { type: 'Range' };
export const range = (host: WireHost, sheet: Sheet, rect: Rect): WireObject =>
  wire(RANGE, new Cells(host, sheet, [rect]));
/** RangeAreas, or the null object for none. */
export const areas = (
  { host, sheet }: { readonly host: WireHost; readonly sheet: Sheet },
  rects: readonly Rect[],
): Resolved => (rects.length === 0 ? NULL_OBJECT : wire(RANGE_AREAS, new Cells(host, sheet, rects)));

const wrongSize = (): HostError =>
  invalidArgument(
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );
const address = (sheet: Sheet, q: Rect): string => `${quoteSheet(sheet.name)}!${formatA1(q)}`;
const sibling = ({ host, sheet }: CellsState, rect: Rect): WireObject => range(host, sheet, rect);
const orNull = (cells: CellsState, rect: Rect | undefined): Resolved =>
  rect === undefined ? NULL_OBJECT : sibling(cells, rect);
/** Over 2^31 - 1 cells the count is -1 (Microsoft, Range.cellCount). */
const cellCount = ({ rects }: CellsState): number => {
  const count = rects.reduce((sum, q) => sum + rowsOf(q) * columnsOf(q), 0);
  return count > 2_147_483_647 ? -1 : count;
};
/** Whole rows or columns have no cell-level values (Microsoft, "Read or write to an unbounded range"). */
const unbounded = ({ rect }: CellsState): boolean => isEntireColumns(rect) || isEntireRows(rect);

function grid<T>(cells: CellsState, read: (r: number, c: number) => T): T[][] | null {
  if (unbounded(cells)) return null;
  const { rect } = cells;
  if (rowsOf(rect) * columnsOf(rect) > 5_000_000)
    throw new HostError(
      'RangeExceedsLimit',
      'The cell count in the range has exceeded the maximum supported number.',
    );
  const columns = Array.from({ length: columnsOf(rect) }, (_, j) => rect.c0 + j);
  return Array.from({ length: rowsOf(rect) }, (_, i) => columns.map((c) => read(rect.r0 + i, c)));
}

/** The input for a cell of a range: one value goes to all ("Set and get range values", set a single value). */
function input(cells: CellsState, value: unknown): (row: number, column: number) => unknown {
  if (unbounded(cells)) throw invalidArgument();
  if (!Array.isArray(value)) return () => value;
  const lines = value.map(asList);
  if (lines.length !== rowsOf(cells.rect) || lines.some((line) => line.length !== columnsOf(cells.rect)))
    throw wrongSize();
  return (row, column) => lines[row]?.[column];
}

const setValues = (cells: CellsState, value: unknown): void => {
  cells.host.book.write(cells.sheet, cells.rect, input(cells, value));
};
const hidden = (count: number, at: (n: number) => boolean): boolean | null => {
  const states = new Set(Array.from({ length: count }, (_, n) => at(n)));
  return states.size > 1 ? null : states.has(true);
};
const rowHidden = ({ sheet, rect }: CellsState): boolean | null =>
  hidden(rowsOf(rect), (n) => sheet.isHidden(rect.r0 + n));
const columnHidden = ({ sheet, rect }: CellsState): boolean | null =>
  hidden(columnsOf(rect), (n) => sheet.hiddenColumns.has(rect.c0 + n));

const usedPart = (cells: CellsState, valuesOnly: boolean): Rect | undefined => {
  const used = cells.sheet.usedRect(valuesOnly);
  return used === undefined ? undefined : intersect(used, cells.rect);
};
const common = (cells: CellsState, args: Args): Resolved => {
  const other = cellsAt(cells.host, args.at(0), cells.sheet);
  return orNull(cells, other.sheet === cells.sheet ? intersect(other.rect, cells.rect) : undefined);
};

function shift(
  cells: CellsState,
  kind: Shift['kind'],
  direction: string,
  ways: readonly [rows: string, columns: string],
): void {
  if (!ways.includes(direction)) throw invalidArgument();
  const whole = isEntireRows(cells.rect) ? 'Row' : isEntireColumns(cells.rect) ? 'Column' : 'Cell';
  const axis = direction === ways[0] ? 'rows' : 'columns';
  const changeType = `${whole}${kind === 'insert' ? 'Inserted' : 'Deleted'}`;
  const way = whole === 'Cell' ? (`ShiftCell${direction}` as ShiftDirection) : 'None';
  cells.host.book.shift(cells.sheet, { rect: cells.rect, axis, kind }, changeType, way);
}

function clear({ host, sheet, rects }: CellsState, what: string): void {
  if (!['All', 'Formats', 'Contents'].includes(what)) throw notModelled(RANGE_TYPE, `Clear(${what})`);
  for (const rect of rects) {
    sheet.assertWritable(rect);
    if (what !== 'Contents') {
      sheet.assertUnprotected();
      sheet.clearFormats(rect);
      sheet.clearConditionalFormats([rect]); // as the ribbon's "Clear formats"
      if (what === 'All') sheet.clearValidations([rect]);
    }
    if (what !== 'Formats') host.book.clearContents(sheet, rect);
  }
}

/** Sets what `setCellProperties` and its like give for a part of the range. */
function apply({ host, sheet }: CellsState, rect: Rect, data: unknown): void {
  const { format, ...rest } = asRecord(data);
  const [other] = Object.keys(rest);
  if (other !== undefined) throw notModelled(RANGE_TYPE, `SetCellProperties(${other})`);
  applyFormat(wire(RANGE_FORMAT, new Cells(host, sheet, [rect])), format);
}

/** What Range and RangeAreas share. */
const SHARED: Omit<WireClass<CellsState>, 'type'> = {
  identity: ({ reference }) => (reference === undefined ? {} : { _ReferenceId: reference }),
  scalars: {
    Address: ({ sheet, rects }) => rects.map((q) => address(sheet, q)).join(','),
    CellCount: cellCount,
    IsEntireColumn: ({ rects }) => rects.every(isEntireColumns),
    IsEntireRow: ({ rects }) => rects.every(isEntireRows),
  },
  parts: {
    Format: (cells) => wire(RANGE_FORMAT, cells),
    DataValidation: (cells) => wire(DATA_VALIDATION, cells),
    ConditionalFormats: (cells) => wire(CONDITIONAL_FORMATS, cells),
    Worksheet: ({ host, sheet }) => worksheet(host, sheet),
  },
  call: {
    Clear: (cells, args) => {
      clear(cells, args.text(0, 'All'));
    },
  },
};
const keepAs =
  (definition: () => WireClass<CellsState>) =>
  (cells: CellsState): void => {
    cells.reference = cells.host.keep(wire(definition(), cells));
  };

const RANGE: WireClass<CellsState> = {
  ...SHARED,
  type: 'Range',
  scalars: {
    ...SHARED.scalars,
    AddressLocal: ({ sheet, rect }) => address(sheet, rect),
    RowIndex: ({ rect }) => rect.r0,
    ColumnIndex: ({ rect }) => rect.c0,
    RowCount: ({ rect }) => rowsOf(rect),
    ColumnCount: ({ rect }) => columnsOf(rect),
    Values: (cells) => grid(cells, (r, c) => cells.sheet.cell(r, c).value),
    Formulas: (cells) =>
      grid(cells, (r, c) => cells.sheet.cell(r, c).formula ?? cells.sheet.cell(r, c).value),
    ValueTypes: (cells) => grid(cells, (r, c) => valueType(cells.sheet.cell(r, c).value)),
    NumberFormat: (cells) => grid(cells, (r, c) => cells.sheet.formatValue(r, c, 'numberFormat')),
    Text: (cells) => grid(cells, (r, c) => cells.sheet.text(r, c)),
    RowHidden: rowHidden,
    ColumnHidden: columnHidden,
    Hidden: (cells) => {
      const states = [rowHidden(cells), columnHidden(cells)];
      return states.includes(true) || (states.includes(null) ? null : false);
    },
  },
  set: {
    Values: setValues,
    Formulas: setValues,
    NumberFormat: (cells, value) => {
      const [at, { sheet, rect }] = [input(cells, value), cells];
      sheet.assertUnprotected();
      for (const [r, c] of sheet.placesIn(rect)) {
        const format = at(r - rect.r0, c - rect.c0);
        if (format !== null)
          sheet.setFormat(cellRect(r, c), 'numberFormat', formatValue('numberFormat', format));
      }
    },
    RowHidden: ({ host, sheet, rect }, value) => void host.book.hideRows(sheet, rect, value === true),
    ColumnHidden: ({ host, sheet, rect }, value) => void host.book.hideColumns(sheet, rect, value === true),
  },
  call: {
    ...SHARED.call,
    _KeepReference: keepAs(() => RANGE),
    _ValidateArraySize: ({ rect }, args) => {
      if (args.number(0) !== rowsOf(rect) || args.number(1) !== columnsOf(rect)) throw wrongSize();
    },
    GetCell: (x, args) => sibling(x, cellRect(x.rect.r0 + args.number(0), x.rect.c0 + args.number(1))),
    GetRow: (x, args) =>
      sibling(x, { ...x.rect, r0: x.rect.r0 + args.number(0), r1: x.rect.r0 + args.number(0) }),
    GetColumn: (x, args) =>
      sibling(x, { ...x.rect, c0: x.rect.c0 + args.number(0), c1: x.rect.c0 + args.number(0) }),
    GetLastCell: (x) => sibling(x, cellRect(x.rect.r1, x.rect.c1)),
    GetLastRow: (x) => sibling(x, { ...x.rect, r0: x.rect.r1 }),
    GetLastColumn: (x) => sibling(x, { ...x.rect, c0: x.rect.c1 }),
    GetEntireRow: (x) => sibling(x, { ...x.rect, c0: 0, c1: MAX_COLUMNS - 1 }),
    GetEntireColumn: (x) => sibling(x, { ...x.rect, r0: 0, r1: MAX_ROWS - 1 }),
    GetOffsetRange: (x, args) => sibling(x, moved(x.rect, args.number(0), args.number(1))),
    GetResizedRange: (x, args) =>
      sibling(x, { ...x.rect, r1: x.rect.r1 + args.number(0), c1: x.rect.c1 + args.number(1) }),
    GetAbsoluteResizedRange: (x, args) =>
      sibling(x, { ...x.rect, r1: x.rect.r0 + args.number(0) - 1, c1: x.rect.c0 + args.number(1) - 1 }),
    GetBoundingRect: (x, args) => sibling(x, bounding(x.rect, cellsAt(x.host, args.at(0), x.sheet).rect)),
    GetIntersection: (x, args) => existing(common(x, args)),
    GetIntersectionOrNullObject: common,
    GetUsedRange: (x, args) => sibling(x, usedPart(x, args.flag(0)) ?? cellRect(x.rect.r0, x.rect.c0)),
    GetUsedRangeOrNullObject: (x, args) => orNull(x, usedPart(x, args.flag(0))),
    GetMergedAreasOrNullObject: (x) =>
      areas(
        x,
        x.sheet.merges.filter((merge) => intersect(merge, x.rect) !== undefined),
      ),
    GetSpecialCellsOrNullObject: (x, args) => {
      const what = args.text(0);
      const { conditionalFormats, validations } = x.sheet;
      if (what !== 'ConditionalFormats' && what !== 'DataValidations')
        throw notModelled(RANGE_TYPE, `special cells ${what}`);
      const found = (what === 'DataValidations' ? validations : conditionalFormats).flatMap(
        ({ rects }) => rects,
      );
      return areas(
        x,
        found.flatMap((q) => intersect(q, x.rect) ?? []),
      );
    },
    Select: ({ host, sheet, rect }) => void host.book.select(sheet, [rect]),
    Merge: ({ sheet, rect }, args) => {
      sheet.assertUnprotected();
      if (!args.flag(0)) sheet.merge(rect);
      else for (let r = rect.r0; r <= rect.r1; r++) sheet.merge({ ...rect, r0: r, r1: r });
    },
    Unmerge: ({ sheet, rect }) => {
      sheet.assertUnprotected();
      sheet.unmerge(rect);
    },
    Insert: (x, args) => {
      const { rect } = x;
      shift(x, 'insert', args.text(0), ['Down', 'Right']);
      return sibling(x, rect);
    },
    Delete: (x, args) => void shift(x, 'delete', args.text(0), ['Up', 'Left']),
    GetCellProperties: (x, args) => {
      const { address: asked, format, ...rest } = asRecord(args.at(0));
      const [other] = Object.keys(rest);
      if (other !== undefined) throw notModelled(RANGE_TYPE, `GetCellProperties(${other})`);
      return grid(x, (r, c) => ({
        ...(asked === true && { address: address(x.sheet, cellRect(r, c)) }),
        ...(format !== undefined && { format: formatProperties(x.host, x.sheet, r, c, format) }),
      }));
    },
    GetRowProperties: (x, args) => {
      const { address: asked, rowHidden: ask, rowIndex, format } = asRecord(args.at(0));
      return Array.from({ length: rowsOf(x.rect) }, (_, n) => x.rect.r0 + n).map((r) => ({
        ...(asked === true && { address: address(x.sheet, { ...x.rect, r0: r, r1: r }) }),
        ...(ask === true && { rowHidden: x.sheet.isHidden(r) }),
        ...(rowIndex === true && { rowIndex: r }),
        ...(format !== undefined && { format: formatProperties(x.host, x.sheet, r, x.rect.c0, format) }),
      }));
    },
    SetCellProperties: (x, args) => {
      const at = input(x, args.at(0));
      for (const [r, c] of x.sheet.placesIn(x.rect))
        apply(x, cellRect(r, c), at(r - x.rect.r0, c - x.rect.c0));
    },
  },
};

const RANGE_AREAS: WireClass<CellsState> = {
  ...SHARED,
  type: 'RangeAreas',
  scalars: { ...SHARED.scalars, AreaCount: ({ rects }) => rects.length },
  parts: { ...SHARED.parts, Areas: (cells) => wire(RANGE_COLLECTION, cells) },
  call: { ...SHARED.call, _KeepReference: keepAs(() => RANGE_AREAS) },
};
const RANGE_COLLECTION: WireClass<CellsState> = {
  type: 'RangeCollection',
  items: (cells) => cells.rects.map((q) => sibling(cells, q)),
};
