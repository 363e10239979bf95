import {
  type Rect,
  cellRect,
  columnsOf,
  formatA1,
  holds,
  isEntireColumns,
  parseA1,
  quoteSheet,
  rowsOf,
  splitSheet,
} from './a1';
import { type Format, FORMAT_DEFAULTS } from './cell-format';
import { type CellValue, entered } from './cell-text';
import { type Reference, evaluate, truth } from './formula';
import type { ConditionalFormat, Sheet, Validation, Visibility } from './sheet';
import { type Snapshot, snapshot } from './snapshot';
import { dropdown, isValid } from './validation';
import type { Workbook } from './workbook';

/** What Excel showed a user who typed. */
export interface Typed {
  readonly accepted: boolean;
  readonly alert: { readonly style: string; readonly title: string; readonly message: string } | undefined;
}

/**
 * The user's hands and eyes: what a person does in the grid, and what she sees there. Addresses may name a sheet
 * (`'汇总表'!A3`); without one the active sheet is meant. What Excel itself refuses throws a HostError.
 */
export class User {
  isEditing = false;
  private copied: Reference | undefined;

  constructor(readonly book: Workbook) {}

  private at(address: string): Reference {
    const { sheet, local } = splitSheet(address);
    const rect = parseA1(local);
    if (rect === undefined) throw new Error(`not an address: ${address}`);
    return { sheet: sheet === undefined ? this.book.active : this.sheet(sheet), rect };
  }

  /** The first cell of an address: sheet, row, column. */
  private cellAt(address: string): readonly [Sheet, number, number] {
    const { sheet, rect } = this.at(address);
    return [sheet, rect.r0, rect.c0];
  }

  sheet(name: string): Sheet {
    const sheet = this.book.find(name);
    if (sheet === undefined) throw new Error(`no sheet ${name}`);
    return sheet;
  }

  private act<T>(action: () => T): T {
    if (this.isEditing) throw new Error('a cell is open for editing');
    return this.book.transact('user', action);
  }

  private on(address: string, action: (sheet: Sheet, rect: Rect) => void): void {
    const { sheet, rect } = this.at(address);
    this.act(() => void action(sheet, rect));
  }

  // Typing and pasting

  /**
   * Types into a cell. Validation speaks to what is typed alone: style Stop refuses, a Warning is answered with `insist`
   * (yes by default), Information only tells.
   */
  type(address: string, text: string, { insist = true } = {}): Typed {
    const [sheet, r, c] = this.cellAt(address);
    const { value } = entered(text, String(sheet.formatValue(r, c, 'numberFormat')));
    const given = sheet.validationAt(r, c)?.errorAlert as
      (Typed['alert'] & { showAlert?: boolean }) | undefined;
    const { showAlert = true, style = 'Stop', title = '', message = '' } = given ?? {};
    const alert =
      !showAlert || isValid(this.book, sheet, r, c, value) ? undefined : { style, title, message };
    const accepted = alert === undefined || style === 'Information' || (style === 'Warning' && insist);
    if (accepted) this.act(() => void this.book.write(sheet, cellRect(r, c), () => text));
    return { accepted, alert };
  }

  /** Pastes text from another program: each cell as typed, past all validation. */
  paste(address: string, rows: readonly (readonly string[])[]): void {
    const [sheet, r0, c0] = this.cellAt(address);
    const target = {
      r0,
      c0,
      r1: r0 + rows.length - 1,
      c1: c0 + Math.max(...rows.map(({ length }) => length)) - 1,
    };
    this.act(() => void this.book.write(sheet, target, (r, c) => rows[r]?.[c] ?? ''));
  }

  copy(address: string): void {
    this.copied = this.at(address);
  }

  /** Pastes what was copied: values, formats, validations, conditional formats; as often as it fits the selection. */
  pasteCopied(address: string): void {
    const { copied } = this;
    if (copied === undefined) throw new Error('nothing copied');
    const [h, w] = [rowsOf(copied.rect), columnsOf(copied.rect)];
    this.on(address, (sheet, rect) => {
      for (let r0 = rect.r0; r0 === rect.r0 || r0 + h - 1 <= rect.r1; r0 += h)
        for (let c0 = rect.c0; c0 === rect.c0 || c0 + w - 1 <= rect.c1; c0 += w)
          this.book.copyCells(copied, { sheet, rect: { r0, c0, r1: r0 + h - 1, c1: c0 + w - 1 } });
    });
  }

