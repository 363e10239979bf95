import { invalidArgument } from './host-error';

/** A cell's format: flat keys such as `fill.color`; a key at its default is left out, so that formats compare. */
export type FormatValue = string | number | boolean;
export type Format = Readonly<Record<string, FormatValue>>;
export const PLAIN: Format = {};

const SIDES = ['top', 'bottom', 'left', 'right', 'diagonalDown', 'diagonalUp'];
/** What an untouched cell answers (a new zh-CN workbook; fonts and sizes assumed). */
export const FORMAT_DEFAULTS: Format = {
  numberFormat: 'General',
  'fill.color': '#FFFFFF',
  'font.name': '等线',
  'font.size': 11,
  'font.color': '#000000',
  'font.bold': false,
  'font.italic': false,
  'font.strikethrough': false,
  'font.underline': 'None',
  horizontalAlignment: 'General',
  verticalAlignment: 'Center',
  wrapText: false,
  textOrientation: 0,
  shrinkToFit: false,
  indentLevel: 0,
  readingOrder: 'Context',
  'protection.locked': true,
  'protection.formulaHidden': false,
  ...Object.fromEntries(
    SIDES.flatMap((side) => [
      [`borders.${side}.style`, 'None'],
      [`borders.${side}.color`, '#000000'],
      [`borders.${side}.weight`, 'Thin'],
    ]),
  ),
};

const COLOURS: Readonly<Record<string, string>> = {
  red: '#FF0000',
  yellow: '#FFFF00',
  white: '#FFFFFF',
  black: '#000000',
  green: '#008000',
};

/** A colour as Excel gives it back: upper-case #RRGGBB (Microsoft's docs of RangeFill.color). */
export function colour(value: unknown): string {
  const hex = typeof value === 'string' ? (COLOURS[value.toLowerCase()] ?? value).toUpperCase() : '';
  if (!/^#[0-9A-F]{6}$/.test(hex)) throw invalidArgument();
  return hex;
}

/** The format with one key set; undefined or the default takes the key away. */
export function withFormat(format: Format, key: string, value: FormatValue | undefined): Format {
  const next = { ...format };
  if (value === undefined || (value === FORMAT_DEFAULTS[key] && key !== 'fill.color'))
    Reflect.deleteProperty(next, key);
  else next[key] = value;
  return next;
}

/** Checks the type of a value for a key, and normalises colours. */
export function formatValue(key: string, value: unknown): FormatValue {
  if (key.endsWith('.color')) return colour(value);
  const model = FORMAT_DEFAULTS[key];
  if (
    typeof value !== typeof model ||
    (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
  )
    throw invalidArgument();
  return value;
}
