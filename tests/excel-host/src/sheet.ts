import {
  type Rect,
  MAX_COLUMNS,
  columnsOf,
  holds,
  intersect,
  isEntireColumns,
  isEntireRows,
  rowsOf,
  subtract,
} from './a1';
import { type Format, type FormatValue, FORMAT_DEFAULTS, PLAIN, withFormat } from './cell-format';
import { type CellValue, shownText } from './cell-text';
import { HostError, accessDenied } from './host-error';
import type { Journal } from './journal';

export interface Cell {
  readonly value: CellValue;
  readonly formula?: string | undefined;
  readonly format: Format;
}
export interface Validation {
  readonly rects: readonly Rect[];
  readonly rule?: Readonly<Record<string, unknown>>;
  readonly prompt?: unknown;
  readonly errorAlert?: unknown;
  readonly ignoreBlanks?: boolean;
}
export interface ConditionalFormat {
  readonly id: string;
  /** `Custom`; other types are users' own, of which only the type is known. */
  readonly type: string;
  readonly rects: readonly Rect[];
  readonly formula: string;
  readonly stopIfTrue: boolean;
  readonly format: Format;
}
export interface Name {
  readonly name: string;
  readonly formula: string;
  readonly visible: boolean;
  readonly comment: string;
}
export interface Filter {
  readonly rect: Rect;
  readonly criteria: ReadonlyMap<number, readonly string[]>;
}
export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

const EMPTY: Cell = { value: '', format: PLAIN };

/** A worksheet's state: every change goes through the journal. Containers are replaced, not altered, but for the maps of
 * cells and lines. */
export class Sheet {
  visibility: Visibility = 'Visible';
  cells = new Map<number, Cell>();
  /** The formulas of `cells`, for calculation. */
  formulas = new Map<number, string>();
  rowFormats = new Map<number, Format>();
  columnFormats = new Map<number, Format>();
  rowHeights = new Map<number, number>();
  columnWidths = new Map<number, number>();
  hiddenRows: ReadonlySet<number> = new Set<number>();
  /** Rows that the filter hides: told apart so that removing it shows them again. */
  filteredRows: ReadonlySet<number> = new Set<number>();
  hiddenColumns: ReadonlySet<number> = new Set<number>();
  merges: readonly Rect[] = [];
  validations: readonly Validation[] = [];
  /** The first one wins. */
  conditionalFormats: readonly ConditionalFormat[] = [];
  names = new Map<string, Name>();
  isProtected = false;
  pageLayout: Readonly<Record<string, unknown>> = {};
  showGridlines = true;
  frozen: Rect | undefined;
  filter: Filter | undefined;

  constructor(
    readonly journal: Journal,
    readonly id: string,
    public name: string,
  ) {}

  static key = (r: number, c: number): number => r * MAX_COLUMNS + c;
  static place = (key: number): readonly [number, number] => [
    Math.floor(key / MAX_COLUMNS),
    key % MAX_COLUMNS,
  ];

  cell(r: number, c: number): Cell {
    return this.cells.get(Sheet.key(r, c)) ?? EMPTY;
  }

  set<K extends keyof this>(key: K, value: this[K]): void {
    this.journal.assign(this, key, value);
  }

  /** A cell's format: its own, else its row's, else its column's. */
  format(r: number, c: number): Format {
    const own = this.cells.get(Sheet.key(r, c))?.format;
    return own ?? this.rowFormats.get(r) ?? this.columnFormats.get(c) ?? PLAIN;
  }

  formatValue(r: number, c: number, key: string): FormatValue {
    return this.format(r, c)[key] ?? FORMAT_DEFAULTS[key] ?? '';
  }

  /** The text that a cell shows. */
  text(r: number, c: number): string {
    return shownText(this.cell(r, c).value, String(this.formatValue(r, c, 'numberFormat')));
  }

  setCell(r: number, c: number, value: CellValue, formula?: string, format = this.format(r, c)): void {
    const key = Sheet.key(r, c);
    const bare =
      value === '' &&
      formula === undefined &&
      format === (this.rowFormats.get(r) ?? this.columnFormats.get(c) ?? PLAIN);
    const blank = bare || (value === '' && formula === undefined && Object.keys(format).length === 0);
    this.journal.put(
      this.cells,
      key,
      blank && !this.hasLineFormat(r, c) ? undefined : { value, formula, format },
    );
    if (this.formulas.get(key) !== formula) this.journal.put(this.formulas, key, formula);
  }

  private hasLineFormat(r: number, c: number): boolean {
    return this.rowFormats.has(r) || this.columnFormats.has(c);
  }

  setFormat(rect: Rect, key: string, value: FormatValue | undefined): void {
    this.changeFormats(rect, (format) => withFormat(format, key, value));
  }

  clearFormats(rect: Rect): void {
    this.changeFormats(rect, () => PLAIN);
  }

  /** Whole columns and rows keep one format for all their cells, as in the file format. */
  private changeFormats(rect: Rect, change: (format: Format) => Format): void {
    if (isEntireColumns(rect)) this.changeLines(this.columnFormats, rect.c0, rect.c1, change);
    else if (isEntireRows(rect)) this.changeLines(this.rowFormats, rect.r0, rect.r1, change);
    for (const [r, c] of this.placesIn(rect, isEntireColumns(rect) || isEntireRows(rect))) {
      const { value, formula } = this.cell(r, c);
      this.setCell(r, c, value, formula, change(this.format(r, c)));
    }
  }

