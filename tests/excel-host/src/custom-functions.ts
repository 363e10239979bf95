import { type Rect, cellRect, columnsOf, formatA1, quoteSheet, rowsOf, sameRect } from './a1';
import type { CellValue } from './cell-text';
import { type Reference, FormulaError, evaluate, isReference, scalar, splitArguments } from './formula';
import type { Sheet } from './sheet';
import { type WireClass, type WireObject, asList, nothing, wire } from './wire/object';
import type { Workbook } from './workbook';

/** A function of functions.json, the add-in's metadata. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly parameters?: readonly { readonly type?: string }[];
  readonly options?: { readonly requiresAddress?: boolean; readonly volatile?: boolean };
}
export type Push = (category: number, type: number, target: string, message: unknown) => void;
interface Call {
  readonly sheet: Sheet;
  /** The cell of the formula: it moves where rows are inserted above while the add-in works. */
  readonly rect: Rect;
  readonly done: () => void;
}

/** `CustomFunctions.ErrorCode` of the library as cells show it. */
const ERRORS: Readonly<Record<number, string>> = {
  1: '#N/A',
  5: '#DIV/0!',
  6: '#NUM!',
  8: '#NULL!',
  9: '#NAME?',
  11: '#REF!',
};

/** Calls the add-in's functions from cells: category 1 of the library's bridge, type 1000 a call, 1001 a cancellation;
 * results come back as `SetInvocationArrayResults` (excel-win32-16.01.debug.js, class CustomFunctions). */
export class FunctionCalls {
  private readonly functions = new Map<string, FunctionMetadata>();
  private readonly calls = new Map<number, Call>();
  /** The areas that results fill, the formula's cell first. */
  private spills: readonly Reference[] = [];
  private readonly waiting: Promise<void>[] = [];
  private next = 1;

  constructor(
    private readonly book: Workbook,
    private readonly push: Push,
  ) {}

  register(namespace: string, metadata: readonly FunctionMetadata[]): void {
    for (const entry of metadata) this.functions.set(`${namespace}.${entry.name}`.toUpperCase(), entry);
  }

  isVolatile(formula: string): boolean {
    return this.match(formula)?.metadata?.options?.volatile === true;
  }

  private match(
    formula: string,
  ): { readonly metadata: FunctionMetadata | undefined; readonly args: string } | undefined {
    const [, name = '', args = ''] =
      /^=\s*([\p{L}_][\p{L}\p{N}_]*\.[\p{L}\p{N}_.]+)\((.*)\)\s*$/su.exec(formula) ?? [];
    return name === '' ? undefined : { metadata: this.functions.get(name.toUpperCase()), args };
  }

  /** Calculates a cell: at once, or by a call to the add-in, `#BUSY!` meanwhile. */
  calculate(sheet: Sheet, r: number, c: number, formula: string): void {
    const call = this.match(formula);
    if (call?.metadata !== undefined) {
      this.call(sheet, r, c, formula, call.metadata, call.args);
      return;
    }
    const value = call === undefined ? scalar(evaluate(formula, { book: this.book, sheet, r, c })) : '#NAME?';
    sheet.setCell(r, c, value instanceof FormulaError ? value.code : value, formula);
  }

  private call(
    sheet: Sheet,
    r: number,
    c: number,
    formula: string,
    metadata: FunctionMetadata,
    args: string,
  ): void {
    const { id, parameters = [], options } = metadata;
    const values = splitArguments(args).map((text, n) =>
      this.argument(text, sheet, r, c, parameters[n]?.type),
    );
    const error = values.find((value) => value instanceof FormulaError);
    // An error in an argument is the result (Microsoft, "Handle and return errors from your custom function").
    sheet.setCell(r, c, error instanceof FormulaError ? error.code : '#BUSY!', formula);
    if (error !== undefined) return;
    // Omitted arguments are null, so that the invocation stays last (the library's `CustomFunctionsProxy`).
    while (values.length < parameters.length) values.push(null);
    for (const [key, other] of this.calls)
      if (other.sheet === sheet && sameRect(other.rect, cellRect(r, c))) this.cancel(key, other);
    const invocation = this.next++;
    const rect = cellRect(r, c);
    this.waiting.push(new Promise((done) => this.calls.set(invocation, { sheet, rect, done })));
    const at =
      options?.requiresAddress === true ? `${quoteSheet(sheet.name)}!${formatA1(cellRect(r, c))}` : undefined;
    this.push(1, 1000, '', [invocation, id, values, at, 0]);
  }

  /** Desktop Excel passes an empty cell as 0, also to parameters of type any (office-js issues 4702, 5262); to those of
   * type string as "" (assumed). */
  private argument(text: string, home: Sheet, r: number, c: number, type: string | undefined): unknown {
    if (text.trim() === '') return null;
    const found = evaluate(`=${text}`, { book: this.book, sheet: home, r, c });
    if (!isReference(found)) return found;
    const { sheet, rect } = found;
    const plain = (row: number, column: number): unknown => {
      const { value, formula } = sheet.cell(row, column);
      return type === 'string' ? String(value) : value === '' && formula === undefined ? 0 : value;
    };
    const values = sheet
      .placesIn(rect)
      .map(([row, column]) => scalar({ sheet, rect: cellRect(row, column) }));
    const error = values.find((value) => value instanceof FormulaError);
    if (error !== undefined) return error;
    const line = (i: number): unknown[] =>
      Array.from({ length: columnsOf(rect) }, (_, j) => plain(rect.r0 + i, rect.c0 + j));
    const grid = Array.from({ length: rowsOf(rect) }, (_, i) => line(i));
    return isCell(rect) ? grid[0]?.[0] : grid;
  }

