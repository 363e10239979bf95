import { type Rect, MAX_COLUMNS, formatA1, holds, intersect, moved, rectAt } from './a1';
import { type Cell, type CellValue, type Format, type Validation, FORMAT_DEFAULTS, shownText } from './cell';
import { type Area, firstCell, gridOf, isArea, isTrue, listed, ruleValue } from './formula';
import { NotModelled } from './host-error';
import { Sheet } from './sheet';
import { Workbook } from './workbook';

/** A workbook as plain data, ids left out: two are equal where a saved file would be. */
type Snapshot = Readonly<{ sheets: Record<string, unknown>[]; names: unknown; settings: unknown }>;

/** But for maps, what a workbook holds is replaced, never altered: it is made plain once. */
const known = new WeakMap<object, unknown>();
/** Plain data in one order, however it came about. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  const isMap = value instanceof Map;
  if (known.has(value)) return known.get(value);
  const entries: [string, unknown][] = isMap ? [...(value as Map<string, unknown>)] : Object.entries(value);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  const made = Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]));
  if (!isMap) known.set(value, made);
  return made;
}

function stateOf(sheet: Sheet): object {
  const cells = [...sheet.cells].map(([key, cell]) => [formatA1(rectAt(...Sheet.place(key))), cell] as const);
  const conditionalFormats = sheet.conditionalFormats.map(({ rects, formula, format, type }) => {
    return { areas: rects.map(formatA1).sort(), formula, format, type };
  });
  const plainer = { cells: new Map(cells), merges: sheet.merges.map(formatA1).sort(), conditionalFormats };
  return Object.assign({}, sheet, { id: undefined, book: undefined, formulas: undefined, ...plainer });
}

/** What else the user's hands do, and what the user's eyes see. */
export abstract class User extends Workbook {
  private copied: Area | undefined;

  /** Types into a cell, and answers a Warning by going on; a list that stops all else is not typed against in tests. */
  type(address: string, text: string): void {
    const alert = this.cell(address).validation?.errorAlert as { style?: string } | undefined;
    if ((alert?.style ?? 'Stop') === 'Stop' && this.dropdown(address)?.includes(text) === false)
      throw new Error(`Excel refuses ${text} in ${address}`);
    this.write(address, [[text]]);
  }

  /** Pastes text from another program: each cell as typed, past all validation. */
  paste(address: string, rows: readonly (readonly string[])[]): void {
    const { sheet, rect } = this.at(address);
    const width = Math.max(...rows.map(({ length }) => length));
    const lines = rows.map((row) => Array.from({ length: width }, (_, j) => row[j] ?? ''));
    this.write({ sheet, rect: rectAt(rect.r0, rect.c0, rows.length, width) }, lines);
  }

  copy = (address: string): void => void (this.copied = this.at(address));
  /** Pastes what was copied: values, formats, validations, past all validation. The target leaves the conditional formats
   * it was under, and each of the source is added anew: so they multiply (assumed: Excel joins some). */
  readonly pasteCopied = this.onArea((sheet, { r0, c0 }) => {
    if (this.copied === undefined) throw new Error('nothing copied');
    const { sheet: source, rect: from } = this.copied;
    const to = (q: Rect): Rect => moved(q, r0 - from.r0, c0 - from.c0);
    const rect = to(from);
    const formats = source.formatsOver((q) => [intersect(q, from) ?? []].flat().map(to));
    sheet.setCells(rect, (_, i, j) => {
      const cell = source.cell(from.r0 + i, from.c0 + j);
      if (cell.formula !== undefined) throw new NotModelled('copying a formula');
      return { validation: undefined, formula: undefined, ...cell };
    });
    sheet.clearConditionalFormats(rect);
    sheet.addConditionalFormats(...formats);
    this.changed(sheet, rect);
  });

  readonly merge = this.onArea((sheet, rect) => void sheet.merge(rect));
  /** `format('A1', 'numberFormat', '@')`; the keys are those of `cell`. */
  readonly format = this.onArea((sheet, rect, key: string, value: CellValue) => {
    sheet.setFormat(rect, key, value);
  });
  readonly validate = this.onArea((sheet, rect, validation: Validation) => {
    sheet.setValidation(rect, validation);
  });
  readonly addConditionalFormat = this.onArea((sheet, rect, formula: string, format: Format) => {
    sheet.addConditionalFormats({ rects: [rect], formula, format });
  });
  readonly addOtherFormat = this.onArea((sheet, rect, type: 'ColorScale' | 'unreadable') => {
    sheet.addConditionalFormats({ rects: [rect], formula: '', format: {}, type });
  });

  /** Filters a range by the values of one of its columns; its first row is the header. An AutoFilter tells of the rows that
   * it hides and shows as the hide command does (Microsoft in office-js issue 6559); one event a run is assumed. */
  readonly filter = this.onArea((sheet, { r0, r1, c0 }, column: number, values: readonly string[]) => {
    let run: readonly [first: number, hidden: boolean] | undefined;
    for (let r = r0 + 1; r <= r1 + 1; r++) {
      const hidden = !values.includes(String(sheet.cell(r, c0 + column).value));
      const changes = r <= r1 && hidden !== sheet.hiddenRows.has(r);
      if (run !== undefined && (!changes || run[1] !== hidden)) {
        this.hideRows({ sheet, rect: { r0: run[0], r1: r - 1, c0: 0, c1: MAX_COLUMNS - 1 } }, run[1]);
        run = undefined;
      }
      if (changes) run ??= [r, hidden];
    }
  });

  protect = (sheet = this.active.name, on = true): void =>
    void this.act(() => void this.sheet(sheet).set('isProtected', on, 'ProtectionChangedEvent'));
  unprotect = (sheet: string): void => void this.protect(sheet, false);
  protectStructure = (): void =>
    void this.act(() => void this.journal.assign(this, 'structureProtected', true));

  private cell = (address: string): Cell => firstCell(this.at(address));
  value = (address: string): CellValue => this.cell(address).value;
  text = (address: string): string => shownText(this.cell(address));
  formatOf = (address: string): Format => ({ ...FORMAT_DEFAULTS, ...this.cell(address).format });
  values = (address: string): CellValue[][] => gridOf(this.at(address), ({ value }) => value);

  /** The list in a cell; undefined where it has none. A source that is an error offers nothing. */
  dropdown(address: string): readonly string[] | undefined {
    const rule = this.cell(address).validation?.rule as { list: { source: string } } | undefined;
    if (rule === undefined) return undefined;
    const { source } = rule.list;
    if (!source.startsWith('=')) return source.split(',').map((text) => text.trim());
    const value = ruleValue(source, this.at(address));
    return isArea(value) ? listed(value).map(String) : [];
  }

  /** The cells that a conditional format fills, the first of several, by colour: `{ '#FFC7CE': ['A3', 'B7'] }`. */
  marked(address: string): Record<string, string[]> {
    const { sheet, rect } = this.at(address);
    const marked: Record<string, string[]> = {};
    for (const [r, c] of sheet.placesIn(rect)) {
      const shown = sheet.conditionalFormats.find(
        ({ rects, formula, format }) =>
          'fill.color' in format &&
          rects.some((q) => holds(q, r, c)) &&
          isTrue(ruleValue(formula, { sheet, rect: rectAt(r, c) })),
      );
      if (shown !== undefined)
        (marked[String(shown.format['fill.color'])] ??= []).push(formatA1(rectAt(r, c)));
    }
    return marked;
  }

  snapshot(): Snapshot {
    const { names, settings } = this;
    return plain({ sheets: this.sheets.map(stateOf), names, settings }) as Snapshot;
  }
}