  private changeLines(
    lines: Map<number, Format>,
    from: number,
    to: number,
    change: (f: Format) => Format,
  ): void {
    for (let line = from; line <= to; line++) {
      const next = change(lines.get(line) ?? PLAIN);
      this.journal.put(lines, line, Object.keys(next).length === 0 ? undefined : next);
    }
  }

  /** The cells of a rectangle; `used` only those that hold something. */
  placesIn(rect: Rect, used = false): (readonly [number, number])[] {
    const size = rowsOf(rect) * columnsOf(rect);
    if (size > 5_000_000 || (used && size > this.cells.size))
      return [...this.cells.keys()].map(Sheet.place).filter(([r, c]) => holds(rect, r, c));
    const places: (readonly [number, number])[] = [];
    for (let r = rect.r0; r <= rect.r1; r++)
      for (let c = rect.c0; c <= rect.c1; c++)
        if (!used || this.cells.has(Sheet.key(r, c))) places.push([r, c]);
    return places;
  }

  usedRect(valuesOnly: boolean): Rect | undefined {
    let [r0, c0, r1, c1] = [Infinity, Infinity, -1, -1];
    for (const [key, { value, formula, format }] of this.cells) {
      const formatted = !valuesOnly && Object.keys(format).length > 0;
      if (value === '' && formula === undefined && !formatted) continue;
      const [r, c] = Sheet.place(key);
      [r0, c0, r1, c1] = [Math.min(r0, r), Math.min(c0, c), Math.max(r1, r), Math.max(c1, c)];
    }
    return r1 < 0 ? undefined : { r0, c0, r1, c1 };
  }

  isHidden(r: number): boolean {
    return this.hiddenRows.has(r) || this.filteredRows.has(r);
  }

  assertUnprotected(): void {
    if (this.isProtected) throw accessDenied();
  }

  /** Microsoft, "AccessDenied": a locked cell of a protected sheet takes no write. */
  assertWritable(rect: Rect): void {
    if (
      this.isProtected &&
      this.placesIn(rect).some(([r, c]) => this.formatValue(r, c, 'protection.locked') === true)
    )
      throw accessDenied();
  }

  /** Keeps the first value and empties the rest (Microsoft, Range.merge). */
  merge(rect: Rect): void {
    this.unmerge(rect);
    for (const [r, c] of this.placesIn(rect)) if (r !== rect.r0 || c !== rect.c0) this.setCell(r, c, '');
    this.set('merges', [...this.merges, rect]);
  }

  unmerge(rect: Rect): void {
    this.set(
      'merges',
      this.merges.filter((merge) => intersect(merge, rect) === undefined),
    );
  }

  /** The merged area that a cell belongs to. */
  mergeAt(r: number, c: number): Rect | undefined {
    return this.merges.find((merge) => holds(merge, r, c));
  }

  clearConditionalFormats(rects: readonly Rect[]): void {
    this.set(
      'conditionalFormats',
      this.conditionalFormats.map((item) => without(item, rects)).filter(covers),
    );
  }

  clearValidations(rects: readonly Rect[]): void {
    this.set('validations', this.validations.map((item) => without(item, rects)).filter(covers));
  }

  /** Gives the cells of `rects` a part of a validation; what they already have of the rest stays. */
  changeValidation(rects: readonly Rect[], change: Omit<Validation, 'rects'>): void {
    const inside = this.validations.map((item) => ({ ...item, ...change, rects: shared(item.rects, rects) }));
    const bare = this.validations.reduce(
      (left, item) => left.flatMap((q) => less(q, item.rects)),
      [...rects],
    );
    const outside = this.validations.map((item) => without(item, rects));
    const byContent = new Map<string, Validation>();
    for (const item of [...outside, ...inside, { ...change, rects: bare }].filter(covers)) {
      const content = JSON.stringify({ ...item, rects: [] });
      byContent.set(content, { ...item, rects: [...(byContent.get(content)?.rects ?? []), ...item.rects] });
    }
    this.set('validations', [...byContent.values()]);
  }

  validationAt(r: number, c: number): Validation | undefined {
    return this.validations.find(({ rects }) => rects.some((q) => holds(q, r, c)));
  }
}

interface Covering {
  readonly rects: readonly Rect[];
}
export const less = (q: Rect, holes: readonly Rect[]): Rect[] =>
  holes.reduce<Rect[]>((left, hole) => left.flatMap((piece) => subtract(piece, hole)), [q]);
export const shared = (a: readonly Rect[], b: readonly Rect[]): Rect[] =>
  a.flatMap((p) => b.flatMap((q) => intersect(p, q) ?? []));
const covers = (item: Covering): boolean => item.rects.length > 0;
const without = <T extends Covering>(item: T, holes: readonly Rect[]): T =>
  shared(item.rects, holes).length === 0
    ? item
    : { ...item, rects: item.rects.flatMap((q) => less(q, holes)) };

/** Excel refuses what would cut a merged area in two ("InsertDeleteConflict"). */
export const insertDeleteConflict = (): HostError =>
  new HostError(
    'InsertDeleteConflict',
    'The insert or delete operation attempted resulted in a conflict.',
    409,
  );
