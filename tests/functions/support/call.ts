import { associated } from '../../../src/functions/registry';
import '../../../src/functions/functions';

/** What a cell shows: a value, or an error with the message behind its flag. */
export type Shown = string | number | { readonly error: string; readonly message: string };

/** Excel adds its own object after the parameters, and null for each one that is left out. */
const INVOCATION = { functionName: 'KPY' };

/** Calls a function as Excel does: always all parameters, then the invocation. Only JSON comes out. */
export function call(id: string, ...parameters: readonly unknown[]): readonly (readonly Shown[])[] {
  const work = associated.get(id);
  if (work === undefined) throw new Error(`${id} is not associated.`);
  const all = Array.from({ length: work.length }, (_, i) => parameters[i] ?? null);
  const result = work(...all, INVOCATION);
  if (!Array.isArray(result)) throw new Error(`${id} gave no range.`);
  return result.map((row: unknown) => {
    if (!Array.isArray(row)) throw new Error(`${id} gave a row that is none.`);
    return row.map(shown);
  });
}

/** What stands in the cell itself. */
export const textOf = (shown: Shown | undefined): string =>
  typeof shown === 'object' ? shown.error : String(shown ?? '');

/** The one cell that a function without spill fills. */
export function cell(id: string, ...parameters: readonly unknown[]): Shown {
  const [row, ...others] = call(id, ...parameters);
  const [value, ...more] = row ?? [];
  if (value === undefined || others.length > 0 || more.length > 0)
    throw new Error(`${id} filled no one cell.`);
  return value;
}

/** A function over one cell: a literal or a reference arrives as a range of one. */
export const one = (id: string, value: unknown, ...parameters: readonly unknown[]): Shown =>
  cell(id, [[value]], ...parameters);

function shown(value: unknown): Shown {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (value instanceof CustomFunctions.Error) return { error: value.code, message: value.message ?? '' };
  throw new Error(`A cell cannot show ${JSON.stringify(value)}.`);
}

export const na = (message: string): Shown => ({ error: '#N/A', message });
export const bad = (message: string): Shown => ({ error: '#VALUE!', message });
