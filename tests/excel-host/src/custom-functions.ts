import type { CellValue } from './cell';
import { type FormulaValue, gridOf, isArea, isError } from './formula';
import type { Host } from './host';
import { NotModelled } from './host-error';
import { type Wire, wireClass } from './wire/object';

/** A function of functions.json, the add-in's metadata. */
interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly parameters?: readonly unknown[];
  readonly options?: { readonly volatile?: boolean };
}
type FunctionResult = readonly [id: number, isDone: boolean, result: unknown, code: number];

/** `CustomFunctions.ErrorCode` of the library as cells show it. */
const ERRORS: Readonly<Record<number, string>> = { 1: '#N/A', 6: '#NUM!', 9: '#NAME?', 11: '#REF!' };

/** Calls the add-in's functions from cells: category 1 of the library's bridge, type 1000; results come back as
 * `SetInvocationArrayResults` (excel-win32-16.01.debug.js, class CustomFunctions). Cells that ask the same share a call. */
export class FunctionCalls {
  private readonly functions = new Map<string, FunctionMetadata>();
  private readonly results: { value: CellValue }[] = [];
  private readonly known = new Map<string, { value: CellValue }>();

  constructor(private readonly host: Host) {}

  readonly register = (namespace: string, { functions }: { functions: FunctionMetadata[] }): void => {
    for (const entry of functions) {
      const other = Object.keys(entry.options ?? {}).find((option) => option !== 'volatile');
      if (other !== undefined) throw new NotModelled(`option ${other} of a function`);
      this.functions.set(`${namespace}.${entry.name}`.toUpperCase(), entry);
    }
  };

  /** The last result for these arguments; `#BUSY!` and a call to the add-in where there is none, or a volatile one `anew`. */
  value(name: string, given: readonly FormulaValue[], anew: boolean): CellValue {
    const metadata = this.functions.get(name);
    if (metadata === undefined) return '#NAME?';
    const values: unknown[] = given.map(argument);
    // An error in an argument is the result (Microsoft, "Handle and return errors from your custom function").
    const error = values.flat(2).find(isError);
    if (error !== undefined) return error;
    // Omitted arguments are null, so that the invocation stays last (the library's `CustomFunctionsProxy`).
    while (values.length < (metadata.parameters?.length ?? 0)) values.push(null);
    const asked = JSON.stringify([name, values]);
    const last = this.known.get(asked);
    if (last !== undefined && !(anew && metadata.options?.volatile === true)) return last.value;
    const result = { value: '#BUSY!' };
    this.known.set(asked, result);
    const id = this.results.push(result);
    this.host.push(1, 1000, '', [id, metadata.id, values, undefined, 0]);
    return result.value;
  }

  /** A result is no step of the undo stack. Nothing, and more than one cell, which spills, are not modelled. */
  finish([id, isDone, given, code]: FunctionResult): void {
    const [value, second] = [given].flat(2) as readonly CellValue[];
    if (isDone && (typeof value === 'object' || second !== undefined)) throw new NotModelled('such a result');
    const result = this.results[id - 1];
    if (result !== undefined) result.value = (isDone ? value : ERRORS[code]) ?? '#VALUE!';
    this.host.calculate(false);
    this.host.journal.take();
  }
}

/** Desktop Excel passes an empty cell as 0, also to parameters of type any (office-js issues 4702, 5262). */
function argument(given: FormulaValue): unknown {
  if (!isArea(given)) return given;
  const grid = gridOf(given, ({ value, formula }) => (value === '' && formula === undefined ? 0 : value));
  return grid.length === 1 && grid[0]?.length === 1 ? grid[0][0] : grid;
}

const noted = (): void => undefined;
const CUSTOM_FUNCTIONS = wireClass<Host>('CustomFunctions', {
  _SetOsfControlContainerReadyForCustomFunctions: noted,
  _GetEnabledFeatures: () => [],
  SetInvocationArrayResults: ({ calls }, results: readonly FunctionResult[]) =>
    void results.forEach((result) => void calls.finish(result)),
});
/** What the library's runtime talks to beside the workbook: that the add-in is ready to run ribbon commands, and that its
 * page is to be shown (`Office.addin.showAsTaskpane`), which it is always, change nothing. */
export const SERVICES: Readonly<Record<string, Wire<Host>>> = {
  'Microsoft.ExcelServices.CustomFunctions': CUSTOM_FUNCTIONS,
  'Microsoft.ExcelServices.CustomFunctionsContainer': wireClass('CustomFunctionsContainer', {
    CustomFunctions: CUSTOM_FUNCTIONS,
  }),
  'Microsoft.InternalService.AddinInternalService': wireClass('AddinInternalService', {
    NotifyActionHandlerReady: noted,
  }),
  'Microsoft.AppRuntime.AppRuntimeService': wireClass('AppRuntimeService', { SetAppRuntimeState: noted }),
};
