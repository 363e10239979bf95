import { type Rect, bounding, columnsOf, rectAt, rowsOf, touches } from '../a1';
import { type Cell, type Validation, numberFormat, shownText, withFormat } from '../cell';
import { type Area, gridOf, isError } from '../formula';
import { HostError, NotModelled } from '../host-error';
import type { ConditionalFormat, Sheet } from '../sheet';
import type { Members, Resolved, Wire, WireObject } from './object';
import { NULL_OBJECT, setters, wireClass } from './object';

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
  'RowHeight=': ({ sheet, rect }, points: number) => void sheet.resize(rect, 'rowHeights', points),
  'ColumnWidth=': ({ sheet, rect }, points: number) => void sheet.resize(rect, 'columnWidths', points),
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

// Range.dataValidation: lists and prompts

/** An area that is validated in part, or in several ways, is Inconsistent or MixedCriteria, and reads null otherwise
 * (Microsoft, Excel.DataValidationType). */
function validationOf({ sheet, rect }: Area): readonly [type: string, one?: Validation] {
  const objects = new Set(sheet.placesIn(rect).map(([r, c]) => sheet.cell(r, c).validation));
  const different = new Map([...objects].map((item) => [JSON.stringify(item), item]));
  const [one, second] = [...different.values()].filter((item) => item !== undefined);
  if (second !== undefined) return ['MixedCriteria'];
  if (one === undefined) return ['None', { rule: {} }];
  if (different.size > 1) return ['Inconsistent'];
  return [one.rule === undefined ? 'None' : 'List', { rule: {}, ...one }];
}

function assertRule({ list, ...others }: Excel.DataValidationRule): void {
  const [other] = Object.entries(others).find(([, rule]) => (rule as unknown) != null) ?? [];
  if (other !== undefined) throw new NotModelled(`validation ${other}`);
  const source: unknown = list?.source;
  // An inline list holds 255 characters at most (Microsoft, ListDataValidation.source; the code is assumed).
  if (typeof source !== 'string' || source === '' || (!source.startsWith('=') && source.length > 255))
    throw new HostError('InvalidArgument');
}

/** Excel's dialog: a title of 32 characters, a prompt of 255, an alert of 225. */
const assertShort = (longest: number) => (text: { readonly title: string; readonly message: string }) => {
  if (text.title.length > 32 || text.message.length > longest) throw new HostError('InvalidArgument');
};

/** Sets a part of a validation, which is to pass a check. */
const part =
  <T>(name: keyof Validation, assert?: (value: T) => void) =>
  ({ sheet, rect }: Area, value: T): void => {
    assert?.(value);
    sheet.setValidation(rect, { [name]: value });
  };

const DATA_VALIDATION = wireClass<Area>('DataValidation', {
  Type: (area) => validationOf(area)[0],
  Rule: (area) => validationOf(area)[1]?.rule ?? null,
  ErrorAlert: (area) => validationOf(area)[1]?.errorAlert ?? null,
  Prompt: (area) => validationOf(area)[1]?.prompt ?? null,
  IgnoreBlanks: (area) => validationOf(area)[1]?.ignoreBlanks ?? true,
  'Rule=': part('rule', assertRule),
  'ErrorAlert=': part('errorAlert', assertShort(225)),
  'Prompt=': part('prompt', assertShort(255)),
  'IgnoreBlanks=': part('ignoreBlanks'),
  Clear: ({ sheet, rect }) => void sheet.setCells(rect, () => ({ validation: undefined }), true),
});

// Range.conditionalFormats and RangeAreas.conditionalFormats: the custom ones that touch the area, the first one first

type Areas = Readonly<{ sheet: Sheet; rects: readonly Rect[] }>;
type Format = Readonly<{ sheet: Sheet; id: string }>;
function state({ sheet, id }: Format): ConditionalFormat {
  const found = sheet.conditionalFormats.find((item) => item.id === id);
  if (found === undefined) throw new HostError('ItemNotFound');
  return found;
}
/** Puts something in the place of a format: a changed one, or nothing. */
function replace(self: Format, ...changes: readonly Partial<ConditionalFormat>[]): void {
  const before = state(self);
  const next = changes.map((change) => ({ ...before, ...change }));
  const all = self.sheet.conditionalFormats.flatMap((item) => (item === before ? next : [item]));
  self.sheet.setConditionalFormats(all);
}

