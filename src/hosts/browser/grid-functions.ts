import { BooleanNumber, type Injector } from '@univerjs/core';
import { type BaseFunction, FunctionType, IRegisterFunctionService } from '@univerjs/preset-sheets-core';
import type { FunctionErrors } from './function-errors';

/** A custom function as cells call it: its name with the namespace, and what its metadata says of it. */
export interface GridFunction {
  /** Such as KPY.ELIGIBLE. */
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    /** Whether it takes a range; one that does not gets the range's first cell. */
    readonly matrix: boolean;
    readonly optional: boolean;
  }[];
  /** A value, or rows of them; an error is an object with a `code` such as #N/A. */
  readonly work: (...parameters: readonly unknown[]) => unknown;
}

type Value = string | number | boolean | null;

/** What a cell can show of a result: the error's code in place of an error. */
function shown(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'object' && value !== null && 'code' in value) return String(value.code);
  return null;
}

const isMatrix = (value: unknown): value is readonly (readonly unknown[])[] =>
  Array.isArray(value) && value.every((row) => Array.isArray(row));

/** Empty cells come as '' or null, and mean the same to the functions. */
const given = (value: unknown): unknown => (value === '' ? null : value);

function parameter(value: unknown, matrix: boolean): unknown {
  if (isMatrix(value)) {
    const rows = value.map((row) => row.map(given));
    return matrix ? rows : (rows[0]?.[0] ?? null);
  }
  return matrix ? [[given(value)]] : given(value);
}

/** A function's answer to what the grid gives it: ranges as rows, single values as they are. */
function answer({ parameters, work }: GridFunction, values: readonly unknown[]): unknown {
  return work(
    ...parameters.map(({ matrix, optional }, at) =>
      at >= values.length && optional ? undefined : parameter(values[at], matrix),
    ),
  );
}

/** A result as cells show it. */
function inCells(result: unknown): Value | Value[][] {
  if (!isMatrix(result)) return shown(result);
  const rows = result.map((row) => row.map(shown));
  return rows.length === 1 && rows[0]?.length === 1 ? (rows[0][0] ?? null) : rows;
}

/** Where the grid says that a formula stands which it computes. */
type Computing = Pick<BaseFunction, 'subUnitId' | 'row' | 'column'>;

/** Makes the functions known to cells. Their cells are computed; all others keep their results. */
export function registerFunctions(
  injector: Injector,
  functions: readonly GridFunction[],
  errors: FunctionErrors,
): void {
  const service = injector.get(IRegisterFunctionService);
  for (const each of functions) {
    const { name, description, parameters } = each;
    service.registerFunction({
      name,
      // The grid calls it as a method of what knows the place.
      func: function (this: Computing, ...values: unknown[]) {
        const result = answer(each, values);
        errors.note({ sheet: this.subUnitId ?? '', row: this.row, column: this.column }, result);
        return inCells(result);
      },
      description: {
        functionName: name,
        functionType: FunctionType.User,
        description,
        abstract: description,
        functionParameter: parameters.map((one) => ({
          name: one.name,
          detail: one.description,
          example: '',
          require: one.optional ? BooleanNumber.FALSE : BooleanNumber.TRUE,
          repeat: BooleanNumber.FALSE,
        })),
      },
    });
  }
}
