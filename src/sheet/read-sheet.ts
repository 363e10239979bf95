import { NO_CELLS, type Application, type ColumnKey } from '../rules/application';
import { EMPTY_CELL, type Cell } from '../rules/cell';
import { findHeader, otherHeadersOf, type FoundHeader } from './find-header';
import { readFooter, rowTexts, type SheetFooter } from './footer';
import type { Grid } from './grid';
import { foldedHeader, isInOtherOrder, lastExampleRow, lineKind } from './line-kind';
import {
  headerFindings,
  hiddenRow,
  mergedCells,
  noFooter,
  noHeader,
  otherHeader,
  rowAfterFoot,
  secondLine,
  untakenRow,
  type SheetFinding,
} from './sheet-findings';
import { rowsHolding, VerticalMerges, type MergedValue } from './vertical-merges';

export interface SheetRow {
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: Application;
}

export interface SkippedRow {
  readonly row: number;
  readonly reason: 'blank' | 'subtotal' | 'repeated-header' | UntakenReason;
}

/**
 * Why a row is left out though what stands in it may be meant of a person, each of which is told: it says of nobody whom it
 * is about, it is a second line below a person in merged cells, it is an example, or it says how to fill in the columns.
 */
export const UNTAKEN_REASONS = ['unread', 'second-line', 'example', 'hint'] as const;
type UntakenReason = (typeof UNTAKEN_REASONS)[number];

/** A worksheet, read. Workbook rows count from 1, columns from 0. */
export interface SheetReading {
  readonly sheet: string;
  /** The last row of the header; null where none was found. */
  readonly headerRow: number | null;
  readonly columns: ReadonlyMap<ColumnKey, number>;
  /** The headers of the user's own columns, which no copy has. 序号 is none of them. */
  readonly otherHeaders: readonly string[];
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

/** The names of hidden worksheets with people, beside a visible one: what is in them is not read. */
export function hiddenForms(grids: readonly Grid[]): readonly string[] {
  if (!grids.some(({ visible }) => visible)) return [];
  const hidden = grids.filter(({ visible }) => !visible).map((grid) => readSheet(grid));
  return hidden.filter(({ rows }) => rows.length > 0).map(({ sheet }) => sheet);
}

/** The rows that were skipped for this reason. */
export const skippedRows = (
  { skipped }: Pick<SheetReading, 'skipped'>,
  why: SkippedRow['reason'],
): readonly number[] => skipped.flatMap(({ row, reason }) => (reason === why ? [row] : []));

/** The rows of people who are hidden or filtered out, as worksheets count them. */
export const hiddenPeople = ({ rows }: Pick<SheetReading, 'rows'>): readonly number[] =>
  rows.flatMap(({ row, hidden }) => (hidden ? [row] : []));

/** Reads a worksheet by its header, wherever its columns are. */
export function readSheet(grid: Grid, header = findHeader(grid)): SheetReading {
  if (header === null) {
    return {
      sheet: grid.name,
      headerRow: null,
      columns: new Map(),
      otherHeaders: [],
      rows: [],
      merged: new Map(),
      skipped: [],
      footer: null,
      endRow: null,
      findings: [noHeader()],
    };
  }
  const headerRow = header.bottom + 1;
  const body = readBody(grid, header);
  return {
    sheet: grid.name,
    headerRow,
    columns: header.columns,
    otherHeaders: otherHeadersOf(grid, header),
    rows: body.rows,
    merged: body.merged,
    skipped: body.skipped,
    footer: body.footer,
    endRow: body.endRow,
    findings: [...headerFindings(header), ...body.findings],
  };
}

type Body = Pick<SheetReading, 'rows' | 'merged' | 'skipped' | 'footer' | 'endRow' | 'findings'>;

function readBody(grid: Grid, header: FoundHeader): Body {
  const rows: SheetRow[] = [];
  /** The rows of them, counted from 0. */
  const people = new Set<number>();
  const merged = new Map<number, ReadonlyMap<ColumnKey, number>>();
  const skipped: SkippedRow[] = [];
  const findings: SheetFinding[] = [];
  const merges = new VerticalMerges(grid, header);
  const headerTexts = foldedHeader(grid, header);
  const lastExample = lastExampleRow(grid, header, headerTexts);
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
    const alone = lineKind(grid, header, headerTexts, row, endRow !== null);
    const above = alone === 'unread' || alone === 'blank' ? merges.personAbove(row, header) : null;
    const isBelow = above !== null && people.has(above);
    const isOwn = isBelow && merges.hasOtherLevel(row, above, header);
    const person = isBelow && !isOwn && alone === 'unread' ? above : null;
    const isExample = alone === 'application' && row <= lastExample;
    const kind = isOwn ? 'application' : person !== null ? 'second-line' : isExample ? 'example' : alone;
    if (kind === 'footer') {
      footer ??= readFooter(row, rowTexts(grid, row));
      endRow ??= row + 1;
    } else if (kind === 'remarks') {
      // Remarks above the first person are instructions, not the foot.
      if (rows.length > 0) endRow ??= row + 1;
    } else if (kind === 'blank') blanks.push({ row: row + 1, reason: 'blank' });
    else if (kind !== 'application') skipped.push({ row: row + 1, reason: kind });
    if (person !== null) findings.push(secondLine(row, person));
    else if (kind === 'unread' || kind === 'example' || kind === 'hint') findings.push(untakenRow(row, kind));
    if (kind === 'repeated-header' && isInOtherOrder(line, headerTexts))
      findings.push(otherHeader(row, header));
    if (kind !== 'application') continue;
    // Blank rows matter only between rows; those below the last one are the form's own.
    // One by one: a call takes only so many arguments, and a sheet may have a million rows.
    for (const blank of blanks) skipped.push(blank);
    blanks = [];
    const hidden = grid.hiddenRows.has(row);
    const values = merges.take(row);
    people.add(row);
    rows.push({ row: row + 1, hidden, cells: applicationOf(line, header.columns, values) });
    if (values.size > 0) merged.set(row + 1, rowsHolding(header.columns, values));
    if (hidden) findings.push(hiddenRow(row));
    if (endRow !== null) findings.push(rowAfterFoot(row, endRow));
  }
  if (footer === null) findings.push(noFooter(header));
  for (const range of merges.taken) findings.push(mergedCells(range));
  for (const blank of blanks) if (rowTexts(grid, blank.row - 1).length > 0) skipped.push(blank);
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

function applicationOf(
  line: readonly (Cell | undefined)[],
  columns: ReadonlyMap<ColumnKey, number>,
  merged: ReadonlyMap<number, MergedValue>,
): Application {
  const cells = { ...NO_CELLS };
  for (const [key, column] of columns) cells[key] = merged.get(column)?.cell ?? line[column] ?? EMPTY_CELL;
  return cells;
}
