import {
  type Rect,
  WHOLE_SHEET,
  formatA1,
  isEntireRows,
  parseA1,
  rectAt,
  rowsOf,
  shifted,
  splitSheet,
} from './a1';
import { type Cell, entered } from './cell';
import { type Area, type Place, references } from './formula';
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
/** Kinds of change, and what taking one back is. */
const OPPOSITE = {
  RangeEdited: 'RangeEdited',
  RowInserted: 'RowDeleted',
  RowDeleted: 'RowInserted',
} as const;
type ChangeType = keyof typeof OPPOSITE;

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
  private readonly undoSteps: (() => void)[][] = [];
  /** How many changes of cells have been told. */
  private changes = 0;
  private actor: 'user' | 'addin' | undefined;
  /** False where what is under way is something that Excel cannot take back. */
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

  protected abstract raise(event: EventName, sheet: Sheet, args?: Readonly<Record<string, unknown>>): void;
  protected abstract calculate(): void;

  id(): string {
    return `{00000000-0001-0000-${String(this.nextId++).padStart(4, '0')}-000000000000}`;
  }

  find(key: string): Sheet | undefined {
    return this.sheets.find(({ id, name }) => id === key || name.toLowerCase() === key.toLowerCase());
  }

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

  /** The first cell of an area, for formulas. */
  protected cellAt(where: Where): Place & { readonly cell: Cell } {
    const { sheet, rect } = this.at(where);
    return { sheet, r: rect.r0, c: rect.c0, cell: sheet.cell(rect.r0, rect.c0) };
  }

  // Transactions and undo

  /** Runs one user action or add-in request, actions within it included: one step of the undo stack where it changed
   * anything. */
  act<T>(action: () => T, actor: 'user' | 'addin' = 'user'): T {
    if (this.actor !== undefined) return action();
    if (actor === 'user' && this.isEditing) throw new Error('a cell is open for editing');
    this.actor = actor;
    this.undoable = true;
    const { changes } = this;
    try {
      return action();
    } finally {
      if (this.changes > changes) this.calculate();
      this.remember(this.journal.take());
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

  /**
   * Before ExcelApi 1.20 a write of an add-in clears the stack (Microsoft, "Undo support with the Excel JavaScript API"
   * names 1.20 as what preserves it); since, each request is a step (assumed: one request, one step), unless it calls a
   * member of that page's table of unsupported ones.
   */
  private remember(step: (() => void)[]): void {
    if (step.length === 0) return;
    if (!this.undoable || (this.actor === 'addin' && this.undoModel === 'clears')) this.undoSteps.length = 0;
    else this.undoSteps.push(step);
  }

  /** Ctrl+Z: false where there is nothing to take back. Its events are the user's (assumed). */
  undo(): boolean {
    const step = this.undoSteps.pop();
    if (step === undefined) return false;
    for (const inverse of step) inverse();
    if (!this.sheets.includes(this.active)) this.active = this.sheets[0] ?? this.active;
    this.calculate();
    this.journal.take();
    return true;
  }

  /** Tells of changed cells, and tells the opposite where the change is taken back: `triggerSource` since ExcelApi 1.14. */
  protected changed(sheet: Sheet, rect: Rect, changeType: ChangeType = 'RangeEdited'): void {
    this.changes++;
    this.journal.add(() => void this.changed(sheet, rect, OPPOSITE[changeType]));
    const triggerSource = this.actor === 'addin' ? 'ThisLocalAddin' : 'Unknown';
    const address = formatA1(rect);
    this.raise('DataChangedEvent', sheet, { changeType, source: 'Local', address, triggerSource });
  }

  // Cells

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
    this.assertUnnamed(sheet, (named) => {
      const next = shifted(named, rect.r0, count);
      return next === undefined || formatA1(next) !== formatA1(named);
    });
    sheet.shift(rect.r0, count);
    this.changed(sheet, rect, type);
  }

  /** Formulas do not follow here what moves, gets another name or is deleted: none may name it. */
  private assertUnnamed(changed: Sheet, moves: (rect: Rect) => boolean = () => true): void {
    const formulas = [...this.names.values()].map(({ formula }) => ({ formula, home: '' }));
    for (const { name: home, formulas: ofCells, conditionalFormats } of this.sheets)
      for (const formula of [...ofCells.values(), ...conditionalFormats.map((item) => item.formula)])
        formulas.push({ formula, home });
    for (const { formula, home } of formulas)
      for (const { sheet = home, local } of references(formula))
        if (sheet.toLowerCase() === changed.name.toLowerCase() && moves(parseA1(local) ?? WHOLE_SHEET))
          throw new NotModelled(`what becomes of the formula ${formula}`);
  }

  readonly hideRows = this.onArea((sheet, { r0, r1 }, hidden = true) => {
    for (let r = r0; r <= r1; r++) this.journal.put(sheet.hiddenRows, r, hidden ? true : undefined);
    const changeType = hidden ? 'Hidden' : 'Unhidden';
    this.raise('RowHiddenChangedEvent', sheet, { address: `${r0 + 1}:${r1 + 1}`, changeType });
  });

  // Sheets

  /** Makes a change of the workbook's structure, with the event that tells of it. */
  private restructuring<A extends unknown[]>(event: EventName, change: (...args: A) => Sheet) {
    return (...args: A): Sheet =>
      this.act(() => {
        if (this.structureProtected) throw new HostError('AccessDenied'); // assumed: the code of a protected structure
        const sheet = change(...args);
        this.raise(event, sheet);
        return sheet;
      });
  }

  private assertSheetName(name: string): void {
    if (name === '' || name.length > 31 || /[\\/?*[\]:]|^'|'$/.test(name))
      throw new HostError('InvalidArgument');
    if (this.find(name) !== undefined) throw new HostError('ItemAlreadyExists');
  }

  /** Leaves a sheet for a visible one beside it, which there must be, and does what hides or deletes it. */
  private leave(sheet: Sheet, action: () => void): Sheet {
    const other = this.sheets.find((each) => each !== sheet && each.visibility === 'Visible');
    if (other === undefined) throw new HostError('InvalidOperation');
    action();
    if (this.active === sheet) this.activate(other);
    return sheet;
  }

  readonly addSheet = this.restructuring('AddedEvent', (name: string) => {
    this.assertSheetName(name);
    const sheet = new Sheet(this, name);
    this.journal.assign(this, 'sheets', [...this.sheets, sheet]);
    return sheet;
  });

  /** Microsoft, Worksheet.delete: a very hidden sheet, or the last visible one, cannot be deleted. Nor does a deleted one
   * come back: Excel has no undo for it. */
  readonly deleteSheet = this.restructuring('DeletedEvent', (key: Sheet | string) => {
    const sheet = this.sheet(key);
    if (sheet.visibility === 'VeryHidden') throw new HostError('InvalidOperation');
    return this.leave(sheet, () => {
      this.undoable = false;
      const others = this.sheets.filter((other) => other !== sheet);
      this.journal.assign(this, 'sheets', others);
      this.assertUnnamed(sheet);
    });
  });

  readonly hideSheet = this.restructuring(
    'EventVisibilityChanged',
    (key: Sheet | string, visibility: Visibility = 'Hidden') => {
      const sheet = this.sheet(key);
      return this.leave(sheet, () => void sheet.set('visibility', visibility));
    },
  );

  readonly renameSheet = this.restructuring('EventNameChanged', (key: string, name: string) => {
    const sheet = this.sheet(key);
    this.assertSheetName(name);
    this.assertUnnamed(sheet);
    sheet.set('name', name);
    return sheet;
  });

  /** A copy beside the sheet, conditional formats and validations included: `Sheet1 (2)`. */
  readonly duplicateSheet = this.restructuring('AddedEvent', (key: string) => {
    const sheet = this.sheet(key);
    const copy = sheet.copy(`${sheet.name} (2)`);
    this.assertSheetName(copy.name);
    const sheets = this.sheets.flatMap((each) => (each === sheet ? [sheet, copy] : [each]));
    this.journal.assign(this, 'sheets', sheets);
    return copy;
  });

  activate(key: Sheet | string): void {
    const sheet = this.sheet(key);
    if (sheet.visibility !== 'Visible') throw new HostError('InvalidOperation');
    if (this.active === sheet) return;
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
