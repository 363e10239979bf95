import { type Rect, formatA1, isEntireRows, parseA1, rectAt, rowsOf, shifted, splitSheet } from './a1';
import { entered } from './cell';
import { type Area, references } from './formula';
import { HostError, NotModelled } from './host-error';
import { Journal } from './journal';
import { type Visibility, Sheet } from './sheet';

/** The events of `workbook.worksheets`, by what the library calls their registration, with its `eventType` for them
 * (`GenericEventHandlers` in excel-win32-16.01.debug.js). Nobody sorts here. */
export const EVENTS = {
  DataChangedEvent: 10,
  ActivatedEvent: 11,
  AddedEvent: 13,
  SelectionChangedEvent: 14,
  DeletedEvent: 15,
  CalculatedEvent: 16,
  FormatChangedEvent: 18,
  RowSortedEvent: 19,
  RowHiddenChangedEvent: 22,
  ProtectionChangedEvent: 24,
  EventNameChanged: 25,
  EventVisibilityChanged: 26,
} as const;
export type EventName = keyof typeof EVENTS;

export type Name = Readonly<{ name: string; formula: string; visible: boolean }>;
/** An area, or its address: `A1`, `A1:B2`, `A:A`, `2:3`, also with a sheet, else on the active one. */
export type Where = Area | string;
type ChangeType = 'RangeEdited' | 'RowInserted' | 'RowDeleted';

/** The simulated workbook and its undo stack: its actions are the user's, or the add-in's within a request. What Excel
 * itself refuses throws a HostError. */
export abstract class Workbook {
  readonly journal = new Journal();
  sheets: readonly Sheet[];
  readonly names = new Map<string, Name>();
  readonly settings = new Map<string, unknown>();
  structureProtected = false;
  active: Sheet;
  selection: Rect = rectAt(0, 0);
  isEditing = false;
  /** A chart that is a sheet of its own is in front: it is none of the worksheets. */
  isOnChart = false;
  /** What the page layout depends on. */
  printer: 'any' | 'no A3' | 'none' = 'any';
  private readonly undoSteps: (() => void)[][] = [];
  /** How many changes of cells have been told. */
  private changes = 0;
  private actor: 'user' | 'addin' | undefined;
  /** False where Excel cannot take back what is under way. */
  undoable = true;
  private nextId = 1;

  /** `undoModel`: what an add-in's write does to the undo stack. */
  constructor(
    private readonly undoModel: 'clears' | 'step',
    [first = 'Sheet1', ...others]: readonly string[],
  ) {
    this.active = new Sheet(this, first);
    this.sheets = [this.active, ...others.map((name) => new Sheet(this, name))];
  }

  abstract raise(event: EventName, sheet: Sheet, args?: object): void;
  protected abstract calculate(): void;

  readonly id = (): string => `{00000000-0001-0000-${String(this.nextId++).padStart(4, '0')}-000000000000}`;
  readonly find = (key: string): Sheet | undefined =>
    this.sheets.find(({ id, name }) => id === key || name.toLowerCase() === key.toLowerCase());

  sheet(key: Sheet | string): Sheet {
    const sheet = typeof key === 'string' ? this.find(key) : key;
    if (sheet === undefined) throw new HostError('ItemNotFound');
    return sheet;
  }

  at(where: Where, home = this.active): Area {
    if (typeof where !== 'string') return where;
    const { sheet, local } = splitSheet(where);
    const rect = parseA1(local);
    if (rect === undefined) throw new HostError('InvalidArgument', `not an address: ${where}`);
    return { sheet: sheet === undefined ? home : this.sheet(sheet), rect };
  }

  /** Runs one user action or add-in request, actions within it included: one step of the undo stack where it changed
   * anything. Before ExcelApi 1.20 a write of an add-in clears the stack (Microsoft, "Undo support with the Excel
   * JavaScript API" names 1.20 as what preserves it); since, each request is a step (assumed: one request, one step),
   * unless it calls a member of that page's table of unsupported ones. */
  act<T>(action: () => T, actor: 'user' | 'addin' = 'user'): T {
    if (this.actor !== undefined) return action();
    if (actor === 'user' && this.isEditing) throw new Error('a cell is open for editing');
    this.actor = actor;
    this.undoable = actor === 'user' || this.undoModel === 'step';
    const { changes } = this;
    try {
      return action();
    } finally {
      if (this.changes > changes) this.calculate();
      const step = this.journal.take();
      if (step.length > 0 && this.undoable) this.undoSteps.push(step);
      else if (step.length > 0) this.undoSteps.length = 0;
      this.actor = undefined;
    }
  }