  private cancel(invocation: number, { done }: Call): void {
    this.calls.delete(invocation);
    this.push(1, 1001, '', { invocationId: invocation });
    done();
  }

  /** Calls under way and spilled areas follow inserted and deleted cells. */
  follow(sheet: Sheet, change: (rect: Rect) => readonly Rect[]): void {
    for (const [invocation, call] of this.calls) {
      if (call.sheet !== sheet) continue;
      const [rect] = change(call.rect);
      if (rect === undefined) this.cancel(invocation, call);
      else this.calls.set(invocation, { ...call, rect });
    }
    this.spills = this.spills.flatMap((spill) =>
      spill.sheet === sheet ? change(spill.rect).map((rect) => ({ sheet, rect })) : [spill],
    );
  }

  /** Empties what the formula of a cell has spilled, but for cells that hold a formula by now. */
  private unspill(sheet: Sheet, r: number, c: number): void {
    const isOf = (spill: Reference): boolean =>
      spill.sheet === sheet && spill.rect.r0 === r && spill.rect.c0 === c;
    for (const { rect } of this.spills.filter(isOf))
      for (const [row, column] of sheet.placesIn(rect))
        if (sheet.cell(row, column).formula === undefined) sheet.setCell(row, column, '');
    this.spills = this.spills.filter((spill) => !isOf(spill));
  }

  /** A result spills where the cells beside are empty, else it is `#SPILL!`. It is no step of the undo stack, and what
   * reads it is calculated after it. */
  finish(id: number, ok: boolean, value: unknown, code: unknown): void {
    const call = this.calls.get(id);
    if (call === undefined) return;
    this.calls.delete(id);
    const { sheet, done } = call;
    const { r0: r, c0: c } = call.rect;
    const { formula } = sheet.cell(r, c);
    const lines = Array.isArray(value)
      ? value.map((line) => (Array.isArray(line) ? asList(line) : [line]))
      : [[value]];
    const places = lines.flatMap((line, i) => line.map((item, j) => [r + i, c + j, item] as const));
    const isOwn = (row: number, column: number): boolean => row === r && column === c;
    this.unspill(sheet, r, c);
    const blocked = places.some(
      ([row, column]) => !isOwn(row, column) && sheet.cell(row, column).value !== '',
    );
    const rect = { r0: r, c0: c, r1: r + lines.length - 1, c1: c + (lines[0]?.length ?? 1) - 1 };
    if (!ok || blocked) sheet.setCell(r, c, ok ? '#SPILL!' : (ERRORS[Number(code)] ?? '#VALUE!'), formula);
    else {
      for (const [row, column, item] of places)
        sheet.setCell(row, column, cellValue(item), isOwn(row, column) ? formula : undefined);
      if (places.length > 1) this.spills = [...this.spills, { sheet, rect }];
    }
    this.book.onResult({ sheet, rect });
    this.book.journal.take();
    done();
  }

  async calculated(): Promise<void> {
    for (let call = this.waiting.pop(); call !== undefined; call = this.waiting.pop()) await call;
  }
}

const isCell = (rect: Rect): boolean => rowsOf(rect) === 1 && columnsOf(rect) === 1;
/** null becomes 0 (office-js issue 1503). */
const cellValue = (item: unknown): CellValue => {
  if (typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean') return item;
  return item === null || item === undefined ? 0 : '#VALUE!';
};

const CUSTOM_FUNCTIONS: WireClass<FunctionCalls> = {
  type: 'CustomFunctions',
  parts: { CustomFunctions: (calls) => wire(CUSTOM_FUNCTIONS, calls) },
  call: {
    _SetOsfControlContainerReadyForCustomFunctions: nothing,
    _GetEnabledFeatures: () => [],
    SetInvocationArrayResults: (calls, args) => {
      for (const [id, ok, value, code] of asList(args.at(0)).map(asList))
        calls.finish(Number(id), ok === true, value, code);
    },
  },
};
/** Told when the add-in is ready to run ribbon commands. */
const ADDIN_INTERNAL: WireClass<undefined> = {
  type: 'AddinInternalService',
  call: { NotifyActionHandlerReady: nothing },
};

/** `Office.addin.showAsTaskpane` and `hide`: the page is always there, so that nothing changes. */
const APP_RUNTIME: WireClass<undefined> = {
  type: 'AppRuntimeService',
  call: { SetAppRuntimeState: nothing },
};

/** What the library's runtime talks to beside the workbook. */
export const services = (calls: FunctionCalls): ReadonlyMap<string, WireObject> =>
  new Map([
    ['Microsoft.ExcelServices.CustomFunctionsContainer', wire(CUSTOM_FUNCTIONS, calls)],
    ['Microsoft.ExcelServices.CustomFunctions', wire(CUSTOM_FUNCTIONS, calls)],
    ['Microsoft.InternalService.AddinInternalService', wire(ADDIN_INTERNAL, undefined)],
    ['Microsoft.AppRuntime.AppRuntimeService', wire(APP_RUNTIME, undefined)],
  ]);
