import { type Rect, MAX_COLUMNS, WHOLE_SHEET, columnsOf, formatA1, holds, rectAt } from './a1';
import { isEntireColumns, isEntireRows, rowsOf, shifted, subtract, touches } from './a1';
import { type Cell, type Format, type Validation, EMPTY, withFormat } from './cell';
import { HostError, NotModelled } from './host-error';
import type { EventName, Workbook } from './workbook';

/** A custom format, or, where it says so, one of another type, of which nothing else is modelled. One of several on a cell
 * that the library cannot read (office-js issues 6827, 6835) makes the whole request fail. */
export type ConditionalFormat = Readonly<{
  id: string;
  rects: readonly Rect[];
  formula: string;
  format: Format;
  type?: 'ColorScale' | 'unreadable';
}>;
export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';
type Place = readonly [r: number, c: number];

/** A worksheet's state: every change goes through the journal. Containers are replaced, not altered, but for maps. */
export class Sheet {
  visibility: Visibility = 'Visible';
  cells = new Map<number, Cell>();
  /** The formulas of `cells`, for calculation. */
  formulas = new Map<number, string>();
  rowHeights = new Map<number, number>();
  columnWidths = new Map<number, number>();
  hiddenRows = new Map<number, true>();
  merges: readonly Rect[] = [];
  /** The first one wins. */
  conditionalFormats: readonly ConditionalFormat[] = [];
  isProtected = false;
  pageLayout: Readonly<Record<string, unknown>> = {};
  showGridlines = true;
  readonly id: string;

  constructor(
    readonly book: Workbook,
    public name: string,
  ) {
    this.id = book.id();
  }

  copy(name: string): Sheet {
    const copy = new Sheet(this.book, name);
    copy.addConditionalFormats(...this.conditionalFormats);
    const state = Object.entries(this).filter(([key]) => !['id', 'name', 'conditionalFormats'].includes(key));
    for (const [key, value] of state as [string, unknown][])
      Object.assign(copy, { [key]: value instanceof Map ? new Map<unknown, unknown>(value) : value });
    return copy;
  }

  static key = (r: number, c: number): number => r * MAX_COLUMNS + c;
  static place = (key: number): Place => [Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS];

  /** Changes the sheet, with the event that tells of it where there is one. */
  set<K extends keyof this>(key: K, value: this[K], event?: EventName): void {
    if (event !== undefined && this[key] !== value) this.book.raise(event, this);
    this.book.journal.assign(this, key, value);
  }

  /** Microsoft, "AccessDenied". All cells are locked, as in a new sheet. */
  assertUnprotected(): void {
    if (this.isProtected) throw new HostError('AccessDenied');
  }

  cell(r: number, c: number): Cell {
    return this.cells.get(Sheet.key(r, c)) ?? EMPTY;
  }
  format(r: number, c: number): Format {
    return this.cell(r, c).format;
  }

  /** Changes a part of a cell; an empty one is not kept. */
  setCell(r: number, c: number, change: Partial<Cell>): void {
    const key = Sheet.key(r, c);
    const next = { ...this.cell(r, c), ...change };
    const { value, formula, format, validation } = next;
    const isEmpty = value === '' && !formula && !validation && Object.keys(format).length === 0;
    this.book.journal.put(this.cells, key, isEmpty ? undefined : next);
    this.book.journal.put(this.formulas, key, formula);
  }

  /** Changes a part of each cell of a rectangle, `i` rows and `j` columns into it, or of those that hold something. */
  setCells(rect: Rect, change: (cell: Cell, i: number, j: number) => Partial<Cell>, used = false): void {
    this.assertUnprotected();
    for (const [r, c] of this.placesIn(rect, used))
      this.setCell(r, c, change(this.cell(r, c), r - rect.r0, c - rect.c0));
  }

  setFormat(rect: Rect, key: string, value: unknown): void {
    this.setCells(rect, ({ format }) => ({ format: withFormat(format, key, value) }));
    this.formatted(rect);
  }

  /** Tells of changed formats, the add-in's own too: the event does not say whose they are (its arguments have no
   * triggerSource). */
  formatted(rect: Rect): void {
    this.book.raise('FormatChangedEvent', this, { source: 'Local', address: formatA1(rect) });
  }

  /** Gives cells a part of a validation, the rest stays; cells that shared one go on sharing one. */
  setValidation(rect: Rect, change: Validation): void {
    const next = new Map<Validation | undefined, Validation>();
    this.setCells(rect, ({ validation: before }) => {
      const validation = next.get(before) ?? { ...before, ...change };
      next.set(before, validation);
      return { validation };
    });
  }

