import {
  type Rect,
  cellRect,
  columnsOf,
  formatA1,
  intersect,
  moved,
  parseA1,
  rowsOf,
  sameRect,
  splitSheet,
} from './a1';
import { type CellValue, entered } from './cell-text';
import { type Reference, type FormulaBook, isReference, withReferences, evaluate } from './formula';
import { HostError, accessDenied, alreadyExists, invalidArgument, invalidOperation } from './host-error';
import { Journal } from './journal';
import { type ConditionalFormat, type Name, type Visibility, Sheet, shared } from './sheet';
import { type Shift, shiftCells, shiftedRect } from './shift';

export type Actor = 'user' | 'addin';
export type ShiftDirection = 'None' | 'ShiftCellDown' | 'ShiftCellUp' | 'ShiftCellRight' | 'ShiftCellLeft';
/** What Excel tells the add-in: the event's name in the library, and its arguments. */
export interface Notice {
  readonly event: string;
  readonly sheet: Sheet;
  readonly args: Readonly<Record<string, unknown>>;
  /** For changed cells: what `getRange` of the event gives. */
  readonly rect?: Rect;
}
interface Change {
  readonly sheet: Sheet;
  readonly rect: Rect;
  readonly changeType: string;
  readonly direction: ShiftDirection;
}
interface UndoStep {
  readonly inverses: readonly (() => void)[];
  readonly changes: readonly Change[];
}

const OPPOSITE: Readonly<Record<string, string>> = {
  RangeEdited: 'RangeEdited',
  RowInserted: 'RowDeleted',
  RowDeleted: 'RowInserted',
  ColumnInserted: 'ColumnDeleted',
  ColumnDeleted: 'ColumnInserted',
  CellInserted: 'CellDeleted',
  CellDeleted: 'CellInserted',
};

/** The simulated workbook and its undo stack; what the wire objects and the user's hands both work on. */
export class Workbook implements FormulaBook {
  readonly journal = new Journal();
  sheets: readonly Sheet[] = [];
  names = new Map<string, Name>();
  settings = new Map<string, unknown>();
  customXml = new Map<string, string>();
  properties = new Map<string, string>();
  structureProtected = false;
  calculationMode = 'Automatic';
  active: Sheet;
  selection: readonly Rect[] = [cellRect(0, 0)];
  /** Hears of each event; of changed cells also where events are off. */
  onNotice: (notice: Notice) => void = () => undefined;
  /** Hears of the formulas to calculate, at the end of each transaction. */
  onCalculate: (changes: readonly Reference[]) => void = () => undefined;
  /** Hears of the result of a custom function. */
  onResult: (changed: Reference) => void = () => undefined;
  /** Tracked ranges follow inserted and deleted cells. */
  onShift: (sheet: Sheet, shift: Shift) => void = () => undefined;
  private readonly undoSteps: UndoStep[] = [];
  private changes: Change[] = [];
  private actor: Actor = 'user';
  private undoable = true;
  private nextId = 1;

  /** `undo`: what an add-in's write does to the undo stack. */
  constructor(
    private readonly undo: 'clears' | 'step',
    sheetNames: readonly string[] = ['Sheet1'],
  ) {
    for (const name of sheetNames) this.insertSheet(name);
    const [first] = this.sheets;
    if (first === undefined) throw invalidArgument();
    this.active = first;
    this.journal.take();
  }

  find(key: string): Sheet | undefined {
    return this.sheets.find(({ id, name }) => id === key || name.toLowerCase() === key.toLowerCase());
  }

  nameFormula(name: string, sheet: Sheet): string | undefined {
    const key = name.toLowerCase();
    return (sheet.names.get(key) ?? this.names.get(key))?.formula;
  }

  id(): string {
    return `{00000000-0001-0000-${String(this.nextId++).padStart(4, '0')}-000000000000}`;
  }

  /** An address or defined name as a range. */
  resolve(address: string, home: Sheet): Reference | undefined {
    const { sheet, local } = splitSheet(address.replace(/^=/, ''));
    const at = sheet === undefined ? home : this.find(sheet);
    const rect = parseA1(local);
    if (at !== undefined && rect !== undefined) return { sheet: at, rect };
    const formula = this.nameFormula(local, home);
    const value =
      formula === undefined ? undefined : evaluate(formula, { book: this, sheet: home, r: 0, c: 0 });
    return value !== undefined && isReference(value) ? value : undefined;
  }

  // Transactions and undo