  /** Makes an action on an area of an unprotected sheet. */
  protected onArea<A extends unknown[]>(work: (sheet: Sheet, rect: Rect, ...args: A) => void) {
    return (where: Where, ...args: A): void => {
      const { sheet, rect } = this.at(where);
      this.act(() => {
        sheet.assertUnprotected();
        work(sheet, rect, ...args);
      });
    };
  }

  /** Ctrl+Z: false where there is nothing to take back. Its events are the user's (assumed). */
  undo(): boolean {
    const step = this.undoSteps.pop();
    if (step === undefined) return false;
    for (const takeBack of step) takeBack();
    if (!this.sheets.includes(this.active)) this.active = this.sheets[0] ?? this.active;
    this.calculate();
    this.journal.take();
    return true;
  }

  /** Tells of changed cells: `triggerSource` since ExcelApi 1.14. What takes the change back tells the opposite. */
  protected changed(sheet: Sheet, rect: Rect, changeType: ChangeType = 'RangeEdited'): void {
    const opposite = changeType === 'RowInserted' ? 'RowDeleted' : 'RowInserted';
    const back = changeType === 'RangeEdited' ? changeType : opposite;
    this.journal.add(() => void this.changed(sheet, rect, back));
    this.changes++;
    const triggerSource = this.actor === 'addin' ? 'ThisLocalAddin' : 'Unknown';
    const address = formatA1(rect);
    this.raise('DataChangedEvent', sheet, { changeType, source: 'Local', address, triggerSource });
  }

  /** Sets values or formulas and tells of one change. null leaves a cell as it is (Microsoft, "Set and get range values");
   * the covered cells of a merged area hold nothing (assumed). */
  readonly write = this.onArea((sheet, rect, lines: readonly (readonly unknown[])[]) => {
    sheet.setCells(rect, (cell, i, j) => {
      const given = lines[i]?.[j];
      return given === null || sheet.isCovered(rect.r0 + i, rect.c0 + j) ? {} : entered(given, cell);
    });
    this.changed(sheet, rect);
  });

  /** Empties cells: by the Delete key of their contents alone. */
  readonly clear = this.onArea((sheet, rect, what: 'All' | 'Contents' = 'Contents') => {
    const rest = what === 'All' ? { format: {}, validation: undefined } : {};
    sheet.setCells(rect, () => ({ value: '', formula: undefined, ...rest }), true);
    if (what === 'All') sheet.clearConditionalFormats(rect);
    this.changed(sheet, rect);
  });

  /** `insert('5:6')`: whole rows. */
  readonly insert = this.onArea((sheet, rect) => void this.shift(sheet, rect, 'RowInserted', rowsOf(rect)));
  readonly delete = this.onArea((sheet, rect) => void this.shift(sheet, rect, 'RowDeleted', -rowsOf(rect)));

  private shift(sheet: Sheet, rect: Rect, type: ChangeType, count: number): void {
    if (!isEntireRows(rect)) throw new NotModelled('inserting or deleting anything but whole rows');
    const moves = (named: Rect): boolean =>
      shifted(named, rect.r0, count).map(formatA1).join() !== formatA1(named);
    this.assertUnnamed(sheet, (named) => named === undefined || moves(named));
    sheet.shift(rect.r0, count);
    this.changed(sheet, rect, type);
  }

  /** Formulas do not follow here what moves, gets another name or is deleted: none may name it. */
  private assertUnnamed(changed: Sheet, moves: (rect: Rect | undefined) => boolean = () => true): void {
    const assert = (formula: string, home?: Sheet): void => {
      for (const { sheet = home?.name, local } of references(formula))
        if (sheet?.toLowerCase() === changed.name.toLowerCase() && moves(parseA1(local)))
          throw new NotModelled(`what becomes of the formula ${formula}`);
    };
    for (const { formula } of this.names.values()) assert(formula);
    for (const sheet of this.sheets) {
      for (const formula of sheet.formulas.values()) assert(formula, sheet);
      for (const { formula } of sheet.conditionalFormats) assert(formula, sheet);
    }
  }

