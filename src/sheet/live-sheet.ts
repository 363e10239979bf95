import { COLUMN_KEYS, type Application, type ColumnKey } from '../rules/application';
import type { IsoDate } from '../rules/calendar-date';
import { EMPTY_CELL, type Cell } from '../rules/cell';
import { Checker } from '../rules/checker';
import type { Facts } from '../rules/facts';
import type { Rulebook } from '../rules/rulebook';
import { toA1 } from './a1';
import { reportOf, rowReport, type PlacedFinding, type RowReport, type SheetReport } from './check-sheet';
import { findHeader, type FoundHeader } from './find-header';
import type { Grid, GridRange } from './grid';
import { readSheet, rereadRow, type SheetReading, type SheetRow } from './read-sheet';

/** Fewer rows than these are judged one by one, however small their sheet. */
const FEW_ROWS = 100;

/**
 * A sheet that is being worked on: kept as cells, as rows and as judged, so that an edit costs work in proportion to
 * what it touches. What an edit leaves is what a fresh check of the same cells would give, the sheets beside it included.
 */
export class LiveSheet {
  readonly #rulebook: Rulebook;
  readonly #today: IsoDate;
  #lines: (readonly (Cell | undefined)[] | undefined)[] = [];
  #grid: Grid;
  #header: FoundHeader | null = null;
  #reading: SheetReading;
  #checker: Checker;
  /** The rows by their number, in the order of the sheet. */
  #rows = new Map<number, SheetRow>();
  readonly #reports = new Map<number, RowReport>();
  #report: SheetReport | undefined;
  /** The other sheets of the workbook: each has this one beside it, too. */
  #beside: readonly LiveSheet[] = [];
  #version = 0;

  /** @param today the day that ages are counted to where a row has no readable 提交时间 */
  constructor(rulebook: Rulebook, grid: Grid, today: IsoDate) {
    this.#rulebook = rulebook;
    this.#today = today;
    this.#grid = grid;
    this.#checker = new Checker(rulebook, today);
    this.#reading = this.#take(grid);
    this.#load();
  }

  get reading(): SheetReading {
    return this.#reading;
  }

  get grid(): Grid {
    return this.#grid;
  }

  /** Another number whenever something else may have to be said, be it for an edit of a sheet beside this one. */
  get version(): number {
    return this.#version;
  }