  /** Runs one user action or add-in request: one step of the undo stack where it changed anything. */
  transact<T>(actor: Actor, action: () => T): T {
    this.actor = actor;
    this.undoable = true;
    try {
      return action();
    } finally {
      const changes = this.changes;
      this.changes = [];
      this.onCalculate(changes);
      const inverses = this.journal.take();
      if (inverses.length > 0) this.remember({ inverses, changes });
      this.actor = 'user';
    }
  }

  /**
   * Before ExcelApi 1.20 a write of an add-in clears the stack (Microsoft, "Undo support with the Excel JavaScript API"
   * names 1.20 as what preserves it); since, each request is a step (assumed: one request, one step), unless it calls a
   * member of that page's table of unsupported ones.
   */
  private remember(step: UndoStep): void {
    if (this.actor === 'addin' && (this.undo === 'clears' || !this.undoable)) this.undoSteps.length = 0;
    else this.undoSteps.push(step);
  }

  /** Marks the running request as one that Excel cannot take back. */
  cannotUndo(): void {
    this.undoable = false;
  }

  get undoDepth(): number {
    return this.undoSteps.length;
  }

  clearUndo(): void {
    this.undoSteps.length = 0;
  }

  /** Ctrl+Z: false where there is nothing to take back. Its events are the user's (assumed). */
  undoLast(): boolean {
    const step = this.undoSteps.pop();
    if (step === undefined) return false;
    for (const inverse of step.inverses) inverse();
    if (!this.sheets.includes(this.active)) this.active = this.sheets[0] ?? this.active;
    const changes = [...step.changes].reverse();
    for (const { sheet, rect, changeType } of changes)
      this.notifyChanged(
        { sheet, rect, changeType: OPPOSITE[changeType] ?? changeType, direction: 'None' },
        {},
      );
    this.onCalculate(changes);
    this.changes = [];
    this.journal.take();
    return true;
  }

  // Events

  notify(event: string, sheet: Sheet, args: Readonly<Record<string, unknown>> = {}): void {
    this.onNotice({ event, sheet, args: { ...args, worksheetId: sheet.id, source: 'Local' } });
  }

  private notifyChanged(change: Change, details: Readonly<Record<string, unknown>>): void {
    this.changes.push(change);
    const { sheet, rect, changeType, direction } = change;
    this.onNotice({
      event: 'Changed',
      sheet,
      rect,
      args: {
        changeType,
        source: 'Local',
        worksheetId: sheet.id,
        address: formatA1(rect),
        triggerSource: this.actor === 'addin' ? 'ThisLocalAddin' : 'Unknown',
        shiftDirection: direction,
        ...details,
      },
    });
  }

  // Cells

  /** Sets values or formulas and tells of one change. `at` gives undefined for a cell to leave as it is. */
  write(sheet: Sheet, rect: Rect, at: (row: number, column: number) => unknown): void {
    sheet.assertWritable(rect);
    const single = rowsOf(rect) === 1 && columnsOf(rect) === 1;
    const before = sheet.cell(rect.r0, rect.c0).value;
    for (const [r, c] of sheet.placesIn(rect)) {
      const input = at(r - rect.r0, c - rect.c0);
      // null leaves a cell as it is (Microsoft, "Set and get range values"); the covered cells of a merged area hold
      // nothing (assumed).
      if (input === null || input === undefined || this.isCovered(sheet, r, c)) continue;
      const next = entered(input, String(sheet.formatValue(r, c, 'numberFormat')));
      sheet.setCell(r, c, next.value, next.formula);
      if (next.numberFormat !== undefined && sheet.formatValue(r, c, 'numberFormat') === 'General')
        sheet.setFormat(cellRect(r, c), 'numberFormat', next.numberFormat);
    }
    const details = single && {
      ...valueDetails('Before', before),
      ...valueDetails('After', sheet.cell(rect.r0, rect.c0).value),
    };
    this.notifyChanged(
      { sheet, rect, changeType: 'RangeEdited', direction: 'None' },
      details === false ? {} : details,
    );
  }

  private isCovered(sheet: Sheet, r: number, c: number): boolean {
    const merge = sheet.mergeAt(r, c);
    return merge !== undefined && (merge.r0 !== r || merge.c0 !== c);
  }

  clearContents(sheet: Sheet, rect: Rect): void {
    sheet.assertWritable(rect);
    for (const [r, c] of sheet.placesIn(rect, true)) sheet.setCell(r, c, '');
    this.notifyChanged({ sheet, rect, changeType: 'RangeEdited', direction: 'None' }, {});
  }

