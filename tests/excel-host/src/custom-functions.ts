import type { CellValue } from './cell';
import { type FormulaValue, type Place, isArea, isError } from './formula';
import type { Host } from './host';
import { NotModelled } from './host-error';
import { Sheet } from './sheet';
import { type WireObject, nothing, wireClass } from './wire/object';

/** A function of functions.json, the add-in's metadata. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly parameters?: readonly unknown[];
  readonly options?: { readonly volatile?: boolean };
}

type FunctionResult = readonly [id: number, isDone: boolean, result: unknown, code: number];

/** `CustomFunctions.ErrorCode` of the library as cells show it. */
const ERRORS: Readonly<Record<number, string>> = { 1: '#N/A', 6: '#NUM!', 9: '#NAME?', 11: '#REF!' };

/** Calls the add-in's functions from cells: category 1 of the library's bridge, type 1000; results come back as
 * `SetInvocationArrayResults` (excel-win32-16.01.debug.js, class CustomFunctions). */
export class FunctionCalls {
  private readonly functions = new Map<string, FunctionMetadata>();
  private next = 1;

  constructor(private readonly host: Host) {}

  register(namespace: string, metadata: readonly FunctionMetadata[]): void {
    for (const entry of metadata) {
      const other = Object.keys(entry.options ?? {}).find((option) => option !== 'volatile');
      if (other !== undefined) throw new NotModelled(`option ${other} of a function`);
      this.functions.set(`${namespace}.${entry.name}`.toUpperCase(), entry);
    }
  }

  /** The last result for these arguments, or `#BUSY!` and a call to the add-in; also where the function is volatile and
   * asked `anew`. */
  value({ sheet, r, c }: Place, name: string, given: readonly FormulaValue[], anew: boolean): CellValue {
    const metadata = this.functions.get(name);
    if (metadata === undefined) return '#NAME?';
    const values: unknown[] = given.map(argument);
    // An error in an argument is the result (Microsoft, "Handle and return errors from your custom function").
    const error = values.flat(2).find(isError);
    if (error !== undefined) return error;
    // Omitted arguments are null, so that the invocation stays last (the library's `CustomFunctionsProxy`).
    while (values.length < (metadata.parameters?.length ?? 0)) values.push(null);
    const args = JSON.stringify([name, values]);
    const last = sheet.cell(r, c).call;
    if (last?.args === args && !(anew && metadata.options?.volatile === true)) return last.value;
    const call = { id: this.next++, args, value: '#BUSY!' };
    sheet.setCell(r, c, { call });
    this.host.push(1, 1000, '', [call.id, metadata.id, values, undefined, 0]);
    return call.value;
  }

  /** A result goes to where its cell is by then. It is no step of the undo stack, and what reads it is calculated after it.
   * Results of more than one cell, which spill, are not modelled. */
  finish([id, isDone, result, code]: FunctionResult): void {
    const [given, second] = [result].flat(2) as readonly unknown[];
    if (second !== undefined) throw new NotModelled('a result of more than one cell');
    const value = isDone ? cellValue(given) : (ERRORS[code] ?? '#VALUE!');
    for (const sheet of this.host.sheets)
      for (const [r, c] of [...sheet.formulas.keys()].map(Sheet.place)) {
        const { call } = sheet.cell(r, c);
        if (call?.id === id) sheet.setCell(r, c, { call: { ...call, value } });
      }
    this.host.calculate(false);
    this.host.journal.take();
  }
}

/** null becomes 0 (office-js issue 1503). */
const cellValue = (item: unknown): CellValue => {
  if (typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean') return item;
  return item === null || item === undefined ? 0 : '#VALUE!';
};

/** Desktop Excel passes an empty cell as 0, also to parameters of type any (office-js issues 4702, 5262). */
function argument(given: FormulaValue): unknown {
  if (!isArea(given)) return given;
  const grid = given.sheet.grid(given.rect, ({ value, formula }) =>
    value === '' && formula === undefined ? 0 : value,
  );
  return grid.length === 1 && grid[0]?.length === 1 ? grid[0][0] : grid;
}

const CUSTOM_FUNCTIONS = wireClass<Host>('CustomFunctions', {
  _SetOsfControlContainerReadyForCustomFunctions: nothing,
  _GetEnabledFeatures: () => [],
  SetInvocationArrayResults: ({ calls }, results: readonly FunctionResult[]) => {
    for (const result of results) calls.finish(result);
  },
});

/** What the library's runtime talks to beside the workbook: that the add-in is ready to run ribbon commands, and that its
 * page is to be shown (`Office.addin.showAsTaskpane`), which it is always, change nothing. */
export const SERVICES: Readonly<Record<string, (host: Host) => WireObject>> = {
  'Microsoft.ExcelServices.CustomFunctions': CUSTOM_FUNCTIONS,
  'Microsoft.ExcelServices.CustomFunctionsContainer': wireClass('CustomFunctionsContainer', {
    CustomFunctions: CUSTOM_FUNCTIONS,
  }),
  'Microsoft.InternalService.AddinInternalService': wireClass('AddinInternalService', {
    NotifyActionHandlerReady: nothing,
  }),
  'Microsoft.AppRuntime.AppRuntimeService': wireClass('AppRuntimeService', { SetAppRuntimeState: nothing }),
};