  /** The cells of a rectangle; `used` only those that hold something. */
  placesIn(rect: Rect, used = false): Place[] {
    if (used && rowsOf(rect) * columnsOf(rect) > this.cells.size)
      return [...this.cells.keys()].map(Sheet.place).filter(([r, c]) => holds(rect, r, c));
    if (isEntireRows(rect) || isEntireColumns(rect))
      throw new NotModelled('each cell of whole rows or columns');
    const places: Place[] = [];
    for (let { r0: r } = rect; r <= rect.r1; r++)
      for (let { c0: c } = rect; c <= rect.c1; c++)
        if (!used || this.cells.has(Sheet.key(r, c))) places.push([r, c]);
    return places;
  }

  usedRect(): Rect | undefined {
    let [r0, c0, r1, c1] = [Infinity, Infinity, -1, -1];
    for (const [key, { value, formula }] of this.cells) {
      if (value === '' && formula === undefined) continue;
      const [r, c] = Sheet.place(key);
      [r0, c0, r1, c1] = [Math.min(r0, r), Math.min(c0, c), Math.max(r1, r), Math.max(c1, c)];
    }
    return r1 < 0 ? undefined : { r0, c0, r1, c1 };
  }

  /** Keeps the first value and empties the rest (Microsoft, Range.merge). */
  merge(rect: Rect): void {
    this.setCells(rect, (_, i, j) => (i + j === 0 ? {} : { value: '', formula: undefined }));
    this.set('merges', [...this.merges.filter((q) => !touches(q, rect)), rect]);
  }

  isCovered(r: number, c: number): boolean {
    return this.merges.some((q) => holds(q, r, c) && (q.r0 !== r || q.c0 !== c));
  }

  /** Sets heights or widths, in points; the limits are those of "Excel specifications and limits". */
  resize(rect: Rect, sizes: 'rowHeights' | 'columnWidths', points: number): void {
    this.assertUnprotected();
    const [from, to, most] = sizes === 'rowHeights' ? [rect.r0, rect.r1, 409] : [rect.c0, rect.c1, 1400];
    if (points < 0 || points > most) throw new HostError('InvalidArgument');
    for (let line = from; line <= to; line++) this.book.journal.put(this[sizes], line, points);
  }

  setConditionalFormats(formats: readonly ConditionalFormat[]): void {
    this.assertUnprotected();
    this.set('conditionalFormats', formats);
  }

  /** Puts formats before all others (Microsoft, ConditionalFormatCollection.add: "at the first/top priority"). */
  addConditionalFormats(...added: readonly Omit<ConditionalFormat, 'id'>[]): void {
    const formats = added.map((item) => ({ ...item, id: this.book.id() }));
    this.setConditionalFormats([...formats, ...this.conditionalFormats]);
  }

  /** The conditional formats over what becomes of their areas: those that have none left are left out. */
  formatsOver(change: (rect: Rect) => readonly Rect[]): ConditionalFormat[] {
    const changed = this.conditionalFormats.map((item) => ({ ...item, rects: item.rects.flatMap(change) }));
    return changed.filter(({ rects }) => rects.length > 0);
  }

  /** Takes conditional formats from some cells: the rest of each stays. */
  clearConditionalFormats(hole: Rect): void {
    this.setConditionalFormats(this.formatsOver((q) => subtract(q, hole)));
  }

  /** Moves what rows that are inserted above a row push, or that are deleted from it on where `count` is negative;
   * inserted ones take the formats of the row above. */
  shift(row: number, count: number): void {
    const move = (q: Rect): Rect[] => shifted(q, row, count);
    /** A map whose keys count rows of so many columns. */
    const moveKeys = <T>(map: ReadonlyMap<number, T>, width = 1): Map<number, T> => {
      const rowOf = (key: number): Rect => rectAt(Math.floor(key / width), 0);
      const entries = [...map].flatMap(([key, value]) =>
        move(rowOf(key)).map(({ r0 }) => [r0 * width + (key % width), value] as const),
      );
      return new Map(entries);
    };
    this.set('cells', moveKeys(this.cells, MAX_COLUMNS));
    this.set('formulas', moveKeys(this.formulas, MAX_COLUMNS));
    this.set('rowHeights', moveKeys(this.rowHeights));
    this.set('hiddenRows', moveKeys(this.hiddenRows));
    this.set('merges', this.merges.flatMap(move));
    this.setConditionalFormats(this.formatsOver(move));
    if (count < 0 || row === 0) return;
    for (const [r, c] of this.placesIn({ ...WHOLE_SHEET, r0: row - 1, r1: row - 1 }, true))
      for (let n = 1; n <= count; n++) this.setCell(r + n, c, { format: this.format(r, c) });
  }
}