  shift(sheet: Sheet, shift: Shift, changeType: string, direction: ShiftDirection): void {
    sheet.assertUnprotected();
    shiftCells(sheet, shift);
    this.followReferences(sheet.name, (rect) => {
      const [next] = shiftedRect(shift, rect);
      return next === undefined ? undefined : { sheet: sheet.name, rect: next };
    });
    this.onShift(sheet, shift);
    this.notifyChanged({ sheet, rect: shift.rect, changeType, direction }, {});
  }

  /**
   * Copies cells with values, formats, validations and conditional formats, past all validation. The target leaves the
   * formats it was under, and each format of the source is added anew: so they multiply (assumed: Excel joins some).
   */
  copyCells(from: Reference, to: Reference): void {
    const [rows, columns] = [to.rect.r0 - from.rect.r0, to.rect.c0 - from.rect.c0];
    to.sheet.assertWritable(to.rect);
    const copied = from.sheet
      .placesIn(from.rect)
      .map(([r, c]) => [r, c, from.sheet.cell(r, c), from.sheet.format(r, c)] as const);
    const translate = (rects: readonly Rect[]): Rect[] =>
      shared(rects, [from.rect]).map((q) => moved(q, rows, columns));
    const validations = from.sheet.validations.map((item) => ({ ...item, rects: translate(item.rects) }));
    const formats = from.sheet.conditionalFormats.map((item) => ({
      ...item,
      rects: translate(item.rects),
      id: this.id(),
    }));
    for (const [r, c, cell, format] of copied)
      to.sheet.setCell(
        r + rows,
        c + columns,
        cell.value,
        cell.formula === undefined ? undefined : movedFormula(cell.formula, rows, columns),
        format,
      );
    to.sheet.clearValidations([to.rect]);
    to.sheet.clearConditionalFormats([to.rect]);
    for (const { rects, ...rest } of validations)
      if (rects.length > 0) to.sheet.changeValidation(rects, rest);
    const added = formats.filter(({ rects }) => rects.length > 0);
    to.sheet.set('conditionalFormats', [...added, ...to.sheet.conditionalFormats]);
    this.notifyChanged({ ...to, changeType: 'RangeEdited', direction: 'None' }, {});
  }

  /** Names, formulas, validations and formats follow what moves on a sheet, or the sheet itself. */
  private followReferences(
    changed: string,
    change: (rect: Rect) => { readonly sheet: string; readonly rect: Rect } | undefined,
  ): void {
    const follow = (formula: string, home: string): string => withReferences(formula, changed, home, change);
    for (const [key, name] of this.names)
      this.journal.put(this.names, key, { ...name, formula: follow(name.formula, '') });
    for (const sheet of this.sheets) {
      for (const [key, formula] of sheet.formulas) {
        const next = follow(formula, sheet.name);
        if (next === formula) continue;
        const [r, c] = Sheet.place(key);
        sheet.setCell(r, c, sheet.cell(r, c).value, next);
      }
      for (const [key, name] of sheet.names)
        this.journal.put(sheet.names, key, { ...name, formula: follow(name.formula, sheet.name) });
      sheet.set(
        'conditionalFormats',
        sheet.conditionalFormats.map((item) => ({ ...item, formula: follow(item.formula, sheet.name) })),
      );
    }
  }

  // Sheets

  private insertSheet(name: string): Sheet {
    this.assertSheetName(name);
    const sheet = new Sheet(this.journal, this.id(), name);
    this.journal.assign(this, 'sheets', [...this.sheets, sheet]);
    return sheet;
  }

  private assertSheetName(name: string): void {
    if (name === '' || name.length > 31 || /[\\/?*[\]:]|^'|'$/.test(name)) throw invalidArgument();
    if (this.find(name) !== undefined) throw alreadyExists();
  }

  private assertStructure(): void {
    if (this.structureProtected) throw accessDenied(); // assumed: the code of a protected structure
  }

  freeName(stem: string): string {
    for (let n = 1; ; n++) if (this.find(`${stem}${n}`) === undefined) return `${stem}${n}`;
  }

  addSheet(name = this.freeName('Sheet')): Sheet {
    this.assertStructure();
    const sheet = this.insertSheet(name);
    this.notify('Added', sheet);
    return sheet;
  }

