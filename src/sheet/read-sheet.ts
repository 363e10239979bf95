import { COLUMN_KEYS, NO_CELLS, type Application, type ColumnKey } from '../rules/application';
import { EMPTY_CELL, type Cell } from '../rules/cell';
import type { MessageParams, RuleName, Severity } from '../rules/finding';
import { toA1, type A1 } from './a1';
import { headerOf } from './columns';
import { findHeader, type FoundHeader } from './find-header';
import { footerKind, readFooter, rowTexts, type SheetFooter } from './footer';
import type { Grid, GridRange } from './grid';
import { foldHeader } from './header-text';

/** A finding about the sheet as a whole or a row as such. Rows count from 1, as in the workbook. */
export interface SheetFinding {
  readonly rule: RuleName;
  readonly severity: Severity;
  readonly row: number | null;
  readonly column: ColumnKey | null;
  readonly cell: A1 | null;
  readonly value: string;
  readonly message: string;
  readonly params: MessageParams;
}

export interface SheetRow {
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: Application;
}

export interface SkippedRow {
  readonly row: number;
  readonly reason: 'blank' | 'subtotal' | 'repeated-header';
}

/** A worksheet, read. Workbook rows count from 1, columns from 0. */
export interface SheetReading {
  readonly sheet: string;
  /** The last row of the header; null where none was found. */
  readonly headerRow: number | null;
  readonly columns: ReadonlyMap<ColumnKey, number>;
  readonly rows: readonly SheetRow[];
  /** By row, the columns whose value a vertical merge gives, and the row that holds it. */
  readonly merged: ReadonlyMap<number, ReadonlyMap<ColumnKey, number>>;
  readonly skipped: readonly SkippedRow[];
  readonly footer: SheetFooter | null;
  /** The row at which the rows should have ended: the footer, or remarks without one. */
  readonly endRow: number | null;
  readonly findings: readonly SheetFinding[];
}

/**
 * Every visible worksheet with a header; where none has one, the first visible worksheet with sheet.no-header. A workbook
 * that shows no worksheet at all is read as if it showed every one.
 */
export function readSheets(grids: readonly Grid[]): readonly SheetReading[] {
  const visible = grids.filter((grid) => grid.visible);
  const readings = (visible.length > 0 ? visible : grids).map((grid) => readSheet(grid));
  const withHeader = readings.filter(({ headerRow }) => headerRow !== null);
  return withHeader.length > 0 ? withHeader : readings.slice(0, 1);
}

/** Reads a worksheet by its header, wherever its columns are. */
export function readSheet(grid: Grid, header = findHeader(grid)): SheetReading {
  if (header === null) {
    const none = finding('sheet.no-header', 'error', null, {});
    return {
      sheet: grid.name,
      headerRow: null,
      columns: new Map(),
      rows: [],
      merged: new Map(),
      skipped: [],
      footer: null,
      endRow: null,
      findings: [none],
    };
  }
  const headerRow = header.bottom + 1;
  const body = readBody(grid, header);
  return {
    sheet: grid.name,
    headerRow,
    columns: header.columns,
    rows: body.rows,
    merged: body.merged,
    skipped: body.skipped,
    footer: body.footer,
    endRow: body.endRow,
    findings: [...headerFindings(header), ...body.findings],
  };
}

function finding(
  rule: RuleName,
  severity: Severity,
  row: number | null,
  params: MessageParams,
  more: {
    readonly message?: string;
    readonly column?: ColumnKey;
    readonly cell?: A1;
    readonly value?: string;
  } = {},
): SheetFinding {
  const { message = rule, column = null, cell = null, value = '' } = more;
  return { rule, severity, row, column, cell, value, message, params };
}

function headerFindings({ bottom, columns, ambiguous }: FoundHeader): readonly SheetFinding[] {
  const unclear = new Set(ambiguous.flatMap(({ keys }) => keys));
  const missing = COLUMN_KEYS.filter((key) => !columns.has(key) && !unclear.has(key));
  return [
    ...missing.map((key) =>
      finding('sheet.missing-column', 'error', bottom + 1, { header: headerOf(key) }, { column: key }),
    ),
    ...ambiguous.map(({ keys, cell, text, cells }) => {
      const params = { header: keys.map(headerOf).join('、'), cells: cells.join('、') };
      const [only, ...others] = keys;
      return finding('sheet.ambiguous-column', 'error', bottom + 1, params, {
        cell,
        value: text,
        ...(others.length === 0 && only !== undefined ? { column: only } : {}),
      });
    }),
  ];
}

