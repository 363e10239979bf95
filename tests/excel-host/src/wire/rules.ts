import { intersect } from '../a1';
import { colour } from '../cell-format';
import type { Area } from '../formula';
import { HostError, NotModelled } from '../host-error';
import type { ConditionalFormat, Sheet, Validation } from '../sheet';
import { type Cells, NULL_OBJECT, type WireClass, type WireObject, asRecord, asText, wire } from './object';

// Range.dataValidation: lists and prompts

/** An area that is validated in part, or in several ways, is Inconsistent or MixedCriteria, and reads null otherwise
 * (Microsoft, Excel.DataValidationType). */
function validationOf({ sheet, rect }: Area): readonly [type: string, one?: Validation] {
  const objects = new Set(sheet.placesIn(rect).map(([r, c]) => sheet.cell(r, c).validation));
  const different = new Map([...objects].map((item) => [JSON.stringify(item), item]));
  const [one, second] = [...different.values()].filter((item) => item !== undefined);
  if (second !== undefined) return ['MixedCriteria'];
  if (one === undefined) return ['None', {}];
  return different.size > 1 ? ['Inconsistent'] : [one.rule === undefined ? 'None' : 'List', one];
}

function checkedRule(value: unknown): unknown {
  const { list, ...others } = asRecord(value);
  const other = Object.keys(others).find((kind) => (others[kind] ?? undefined) !== undefined);
  if (other !== undefined) throw new NotModelled(`validation ${other}`);
  const { source } = asRecord(list);
  // An inline list holds 255 characters at most (Microsoft, ListDataValidation.source; the code is assumed).
  if (typeof source !== 'string' || source === '' || (!source.startsWith('=') && source.length > 255))
    throw new HostError('InvalidArgument');
  return { list };
}

/** Excel's dialog: a title of 32 characters, a prompt of 255, an alert of 225. */
function limited(value: unknown, longest: number): unknown {
  const { title, message } = asRecord(value);
  if (asText(title).length > 32 || asText(message).length > longest) throw new HostError('InvalidArgument');
  return value;
}

export const DATA_VALIDATION: WireClass<Area> = {
  type: 'DataValidation',
  get: {
    Type: (area) => validationOf(area)[0],
    Rule: (area) => {
      const [, one] = validationOf(area);
      return one === undefined ? null : (one.rule ?? {});
    },
    ErrorAlert: (area) => validationOf(area)[1]?.errorAlert ?? null,
    Prompt: (area) => validationOf(area)[1]?.prompt ?? null,
    IgnoreBlanks: (area) => validationOf(area)[1]?.ignoreBlanks ?? true,
  },
  set: {
    Rule: ({ sheet, rect }, rule) => void sheet.setValidation(rect, { rule: checkedRule(rule) }),
    ErrorAlert: ({ sheet, rect }, alert) =>
      void sheet.setValidation(rect, { errorAlert: limited(alert, 225) }),
    Prompt: ({ sheet, rect }, prompt) => void sheet.setValidation(rect, { prompt: limited(prompt, 255) }),
    IgnoreBlanks: ({ sheet, rect }, value) =>
      void sheet.setValidation(rect, { ignoreBlanks: value === true }),
  },
  call: {
    Clear: ({ sheet, rect }) => {
      sheet.assertUnprotected();
      for (const [r, c] of sheet.placesIn(rect, true)) sheet.setCell(r, c, { validation: undefined });
    },
  },
};

// Range.conditionalFormats: the custom ones that touch the area, the first one first

interface Format {
  readonly sheet: Sheet;
  readonly id: string;
}
function state({ sheet, id }: Format): ConditionalFormat {
  const found = sheet.conditionalFormats.find((item) => item.id === id);
  if (found === undefined) throw new HostError('ItemNotFound');
  return found;
}
/** Puts something in the place of a format: another one, or nothing. */
function replace(self: Format, ...next: readonly ConditionalFormat[]): void {
  const before = state(self);
  const formats = self.sheet.conditionalFormats.flatMap((item) => (item === before ? next : [item]));
  self.sheet.setConditionalFormats(formats);
}

const coloured = (type: string, key: string): WireClass<Format> => ({
  type,
  set: {
    Color: (self, value) => {
      const before = state(self);
      replace(self, { ...before, format: { ...before.format, [key]: colour(value) } });
    },
  },
});
const CUSTOM: WireClass<Format> = {
  type: 'CustomConditionalFormat',
  parts: {
    Rule: {
      type: 'ConditionalFormatRule',
      get: { Formula: (self) => state(self).formula },
      set: {
        /** A custom function in it does nothing in Excel (office-js issue 6135): refused here, so that none is tried. */
        Formula: (self, formula) => {
          if (typeof formula !== 'string' || formula === '' || /KPY\.|_xldudf/i.test(formula))
            throw new HostError('InvalidArgument');
          replace(self, { ...state(self), formula: formula.startsWith('=') ? formula : `=${formula}` });
        },
      },
    },
    Format: {
      type: 'ConditionalRangeFormat',
      parts: {
        Fill: coloured('ConditionalRangeFill', 'fill.color'),
        Font: coloured('ConditionalRangeFont', 'font.color'),
      },
    },
  },
};
const CONDITIONAL_FORMAT: WireClass<Format> = {
  type: 'ConditionalFormat',
  identity: ({ id }) => ({ Id: id }),
  get: { Id: ({ id }) => id, Type: () => 'Custom' },
  parts: { Custom: CUSTOM, CustomOrNullObject: CUSTOM },
  call: { Delete: (self) => void replace(self) },
};
const format = (sheet: Sheet, id: string): WireObject => wire(CONDITIONAL_FORMAT, { sheet, id });

export const CONDITIONAL_FORMATS: WireClass<Cells> = {
  type: 'ConditionalFormatCollection',
  items: ({ sheet, rects }) =>
    sheet.conditionalFormats
      .filter((item) => item.rects.some((p) => rects.some((q) => intersect(p, q) !== undefined)))
      .map(({ id }) => format(sheet, id)),
  item: ({ sheet }, key) =>
    sheet.conditionalFormats.some(({ id }) => id === key) ? format(sheet, key) : NULL_OBJECT,
  call: {
    /** A new format goes first (Microsoft, ConditionalFormatCollection.add: "at the first/top priority"). */
    Add: ({ host, sheet, rects }, type) => {
      if (type !== 'Custom') throw new NotModelled(`a conditional format ${asText(type)}`);
      const added = { id: host.id(), rects, formula: '', format: {} };
      sheet.setConditionalFormats([added, ...sheet.conditionalFormats]);
      return format(sheet, added.id);
    },
  },
};
