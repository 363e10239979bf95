import { type Rect } from './a1';
import type { CellValue } from './cell-text';
import { type FormulaBook, type FormulaValue, evaluate, isReference, listed, scalar, truth } from './formula';
import { NotModelled } from './host-error';
import { type Validation, Sheet } from './sheet';

/** A validation's formula at one of its cells: relative references count from its first cell. */
function at(
  book: FormulaBook,
  sheet: Sheet,
  item: Validation,
  r: number,
  c: number,
  formula: string,
): FormulaValue {
  const [first = { r0: r, c0: c }] = item.rects as readonly [Rect?];
  return evaluate(formula, { book, sheet, r, c, rows: r - first.r0, columns: c - first.c0 });
}

function ruleOf(item: Validation): readonly [string, Readonly<Record<string, unknown>>] | undefined {
  const [entry] = Object.entries(item.rule ?? {});
  return entry === undefined ? undefined : [entry[0], entry[1] as Readonly<Record<string, unknown>>];
}

/** What the dropdown of a cell offers; undefined where it has none. A source that is an error offers nothing. */
export function dropdown(
  book: FormulaBook,
  sheet: Sheet,
  r: number,
  c: number,
): readonly string[] | undefined {
  const item = sheet.validationAt(r, c);
  const rule = item === undefined ? undefined : ruleOf(item);
  if (item === undefined || rule?.[0] !== 'list') return undefined;
  const source = String(rule[1].source);
  if (!source.startsWith('=')) return source.split(',').map((text) => text.trim());
  const value = at(book, sheet, item, r, c, source);
  return (isReference(value) ? listed(value) : []).map(String);
}

/** Whether Excel would let a user enter the value: formulas see it in the cell already (for lists assumed). */
export function isValid(book: FormulaBook, sheet: Sheet, r: number, c: number, value: CellValue): boolean {
  const [key, cell] = [Sheet.key(r, c), sheet.cell(r, c)];
  const held = sheet.cells.get(key);
  sheet.cells.set(key, { ...cell, value });
  try {
    return allows(book, sheet, r, c, value);
  } finally {
    if (held === undefined) sheet.cells.delete(key);
    else sheet.cells.set(key, held);
  }
}

function allows(book: FormulaBook, sheet: Sheet, r: number, c: number, value: CellValue): boolean {
  const item = sheet.validationAt(r, c);
  const rule = item === undefined ? undefined : ruleOf(item);
  if (item === undefined || rule === undefined || (value === '' && item.ignoreBlanks !== false)) return true;
  const [kind, { formula, formula1, formula2, operator }] = rule;
  if (kind === 'list') return (dropdown(book, sheet, r, c) ?? []).includes(String(value));
  if (kind === 'custom') return truth(at(book, sheet, item, r, c, String(formula)));
  if (kind !== 'textLength' && kind !== 'wholeNumber' && kind !== 'decimal')
    throw new NotModelled(`validation ${kind}`);
  const measured = kind === 'textLength' ? String(value).length : value;
  if (typeof measured !== 'number' || (kind === 'wholeNumber' && !Number.isInteger(measured))) return false;
  const [a, b] = [formula1, formula2].map((bound) =>
    typeof bound === 'number'
      ? bound
      : Number(scalar(at(book, sheet, item, r, c, typeof bound === 'string' ? bound : '0'))),
  ) as [number, number];
  const tests: Readonly<Record<string, boolean>> = {
    Between: measured >= a && measured <= b,
    NotBetween: measured < a || measured > b,
    EqualTo: measured === a,
    NotEqualTo: measured !== a,
    GreaterThan: measured > a,
    LessThan: measured < a,
    GreaterThanOrEqualTo: measured >= a,
    LessThanOrEqualTo: measured <= a,
  };
  const verdict = tests[String(operator)];
  if (verdict === undefined) throw new NotModelled(`validation operator ${String(operator)}`);
  return verdict;
}