  /** Microsoft, Worksheet.delete: a very hidden sheet, or the last visible one, cannot be deleted. */
  deleteSheet(sheet: Sheet): void {
    this.assertStructure();
    const others = this.sheets.filter((other) => other !== sheet);
    if (sheet.visibility === 'VeryHidden' || others.every(({ visibility }) => visibility !== 'Visible'))
      throw invalidOperation();
    this.journal.assign(this, 'sheets', others);
    this.followReferences(sheet.name, () => undefined);
    if (this.active === sheet)
      this.activate(others.find(({ visibility }) => visibility === 'Visible') ?? sheet);
    this.notify('Deleted', sheet);
  }

  renameSheet(sheet: Sheet, name: string): void {
    this.assertStructure();
    if (name.toLowerCase() !== sheet.name.toLowerCase()) this.assertSheetName(name);
    const before = sheet.name;
    sheet.set('name', name);
    this.followReferences(before, (rect) => ({ sheet: name, rect }));
    this.notify('NameChanged', sheet, { nameBefore: before, nameAfter: name });
  }

  moveSheet(sheet: Sheet, position: number): void {
    this.assertStructure();
    const before = this.sheets.indexOf(sheet);
    const others = this.sheets.filter((other) => other !== sheet);
    this.journal.assign(this, 'sheets', [...others.slice(0, position), sheet, ...others.slice(position)]);
    this.notify('Moved', sheet, { positionBefore: before, positionAfter: position });
  }

  show(sheet: Sheet, visibility: Visibility): void {
    this.assertStructure();
    const before = sheet.visibility;
    if (before === visibility) return;
    const visible = this.sheets.filter((other) => other.visibility === 'Visible' && other !== sheet);
    if (visibility !== 'Visible' && visible.length === 0) throw invalidOperation();
    sheet.set('visibility', visibility);
    if (this.active === sheet && visible[0] !== undefined) this.activate(visible[0]);
    this.notify('VisibilityChanged', sheet, { visibilityBefore: before, visibilityAfter: visibility });
  }

  /** A copy beside the sheet, conditional formats, validations and its own names included: `Sheet1 (2)`. */
  copySheet(sheet: Sheet): Sheet {
    this.assertStructure();
    let n = 2;
    while (this.find(`${sheet.name} (${n})`) !== undefined) n++;
    const copy = this.insertSheet(`${sheet.name} (${n})`);
    const maps = [
      'cells',
      'formulas',
      'rowFormats',
      'columnFormats',
      'rowHeights',
      'columnWidths',
      'names',
    ] as const;
    for (const key of maps) Object.assign(copy, { [key]: new Map<unknown, unknown>(sheet[key]) });
    const values = [
      'hiddenRows',
      'filteredRows',
      'hiddenColumns',
      'merges',
      'validations',
      'isProtected',
      'pageLayout',
      'showGridlines',
      'frozen',
      'filter',
    ] as const;
    for (const key of values) Object.assign(copy, { [key]: sheet[key] });
    copy.conditionalFormats = sheet.conditionalFormats.map((item): ConditionalFormat => ({
      ...item,
      id: this.id(),
    }));
    this.moveSheet(copy, this.sheets.indexOf(sheet) + 1);
    this.notify('Added', copy);
    return copy;
  }

  activate(sheet: Sheet): void {
    if (sheet.visibility !== 'Visible') throw invalidOperation();
    if (this.active === sheet) return;
    this.notify('Deactivated', this.active);
    this.active = sheet;
    this.selection = [cellRect(0, 0)];
    this.notify('Activated', sheet);
  }

  select(sheet: Sheet, rects: readonly Rect[]): void {
    this.activate(sheet);
    if (rects.length === this.selection.length && rects.every((q, n) => sameRect(q, this.selection[n] ?? q)))
      return;
    this.selection = rects;
    this.notify('SelectionChanged', sheet, { address: rects.map((q) => formatA1(q)).join(',') });
  }

  protect(sheet: Sheet, on: boolean): void {
    sheet.set('isProtected', on);
    this.notify('ProtectionChanged', sheet, { isProtected: on });
  }

  hideRows(sheet: Sheet, rect: Rect, hidden: boolean): void {
    sheet.assertUnprotected();
    const next = new Set(sheet.hiddenRows);
    for (let r = rect.r0; r <= rect.r1; r++)
      if (hidden) next.add(r);
      else next.delete(r);
    sheet.set('hiddenRows', next);
    const address = `${rect.r0 + 1}:${rect.r1 + 1}`;
    this.notify('RowHiddenChanged', sheet, { address, changeType: hidden ? 'Hidden' : 'Unhidden' });
  }

