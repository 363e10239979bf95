import { cellRect, formatA1, quoteSheet } from '../a1';
import { type FormatValue, colour } from '../cell-format';
import { invalidArgument, itemNotFound } from '../host-error';
import { type ConditionalFormat, type Sheet, type Validation, less, shared } from '../sheet';
import { isValid } from '../validation';
import type { Cells } from './cells';
import { cellsOf } from './cells';
import {
  NULL_OBJECT,
  type WireClass,
  type WireHost,
  asRecord,
  asText,
  existing,
  notModelled,
  upper,
  wire,
} from './object';
import { areas, range } from './range';

// Range.dataValidation

const KINDS = ['list', 'custom', 'wholeNumber', 'decimal', 'date', 'time', 'textLength'];

const validations = ({ sheet, rects }: Cells): readonly Validation[] =>
  sheet.validations.filter((item) => shared(item.rects, rects).length > 0);

/** An area that is validated in part, or in several ways, is Inconsistent or MixedCriteria, and reads null otherwise
 * (Microsoft, Excel.DataValidationType). */
function validationType(cells: Cells): string {
  const [first, second] = validations(cells);
  if (second !== undefined) return 'MixedCriteria';
  if (first === undefined) return 'None';
  if (cells.rects.some((q) => less(q, first.rects).length > 0)) return 'Inconsistent';
  return upper(Object.keys(first.rule ?? {})[0] ?? 'none');
}

const one = (cells: Cells): Validation | undefined =>
  ['Inconsistent', 'MixedCriteria'].includes(validationType(cells)) ? undefined : validations(cells)[0];

function change(cells: Cells, next: Omit<Validation, 'rects'>): void {
  cells.sheet.assertUnprotected();
  cells.sheet.changeValidation(cells.rects, next);
}

function checkedRule({ sheet }: Cells, value: unknown): Readonly<Record<string, unknown>> {
  const [entry, second] = Object.entries(asRecord(value)).filter(
    ([, inner]) => inner !== null && inner !== undefined,
  );
  if (entry === undefined || second !== undefined || !KINDS.includes(entry[0])) throw invalidArgument();
  const [kind, { ...rule }] = [entry[0], asRecord(entry[1])];
  const formula = rule[kind === 'list' ? 'source' : kind === 'custom' ? 'formula' : 'formula1'];
  const cells = cellsOf(formula);
  if (cells !== undefined) {
    const prefix = cells.sheet === sheet ? '' : `${quoteSheet(cells.sheet.name)}!`;
    return { [kind]: { ...rule, source: `=${prefix}${formatA1(cells.rect, '$')}` } };
  }
  // An inline list holds 255 characters at most (Microsoft, ListDataValidation.source; the code is assumed).
  const inline = kind === 'list' && typeof formula === 'string' && !formula.startsWith('=');
  if (formula === undefined || formula === '' || (inline && formula.length > 255)) throw invalidArgument();
  return { [kind]: rule };
}

/** Excel's dialog: a title of 32 characters, a prompt of 255, an alert of 225. */
function limited(value: unknown, message: number): unknown {
  const given = asRecord(value);
  if (asText(given.title).length > 32 || asText(given.message).length > message) throw invalidArgument();
  return value;
}

const verdicts = ({ host, sheet, rects }: Cells): (readonly [r: number, c: number, valid: boolean])[] =>
  rects
    .flatMap((q) => sheet.placesIn(q, true))
    .map(([r, c]) => [r, c, isValid(host.book, sheet, r, c, sheet.cell(r, c).value)] as const);

export const DATA_VALIDATION: WireClass<Cells> = {
  type: 'DataValidation',
  scalars: {
    Type: validationType,
    Rule: (cells) =>
      one(cells) === undefined && validations(cells).length > 0 ? null : (one(cells)?.rule ?? {}),
    ErrorAlert: (cells) => one(cells)?.errorAlert ?? null,
    Prompt: (cells) => one(cells)?.prompt ?? null,
    IgnoreBlanks: (cells) => one(cells)?.ignoreBlanks ?? true,
    /** True where all cells are valid, false where none is, else null (Microsoft, DataValidation.valid). */
    Valid: (cells) => {
      const found = verdicts(cells).map(([, , valid]) => valid);
      return found.every(Boolean) || (found.some(Boolean) ? null : false);
    },
  },
  set: {
    Rule: (cells, value) => void change(cells, { rule: checkedRule(cells, value) }),
    ErrorAlert: (cells, value) => void change(cells, { errorAlert: limited(value, 225) }),
    Prompt: (cells, value) => void change(cells, { prompt: limited(value, 255) }),
    IgnoreBlanks: (cells, value) => void change(cells, { ignoreBlanks: value === true }),
  },
  call: {
    Clear: ({ sheet, rects }) => {
      sheet.assertUnprotected();
      sheet.clearValidations(rects);
    },
    GetInvalidCellsOrNullObject: (cells) =>
      areas(
        cells,
        verdicts(cells).flatMap(([r, c, valid]) => (valid ? [] : [cellRect(r, c)])),
      ),
  },
};

// Range.conditionalFormats: the formats that touch the area, the first one first. Only custom ones can be made.

