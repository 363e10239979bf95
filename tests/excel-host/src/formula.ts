import { type Rect, columnsOf, parseA1, rectAt, rowsOf, splitSheet } from './a1';
import type { Cell, CellValue } from './cell';
import { NotModelled } from './host-error';
import type { Sheet } from './sheet';

/** A small part of Excel's formulas: what the add-in's conditional formats, lists and tests' cells use. An error is its
 * code, as cells hold it. */
export type Area = Readonly<{ sheet: Sheet; rect: Rect }>;
export type FormulaValue = CellValue | Area;
/** Calls a function of the add-in: in a cell's formula only. */
type Call = (name: string, args: readonly FormulaValue[]) => FormulaValue;

const SHEET = /(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!/u.source;
const CELLS = /\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+/.source;
const RANGE = `(?<![\\p{L}\\p{N}_.\\\\])(?:${SHEET})?(?:${CELLS})(?![\\p{L}\\p{N}_.(])`;
const REFERENCE = new RegExp(`^\\s*${RANGE}`, 'iu');
const TEXT = /^\s*"(?:[^"]|"")*"/;
const NUMBER = /^\s*\d+\.?\d*/;
const WORD = /^\s*[\p{L}_\\][\p{L}\p{N}_.\\]*/u;
/** Signs by how closely they bind, the loosest first. */
const LEVELS = [/^\s*(?:=|<>)/, /^\s*&/, /^\s*-/];

/** The ranges that a formula names, and the sheets of those that name one. */
export function references(formula: string): ReturnType<typeof splitSheet>[] {
  const found = formula.replace(/"(?:[^"]|"")*"/g, '""').matchAll(new RegExp(RANGE, 'giu'));
  return Array.from(found, ([text]) => splitSheet(text));
}

/** The value of a conditional format's or list's formula: references in it that count from its first cell are refused. */
export function ruleValue(formula: string, at: Area): FormulaValue {
  if (!references(formula).every(({ local }) => /^(?:(?:^|:)(?:\$[A-Z]+)?(?:\$\d+)?)+$/i.test(local)))
    throw new NotModelled(`a relative reference in the rule ${formula}`);
  return evaluate(formula, at);
}

export const isArea = (value: FormulaValue): value is Area => typeof value === 'object';
export const isError = (value: unknown): value is string =>
  typeof value === 'string' && /^#[A-Z/0]+[!?A]$/.test(value);
export const firstCell = ({ sheet, rect }: Area): Cell => sheet.cell(rect.r0, rect.c0);
/** What is read of the cells of an area, row by row. */
export function gridOf<T>({ sheet, rect }: Area, read: (cell: Cell) => T): T[][] {
  const lines: T[][] = Array.from({ length: rowsOf(rect) }, () => []);
  for (const [r, c] of sheet.placesIn(rect)) lines[r - rect.r0]?.push(read(sheet.cell(r, c)));
  return lines;
}
export const scalar = (value: FormulaValue): CellValue => (isArea(value) ? firstCell(value).value : value);

/** The values of a range, row by row, as far as the sheet is used. */
export function listed(value: FormulaValue): CellValue[] {
  const { sheet, rect } = area(value);
  const last = sheet.usedRect()?.r1 ?? 0;
  return sheet.placesIn({ ...rect, r1: Math.min(rect.r1, last) }).map(([r, c]) => sheet.cell(r, c).value);
}

export const isTrue = (value: FormulaValue): boolean => !isError(value) && Boolean(scalar(value));
const asText = (value: FormulaValue): string =>
  typeof scalar(value) === 'boolean' ? String(scalar(value)).toUpperCase() : String(scalar(value));
const asNumber = (value: FormulaValue): number => Number(scalar(value));

/** Text compared as Excel's MATCH and COUNTIF do: letter case apart, * and ? standing for any text. */
function like(wanted: FormulaValue): (value: CellValue) => boolean {
  const source = asText(wanted)
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/~?[*?]/g, (sign) => (sign.startsWith('~') ? `\\${sign.slice(1)}` : sign === '*' ? '.*' : '.'));
  const pattern = new RegExp(`^${source}$`, 'isu');
  return (value) => pattern.test(asText(value));
}

