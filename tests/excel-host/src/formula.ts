import { type Rect, columnsOf, formatA1, moved, parseA1, quoteSheet, rowsOf, splitSheet } from './a1';
import type { CellValue } from './cell-text';
import { NotModelled } from './host-error';
import type { Sheet } from './sheet';

/** A small part of Excel's formulas: what the tests' conditional formats, validations and cells use. */
export class FormulaError {
  constructor(readonly code: string) {}
}
export type Scalar = CellValue | FormulaError;
export interface Reference {
  readonly sheet: Sheet;
  readonly rect: Rect;
}
export type FormulaValue = Scalar | Reference;

export interface FormulaBook {
  find(sheet: string): Sheet | undefined;
  nameFormula(name: string, sheet: Sheet): string | undefined;
}
/** Where a formula stands, and how far its relative references have moved from where it was written. */
export interface Place {
  readonly book: FormulaBook;
  readonly sheet: Sheet;
  readonly r: number;
  readonly c: number;
  readonly rows?: number;
  readonly columns?: number;
}

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const TOKEN = new RegExp(
  String.raw`\s*(?:(?<text>"(?:[^"]|"")*")|(?<reference>(?:${SHEET})?(?:\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+)(?![\p{L}\p{N}_.(]))|(?<number>\d+\.?\d*(?:E[+-]?\d+)?|\.\d+)|(?<error>#[A-Z]+[!?/A0]*)|(?<word>[\p{L}_\\][\p{L}\p{N}_.\\]*)|(?<sign><>|<=|>=|[-=<>+*/&^(),%]))`,
  'iuy',
);
interface Token {
  readonly kind: string;
  readonly text: string;
}

function tokens(formula: string): Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  const text = formula.replace(/^=/, '').trimEnd();
  while (TOKEN.lastIndex < text.length) {
    const from = TOKEN.lastIndex;
    const groups = TOKEN.exec(text)?.groups;
    const entry = Object.entries(groups ?? {}).find(
      ([, value]) => (value as string | undefined) !== undefined,
    );
    if (entry === undefined) throw new NotModelled(`formula ${formula} from character ${from}`);
    found.push({ kind: entry[0], text: entry[1] });
  }
  return found;
}

/** The ranges that a formula names, for calculation. */
export function references(formula: string, home: Sheet, book: FormulaBook): Reference[] {
  return tokens(formula).flatMap(({ kind, text }) => {
    if (kind === 'word') {
      const named = book.nameFormula(text, home);
      return named === undefined ? [] : references(named, home, book);
    }
    const { sheet, local } = splitSheet(text);
    const at = kind === 'reference' ? (sheet === undefined ? home : book.find(sheet)) : undefined;
    const rect = parseA1(local);
    return at === undefined || rect === undefined ? [] : [{ sheet: at, rect }];
  });
}

/** The formula with each reference to `sheet` replaced: `change` gives undefined for a reference that is gone. */
export function withReferences(
  formula: string,
  sheet: string,
  home: string,
  change: (rect: Rect) => { readonly sheet: string; readonly rect: Rect } | undefined,
): string {
  const text = formula.replace(/^=/, '');
  if (!formula.startsWith('=')) return formula;
  const out = tokens(formula).map((token) => {
    if (token.kind !== 'reference') return token.text;
    const { sheet: named, local } = splitSheet(token.text);
    const rect = parseA1(local);
    if ((named ?? home).toLowerCase() !== sheet.toLowerCase() || rect === undefined) return token.text;
    const next = change(rect);
    if (next === undefined) return '#REF!';
    const prefix = named === undefined ? '' : `${quoteSheet(next.sheet)}!`;
    return prefix + withDollars(formatA1(next.rect), local);
  });
  const joined = `=${out.join('')}`;
  return joined === `=${text.replace(/\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/g, '')}` ? formula : joined;
}

/** Dollar signs where the old address had them. */
function withDollars(address: string, old: string): string {
  const parts = old.split(':');
  return address
    .split(':')
    .map((part, n) => {
      const model = parts[n] ?? parts[0] ?? '';
      return part
        .replace(/^[A-Z]+/, (letters) => (/^\$[A-Z]/i.test(model) ? `$${letters}` : letters))
        .replace(/\d+$/, (digits) => (/\$\d/.test(model) ? `$${digits}` : digits));
    })
    .join(':');
}

type Run = (place: Place) => FormulaValue;
const compiled = new Map<string, Run>();

/** The value of a formula where it stands; a reference for a range. */
export function evaluate(formula: string, place: Place): FormulaValue {
  let run = compiled.get(formula);
  if (run === undefined) compiled.set(formula, (run = new Parser(formula).whole()));
  return run(place);
}

export const isReference = (value: FormulaValue): value is Reference =>
  typeof value === 'object' && !(value instanceof FormulaError);

export function scalar(value: FormulaValue): Scalar {
  if (!isReference(value)) return value;
  const found = value.sheet.cell(value.rect.r0, value.rect.c0).value;
  return typeof found === 'string' && /^#[A-Z/0]+[!?A]$/.test(found) ? new FormulaError(found) : found;
}

