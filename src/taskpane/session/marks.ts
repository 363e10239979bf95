import type { Mark, SheetMarks } from '../../hosts/host';
import { parseA1 } from '../../sheet/a1';
import type { PlacedFinding, RowReport } from '../../sheet/check-sheet';
import type { LiveSheet } from '../../sheet/live-sheet';

type RowMarks = ReadonlyMap<number, Mark>;

/** The marks of a row's findings stay the same objects as long as its report does: a host compares them at a glance. */
const OF_REPORT = new WeakMap<RowReport, SheetMarks>();

function marksOfReport(report: RowReport): SheetMarks {
  let marks = OF_REPORT.get(report);
  if (marks === undefined) OF_REPORT.set(report, (marks = marksOf(report.findings)));
  return marks;
}

/** By row and column, counted from 0. In a merged area a row's mistake is on the cell that holds the value, above the row. */
function marksOf(findings: readonly Pick<PlacedFinding, 'cell' | 'severity'>[]): SheetMarks {
  const marks = new Map<number, Map<number, Mark>>();
  for (const { cell, severity } of findings) {
    const place = cell === null || severity === 'info' ? null : parseA1(cell);
    if (place === null) continue;
    const ofRow = marks.get(place.row) ?? new Map<number, Mark>();
    if (severity === 'error') ofRow.set(place.column, 'e');
    else if (!ofRow.has(place.column)) ofRow.set(place.column, 'w');
    marks.set(place.row, ofRow);
  }
  return marks;
}

const worse = (a: RowMarks, b: RowMarks): RowMarks =>
  new Map([...a, ...[...b].filter(([column, mark]) => mark === 'e' || !a.has(column))]);

/** The marks of a sheet: each cell by its worst finding; info marks nothing. */
export function sheetMarks(live: LiveSheet): SheetMarks {
  const marks = new Map<number, RowMarks>();
  const add = (some: SheetMarks): void => {
    for (const [row, ofRow] of some) {
      const there = marks.get(row);
      marks.set(row, there === undefined ? ofRow : worse(there, ofRow));
    }
  };
  add(marksOf(live.reading.findings));
  for (const { row } of live.reading.rows) {
    const report = live.row(row);
    if (report !== undefined) add(marksOfReport(report));
  }
  return marks;
}