type Body = Pick<SheetReading, 'rows' | 'merged' | 'skipped' | 'footer' | 'endRow' | 'findings'>;

function readBody(grid: Grid, header: FoundHeader): Body {
  const rows: SheetRow[] = [];
  const merged = new Map<number, ReadonlyMap<ColumnKey, number>>();
  const skipped: SkippedRow[] = [];
  const findings: SheetFinding[] = [];
  const merges = new VerticalMerges(grid, header);
  const headerTexts = foldedHeader(grid, header);
  let footer: SheetFooter | null = null;
  let endRow: number | null = null;
  let blanks: SkippedRow[] = [];
  for (let row = header.bottom + 1; row < grid.rows.length; row++) {
    const line = grid.rows[row];
    merges.moveTo(row);
    if (line === undefined || line.length === 0) {
      blanks.push({ row: row + 1, reason: 'blank' });
      continue;
    }
    const kind = lineKind(grid, header, headerTexts, row, endRow !== null);
    if (kind === 'footer') {
      footer ??= readFooter(row, rowTexts(grid, row));
      endRow ??= row + 1;
    } else if (kind === 'remarks') {
      // Remarks above the first person are instructions, not the foot.
      if (rows.length > 0) endRow ??= row + 1;
    } else if (kind === 'blank') blanks.push({ row: row + 1, reason: 'blank' });
    else if (kind !== 'application') skipped.push({ row: row + 1, reason: kind });
    if (kind !== 'application') continue;
    // Blank rows matter only between rows; those below the last one are the form's own.
    skipped.push(...blanks);
    blanks = [];
    const hidden = grid.hiddenRows.has(row);
    const values = merges.take(row);
    rows.push({ row: row + 1, hidden, cells: applicationOf(line, header.columns, values) });
    if (values.size > 0) merged.set(row + 1, rowsHolding(header.columns, values));
    if (hidden) findings.push(finding('sheet.hidden-row', 'warning', row + 1, {}));
    if (endRow !== null) {
      const message = 'sheet.footer/rows-follow';
      findings.push(finding('sheet.footer', 'warning', row + 1, { row: endRow }, { message }));
    }
  }
  if (footer === null) {
    const message = 'sheet.footer/missing';
    findings.push(finding('sheet.footer', 'warning', header.bottom + 1, {}, { message }));
  }
  for (const { top, left, bottom, right } of merges.taken) {
    const range = `${toA1(top, left)}:${toA1(bottom, right)}`;
    findings.push(finding('sheet.merged', 'info', top + 1, { range }));
  }
  skipped.push(...blanks.filter(({ row }) => rowTexts(grid, row - 1).length > 0));
  return { rows, merged, skipped: skipped.sort((a, b) => a.row - b.row), footer, endRow, findings };
}

/**
 * One row of the body, read again on its own after some of its cells changed; null where the sheet has to be read as a
 * whole: the row is no application, or a merged area gives it a value.
 *
 * @param row counts from 0
 */
export function rereadRow(
  grid: Grid,
  header: FoundHeader,
  row: number,
  afterFooter: boolean,
): SheetRow | null {
  const line = grid.rows[row];
  if (line === undefined || row <= header.bottom) return null;
  if (grid.merges.some(({ top, bottom }) => top < bottom && top <= row && row <= bottom)) return null;
  if (lineKind(grid, header, foldedHeader(grid, header), row, afterFooter) !== 'application') return null;
  const hidden = grid.hiddenRows.has(row);
  return { row: row + 1, hidden, cells: applicationOf(line, header.columns, new Map()) };
}

type LineKind = 'application' | 'blank' | 'footer' | 'remarks' | 'subtotal' | 'repeated-header';

const SUBTOTAL = /^(?:本页)?(?:合计|小计|总计)|^(?:共计?|累计)[:：]?\d+[人名]$/;

function lineKind(
  grid: Grid,
  header: FoundHeader,
  headerTexts: ReadonlyMap<number, string>,
  row: number,
  afterFooter: boolean,
): LineKind {
  const line = grid.rows[row] ?? [];
  const own = (key: ColumnKey): string => {
    const column = header.columns.get(key);
    return column === undefined ? '' : (line[column]?.text.trim() ?? '');
  };
  const name = own('name');
  const telling = [name, own('idNumber'), own('occupationName'), own('occupationCode')].filter(
    (text) => text !== '',
  ).length;
  if (repeatsHeader(line, headerTexts) || (/^\d+$/.test(name) && numbersColumns(line, header)))
    return 'repeated-header';
  // A full row is an application, whatever its first cell begins with; few rows need a closer look.
  if (telling >= 3) return 'application';
  const texts = rowTexts(grid, row);
  const foot = footerKind(texts);
  if (foot !== null) return foot;
  if (texts.some((text) => SUBTOTAL.test(text.replace(/\s+/g, '')))) return 'subtotal';
  if (afterFooter) return telling >= 2 ? 'application' : 'remarks';
  return telling > 0 ? 'application' : 'blank';
}