  /** The whole report; made again only after a change. */
  get report(): SheetReport {
    return (this.#report ??= reportOf(
      this.#reading,
      this.#reading.rows.flatMap(({ row }) => this.row(row) ?? []),
    ));
  }

  /** What is to be said of a workbook row, counted from 1; undefined for one that is no application. */
  row(row: number): RowReport | undefined {
    const known = this.#reports.get(row);
    if (known !== undefined) return known;
    const report = rowReport(this.#rulebook, this.#reading, this.#checker, row);
    if (report !== undefined) this.#reports.set(row, report);
    return report;
  }

  /**
   * What is to be said of a cell, counted from 0, each thing once: also by the rows below it that a merged area gives its
   * value to.
   */
  findingsAt(row: number, column: number): readonly PlacedFinding[] {
    const cell = toA1(row, column);
    const bottom = this.#grid.merges.find(({ top, left }) => top === row && left === column)?.bottom ?? row;
    const said = new Map<string, PlacedFinding>();
    for (let each = row; each <= bottom; each++)
      for (const finding of this.row(each + 1)?.findings ?? [])
        if (finding.cell === cell) said.set(`${finding.message} ${JSON.stringify(finding.params)}`, finding);
    return [...said.values()];
  }

  /** Whether a workbook row has findings that deserve a look: errors or warnings. */
  isFaulty(row: number): boolean {
    return this.row(row)?.findings.some(({ severity }) => severity !== 'info') === true;
  }

  /**
   * Whether so many changed rows are cheaper judged with the whole sheet, from a fiftieth of it: each row asks for all that
   * share something with it, and an ID number that was filled down makes one person of a sheet.
   */
  isMany(rows: number): boolean {
    return rows > FEW_ROWS && rows * 50 > this.#reading.rows.length;
  }

  /** What the cells of a workbook row say. */
  facts(row: number): Facts | undefined {
    return this.#checker.facts(row);
  }

  /**
   * Sets the sheets of a workbook beside one another: 六（二）2 looks at all of them. Hidden ones are left out, as `kpy check`
   * does, though one may be followed.
   */
  static setBeside(sheets: readonly LiveSheet[]): void {
    const visible = sheets.filter(({ grid }) => grid.visible);
    for (const sheet of sheets)
      sheet.#setBeside(sheet.grid.visible ? visible.filter((each) => each !== sheet) : []);
  }

  #setBeside(beside: readonly LiveSheet[]): void {
    const before = this.#beside;
    this.#beside = beside;
    this.#look();
    if (this.#reports.size === 0) return;
    const gone = before.filter((each) => !beside.includes(each));
    const come = beside.filter((each) => !before.includes(each));
    for (const each of [...gone, ...come]) this.#forget(each.#persons(each.#rows.keys()));
  }

  /** Looks at the sheets beside this one, as they are when something is to be said. */
  #look(): void {
    this.#checker.setBeside(
      this.#beside.map((each) => ({ sheet: each.#reading.sheet, checker: each.#checker })),
    );
  }

  #persons(rows: Iterable<number>): ReadonlySet<string> {
    return new Set(Array.from(rows, (row) => this.#checker.personOf(row)));
  }

  /** What has been said of these people no longer holds. */
  #forget(persons: ReadonlySet<string>): void {
    for (const person of persons)
      for (const row of this.#checker.rowsOf(person)) {
        this.#reports.delete(row);
        this.#changed();
      }
  }

  #forgetBeside(...persons: readonly ReadonlySet<string>[]): void {
    for (const each of this.#beside) for (const some of persons) each.#forget(some);
  }

  #changed(): void {
    this.#report = undefined;
    this.#version++;
  }

  /**
   * Takes new cells of a range.
   *
   * @param cells row by row, as many as the range has
   * @returns the workbook rows, from 1, whose findings or verdict may have changed
   */
  edit(range: GridRange, cells: readonly (readonly Cell[])[]): readonly number[] {
    cells.forEach((line, i) => {
      const before = this.#lines[range.top + i] ?? [];
      const after = Array.from({ length: Math.max(before.length, range.right + 1) }, (_, c) => before[c]);
      line.forEach((cell, j) => (after[range.left + j] = cell));
      this.#lines[range.top + i] = after;
    });
    return this.#editRows(range) ?? this.#readAgain();
  }

  /**
   * The quick way: every edited row was and is an application, and stands alone. Null where that does not hold, or a row
   * beside them is none because of what stands in them.
   */
  #editRows({ top, bottom }: GridRange): readonly number[] | null {
    if (this.#header === null || top <= this.#header.bottom) return null;
    if (this.#reading.skipped.some(({ row }) => row === top || row === bottom + 2)) return null;
    const end = this.#reading.endRow ?? Infinity;
    const changed: SheetRow[] = [];
    for (let row = top; row <= bottom; row++) {
      if (!this.#rows.has(row + 1)) return null;
      const again = rereadRow(this.#grid, this.#header, row, row + 1 > end);
      if (again === null) return null;
      changed.push(again);
    }
    const rows = new Map(changed.map((row) => [row.row, row]));
    this.#reading = {
      ...this.#reading,
      rows: this.#reading.rows.map((row) => rows.get(row.row) ?? row),
    };
    return this.#update(changed, []);
  }

  /** The thorough way: the sheet is read as a whole, and what differs is judged again. */
  #readAgain(): readonly number[] {
    const before = this.#rows;
    const columns = this.#reading.columns;
    this.#reading = this.#take(this.#grid);
    if (!sameColumns(columns, this.#reading.columns)) return this.#judgeAgain();
    const changed = this.#reading.rows.filter(({ row, cells }) => !sameCells(before.get(row)?.cells, cells));
    const rows = new Set(this.#reading.rows.map(({ row }) => row));
    const gone = [...before.keys()].filter((row) => !rows.has(row));
    const moved = new Set([...gone, ...changed.flatMap(({ row }) => (before.has(row) ? [] : [row]))]);
    return [...new Set([...this.#update(changed, gone), ...this.#retoldBelow(moved)])];
  }

  /** Which row tells of a merged institution goes by whether the first row of its area is an application (check-sheet.ts). */
  #retoldBelow(moved: ReadonlySet<number>): readonly number[] {
    const below = [...this.#reading.merged].flatMap(([row, holders]) =>
      moved.has(holders.get('institution') ?? row) ? [row] : [],
    );
    for (const row of below) this.#reports.delete(row);
    return below;
  }

  #update(changed: readonly SheetRow[], gone: readonly number[]): readonly number[] {
    if (this.isMany(changed.length + gone.length)) return this.#judgeAgain();
    const touched = new Set<number>();
    const rows = [...gone, ...changed.map(({ row }) => row)];
    const before = this.#persons(rows);
    for (const row of gone) for (const each of this.#checker.update(row, null)) touched.add(each);
    for (const { row, cells } of changed)
      for (const each of this.#checker.update(row, cells)) touched.add(each);
    for (const row of touched) this.#reports.delete(row);
    for (const row of gone) this.#rows.delete(row);
    if (gone.length > 0 || changed.some(({ row }) => !this.#rows.has(row)))
      this.#rows = new Map(this.#reading.rows.map((row) => [row.row, row]));
    else for (const row of changed) this.#rows.set(row.row, row);
    this.#changed();
    this.#forgetBeside(before, this.#persons(rows));
    return [...touched];
  }

  /** Every row as it is read now. */
  #judgeAgain(): readonly number[] {
    const before = [...this.#rows.keys()];
    this.#load();
    return [...new Set([...before, ...this.#rows.keys()])];
  }

  #take(grid: Grid): SheetReading {
    this.#lines = [...grid.rows];
    this.#grid = { ...grid, rows: this.#lines };
    this.#header = findHeader(this.#grid);
    return readSheet(this.#grid, this.#header);
  }

  #load(): void {
    const before = this.#persons(this.#rows.keys());
    this.#checker = new Checker(this.#rulebook, this.#today);
    this.#checker.load(this.#reading.rows);
    this.#rows = new Map(this.#reading.rows.map((row) => [row.row, row]));
    this.#reports.clear();
    this.#changed();
    for (const each of [this, ...this.#beside]) each.#look();
    this.#forgetBeside(before, this.#persons(this.#rows.keys()));
  }
}

const sameColumns = (a: ReadonlyMap<ColumnKey, number>, b: ReadonlyMap<ColumnKey, number>): boolean =>
  a.size === b.size && [...a].every(([key, column]) => b.get(key) === column);

function sameCells(a: Application | undefined, b: Application): boolean {
  return a !== undefined && COLUMN_KEYS.every((key) => sameCell(a[key], b[key]));
}

export const sameCell = (a: Cell | undefined, b: Cell | undefined): boolean => {
  if (a === b) return true;
  const [x, y] = [a ?? EMPTY_CELL, b ?? EMPTY_CELL];
  return (
    (a === undefined) === (b === undefined) &&
    x.kind === y.kind &&
    x.text === y.text &&
    x.number === y.number &&
    x.formula === y.formula
  );
};
