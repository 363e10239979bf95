import { INVISIBLE } from './invisible';

/**
 * One cell as a person and a rule see it. The host that read it has already turned its own representation
 * (Office.js values, XML, a grid's model) into this shape.
 */
export interface Cell {
  readonly kind: 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'error';
  /**
   * What a person reads: '' for an empty cell, the number without a format for a number, but with the zeros that one puts
   * before it, `YYYY-MM-DD` (with ` HH:mm:ss` where there is a time) for a date, `#N/A` and the like for an error value.
   */
  readonly text: string;
  /** The raw number of a number or date cell; a date is a serial of the 1900 date system, whatever the file uses. */
  readonly number?: number;
  /** The formula without its `=`, where the value above is only its cached result. */
  readonly formula?: string;
}

/** Excel's error values, those of its newer functions among them (ECMA-376 18.17.3; Microsoft, Excel.CellValueType). */
const ERROR_VALUE =
  /^#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|EXTERNAL!|PYTHON!|TIMEOUT!|GETTING_DATA)$/;

const HASH = 0x23;

/** Whether a text is that of an error value. */
export const isErrorText = (text: string): boolean => text.charCodeAt(0) === HASH && ERROR_VALUE.test(text);

const ANY_HASH = /[#＃]/;
const BLANKS = /\s+/g;
const APOSTROPHES = /^'+/;

/**
 * An error value, or the text of one that has been pasted as a value, whatever cannot be seen around it, in any width and
 * case, also behind an apostrophe.
 */
export const isError = ({ kind, text }: Cell): boolean =>
  kind === 'error' || (kind === 'text' && ANY_HASH.test(text) && isErrorText(seen(text)));

const seen = (text: string): string =>
  text.normalize('NFKC').toUpperCase().replace(INVISIBLE, '').replace(BLANKS, '').replace(APOSTROPHES, '');

/** Excel keeps 15 digits. */
const EXACT = 1e15;

/** A number cell with more digits than a number can hold: an ID or certificate number that has lost its last ones. */
export const isBeyondDigits = ({ kind, number }: Cell): boolean =>
  kind === 'number' && number !== undefined && Math.abs(number) >= EXACT;

/** The cell that nobody has filled. */
export const EMPTY_CELL: Cell = { kind: 'empty', text: '' };

/** A cell holding plain text, as typed into a text-format cell. */
export const textCell = (text: string): Cell => (text === '' ? EMPTY_CELL : { kind: 'text', text });

/** The digits that Excel shows of a number: 4.9999999999999991 is 5 to who reads it. */
const DIGITS_SHOWN = 15;

/**
 * The number's shortest decimal, of as many digits as Excel shows; without an exponent as long as 21 digits are enough. A
 * whole number keeps all that it has, so that one that has lost its last digits can be seen to have.
 */
export function numberText(value: number): string {
  const text = String(Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS_SHOWN)));
  const small = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  if (small === null) return text;
  const digits = `${small[2]}${small[3] ?? ''}`;
  const zeros = Number(small[4]) - 1;
  return zeros + digits.length + 1 > 21 ? text : `${small[1]}0.${'0'.repeat(zeros)}${digits}`;
}

/** A cell holding a number. */
export const numberCell = (number: number): Cell => ({ kind: 'number', text: numberText(number), number });

/** A cell holding a truth value. */
export const booleanCell = (value: boolean): Cell => ({ kind: 'boolean', text: value ? 'TRUE' : 'FALSE' });

/** A cell holding an error value, as `#N/A`. */
export const errorCell = (text: string): Cell => ({ kind: 'error', text });
