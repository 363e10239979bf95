import type { RuleName } from '../../rules/finding';
import type { PlacedFinding } from '../../sheet/check-sheet';
import { textOf } from '../fill/row-cells';
import type { FollowedSheet } from '../session/state';

/** Findings that have their row, or their rule, in common. */
export interface FindingGroup {
  readonly key: string;
  /** The workbook's row, from 1; null for the sheet as a whole, or where the rule is what they share. */
  readonly row: number | null;
  readonly rule: RuleName;
  readonly findings: readonly PlacedFinding[];
}

export type GroupBy = 'rows' | 'rules';

/** The key of the group that a finding belongs to. */
export type GroupKey = (finding: PlacedFinding) => string;

/** Rows keep their keys when they move: they go by the person, and several of one person by their order. */
export function groupKeys(sheet: FollowedSheet, by: GroupBy): GroupKey {
  if (by === 'rules') return ({ rule }) => rule;
  const rows = new Map<number, string>();
  const seen = new Map<string, number>();
  for (const { row } of sheet.live.reading.rows) {
    const person = `${textOf(sheet, row, 'name')} ${textOf(sheet, row, 'idNumber')}`;
    const order = (seen.get(person) ?? 0) + 1;
    seen.set(person, order);
    rows.set(row, `${person} ${String(order)}`);
  }
  return ({ row }) => rows.get(row ?? 0) ?? String(row ?? 0);
}

/** @param findings in reading order, which rows and the findings within a group keep */
export function groupFindings(
  findings: readonly PlacedFinding[],
  by: GroupBy,
  keyOf: GroupKey,
): readonly FindingGroup[] {
  const groups = new Map<string, PlacedFinding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const there = groups.get(key);
    if (there === undefined) groups.set(key, [finding]);
    else there.push(finding);
  }
  const made = [...groups].flatMap(([key, members]) => {
    const [first] = members;
    if (first === undefined) return [];
    return [{ key, row: by === 'rows' ? first.row : null, rule: first.rule, findings: members }];
  });
  return by === 'rows' ? made : made.sort((a, b) => b.findings.length - a.findings.length);
}