/** Cells that differ from the header before a row is known for one of data. */
const PATIENCE = 3;

/**
 * Whether the header's texts stand in the row again: half of them, or, in a row of a header of two, all that the row
 * holds.
 */
function repeatsHeader(
  line: Grid['rows'][number] & object,
  headerTexts: ReadonlyMap<number, string>,
): boolean {
  let same = 0;
  let different = 0;
  for (const [column, text] of headerTexts) {
    const there = line[column]?.text ?? '';
    if (there === '') continue;
    if (foldHeader(there) === text) same++;
    else if (++different >= PATIENCE && different > same) return false;
  }
  return (same >= 3 && same * 2 >= headerTexts.size) || (same >= 2 && different === 0);
}

/** Whether a row counts the columns: 1, 2, 3 … under the header. */
function numbersColumns(line: Grid['rows'][number] & object, header: FoundHeader): boolean {
  const columns = [...header.columns.values()].sort((a, b) => a - b);
  const numbers = columns.map((column) => Number(line[column]?.text ?? 'none'));
  const [first = Number.NaN] = numbers;
  return columns.length >= 3 && numbers.every((number, i) => number === first + i);
}

/** What stands in each column of the header, folded for comparison. */
const foldedHeader = (grid: Grid, header: FoundHeader): ReadonlyMap<number, string> =>
  new Map(
    [...header.columns.values()].map((column) => [column, foldHeader(headerTextOf(grid, header, column))]),
  );

/** The header text of a column: the lowest where the header has two rows. */
export function headerTextOf(grid: Grid, { top, bottom }: FoundHeader, column: number): string {
  for (let row = bottom; row >= top; row--) {
    const text = grid.rows[row]?.[column]?.text ?? '';
    if (text !== '') return text;
  }
  return '';
}

interface MergedValue {
  readonly range: GridRange;
  readonly cell: Cell;
}

/** The merges over several rows that begin below the header in one of its columns. */
function verticalMerges(grid: Grid, header: FoundHeader): readonly GridRange[] {
  const known = new Set(header.columns.values());
  return grid.merges.filter(
    ({ top, left, bottom }) => top > header.bottom && bottom > top && known.has(left),
  );
}

/** What the vertical merges give to the rows, as the rows are read from top to bottom. */
class VerticalMerges {
  /** Those that gave a value to an application, in the order in which they were met. */
  readonly taken = new Set<GridRange>();
  private readonly starts = new Map<number, MergedValue[]>();
  private readonly current = new Map<number, MergedValue>();

  constructor(grid: Grid, header: FoundHeader) {
    for (const range of verticalMerges(grid, header)) {
      const { top, left } = range;
      const cell = grid.rows[top]?.[left];
      if (cell === undefined) continue;
      const there = this.starts.get(top);
      if (there === undefined) this.starts.set(top, [{ range, cell }]);
      else there.push({ range, cell });
    }
  }

  moveTo(row: number): void {
    for (const value of this.starts.get(row) ?? []) this.current.set(value.range.left, value);
  }

  /** The values for an application in this row, by the column. */
  take(row: number): ReadonlyMap<number, MergedValue> {
    for (const [column, { range }] of this.current) {
      if (range.bottom < row) this.current.delete(column);
      else this.taken.add(range);
    }
    return this.current;
  }
}

function applicationOf(
  line: readonly (Cell | undefined)[],
  columns: ReadonlyMap<ColumnKey, number>,
  merged: ReadonlyMap<number, MergedValue>,
): Application {
  const cells = { ...NO_CELLS };
  for (const [key, column] of columns) cells[key] = merged.get(column)?.cell ?? line[column] ?? EMPTY_CELL;
  return cells;
}

/** The workbook's row of each merged value. */
function rowsHolding(
  columns: ReadonlyMap<ColumnKey, number>,
  merged: ReadonlyMap<number, MergedValue>,
): ReadonlyMap<ColumnKey, number> {
  const rows = new Map<ColumnKey, number>();
  for (const [key, column] of columns) {
    const value = merged.get(column);
    if (value !== undefined) rows.set(key, value.range.top + 1);
  }
  return rows;
}