  /** Ctrl+D: the first row of the range goes to the rows below. */
  fillDown(address: string): void {
    this.on(address, (sheet, rect) => {
      for (let r = rect.r0 + 1; r <= rect.r1; r++)
        this.book.copyCells(
          { sheet, rect: { ...rect, r1: rect.r0 } },
          { sheet, rect: { ...rect, r0: r, r1: r } },
        );
    });
  }

  /** The Delete key. */
  clear(address: string): void {
    this.on(address, (sheet, rect) => void this.book.clearContents(sheet, rect));
  }

  // The ribbon

  /** `format('A1', 'fill.color', '#FFFF00')`; the keys are those of cell-format. */
  format(address: string, key: string, value: string | number | boolean): void {
    this.on(address, (sheet, rect) => {
      sheet.assertUnprotected();
      sheet.setFormat(rect, key, value);
    });
  }

  merge(address: string): void {
    this.on(address, (sheet, rect) => void sheet.merge(rect));
  }

  /** A validation of the user's own. */
  validate(address: string, validation: Omit<Validation, 'rects'>): void {
    this.on(address, (sheet, rect) => void sheet.changeValidation([rect], validation));
  }

  /** A conditional format of the user's own, of whatever type, first of all. */
  addConditionalFormat(address: string, type: string, formula = '', format: Format = {}): void {
    this.on(address, (sheet, rect) => {
      const added: ConditionalFormat = {
        id: this.book.id(),
        type,
        rects: [rect],
        formula,
        stopIfTrue: false,
        format,
      };
      sheet.set('conditionalFormats', [added, ...sheet.conditionalFormats]);
    });
  }

  /** `insert('5:6')`, `insert('C:C')`. */
  insert(address: string): void {
    this.shift(address, 'insert', 'Inserted');
  }

  delete(address: string): void {
    this.shift(address, 'delete', 'Deleted');
  }

  private shift(address: string, kind: 'insert' | 'delete', done: string): void {
    this.on(address, (sheet, rect) => {
      const axis = isEntireColumns(rect) ? 'columns' : 'rows';
      this.book.shift(sheet, { rect, axis, kind }, `${axis === 'rows' ? 'Row' : 'Column'}${done}`, 'None');
    });
  }

  /** Sorts the rows of a range, without a header, by a column counted within it. */
  sort(address: string, column: number, { descending = false } = {}): void {
    this.on(address, (sheet, rect) => void this.book.sort(sheet, rect, rect.c0 + column, descending));
  }

  /** Filters a range by the values of one of its columns; its first row is the header. */
  filter(address: string, column: number, values: readonly string[]): void {
    this.on(
      address,
      (sheet, rect) => void this.book.setFilter(sheet, { rect, criteria: new Map([[column, values]]) }),
    );
  }

  removeFilter(sheet = this.book.active.name): void {
    this.act(() => void this.book.setFilter(this.sheet(sheet), undefined));
  }

  hideRows(address: string): void {
    this.on(address, (sheet, rect) => void this.book.hideRows(sheet, rect, true));
  }

  showRows(address: string): void {
    this.on(address, (sheet, rect) => void this.book.hideRows(sheet, rect, false));
  }

  // Selection, sheets, protection

  /** Selects a range, or several: `select('A1,C3:C5')`. */
  select(address: string): void {
    const parts = address.split(',').map((part) => this.at(part));
    const rects = parts.map(({ rect }) => rect);
    for (const { sheet } of parts.slice(0, 1)) this.book.select(sheet, rects);
  }

  activate(sheet: string): void {
    this.book.activate(this.sheet(sheet));
  }

  addSheet(name?: string): Sheet {
    return this.act(() => this.book.addSheet(name));
  }

  /** A deleted sheet does not come back: Excel has no undo for it. */
  deleteSheet(name: string): void {
    this.act(() => void this.book.deleteSheet(this.sheet(name)));
    this.book.clearUndo();
  }

