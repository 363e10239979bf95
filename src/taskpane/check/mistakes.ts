import { parseA1 } from '../../sheet/a1';
import type { PlacedFinding, SheetReport } from '../../sheet/check-sheet';
import { inReadingOrder, safeEdits, type CellEdit } from '../../sheet/fixes';
import type { FollowedSheet } from '../session/state';
import type { PaneView } from '../view';

/** What of the view decides which findings are shown. */
export type Filter = Pick<PaneView, 'severity' | 'rule'>;

/** A cell with something to mend. Row and column count from 0. */
export interface Mistake {
  readonly row: number;
  readonly column: number;
}

/** 1 forward, -1 back. */
export type Direction = 1 | -1;

/** A report is made anew after each change, and its order and its fixes are asked for at every rendering. */
const ORDERED = new WeakMap<SheetReport, readonly PlacedFinding[]>();
const EDITS = new WeakMap<SheetReport, readonly CellEdit[]>();

function remembered<T>(known: WeakMap<SheetReport, T>, report: SheetReport, make: () => T): T {
  const there = known.get(report);
  if (there !== undefined) return there;
  const made = make();
  known.set(report, made);
  return made;
}

/** The findings of a sheet as a person works through them. */
export const findingsOf = ({ live: { report } }: FollowedSheet): readonly PlacedFinding[] =>
  remembered(ORDERED, report, () => inReadingOrder(report));

/** The safe fixes of a sheet, one edit a cell. */
export const safeEditsOf = ({ live: { report } }: FollowedSheet): readonly CellEdit[] =>
  remembered(EDITS, report, () => safeEdits(report));

export const passes = ({ severity, rule }: PlacedFinding, filter: Filter): boolean =>
  (filter.severity === null || filter.severity === severity) &&
  (filter.rule === null || filter.rule === rule);

/** Whether the way to the next mistake stops at a finding. Info stops nobody who has not asked for it. */
export const isMistake = (finding: PlacedFinding, filter: Filter): boolean =>
  finding.cell !== null &&
  passes(finding, filter) &&
  (finding.severity !== 'info' || filter.severity === 'info' || filter.rule !== null);

/** The cells with mistakes, each once, by row and then by column. */
export function mistakesOf(sheet: FollowedSheet, filter: Filter): readonly Mistake[] {
  const cells = new Map<string, Mistake>();
  for (const finding of findingsOf(sheet)) {
    const place = finding.cell === null ? null : parseA1(finding.cell);
    if (place !== null && finding.cell !== null && isMistake(finding, filter)) cells.set(finding.cell, place);
  }
  return [...cells.values()].sort(byPlace);
}

const byPlace = (a: Mistake, b: Mistake): number => a.row - b.row || a.column - b.column;

/** The nearest mistake after or before a cell, round the end of the sheet; null where there is none. */
export function mistakeAfter(
  mistakes: readonly Mistake[],
  here: Mistake | null,
  way: Direction,
): Mistake | null {
  const inOrder = way === 1 ? mistakes : [...mistakes].reverse();
  const beyond = here === null ? inOrder : inOrder.filter((each) => byPlace(each, here) * way > 0);
  return beyond[0] ?? inOrder[0] ?? null;
}
