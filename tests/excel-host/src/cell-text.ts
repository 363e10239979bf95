import { NotModelled, invalidArgument } from './host-error';

export type CellValue = string | number | boolean;
export interface Entered {
  readonly value: CellValue;
  readonly formula?: string;
  /** The format Excel gives a General cell along with the value. */
  readonly numberFormat?: string;
}

const DATE = /^(\d{4}|\d{1,2})([-/])(\d{1,2})\2(\d{1,2})$/;
const HAN_DATE = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const NUMBER = /^([+-]?)(?:(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?|\.(\d+))(?:E([+-]?\d+))?(%?)$/i;

/** The serial of a day, 1900 system; undefined where there is no such day. */
export function serial(year: number, month: number, day: number): number | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day
    ? at.getTime() / 86_400_000 + 25_569
    : undefined;
}

/** Microsoft, "Excel specifications and limits": 15 digits; those after the fifteenth become zeros. */
function fifteenDigits(digits: string): string {
  const leading = /^0*/.exec(digits)?.[0].length ?? 0;
  return digits.slice(0, leading + 15) + digits.slice(leading + 15).replace(/\d/g, '0');
}

function enteredNumber(text: string): Entered | undefined {
  const match = NUMBER.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = match[4] ?? '', , exponent, percent] = match;
  const digits = whole.replace(/,/g, '');
  const kept = fifteenDigits(digits + fraction);
  const value = Number(
    `${sign}${kept.slice(0, digits.length)}.${kept.slice(digits.length)}e${exponent ?? '0'}`,
  );
  if (percent === '%') return { value: value / 100, numberFormat: fraction === '' ? '0%' : '0.00%' };
  if (exponent !== undefined) return { value, numberFormat: '0.00E+00' };
  return whole.includes(',') ? { value, numberFormat: fraction === '' ? '#,##0' : '#,##0.00' } : { value };
}

function enteredDate(text: string): Entered | undefined {
  const short = DATE.exec(text);
  const match = short ?? HAN_DATE.exec(text);
  if (match === null) return undefined;
  const [first = '', month, day] = short === null ? match.slice(1) : [match[1], match[3], match[4]];
  // Two-digit years: 00 to 29 are this century (Microsoft, "How Excel works with two-digit year numbers").
  const year = Number(first) + (first.length === 4 ? 0 : Number(first) < 30 ? 2000 : 1900);
  const value = serial(year, Number(month), Number(day));
  if (value === undefined) return undefined;
  return { value, numberFormat: short === null ? 'yyyy"年"m"月"d"日"' : 'yyyy/m/d' };
}

/**
 * What becomes of a text that a user types, or that is written through `values`: both are parsed alike (Microsoft,
 * "Set and get range values": a string is taken as typed). A cell of format `@` keeps the text, a formula included.
 */
export function entered(input: unknown, numberFormat: string): Entered {
  if (numberFormat === '@' && (typeof input === 'number' || typeof input === 'boolean'))
    return { value: typeof input === 'boolean' ? String(input).toUpperCase() : generalText(input) }; // assumed, as VBA
  if (typeof input === 'number') {
    if (!Number.isFinite(input)) throw invalidArgument();
    return { value: input };
  }
  if (typeof input === 'boolean') return { value: input };
  if (typeof input !== 'string') throw invalidArgument();
  if (input.length > 32_767) throw invalidArgument(); // "Excel specifications and limits": characters in a cell
  if (numberFormat === '@') return { value: input };
  if (input.startsWith("'")) return { value: input.slice(1) };
  if (input.startsWith('=') && input.length > 1) return { value: '', formula: input };
  const text = input.trim();
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true' };
  return enteredNumber(text) ?? enteredDate(text) ?? { value: input };
}

/** A number as format General shows it: at most 11 characters (column width is not modelled). */
function generalText(value: number): string {
  const magnitude = Math.abs(value);
  if (value === 0 || (magnitude >= 1e-9 && magnitude < 1e11)) return String(Number(value.toPrecision(10)));
  const [mantissa = '', exponent = ''] = value.toExponential(5).split('e');
  return `${Number(mantissa)}E${exponent.replace(/([+-])(\d)$/, '$10$2')}`;
}

/** The text that a cell shows. */
export function shownText(value: CellValue, numberFormat: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (numberFormat === 'General' || numberFormat === '@') return generalText(value);
  const fixed = /^(#,##)?0(?:\.(0+))?(%?)$/.exec(numberFormat);
  if (fixed !== null) {
    const [, grouped, decimals = '', percent = ''] = fixed;
    const text = (percent === '%' ? value * 100 : value).toFixed(decimals.length);
    return (grouped === undefined ? text : text.replace(/\B(?=(\d{3})+(?!\d))/g, ',')) + percent;
  }
  if (/^(?:yyyy|yy|mm?|dd?|[-/.\\@;]|"[^"]*"|\[\$-[\da-z]+\])+$/i.test(numberFormat)) {
    const at = new Date(Math.round((Math.floor(value) - 25_569) * 86_400_000));
    const parts: Readonly<Record<string, string>> = {
      yyyy: String(at.getUTCFullYear()),
      yy: String(at.getUTCFullYear()).slice(2),
      m: String(at.getUTCMonth() + 1),
      mm: String(at.getUTCMonth() + 1).padStart(2, '0'),
      d: String(at.getUTCDate()),
      dd: String(at.getUTCDate()).padStart(2, '0'),
    };
    return numberFormat
      .replace(/\[[^\]]*\]|;.*$/g, '')
      .replace(
        /"([^"]*)"|\\(.)|yyyy|yy|mm?|dd?/gi,
        (token, quoted?: string, escaped?: string) =>
          quoted ?? escaped ?? parts[token.toLowerCase()] ?? token,
      );
  }
  throw new NotModelled(`text in number format ${numberFormat}`);
}
