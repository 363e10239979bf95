import type {
  CellChange,
  CellContent,
  CellWrite,
  Host,
  HostedSheet,
  HostFailure,
  HostEvent,
  HostProblem,
  Outcome,
  SheetId,
  SheetMarks,
} from '../../src/hosts/host';
import { done } from '../../src/hosts/host';
import { EMPTY_CELL, numberCell, textCell, type Cell } from '../../src/rules/cell';
import { fromSerial } from '../../src/rules/calendar-date';
import { toA1 } from '../../src/sheet/a1';
import type { Grid } from '../../src/sheet/grid';

interface MemorySheet {
  name: string;
  rows: Cell[][];
  merges: Grid['merges'];
  hidden: Set<number>;
  /** Rows that the user hid. */
  readonly filteredOut: Set<number>;
  protected: boolean;
  visible: boolean;
  marks: SheetMarks | null;
}

/** What comes between a call and its answer: it is waited for, and a failure is answered in place of what was done. */
export interface Weather {
  before(method: keyof Host): Promise<HostFailure | null>;
  /** What was asked is done by now. */
  after(method: keyof Host, sheet: SheetId | undefined): Promise<HostFailure | null>;
}

const sheetIdOf = (name: string): SheetId => `sheet:${name}` as SheetId;

/** A host that keeps its sheets in memory, for tests of what stands on the Host interface. */
export class MemoryHost implements Host {
  readonly sheets = new Map<SheetId, MemorySheet>();
  readonly memory = new Map<string, string>();
  readonly copies: { readonly bytes: Uint8Array; readonly fileName: string }[] = [];
  /** The name of every method that was called, in order. */
  readonly calls: string[] = [];
  /** What the next calls of a method answer instead of doing their work. */
  readonly faults = new Map<keyof Host, HostProblem[]>();
  /** Methods that do nothing until their promise is kept, as in an Excel that takes its time. */
  readonly gates = new Map<keyof Host, Promise<void>>();
  weather: Weather | null = null;
  selected: { readonly sheet: SheetId; readonly row: number; readonly column: number } | null = null;
  lists: { readonly sheet: SheetId; readonly columns: readonly string[] } | null = null;
  readonly #listeners = new Set<(event: HostEvent) => void>();

  /** Adds a sheet with these cells. */
  add(name: string, rows: readonly (readonly (string | number | Cell)[])[]): SheetId {
    const id = sheetIdOf(name);
    this.sheets.set(id, {
      name,
      rows: rows.map((row) => row.map(cellOf)),
      merges: [],
      hidden: new Set(),
      filteredOut: new Set(),
      protected: false,
      visible: true,
      marks: null,
    });
    return id;
  }

  /** What a user does: types into a cell. */
  type(sheet: SheetId, row: number, column: number, value: string | number | Cell): void {
    this.#put(sheet, row, column, cellOf(value));
    this.emit({ kind: 'edited', sheet, range: { top: row, left: column, bottom: row, right: column } });
  }

  /** What a user does: selects a cell. */
  click(sheet: SheetId, row: number, column: number): void {
    this.selected = { sheet, row, column };
    this.emit({ kind: 'selected', sheet, row, column });
  }

  emit(event: HostEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  cell(sheet: SheetId, row: number, column: number): Cell {
    return this.sheets.get(sheet)?.rows[row]?.[column] ?? EMPTY_CELL;
  }

  readAll(): Promise<Outcome<readonly HostedSheet[]>> {
    const isActive = (id: SheetId): number => Number(id === this.selected?.sheet);
    return this.#answer('readAll', () =>
      [...this.sheets]
        .filter(([, { visible }]) => visible)
        .sort(([a], [b]) => isActive(b) - isActive(a))
        .map(([id]) => this.#hosted(id)),
    );
  }

  read(sheet: SheetId): Promise<Outcome<HostedSheet>> {
    return this.#answer('read', () => this.#hosted(sheet), sheet);
  }

  readRange: Host['readRange'] = (sheet, { top, left, bottom, right }) =>
    this.#answer(
      'readRange',
      () =>
        Array.from({ length: bottom - top + 1 }, (_, i) =>
          Array.from({ length: right - left + 1 }, (__, j) => this.cell(sheet, top + i, left + j)),
        ),
      sheet,
    );

