import { HostError } from './host-error';

/** A cell's format: flat keys such as `font.size`; a key at its default is left out, so that formats compare. */
export type FormatValue = string | number | boolean;
export type Format = Readonly<Record<string, FormatValue>>;

/** What an untouched cell has (a new zh-CN workbook; fonts and sizes assumed). */
export const FORMAT_DEFAULTS: Format = {
  numberFormat: 'General',
  'font.name': '等线',
  'font.size': 11,
  'font.bold': false,
  horizontalAlignment: 'General',
  verticalAlignment: 'Center',
  wrapText: false,
  textOrientation: 0,
  'borders.top.style': 'None',
  'borders.bottom.style': 'None',
  'borders.left.style': 'None',
  'borders.right.style': 'None',
};

/** The format with one key set, whose value must be of the type of its default. */
export function withFormat(format: Format, key: string, value: unknown): Format {
  const model = FORMAT_DEFAULTS[key];
  if (model === undefined || typeof value !== typeof model) throw new HostError('InvalidArgument');
  if (value !== model) return { ...format, [key]: value as FormatValue };
  return Object.fromEntries(Object.entries(format).filter(([each]) => each !== key));
}

/** A colour as Excel gives it back: upper-case #RRGGBB (Microsoft's docs of RangeFill.color). */
export function colour(value: unknown): string {
  if (typeof value !== 'string' || !/^#[0-9A-F]{6}$/i.test(value)) throw new HostError('InvalidArgument');
  return value.toUpperCase();
}
