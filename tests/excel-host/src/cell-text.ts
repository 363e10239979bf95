import { HostError, NotModelled } from './host-error';

export type CellValue = string | number | boolean;
interface Entered {
  readonly value: CellValue;
  readonly formula?: string;
  /** The format Excel gives a General cell along with the value. */
  readonly numberFormat?: string;
}

const DATE = /^(\d{4}|\d{1,2})([-/])(\d{1,2})\2(\d{1,2})$/;

/** A number as typed. Of its digits those after the fifteenth become zeros (Microsoft, "Excel specifications and limits"). */
function enteredNumber(text: string): Entered | undefined {
  if (/^[+-]?\d+(?:\.\d*)?$/.test(text))
    return {
      value: Number(
        text.replace(
          /^([+-]?0*(?:\d\.?){15})(.*)$/,
          (_, kept: string, rest: string) => kept + rest.replace(/\d/g, '0'),
        ),
      ),
    };
  if (/^[+-]?[\d.,]*\d[\d.,]*(?:E[+-]?\d+)?%?$/i.test(text)) throw new NotModelled(`typing ${text}`);
  return undefined;
}

function enteredDate(text: string): Entered | undefined {
  const [, first, , month, day] = DATE.exec(text) ?? [];
  if (first === undefined) return undefined;
  // Two-digit years: 00 to 29 are this century (Microsoft, "How Excel works with two-digit year numbers").
  const year = Number(first) + (first.length === 4 ? 0 : Number(first) < 30 ? 2000 : 1900);
  const at = new Date(Date.UTC(year, Number(month) - 1, Number(day)));
  if (at.getUTCMonth() !== Number(month) - 1 || at.getUTCDate() !== Number(day)) return undefined;
  return { value: at.getTime() / 86_400_000 + 25_569, numberFormat: 'yyyy/m/d' };
}

/**
 * What becomes of a text that a user types, or that is written through `values`: both are parsed alike (Microsoft,
 * "Set and get range values": a string is taken as typed). A cell of format `@` keeps the text, a formula included.
 */
export function entered(input: unknown, numberFormat: string): Entered {
  if (typeof input === 'number' || typeof input === 'boolean') {
    if (numberFormat === '@') throw new NotModelled('a number or boolean written into a text cell');
    return { value: input };
  }
  // "Excel specifications and limits": characters in a cell.
  if (typeof input !== 'string' || input.length > 32_767) throw new HostError('InvalidArgument');
  if (numberFormat === '@') return { value: input };
  if (input.startsWith("'")) return { value: input.slice(1) };
  if (input.startsWith('=') && input.length > 1) return { value: '', formula: input };
  const text = input.trim();
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true' };
  return enteredDate(text) ?? enteredNumber(text) ?? { value: input };
}

/** The text that a cell shows: at most 11 characters of a number in format General (column width is not modelled). */
export function shownText(value: CellValue, numberFormat: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value).toUpperCase();
  const magnitude = Math.abs(value);
  if (numberFormat === 'General' && (value === 0 || (magnitude >= 1e-9 && magnitude < 1e11)))
    return String(Number(value.toPrecision(10)));
  const [, decimals, percent = ''] = /^(0(?:\.0+)?)(%?)$/.exec(numberFormat) ?? [];
  if (decimals !== undefined)
    return (percent === '' ? value : value * 100).toFixed(Math.max(0, decimals.length - 2)) + percent;
  if (!/^(?:yyyy|mm?|dd?|[-/]|"[^"]*")+$/.test(numberFormat))
    throw new NotModelled(`the text of ${value} in number format ${numberFormat}`);
  const [year = '', month = '', day = ''] = new Date((Math.floor(value) - 25_569) * 86_400_000)
    .toISOString()
    .split(/[-T]/);
  const parts: Readonly<Record<string, string>> = {
    ...{ yyyy: year, mm: month, dd: day },
    ...{ m: String(Number(month)), d: String(Number(day)) },
  };
  return numberFormat.replace(
    /"([^"]*)"|yyyy|mm?|dd?/g,
    (token, quoted?: string) => quoted ?? parts[token] ?? token,
  );
}
