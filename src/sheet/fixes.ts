import type { ColumnKey } from '../rules/application';
import { SEVERITIES } from '../rules/finding';
import { parseA1, type A1 } from './a1';
import type { PlacedFinding, SheetReport } from './check-sheet';

/** One cell to change. Row and column count from 0, as in a Grid. */
export interface CellEdit {
  readonly row: number;
  readonly column: number;
  readonly cell: A1;
  readonly key: ColumnKey;
  readonly before: string;
  readonly after: string;
  /** The rules whose findings it mends. */
  readonly rules: readonly string[];
}

const isSafe = (finding: PlacedFinding): boolean => finding.fix?.safe === true;

/**
 * The safe fixes of a report, one edit a cell. Where a cell has several, the last one stands: each is made from the
 * text that the ones before it leave. A merged cell is changed where it holds its value.
 */
export function safeEdits(report: SheetReport): readonly CellEdit[] {
  const byCell = new Map<A1, PlacedFinding[]>();
  for (const finding of report.findings) {
    if (finding.cell === null || !isSafe(finding)) continue;
    const there = byCell.get(finding.cell);
    if (there === undefined) byCell.set(finding.cell, [finding]);
    else there.push(finding);
  }
  const edits: CellEdit[] = [];
  for (const [cell, findings] of byCell) {
    const last = findings.at(-1);
    const place = parseA1(cell);
    if (last?.fix == null || last.column === null || place === null) continue;
    edits.push({
      ...place,
      cell,
      key: last.column,
      before: last.value,
      after: last.fix.value,
      rules: [...new Set(findings.map((finding) => finding.rule))],
    });
  }
  return edits.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Whether a clean copy is without it: every safe fix has been made there, and a formula is what it comes to. */
export const isMendedInCopy = (finding: PlacedFinding): boolean =>
  isSafe(finding) || finding.mendsResult === true;

/** The errors that are left in a clean copy: what keeps a sheet from being sent. */
export const errorsLeft = ({ findings }: SheetReport): readonly PlacedFinding[] =>
  findings.filter((finding) => finding.severity === 'error' && !isMendedInCopy(finding));

/** How many cells hold something else in a clean copy than in the sheet. A merged one is counted where it holds its value. */
export function cellsMendedInCopy({ findings }: SheetReport): number {
  const mended = new Set<A1>();
  for (const finding of findings) {
    const { cell, value, fix } = finding;
    if (cell !== null && isMendedInCopy(finding) && fix?.value !== value) mended.add(cell);
  }
  return mended.size;
}

/** What a clean copy has in place of a cell's text, by the workbook's row and the column. */
export function copyValues(report: SheetReport): ReadonlyMap<number, ReadonlyMap<ColumnKey, string>> {
  const values = new Map<number, Map<ColumnKey, string>>();
  for (const finding of report.findings) {
    const { row, column, fix } = finding;
    if (row === null || column === null || fix === null || !isMendedInCopy(finding)) continue;
    const there = values.get(row);
    if (there === undefined) values.set(row, new Map([[column, fix.value]]));
    else there.set(column, fix.value);
  }
  return values;
}

/** Findings as a person works through them: by row, then by column, the worst first within a cell. */
export function inReadingOrder(report: SheetReport): readonly PlacedFinding[] {
  const columnOf = (finding: PlacedFinding): number =>
    finding.column === null ? -1 : (report.reading.columns.get(finding.column) ?? -1);
  return [...report.findings].sort(
    (a, b) =>
      (a.row ?? 0) - (b.row ?? 0) ||
      columnOf(a) - columnOf(b) ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
}