  /** As `sheet (2)`, beside the sheet. */
  duplicateSheet(name: string): Sheet {
    return this.act(() => this.book.copySheet(this.sheet(name)));
  }

  renameSheet(name: string, next: string): void {
    this.act(() => void this.book.renameSheet(this.sheet(name), next));
  }

  moveSheet(name: string, position: number): void {
    this.act(() => void this.book.moveSheet(this.sheet(name), position));
  }

  hideSheet(name: string, visibility: Visibility = 'Hidden'): void {
    this.act(() => void this.book.show(this.sheet(name), visibility));
  }

  protect(sheet = this.book.active.name): void {
    this.act(() => void this.book.protect(this.sheet(sheet), true));
  }

  unprotect(sheet = this.book.active.name): void {
    this.act(() => void this.book.protect(this.sheet(sheet), false));
  }

  /** Protects the workbook's structure: no sheet can be added, renamed, hidden. */
  protectStructure(on = true): void {
    this.act(() => void this.book.journal.assign(this.book, 'structureProtected', on));
  }

  /** Opens a cell for editing: until it is closed, requests fail with InvalidOperationInCellEditMode. */
  beginEdit(): void {
    this.isEditing = true;
  }

  endEdit(): void {
    this.isEditing = false;
    this.editEnded();
  }

  protected editEnded(): void {
    return;
  }

  /** Ctrl+Z; false where there is nothing to take back. */
  undo(): boolean {
    return this.book.undoLast();
  }

  // What is seen

  value(address: string): CellValue {
    const [sheet, r, c] = this.cellAt(address);
    return sheet.cell(r, c).value;
  }

  /** Values of a range, row by row. */
  values(address: string): CellValue[][] {
    const { sheet, rect } = this.at(address);
    const columns = Array.from({ length: columnsOf(rect) }, (_, j) => rect.c0 + j);
    return Array.from({ length: rowsOf(rect) }, (_, i) =>
      columns.map((c) => sheet.cell(rect.r0 + i, c).value),
    );
  }

  text(address: string): string {
    const [sheet, r, c] = this.cellAt(address);
    return sheet.text(r, c);
  }

  formula(address: string): string | undefined {
    const [sheet, r, c] = this.cellAt(address);
    return sheet.cell(r, c).formula;
  }

  formatOf(address: string): Format {
    const [sheet, r, c] = this.cellAt(address);
    return { ...FORMAT_DEFAULTS, ...sheet.format(r, c) };
  }

  /** The list in a cell; undefined where it has none. */
  dropdown(address: string): readonly string[] | undefined {
    return dropdown(this.book, ...this.cellAt(address));
  }

  /** What a cell's conditional formats make of it: of several that set the same, the first one counts. */
  conditionalFormat(address: string): Format {
    const [sheet, r, c] = this.cellAt(address);
    let shown: Format = {};
    for (const { type, rects, formula, format, stopIfTrue } of sheet.conditionalFormats) {
      const [base] = rects;
      if (base === undefined || type !== 'Custom' || formula === '' || !rects.some((q) => holds(q, r, c)))
        continue;
      const place = { book: this.book, sheet, r, c, rows: r - base.r0, columns: c - base.c0 };
      if (!truth(evaluate(formula, place))) continue;
      shown = { ...format, ...shown };
      if (stopIfTrue) break;
    }
    return shown;
  }

  /** The colour that a cell shows: that of a conditional format, else its own. */
  fill(address: string): string {
    return String(this.conditionalFormat(address)['fill.color'] ?? this.formatOf(address)['fill.color']);
  }

  /** The cells of a range that a conditional format fills, by colour: `{ '#FFC7CE': ['A3', 'B7'] }`. */
  marked(address: string): Record<string, string[]> {
    const { sheet, rect } = this.at(address);
    const marked: Record<string, string[]> = {};
    for (const cell of sheet.placesIn(rect).map(([r, c]) => formatA1(cellRect(r, c)))) {
      const colour = this.conditionalFormat(`${quoteSheet(sheet.name)}!${cell}`)['fill.color'];
      if (colour !== undefined) (marked[String(colour)] ??= []).push(cell);
    }
    return marked;
  }

  /** The whole workbook as plain data, to compare before with after. */
  snapshot(): Snapshot {
    return snapshot(this.book);
  }
}