/** What has one colour. Excel gives it back in capitals (Microsoft, RangeFill.color). */
const coloured = (type: string, key: string) =>
  wireClass<Format>(type, {
    'Color=': (self, colour: string) => {
      if (!/^#[0-9A-F]{6}$/i.test(colour)) throw new HostError('InvalidArgument');
      replace(self, { format: { ...state(self).format, [key]: colour.toUpperCase() } });
    },
  });
const CONDITIONAL_FORMAT = wireClass<Format>('ConditionalFormat', {
  Id: ({ id }) => id,
  Type: (self) => {
    const { type = 'Custom' } = state(self);
    // Assumed: the issues say that reading fails, not with what code.
    if (type === 'unreadable') throw new HostError('GeneralException');
    return type;
  },
  /** Of another type it is no object (office-js issue 2180). */
  Custom: (self) => (state(self).type === undefined ? CUSTOM_FORMAT(self) : NULL_OBJECT),
  Delete: (self) => void replace(self),
});
const CUSTOM_FORMAT = wireClass<Format>('CustomConditionalFormat', {
  Rule: wireClass<Format>('ConditionalFormatRule', {
    Formula: (self) => state(self).formula,
    /** A custom function in it does nothing in Excel (office-js issue 6135): refused here, so that none is tried. */
    'Formula=': (self, formula: string) => {
      if (formula === '' || /KPY\.|_xldudf/i.test(formula)) throw new HostError('InvalidArgument');
      replace(self, { formula: formula.startsWith('=') ? formula : `=${formula}` });
    },
  }),
  Format: wireClass<Format>('ConditionalRangeFormat', {
    Fill: coloured('ConditionalRangeFill', 'fill.color'),
    Font: coloured('ConditionalRangeFont', 'font.color'),
  }),
});

const itemsOf = ({ sheet, rects }: Areas): WireObject[] =>
  sheet.conditionalFormats
    .filter((item) => item.rects.some((p) => rects.some((q) => touches(p, q))))
    .map(({ id }) => CONDITIONAL_FORMAT({ sheet, id }));
const CONDITIONAL_FORMATS = wireClass<Areas>('ConditionalFormatCollection', {
  _Items: itemsOf,
  GetItem: (self, id: string) => itemsOf(self).find((item) => item.use('Id') === id) ?? NULL_OBJECT,
  Add: (self, type: string) => {
    if (type !== 'Custom') throw new NotModelled(`a conditional format ${type}`);
    self.sheet.addConditionalFormats({ rects: self.rects, formula: '', format: {} });
    return itemsOf(self)[0];
  },
});

/** RangeAreas, or the null object for none. */
export const areas = (sheet: Sheet, rects: readonly Rect[]): Resolved =>
  rects.length === 0 ? NULL_OBJECT : RANGE_AREAS({ sheet, rects });

/** The area of a range object or an address, on `home` where it names no sheet. */
export const areaOf = (place: WireObject | string, home: Sheet): Area =>
  typeof place === 'string' ? home.book.at(place, home) : (place.self as Area);

function assertSize({ rect }: Area, rows: number, lines: readonly { readonly length: number }[]): void {
  if (rows !== rowsOf(rect) || lines.some(({ length }) => length !== columnsOf(rect)))
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

const grid = (read: (cell: Cell) => unknown) => (area: Area) => gridOf(area, read);

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
    assertSize(area, values.length, values);
    area.sheet.book.write(area, values);
  },
  'NumberFormat=': (area, formats: unknown[][]) => {
    assertSize(area, formats.length, formats);
    area.sheet.setCells(area.rect, ({ format }, i, j) => {
      const given = formats[i]?.[j];
      // Microsoft, "Set and get range values": null leaves a cell as it is.
      return given === null ? {} : { format: withFormat(format, 'numberFormat', given) };
    });
    area.sheet.formatted(area.rect);
  },
  'RowHidden=': (area, isHidden: boolean) => void area.sheet.book.hideRows(area, isHidden),
  _ValidateArraySize: (area, rows: number, columns: number) =>
    void assertSize(area, rows, [{ length: columns }]),
  GetRow: ({ sheet, rect }, row: number) =>
    RANGE({ sheet, rect: { ...rect, r0: rect.r0 + row, r1: rect.r0 + row } }),
  GetBoundingRect: ({ sheet, rect }, other: WireObject) =>
    RANGE({ sheet, rect: bounding(rect, (other.self as Area).rect) }),
  GetMergedAreas: ({ sheet, rect }) => {
    const touched = sheet.merges.filter((merge) => touches(merge, rect));
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
