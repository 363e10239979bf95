import type { Mark, SheetMarks } from '../../hosts/host';
import { parseA1 } from '../../sheet/a1';
import type { PlacedFinding, RowReport } from '../../sheet/check-sheet';
import type { LiveSheet } from '../../sheet/live-sheet';

const NO_MARKS: ReadonlyMap<number, Mark> = new Map<number, Mark>();

/** The marks of a row stay the same object as long as its report does: a host compares them at a glance. */
const OF_ROW = new WeakMap<RowReport, ReadonlyMap<number, Mark>>();

function marksOfRow(report: RowReport): ReadonlyMap<number, Mark> {
  let marks = OF_ROW.get(report);
  if (marks === undefined) OF_ROW.set(report, (marks = marksOf(report.findings)));
  return marks;
}

function marksOf(findings: readonly PlacedFinding[]): ReadonlyMap<number, Mark> {
  const marks = new Map<number, Mark>();
  for (const { cell, severity } of findings) {
    const place = cell === null || severity === 'info' ? null : parseA1(cell);
    if (place === null) continue;
    if (severity === 'error') marks.set(place.column, 'e');
    else if (!marks.has(place.column)) marks.set(place.column, 'w');
  }
  return marks.size === 0 ? NO_MARKS : marks;
}

/** The marks of a sheet: each cell by its worst finding; info marks nothing. */
export function sheetMarks(live: LiveSheet): SheetMarks {
  const marks = new Map<number, ReadonlyMap<number, Mark>>();
  const { headerRow, findings } = live.reading;
  const ofHeader = marksOf(findings.map((finding) => ({ ...finding, clause: null, fix: null })));
  if (headerRow !== null && ofHeader.size > 0) marks.set(headerRow - 1, ofHeader);
  for (const { row } of live.reading.rows) {
    const report = live.row(row);
    const ofRow = report === undefined ? NO_MARKS : marksOfRow(report);
    if (ofRow.size > 0) marks.set(row - 1, ofRow);
  }
  return marks;
}
