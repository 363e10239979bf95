import { COLUMN_KEYS, type Application, type ColumnKey } from '../rules/application';
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
  readonly skipped: readonly SkippedRow[];
  readonly footer: SheetFooter | null;
  readonly findings: readonly SheetFinding[];
}

/** Every visible worksheet with a header; where none has one, the first visible worksheet with sheet.no-header. */
export function readSheets(grids: readonly Grid[]): readonly SheetReading[] {
  const visible = grids.filter((grid) => grid.visible);
  const readings = visible.map(readSheet);
  const withHeader = readings.filter(({ headerRow }) => headerRow !== null);
  return withHeader.length > 0 ? withHeader : readings.slice(0, 1);
}

/** Reads a worksheet by its header, wherever its columns are. */
export function readSheet(grid: Grid): SheetReading {
  const header = findHeader(grid);
  if (header === null) {
    const none = finding('sheet.no-header', 'error', null, {});
    return {
      sheet: grid.name,
      headerRow: null,
      columns: new Map(),
      rows: [],
      skipped: [],
      footer: null,
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
    skipped: body.skipped,
    footer: body.footer,
    findings: [...headerFindings(grid, header), ...body.findings],
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

function headerFindings(grid: Grid, { bottom, columns, ambiguous }: FoundHeader): readonly SheetFinding[] {
  const unclear = new Set(ambiguous.flatMap(({ keys }) => keys));
  const missing = COLUMN_KEYS.filter((key) => !columns.has(key) && !unclear.has(key));
  return [
    ...missing.map((key) =>
      finding('sheet.missing-column', 'error', bottom + 1, { header: headerOf(key) }, { column: key }),
    ),
    ...ambiguous.map(({ keys, column, cells }) => {
      const params = { header: keys.map(headerOf).join('、'), cells: cells.join('、') };
      const [only] = keys;
      const cell = toA1(bottom, column);
      const value = grid.rows[bottom]?.[column]?.text ?? '';
      return finding('sheet.ambiguous-column', 'error', bottom + 1, params, {
        cell,
        value,
        ...(keys.length === 1 && only !== undefined ? { column: only } : {}),
      });
    }),
  ];
}

type Body = Pick<SheetReading, 'rows' | 'skipped' | 'footer' | 'findings'>;

function readBody(grid: Grid, header: FoundHeader): Body {
  const rows: SheetRow[] = [];
  const skipped: SkippedRow[] = [];
  const findings: SheetFinding[] = [];
  const merged = mergedAbove(grid, header);
  const headerTexts = new Map(
    [...header.columns].map(([, column]) => [column, headerTextOf(grid, header, column)]),
  );
  let footer: SheetFooter | null = null;
  let blanks: SkippedRow[] = [];
  for (let row = header.bottom + 1; row < grid.rows.length; row++) {
    const line = grid.rows[row];
    if (line === undefined || line.length === 0) {
      blanks.push({ row: row + 1, reason: 'blank' });
      continue;
    }
    const kind = lineKind(grid, header, headerTexts, row, footer !== null);
    if (kind === 'footer') footer ??= readFooter(row, rowTexts(grid, row));
    else if (kind === 'subtotal' || kind === 'repeated-header') skipped.push({ row: row + 1, reason: kind });
    else if (kind === 'blank') blanks.push({ row: row + 1, reason: 'blank' });
    if (kind !== 'application') continue;
    // Blank rows matter only between rows; those below the last one are the form's own.
    skipped.push(...blanks);
    blanks = [];
    const hidden = grid.hiddenRows.has(row);
    rows.push({ row: row + 1, hidden, cells: applicationOf(line, header.columns, merged.get(row)) });
    if (hidden) findings.push(finding('sheet.hidden-row', 'warning', row + 1, {}));
    if (footer !== null) {
      findings.push(
        finding(
          'sheet.footer',
          'warning',
          row + 1,
          { row: footer.row },
          { message: 'sheet.footer/rows-follow' },
        ),
      );
    }
  }
  if (footer === null)
    findings.push(
      finding('sheet.footer', 'warning', header.bottom + 1, {}, { message: 'sheet.footer/missing' }),
    );
  const last = rows.at(-1)?.row ?? 0;
  for (const merge of dataMerges(grid, header)) {
    if (merge.top >= last) continue;
    const range = `${toA1(merge.top, merge.left)}:${toA1(merge.bottom, merge.right)}`;
    findings.push(finding('sheet.merged', 'info', merge.top + 1, { range }));
  }
  skipped.push(...blanks.filter(({ row }) => rowTexts(grid, row - 1).length > 0));
  return { rows, skipped: skipped.sort((a, b) => a.row - b.row), footer, findings };
}

type LineKind = 'application' | 'blank' | 'footer' | 'remarks' | 'subtotal' | 'repeated-header';

const SUBTOTAL = /^(?:合计|小计|总计|共计|本页小计|累计)|^共\d+[人名]$/;

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
  const telling = [own('name'), own('idNumber'), own('occupationName'), own('occupationCode')].filter(
    (text) => text !== '',
  ).length;
  // A full row is an application, whatever its first cell begins with; few rows need a closer look.
  if (telling >= 3 && !repeatsHeader(line, headerTexts)) return 'application';
  const texts = rowTexts(grid, row);
  const foot = footerKind(texts);
  if (foot !== null) return foot;
  if (texts.some((text) => SUBTOTAL.test(text.replace(/\s+/g, ''))) && telling < 3) return 'subtotal';
  if (repeatsHeader(line, headerTexts)) return 'repeated-header';
  if (afterFooter) return telling >= 2 ? 'application' : 'remarks';
  return telling > 0 ? 'application' : 'blank';
}

/** At least half of the header's texts, and three of them, stand in the row again. */
function repeatsHeader(
  line: Grid['rows'][number] & object,
  headerTexts: ReadonlyMap<number, string>,
): boolean {
  let same = 0;
  for (const [column, text] of headerTexts) {
    const there = line[column]?.text ?? '';
    if (there !== '' && text !== '' && (there === text || foldHeader(there) === foldHeader(text))) same++;
    // A row of data says so within a few columns.
    else if (same === 0 && there !== '') return false;
  }
  return same >= 3 && same * 2 >= headerTexts.size;
}

function headerTextOf(grid: Grid, { top, bottom }: FoundHeader, column: number): string {
  for (let row = bottom; row >= top; row--) {
    const text = grid.rows[row]?.[column]?.text ?? '';
    if (text !== '') return text;
  }
  return '';
}

const dataMerges = (grid: Grid, header: FoundHeader): readonly GridRange[] =>
  grid.merges.filter((merge) => merge.top > header.bottom && merge.bottom > merge.top);

/** For each row below the first of a vertical merge: the value that the merge gives to a column of it. */
function mergedAbove(grid: Grid, header: FoundHeader): ReadonlyMap<number, ReadonlyMap<number, Cell>> {
  const values = new Map<number, Map<number, Cell>>();
  for (const merge of dataMerges(grid, header)) {
    const value = grid.rows[merge.top]?.[merge.left];
    if (value === undefined) continue;
    for (let row = merge.top + 1; row <= Math.min(merge.bottom, grid.rows.length - 1); row++) {
      const there = values.get(row);
      if (there === undefined) values.set(row, new Map([[merge.left, value]]));
      else there.set(merge.left, value);
    }
  }
  return values;
}

function applicationOf(
  line: readonly (Cell | undefined)[],
  columns: ReadonlyMap<ColumnKey, number>,
  merged: ReadonlyMap<number, Cell> | undefined,
): Application {
  const cells = {} as Record<ColumnKey, Cell | undefined>;
  for (const key of COLUMN_KEYS) {
    const column = columns.get(key);
    cells[key] = column === undefined ? undefined : (merged?.get(column) ?? line[column] ?? EMPTY_CELL);
  }
  return cells;
}
