import { type Rect, intersect } from '../a1';
import type { Validation } from '../cell';
import type { Area } from '../formula';
import { HostError, NotModelled } from '../host-error';
import type { ConditionalFormat, Sheet } from '../sheet';
import { type WireObject, NULL_OBJECT, wireClass } from './object';

// Range.dataValidation: lists and prompts

/** An area that is validated in part, or in several ways, is Inconsistent or MixedCriteria, and reads null otherwise
 * (Microsoft, Excel.DataValidationType). */
function validationOf({ sheet, rect }: Area): readonly [type: string, one?: Validation] {
  const objects = new Set(sheet.placesIn(rect).map(([r, c]) => sheet.cell(r, c).validation));
  const different = new Map([...objects].map((item) => [JSON.stringify(item), item]));
  const [one, second] = [...different.values()].filter((item) => item !== undefined);
  if (second !== undefined) return ['MixedCriteria'];
  if (one === undefined) return ['None', { rule: {} }];
  return different.size > 1
    ? ['Inconsistent']
    : [one.rule === undefined ? 'None' : 'List', { rule: {}, ...one }];
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
function assertShort({ title, message }: Excel.DataValidationPrompt, longest: number): void {
  if (title.length > 32 || message.length > longest) throw new HostError('InvalidArgument');
}

export const DATA_VALIDATION = wireClass<Area>('DataValidation', {
  Type: (area) => validationOf(area)[0],
  Rule: (area) => validationOf(area)[1]?.rule ?? null,
  ErrorAlert: (area) => validationOf(area)[1]?.errorAlert ?? null,
  Prompt: (area) => validationOf(area)[1]?.prompt ?? null,
  IgnoreBlanks: (area) => validationOf(area)[1]?.ignoreBlanks ?? true,
  'Rule=': ({ sheet, rect }, rule: Excel.DataValidationRule) => {
    assertRule(rule);
    sheet.setValidation(rect, { rule: { list: rule.list } });
  },
  'ErrorAlert=': ({ sheet, rect }, errorAlert: Excel.DataValidationErrorAlert) => {
    assertShort({ showPrompt: true, ...errorAlert }, 225);
    sheet.setValidation(rect, { errorAlert });
  },
  'Prompt=': ({ sheet, rect }, prompt: Excel.DataValidationPrompt) => {
    assertShort(prompt, 255);
    sheet.setValidation(rect, { prompt });
  },
  'IgnoreBlanks=': ({ sheet, rect }, ignoreBlanks: boolean) =>
    void sheet.setValidation(rect, { ignoreBlanks }),
  Clear: ({ sheet, rect }) => void sheet.setCells(rect, () => ({ validation: undefined }), true),
});

// Range.conditionalFormats and RangeAreas.conditionalFormats: the custom ones that touch the area, the first one first

export type Areas = Readonly<{ sheet: Sheet; rects: readonly Rect[] }>;
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
  Type: () => 'Custom',
  Custom: wireClass('CustomConditionalFormat', {
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
  }),
  Delete: (self) => void replace(self),
});

const itemsOf = ({ sheet, rects }: Areas): WireObject[] =>
  sheet.conditionalFormats
    .filter((item) => item.rects.some((p) => rects.some((q) => intersect(p, q) !== undefined)))
    .map(({ id }) => CONDITIONAL_FORMAT({ sheet, id }));
export const CONDITIONAL_FORMATS = wireClass<Areas>('ConditionalFormatCollection', {
  _Items: itemsOf,
  GetItem: ({ sheet }, id: string) =>
    sheet.conditionalFormats.some((item) => item.id === id) ? CONDITIONAL_FORMAT({ sheet, id }) : NULL_OBJECT,
  Add: (self, type: string) => {
    if (type !== 'Custom') throw new NotModelled(`a conditional format ${type}`);
    self.sheet.addConditionalFormats({ rects: self.rects, formula: '', format: {} });
    return itemsOf(self)[0];
  },
});