/** The values of a range, row by row, as far as the sheet is used. */
export function listed(value: FormulaValue): CellValue[] {
  if (!isReference(value)) return value instanceof FormulaError ? [] : [value];
  const { sheet, rect } = value;
  const last = sheet.usedRect(true)?.r1 ?? 0;
  return sheet.placesIn({ ...rect, r1: Math.min(rect.r1, last) }).map(([r, c]) => sheet.cell(r, c).value);
}

const FUNCTIONS: Readonly<Record<string, (args: readonly Run[], place: Place) => FormulaValue>> = {
  IF: ([test, then, other], place) =>
    truth(test?.(place)) ? (then?.(place) ?? true) : (other?.(place) ?? false),
  IFERROR: ([value, other], place) => {
    const result = scalar(value?.(place) ?? 0);
    return result instanceof FormulaError ? (other?.(place) ?? '') : result;
  },
  ISERROR: ([value], place) => scalar(value?.(place) ?? 0) instanceof FormulaError,
  AND: (args, place) => args.every((arg) => truth(arg(place))),
  OR: (args, place) => args.some((arg) => truth(arg(place))),
  NOT: ([value], place) => !truth(value?.(place)),
  TRUE: () => true,
  FALSE: () => false,
  ROW: ([at], place) => (at === undefined ? place.r : area(at(place)).rect.r0) + 1,
  COLUMN: ([at], place) => (at === undefined ? place.c : area(at(place)).rect.c0) + 1,
  LEFT: ([value, count], place) => asText(value?.(place) ?? '').slice(0, number(count?.(place) ?? 1)),
  LEN: ([value], place) => asText(value?.(place) ?? '').length,
  SUM: (args, place) =>
    args
      .flatMap((arg) => listed(arg(place)))
      .reduce<number>((sum, n) => sum + (typeof n === 'number' ? n : 0), 0),
  INDEX: ([range, row, column], place) => {
    const { sheet, rect } = area(range?.(place) ?? 0);
    const [r, c] = [number(row?.(place) ?? 1), number(column?.(place) ?? 1)];
    if (r < 1 || c < 1 || r > rowsOf(rect) || c > columnsOf(rect)) return new FormulaError('#REF!');
    const at = { r0: rect.r0 + r - 1, c0: rect.c0 + c - 1 };
    return { sheet, rect: { ...at, r1: at.r0, c1: at.c0 } };
  },
  MATCH: ([wanted, range, exact], place) => {
    if (number(exact?.(place) ?? 1) !== 0) throw new NotModelled('MATCH without 0');
    const matches = like(asText(wanted?.(place) ?? ''));
    const at = listed(range?.(place) ?? '').findIndex((value) => matches(asText(value)));
    return at < 0 ? new FormulaError('#N/A') : at + 1;
  },
  COUNTIF: ([range, wanted], place) => {
    const matches = like(asText(wanted?.(place) ?? ''));
    return listed(range?.(place) ?? '').filter((value) => matches(asText(value))).length;
  },
  OFFSET: ([from, rows, columns, height, width], place) => {
    const start = scalarOrArea(from?.(place) ?? 0);
    const shift = [rows, columns].map((run) => scalar(run?.(place) ?? 0));
    const error = shift.find((value) => value instanceof FormulaError);
    if (error !== undefined) return error;
    const [h, w] = [
      number(height?.(place) ?? rowsOf(start.rect)),
      number(width?.(place) ?? columnsOf(start.rect)),
    ];
    const q = moved(start.rect, number(shift[0] ?? 0), number(shift[1] ?? 0));
    if (h < 1 || w < 1 || q.r0 < 0 || q.c0 < 0) return new FormulaError('#REF!');
    return { sheet: start.sheet, rect: { ...q, r1: q.r0 + h - 1, c1: q.c0 + w - 1 } };
  },
};

function area(value: FormulaValue): Reference {
  if (!isReference(value)) throw new NotModelled('a value where a range is meant');
  return value;
}
const scalarOrArea = area;

export function truth(value: FormulaValue | undefined): boolean {
  const plain = scalar(value ?? false);
  return typeof plain === 'boolean' ? plain : typeof plain === 'number' && plain !== 0;
}
const asText = (value: FormulaValue): string => {
  const plain = scalar(value);
  if (plain instanceof FormulaError) return plain.code;
  return typeof plain === 'boolean' ? String(plain).toUpperCase() : String(plain);
};
const number = (value: FormulaValue): number => {
  const plain = scalar(value);
  return plain === '' ? 0 : plain instanceof FormulaError ? NaN : Number(plain);
};
/** Text compared as Excel's MATCH and COUNTIF do: letter case apart, * and ? standing for any text. */
function like(wanted: string): (text: string) => boolean {
  const source = wanted
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/~?[*?]/g, (sign) => (sign.startsWith('~') ? `\\${sign.slice(1)}` : sign === '*' ? '.*' : '.'));
  const pattern = new RegExp(`^${source}$`, 'isu');
  return (text) => pattern.test(text);
}