  readonly hideRows = this.onArea((sheet, { r0, r1 }, hidden = true) => {
    for (let r = r0; r <= r1; r++) this.journal.put(sheet.hiddenRows, r, hidden ? true : undefined);
    const changeType = hidden ? 'Hidden' : 'Unhidden';
    this.raise('RowHiddenChangedEvent', sheet, { address: `${r0 + 1}:${r1 + 1}`, changeType });
  });

  private onStructure<A extends unknown[], T>(change: (...args: A) => T) {
    return (...args: A): T =>
      this.act(() => {
        if (this.structureProtected) throw new HostError('AccessDenied'); // assumed: the code of a protected structure
        return change(...args);
      });
  }

  private assertSheetName(name: string): void {
    if (name === '' || name.length > 31 || /[\\/?*[\]:]|^'|'$/.test(name))
      throw new HostError('InvalidArgument');
    if (this.find(name) !== undefined) throw new HostError('ItemAlreadyExists');
  }

  /** Leaves a sheet for a visible one beside it, which there must be, and does what hides or deletes it. */
  private leave(sheet: Sheet, action: () => void): void {
    const other = this.sheets.find((each) => each !== sheet && each.visibility === 'Visible');
    if (other === undefined) throw new HostError('InvalidOperation');
    action();
    if (this.active === sheet) this.activate(other);
  }

  private place(sheet: Sheet, at: number): Sheet {
    this.journal.assign(this, 'sheets', [...this.sheets.slice(0, at), sheet, ...this.sheets.slice(at)]);
    this.raise('AddedEvent', sheet);
    return sheet;
  }

  readonly addSheet = this.onStructure((name: string) => {
    this.assertSheetName(name);
    return this.place(new Sheet(this, name), this.sheets.length);
  });

  /** Microsoft, Worksheet.delete: a very hidden sheet, or the last visible one, cannot be deleted. Nor does a deleted one
   * come back: Excel has no undo for it. */
  readonly deleteSheet = this.onStructure((key: Sheet | string) => {
    const sheet = this.sheet(key);
    if (sheet.visibility === 'VeryHidden') throw new HostError('InvalidOperation');
    this.leave(sheet, () => {
      this.undoable = false;
      const others = this.sheets.filter((other) => other !== sheet);
      this.journal.assign(this, 'sheets', others);
      this.assertUnnamed(sheet);
    });
    this.raise('DeletedEvent', sheet);
  });

  readonly hideSheet = this.onStructure((key: Sheet | string, visibility: Visibility = 'Hidden') => {
    const sheet = this.sheet(key);
    this.leave(sheet, () => void sheet.set('visibility', visibility, 'EventVisibilityChanged'));
  });

  readonly renameSheet = this.onStructure((key: string, name: string) => {
    this.assertSheetName(name);
    this.assertUnnamed(this.sheet(key));
    this.sheet(key).set('name', name, 'EventNameChanged');
  });

  /** A copy beside the sheet, conditional formats and validations included: `Sheet1 (2)`. */
  readonly duplicateSheet = this.onStructure((key: string) => {
    const sheet = this.sheet(key);
    const name = `${sheet.name} (2)`;
    this.assertSheetName(name);
    return this.place(sheet.copy(name), this.sheets.indexOf(sheet) + 1);
  });

  activate(key: Sheet | string): void {
    const sheet = this.sheet(key);
    if (sheet.visibility !== 'Visible') throw new HostError('InvalidOperation');
    if (this.active === sheet && !this.isOnChart) return;
    this.isOnChart = false;
    this.active = sheet;
    this.selection = rectAt(0, 0);
    this.raise('ActivatedEvent', sheet);
  }

  select(where: Where): void {
    const { sheet, rect } = this.at(where);
    this.activate(sheet);
    const address = formatA1(rect);
    if (address === formatA1(this.selection)) return;
    this.selection = rect;
    this.raise('SelectionChangedEvent', sheet, { address });
  }

  addName(name: string, formula: string): void {
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || parseA1(name) !== undefined || name.length > 255)
      throw new HostError('InvalidArgument');
    if (this.names.has(name.toLowerCase())) throw new HostError('ItemAlreadyExists');
    this.journal.put(this.names, name.toLowerCase(), { name, formula, visible: true });
  }
}