interface Format {
  readonly host: WireHost;
  readonly sheet: Sheet;
  readonly id: string;
}
function state({ sheet, id }: Format): ConditionalFormat {
  const found = sheet.conditionalFormats.find((item) => item.id === id);
  if (found === undefined) throw itemNotFound();
  return found;
}
function setFormats(sheet: Sheet, formats: readonly ConditionalFormat[]): void {
  sheet.assertUnprotected();
  sheet.set('conditionalFormats', formats);
}
function alter(format: Format, next: Partial<ConditionalFormat>): void {
  const altered = { ...state(format), ...next };
  setFormats(
    format.sheet,
    format.sheet.conditionalFormats.map((item) => (item.id === format.id ? altered : item)),
  );
}
const others = ({ sheet, id }: Format): ConditionalFormat[] =>
  sheet.conditionalFormats.filter((item) => item.id !== id);

/** Fill and font of a format. */
function formatPart(type: string, prefix: string, names: readonly string[]): WireClass<Format> {
  const key = (name: string): string => prefix + name.toLowerCase();
  const member = (name: string) => [name, (self: Format) => state(self).format[key(name)] ?? null] as const;
  const setter = (name: string) =>
    [
      name,
      (self: Format, value: unknown) => {
        const next = name === 'Color' ? colour(value) : (value as FormatValue);
        alter(self, { format: { ...state(self).format, [key(name)]: next } });
      },
    ] as const;
  return { type, scalars: Object.fromEntries(names.map(member)), set: Object.fromEntries(names.map(setter)) };
}
const CONDITIONAL_FILL = formatPart('ConditionalRangeFill', 'fill.', ['Color']);
const CONDITIONAL_FONT = formatPart('ConditionalRangeFont', 'font.', [
  'Bold',
  'Color',
  'Italic',
  'Strikethrough',
]);

const RULE: WireClass<Format> = {
  type: 'ConditionalFormatRule',
  scalars: { Formula: (self) => state(self).formula },
  set: {
    /** A custom function in it does nothing in Excel (office-js issue 6135): refused here, so that none is tried. */
    Formula: (self, formula) => {
      if (typeof formula !== 'string' || formula === '' || /KPY\.|_xldudf/i.test(formula))
        throw invalidArgument();
      alter(self, { formula: formula.startsWith('=') ? formula : `=${formula}` });
    },
  },
};
const CONDITIONAL_RANGE_FORMAT: WireClass<Format> = {
  type: 'ConditionalRangeFormat',
  parts: { Fill: (self) => wire(CONDITIONAL_FILL, self), Font: (self) => wire(CONDITIONAL_FONT, self) },
};
const CUSTOM: WireClass<Format> = {
  type: 'CustomConditionalFormat',
  parts: { Rule: (self) => wire(RULE, self), Format: (self) => wire(CONDITIONAL_RANGE_FORMAT, self) },
};
const custom = (self: Format) => (state(self).type === 'Custom' ? wire(CUSTOM, self) : NULL_OBJECT);

const CONDITIONAL_FORMAT: WireClass<Format> = {
  type: 'ConditionalFormat',
  identity: ({ id }) => ({ Id: id }),
  scalars: {
    Id: ({ id }) => id,
    Type: (self) => state(self).type,
    StopIfTrue: (self) => state(self).stopIfTrue,
    /** Counts from 0 (Microsoft, ConditionalFormat.priority). */
    Priority: (self) => self.sheet.conditionalFormats.indexOf(state(self)),
  },
  parts: { Custom: (self) => existing(custom(self)), CustomOrNullObject: custom },
  set: {
    StopIfTrue: (self, value) => void alter(self, { stopIfTrue: value === true }),
    Priority: (self, value) => {
      setFormats(self.sheet, [
        ...others(self).slice(0, Number(value)),
        state(self),
        ...others(self).slice(Number(value)),
      ]);
    },
  },
  call: {
    /** One range only (Microsoft, ConditionalFormat.getRange: an error, or the null object, for several). */
    GetRangeOrNullObject: (self) => {
      const [rect, second] = state(self).rects;
      return rect === undefined || second !== undefined ? NULL_OBJECT : range(self.host, self.sheet, rect);
    },
    GetRange: (self) => {
      const [rect, second] = state(self).rects;
      if (rect === undefined || second !== undefined) throw itemNotFound();
      return range(self.host, self.sheet, rect);
    },
    GetRanges: (self) => areas(self, state(self).rects),
    Delete: (self) => {
      state(self);
      setFormats(self.sheet, others(self));
    },
  },
};

const formatObject = ({ host, sheet }: Cells, id: string) => wire(CONDITIONAL_FORMAT, { host, sheet, id });

export const CONDITIONAL_FORMATS: WireClass<Cells> = {
  type: 'ConditionalFormatCollection',
  items: (cells) =>
    cells.sheet.conditionalFormats
      .filter(({ rects }) => shared(rects, cells.rects).length > 0)
      .map(({ id }) => formatObject(cells, id)),
  item: (cells, key) =>
    cells.sheet.conditionalFormats.some(({ id }) => id === key) ? formatObject(cells, key) : NULL_OBJECT,
  call: {
    /** A new format goes first (Microsoft, ConditionalFormatCollection.add: "at the first/top priority"). */
    Add: (cells, args) => {
      if (args.at(0) !== 'Custom')
        throw notModelled({ type: 'ConditionalFormatCollection' }, `Add(${args.text(0)})`);
      const { host, sheet, rects } = cells;
      const added = { id: host.book.id(), type: 'Custom', rects, formula: '', stopIfTrue: false, format: {} };
      setFormats(sheet, [added, ...sheet.conditionalFormats]);
      return formatObject(cells, added.id);
    },
    /** Takes the formats from these cells alone (Microsoft: "active on the current specified range"). */
    ClearAll: ({ sheet, rects }) => {
      sheet.assertUnprotected();
      sheet.clearConditionalFormats(rects);
    },
  },
};