  hideColumns(sheet: Sheet, rect: Rect, hidden: boolean): void {
    sheet.assertUnprotected();
    const next = new Set(sheet.hiddenColumns);
    for (let c = rect.c0; c <= rect.c1; c++)
      if (hidden) next.add(c);
      else next.delete(c);
    sheet.set('hiddenColumns', next);
  }

  /** Sorts whole rows of a range by one column: values and formats move, validations and conditional formats stay.
   * Tells of sorted rows only, not of changed cells (assumed: so an add-in must listen to both). */
  sort(sheet: Sheet, rect: Rect, column: number, descending: boolean): void {
    sheet.assertWritable(rect);
    if (sheet.merges.some((merge) => intersect(merge, rect) !== undefined)) throw invalidOperation();
    const lines = Array.from({ length: rowsOf(rect) }, (_, n) => rect.r0 + n);
    const sorted = [...lines].sort((a, b) => {
      const order = compareValues(sheet.cell(a, column).value, sheet.cell(b, column).value);
      return descending ? -order : order;
    });
    const rows = sorted.map((r) => ({
      r,
      cells: sheet
        .placesIn({ ...rect, r0: r, r1: r })
        .map(([, c]) => [c, sheet.cell(r, c), sheet.format(r, c)] as const),
    }));
    rows.forEach(({ cells }, n) => {
      for (const [c, { value, formula }, format] of cells)
        sheet.setCell(rect.r0 + n, c, value, formula, format);
    });
    const changed = rows.flatMap(({ r }, n) => (r === rect.r0 + n ? [] : [rect.r0 + n + 1]));
    if (changed.length > 0)
      this.notify('RowSorted', sheet, { address: changed.map((r) => `${r}:${r}`).join(',') });
  }

  /** Filters a range, its first row the header: rows without one of the values are hidden. No event tells of it in this
   * library (no `onFiltered`; row-hidden assumed silent, as it is for the hide command alone). */
  setFilter(sheet: Sheet, filter: Sheet['filter']): void {
    sheet.assertUnprotected();
    sheet.set('filter', filter);
    const hidden = new Set<number>();
    if (filter !== undefined)
      for (let r = filter.rect.r0 + 1; r <= filter.rect.r1; r++)
        for (const [column, values] of filter.criteria)
          if (!values.includes(String(sheet.cell(r, filter.rect.c0 + column).value))) hidden.add(r);
    sheet.set('filteredRows', hidden);
  }

  // Names

  addName(names: Map<string, Name>, name: string, formula: string, comment: string): Name {
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || parseA1(name) !== undefined || name.length > 255)
      throw invalidArgument();
    if (names.has(name.toLowerCase())) throw alreadyExists();
    if (formula.length > 8192) throw new HostError('FormulaLengthExceedsLimit', 'The formula is too long.');
    const entry = { name, formula, visible: true, comment };
    this.journal.put(names, name.toLowerCase(), entry);
    return entry;
  }
}

const valueType = (value: CellValue): string =>
  value === ''
    ? 'Empty'
    : typeof value === 'number'
      ? 'Double'
      : typeof value === 'boolean'
        ? 'Boolean'
        : /^#[A-Z/0]+[!?A]$/.test(value)
          ? 'Error'
          : 'String';
export { valueType };
const valueDetails = (when: string, value: CellValue): Record<string, unknown> => ({
  [`value${when}`]: value,
  [`valueType${when}`]: valueType(value),
});

/** A formula copied elsewhere: relative references move with it. */
function movedFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(
    /("(?:[^"]|"")*")|(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\d(])/g,
    (all, text: string | undefined, cf: string, letters: string, rf: string, digits: string) => {
      const rect = text === undefined ? parseA1(letters + digits) : undefined;
      if (rect === undefined) return all;
      const next = moved(rect, rf === '$' ? 0 : rows, cf === '$' ? 0 : columns);
      if (next.r0 < 0 || next.c0 < 0) return '#REF!';
      return formatA1(next).replace(
        /^([A-Z]+)(\d+)$/,
        `${cf.replace('$', '$$$$')}$1${rf.replace('$', '$$$$')}$2`,
      );
    },
  );
}

/** Excel's ascending order: numbers, text, booleans, blanks last. */
function compareValues(a: CellValue, b: CellValue): number {
  const rank = (v: CellValue): number =>
    v === '' ? 3 : typeof v === 'number' ? 0 : typeof v === 'string' ? 1 : 2;
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh-CN');
}