const LEVELS: readonly (readonly string[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
];
function operate(sign: string, left: FormulaValue, right: FormulaValue): FormulaValue {
  const error = [scalar(left), scalar(right)].find((value) => value instanceof FormulaError);
  if (error !== undefined) return error;
  if (sign === '&') return asText(left) + asText(right);
  if (['+', '-', '*', '/'].includes(sign)) {
    const [a, b] = [number(left), number(right)];
    const result = sign === '+' ? a + b : sign === '-' ? a - b : sign === '*' ? a * b : a / b;
    return Number.isFinite(result) ? result : new FormulaError(b === 0 ? '#DIV/0!' : '#VALUE!');
  }
  const [a, b] = [asText(left).toLowerCase(), asText(right).toLowerCase()];
  const numbers = typeof scalar(left) === 'number' && typeof scalar(right) === 'number';
  const order = numbers ? number(left) - number(right) : a === b ? 0 : a < b ? -1 : 1;
  return sign === '='
    ? order === 0
    : sign === '<>'
      ? order !== 0
      : sign === '<'
        ? order < 0
        : sign === '>'
          ? order > 0
          : sign === '<='
            ? order <= 0
            : order >= 0;
}

class Parser {
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(private readonly formula: string) {
    this.tokens = tokens(formula);
  }

  whole(): Run {
    const run = this.level(0);
    if (this.at < this.tokens.length) throw new NotModelled(`formula ${this.formula}`);
    return run;
  }

  private accept(...signs: readonly string[]): string | undefined {
    const token = this.tokens[this.at];
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return undefined;
    this.at++;
    return token.text;
  }

  private level(n: number): Run {
    const signs = LEVELS[n];
    if (signs === undefined) return this.unary();
    let left = this.level(n + 1);
    for (let sign = this.accept(...signs); sign !== undefined; sign = this.accept(...signs)) {
      const [a, b, operator] = [left, this.level(n + 1), sign];
      left = (place) => operate(operator, a(place), b(place));
    }
    return left;
  }

  private unary(): Run {
    const sign = this.accept('-', '+');
    if (sign === undefined) return this.primary();
    const operand = this.unary();
    return sign === '-' ? (place) => -number(operand(place)) : operand;
  }

  private primary(): Run {
    if (this.accept('(') !== undefined) {
      const inner = this.level(0);
      this.accept(')');
      return inner;
    }
    const token = this.tokens[this.at++];
    if (token === undefined) throw new NotModelled(`formula ${this.formula}`);
    const { kind, text } = token;
    if (kind === 'text') return () => text.slice(1, -1).replace(/""/g, '"');
    if (kind === 'number') return () => Number(text);
    if (kind === 'error') return () => new FormulaError(text);
    if (kind === 'reference') return this.reference(text);
    if (kind !== 'word') throw new NotModelled(`formula ${this.formula}`);
    return this.accept('(') === undefined ? this.named(text) : this.call(text.toUpperCase());
  }

  private reference(text: string): Run {
    const { sheet, local } = splitSheet(text);
    const rect = parseA1(local);
    if (rect === undefined) throw new NotModelled(`reference ${text}`);
    const [first = '', second = first] = local.split(':');
    const fixed = [first, second].map((part) => ({
      row: /\$\d/.test(part) || !/\d/.test(part),
      column: /^\$[A-Z]/i.test(part) || !/[A-Z]/i.test(part),
    }));
    return ({ book, sheet: home, rows = 0, columns = 0 }) => {
      const at = sheet === undefined ? home : book.find(sheet);
      if (at === undefined) return new FormulaError('#REF!');
      const [a, b] = fixed;
      return {
        sheet: at,
        rect: {
          r0: rect.r0 + (a?.row === true ? 0 : rows),
          c0: rect.c0 + (a?.column === true ? 0 : columns),
          r1: rect.r1 + (b?.row === true ? 0 : rows),
          c1: rect.c1 + (b?.column === true ? 0 : columns),
        },
      };
    };
  }

  private named(name: string): Run {
    if (/^(true|false)$/i.test(name)) return () => name.toLowerCase() === 'true';
    return (place) => {
      const formula = place.book.nameFormula(name, place.sheet);
      return formula === undefined ? new FormulaError('#NAME?') : evaluate(formula, place);
    };
  }

  private call(name: string): Run {
    const args: Run[] = [];
    while (this.accept(')') === undefined) {
      args.push(this.level(0));
      if (this.accept(',') === undefined && this.tokens[this.at]?.text !== ')')
        throw new NotModelled(`formula ${this.formula}`);
    }
    const run = FUNCTIONS[name];
    if (run === undefined) throw new NotModelled(`function ${name} within a formula`);
    return (place) => run(args, place);
  }
}

/** The arguments of a call, as text. */
export function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let [depth, quoted, current] = [0, false, ''];
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    if (!quoted) depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (!quoted && depth === 0 && sign === ',') {
      parts.push(current);
      current = '';
    } else current += sign;
  }
  return text.trim() === '' ? [] : [...parts, current];
}
