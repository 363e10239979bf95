import { format as formatted, parseDate } from 'numfmt';
import { HostError, NotModelled } from './host-error';

export type CellValue = string | number | boolean;
/** A cell's format: flat keys such as `font.size`; a key at its default is left out, so that formats compare. */
export type Format = Readonly<Record<string, CellValue>>;
export type Validation = Partial<
  Record<'rule' | 'prompt' | 'errorAlert', unknown> & { ignoreBlanks: boolean }
>;
export interface Cell {
  readonly value: CellValue;
  readonly formula?: string | undefined;
  readonly format: Format;
  readonly validation?: Validation | undefined;
}
export const EMPTY: Cell = { value: '', format: {} };

const borders = ['top', 'bottom', 'left', 'right'].map((side) => [`borders.${side}.style`, 'None']);
/** What an untouched cell has (a new zh-CN workbook; fonts and sizes assumed). */
export const FORMAT_DEFAULTS: Format = {
  ...{ numberFormat: 'General', 'font.name': '等线', 'font.size': 11, 'font.bold': false },
  ...{ horizontalAlignment: 'General', verticalAlignment: 'Center', wrapText: false, textOrientation: 0 },
  ...(Object.fromEntries(borders) as Format),
};

/** The format with one key set, whose value must be of the type of its default. */
export function withFormat(format: Format, key: string, value: unknown): Format {
  const model = FORMAT_DEFAULTS[key];
  if (model === undefined || typeof value !== typeof model) throw new HostError('InvalidArgument');
  if (value !== model) return { ...format, [key]: value as CellValue };
  return Object.fromEntries(Object.entries(format).filter(([each]) => each !== key));
}

export const numberFormat = ({ format }: Cell): string => String(format.numberFormat ?? 'General');
/** The text that a cell shows: how wide its column is, is not modelled. */
export const shownText = (cell: Cell): string =>
  typeof cell.value === 'string' ? cell.value : formatted(numberFormat(cell), cell.value);

/** A number as typed. Of its digits those after the fifteenth become zeros (Microsoft, "Excel specifications and limits"). */
function enteredNumber(text: string): number | undefined {
  const [, kept = '', rest = ''] = /^([+-]?0*(?:\d\.?){1,15})([\d.]*)$/.exec(text) ?? [];
  if (/^[+-]?\d+(?:\.\d*)?$/.test(text)) return Number(kept + rest.replace(/\d/g, '0'));
  if (/^[+-]?[\d.,]*\d[\d.,]*(?:E[+-]?\d+)?%?$/i.test(text)) throw new NotModelled(`typing ${text}`);
  return undefined;
}

function enteredDate(text: string): number | undefined {
  const [, first, , month, day] = /^(\d{4}|\d{1,2})([-/])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? [];
  if (first === undefined) return undefined;
  // Two-digit years: 00 to 29 are this century (Microsoft, "How Excel works with two-digit year numbers").
  const year = Number(first) + (first.length === 4 ? 0 : Number(first) < 30 ? 2000 : 1900);
  return parseDate(`${year}-${month ?? ''}-${day ?? ''}`)?.v as number | undefined;
}

/** What becomes of a text that a user types, or that is written through `values`: both are parsed alike (Microsoft,
 * "Set and get range values": a string is taken as typed). A cell of format `@` keeps the text, a formula included; a date
 * gives a General one its format. */
export function entered(input: unknown, cell: Cell): Cell {
  const isText = numberFormat(cell) === '@';
  const holding = (value: CellValue): Cell => ({ ...cell, value, formula: undefined });
  if (typeof input === 'number' || typeof input === 'boolean') {
    if (isText) throw new NotModelled('a number or boolean written into a text cell');
    return holding(input);
  }
  // "Excel specifications and limits": characters in a cell.
  if (typeof input !== 'string' || input.length > 32_767) throw new HostError('InvalidArgument');
  if (isText) return holding(input);
  if (input.startsWith("'")) return holding(input.slice(1));
  if (input.startsWith('=') && input.length > 1) return { ...holding(''), formula: input };
  const text = input.trim();
  if (/^(true|false)$/i.test(text)) return holding(text.toLowerCase() === 'true');
  const date = enteredDate(text);
  if (date === undefined) return holding(enteredNumber(text) ?? input);
  return { ...holding(date), format: { numberFormat: 'yyyy/m/d', ...cell.format } };
}