  write: Host['write'] = (sheet, writes) =>
    this.#answer(
      'write',
      () => {
        const changes: CellChange[] = [];
        const skipped = [];
        for (const { row, column, expected, value } of writes) {
          const before = this.cell(sheet, row, column);
          if (before.text !== expected) {
            skipped.push(toA1(row, column));
            continue;
          }
          this.#put(sheet, row, column, contentCell(value));
          changes.push({ row, column, before: contentOf(before), after: this.cell(sheet, row, column) });
        }
        return { changes, skipped, refused: [] };
      },
      sheet,
      true,
    );

  mark: Host['mark'] = (sheet, marks) =>
    this.#answer(
      'mark',
      () => {
        const there = this.sheets.get(sheet);
        if (there !== undefined) there.marks = marks;
      },
      sheet,
    );

  unmark: Host['unmark'] = () =>
    this.#answer('unmark', () => {
      for (const sheet of this.sheets.values()) sheet.marks = null;
    });

  offerLists: Host['offerLists'] = (sheet, places) =>
    this.#answer(
      'offerLists',
      () => {
        this.lists = { sheet, columns: [...places.columns.keys()] };
        return { kept: [] };
      },
      sheet,
    );

  withdrawLists: Host['withdrawLists'] = () =>
    this.#answer('withdrawLists', () => {
      this.lists = null;
    });

  insertForm: Host['insertForm'] = (layout, rows) =>
    this.#answer('insertForm', () => {
      const blank = layout.columns.map(() => '');
      return this.add(layout.title, [
        [layout.title],
        layout.columns.map(({ header }) => header),
        ...Array.from({ length: rows }, () => blank),
        [layout.footer],
        ...layout.remarks.map((remark) => [remark]),
      ]);
    });

  insertRows: Host['insertRows'] = (sheet, row, count) =>
    this.#answer(
      'insertRows',
      () => {
        this.sheets.get(sheet)?.rows.splice(row, 0, ...Array.from({ length: count }, (): Cell[] => []));
      },
      sheet,
      true,
    );

  removeRows: Host['removeRows'] = (sheet, row, count) =>
    this.#answer(
      'removeRows',
      () => {
        const rows = this.sheets.get(sheet)?.rows ?? [];
        if (rows.slice(row, row + count).some((line) => line.some(({ text }) => text !== ''))) return false;
        rows.splice(row, count);
        return true;
      },
      sheet,
      true,
    );

  select: Host['select'] = (sheet, row, column) =>
    this.#answer(
      'select',
      () => {
        this.selected = { sheet, row, column };
      },
      sheet,
    );

  showOnly: Host['showOnly'] = (sheet, { firstRow, lastRow }, rows) =>
    this.#answer(
      'showOnly',
      () => {
        const there = this.sheets.get(sheet);
        if (there === undefined) return;
        there.hidden.clear();
        if (rows === null) return;
        for (let row = firstRow; row <= lastRow; row++) if (!rows.has(row)) there.hidden.add(row);
      },
      sheet,
    );

  openCopy: Host['openCopy'] = (bytes, fileName) =>
    this.#answer('openCopy', () => {
      this.copies.push({ bytes, fileName });
      return 'opened';
    });

  recall: Host['recall'] = (key) => this.#answer('recall', () => this.memory.get(key) ?? null);

  remember: Host['remember'] = (key, text) =>
    this.#answer('remember', () => {
      if (text === null) this.memory.delete(key);
      else this.memory.set(key, text);
    });

  watch: Host['watch'] = (listener) =>
    this.#answer('watch', () => {
      this.#listeners.add(listener);
      return () => {
        this.#listeners.delete(listener);
        return Promise.resolve();
      };
    });

  #hosted(id: SheetId): HostedSheet {
    const sheet = this.sheets.get(id);
    if (sheet === undefined) throw new Error(`${id} is not there`);
    const grid: Grid = {
      name: sheet.name,
      rows: sheet.rows.map((row) => [...row]),
      merges: sheet.merges,
      hiddenRows: new Set(sheet.filteredOut),
      visible: sheet.visible,
    };
    const position = [...this.sheets.keys()].indexOf(id);
    return { id, grid, position, protected: sheet.protected };
  }

  #put(id: SheetId, row: number, column: number, cell: Cell): void {
    const rows = this.sheets.get(id)?.rows;
    if (rows === undefined) return;
    while (rows.length <= row) rows.push([]);
    const line = rows[row] ?? [];
    while (line.length < column) line.push(EMPTY_CELL);
    line[column] = cell;
    rows[row] = line;
  }

  async #answer<T>(method: keyof Host, work: () => T, sheet?: SheetId, writes = false): Promise<Outcome<T>> {
    this.calls.push(method);
    const gate = this.gates.get(method);
    if (gate !== undefined) await gate;
    const foul = await this.weather?.before(method);
    if (foul !== undefined && foul !== null) return foul;
    const fault = this.faults.get(method)?.shift();
    if (fault !== undefined) return { ok: false, problem: fault };
    const there = sheet === undefined ? undefined : this.sheets.get(sheet);
    if (sheet !== undefined && there === undefined) return { ok: false, problem: 'sheet-gone' };
    if (writes && there?.protected === true) return { ok: false, problem: 'protected' };
    const answer = work();
    return (await this.weather?.after(method, sheet)) ?? done(answer);
  }
}

const cellOf = (value: string | number | Cell): Cell => {
  if (typeof value === 'object') return value;
  return typeof value === 'number' ? numberCell(value) : textCell(value);
};

const contentOf = (cell: Cell): CellContent => ({
  formula: cell.formula === undefined ? (cell.number ?? cell.text) : `=${cell.formula}`,
  format: cell.kind === 'date' ? 'yyyy-mm-dd' : cell.kind === 'text' ? '@' : 'General',
});

function contentCell(value: CellWrite['value']): Cell {
  if (typeof value !== 'object') return cellOf(value);
  if ('serial' in value) return dateCell(value.serial);
  const { formula, format } = value;
  if (typeof formula === 'number') return format === 'yyyy-mm-dd' ? dateCell(formula) : numberCell(formula);
  return textCell(String(formula));
}

const dateCell = (serial: number): Cell => ({ kind: 'date', text: fromSerial(serial) ?? '', number: serial });