const FUNCTIONS: Readonly<Record<string, (args: readonly FormulaValue[], at: Area) => FormulaValue>> = {
  IF: ([test = false, then = true, other = false]) => (isTrue(test) ? then : other),
  ROW: (_, { rect }) => rect.r0 + 1,
  COLUMN: (_, { rect }) => rect.c0 + 1,
  LEFT: ([text = '', count = 1]) => asText(text).slice(0, asNumber(count)),
  INDEX: ([range = '', row = 1, column = 1]) => {
    const { sheet, rect } = area(range);
    const [r, c] = [asNumber(row), asNumber(column)];
    if (r < 1 || c < 1 || r > rowsOf(rect) || c > columnsOf(rect)) return '#REF!';
    return { sheet, rect: rectAt(rect.r0 + r - 1, rect.c0 + c - 1) };
  },
  MATCH: ([wanted = '', range = '', exact = 1]) => {
    if (asNumber(exact) !== 0) throw new NotModelled('MATCH without 0');
    const at = listed(range).findIndex(like(wanted));
    return at < 0 ? '#N/A' : at + 1;
  },
  COUNTIF: ([range = '', wanted = '']) => listed(range).filter(like(wanted)).length,
  OFFSET: ([from = '', rows = 0, columns = 0, height = 1, width = 1]) => {
    const { sheet, rect } = area(from);
    const [r, c] = [rect.r0 + asNumber(rows), rect.c0 + asNumber(columns)];
    const [h, w] = [asNumber(height), asNumber(width)];
    return h < 1 || w < 1 || r < 0 || c < 0 ? '#REF!' : { sheet, rect: rectAt(r, c, h, w) };
  },
};

function area(value: FormulaValue): Area {
  if (!isArea(value)) throw new NotModelled('a value where a range is meant');
  return value;
}

function operate(sign: string, left: FormulaValue, right: FormulaValue): FormulaValue {
  const [a, b] = [scalar(left), scalar(right)];
  const error = [a, b].find(isError);
  if (error !== undefined) return error;
  if (sign === '&') return asText(a) + asText(b);
  if (sign === '-') return asNumber(a) - asNumber(b);
  const same = asText(a).toLowerCase() === asText(b).toLowerCase();
  return same === (sign === '=');
}

/** The value of a formula where it stands, evaluated while it is read; an area for a range. */
export function evaluate(formula: string, at: Area, callAddin?: Call): FormulaValue {
  const { book } = at.sheet;
  let rest = formula.replace(/^=/, '').trimEnd();
  const take = (pattern: RegExp): string | undefined => {
    const [found] = pattern.exec(rest) ?? [];
    rest = rest.slice(found?.length ?? 0);
    return found?.trim();
  };
  const refuse = (): never => {
    throw new NotModelled(`formula ${formula}`);
  };
  const level = (n: number): FormulaValue => {
    const signs = LEVELS[n];
    if (signs === undefined) return primary();
    let left = level(n + 1);
    for (let sign = take(signs); sign !== undefined; sign = take(signs))
      left = operate(sign, left, level(n + 1));
    return left;
  };
  const primary = (): FormulaValue => {
    const text = take(TEXT);
    if (text !== undefined) return text.slice(1, -1).replace(/""/g, '"');
    const reference = take(REFERENCE);
    if (reference !== undefined) {
      const { sheet: name, local } = splitSheet(reference);
      const [sheet, rect] = [name === undefined ? at.sheet : book.find(name), parseA1(local)];
      return sheet === undefined || rect === undefined ? '#REF!' : { sheet, rect };
    }
    const number = take(NUMBER);
    if (number !== undefined) return Number(number);
    const word = take(WORD) ?? refuse();
    if (take(/^\(/) !== undefined) return call(word.toUpperCase());
    const name = book.names.get(word.toLowerCase());
    return name === undefined ? '#NAME?' : evaluate(name.formula, at);
  };
  const call = (name: string): FormulaValue => {
    const args: FormulaValue[] = [];
    for (let end = take(/^\s*\)/); end !== ')'; end = take(/^\s*[,)]/)) {
      if (args.length > 0 && end === undefined) refuse();
      args.push(level(0));
    }
    const error = name === 'IF' ? undefined : args.find(isError);
    if (error !== undefined) return error;
    const run = FUNCTIONS[name] ?? (name.includes('.') ? callAddin?.bind(undefined, name) : undefined);
    if (run === undefined) throw new NotModelled(`function ${name} here`);
    return run(args, at);
  };
  const value = level(0);
  return rest === '' ? value : refuse();
}
