import type { RuleName } from '../../rules/finding';
import type { PlacedFinding } from '../../sheet/check-sheet';

/** Findings that have their row, or their rule, in common. */
export interface FindingGroup {
  readonly key: string;
  /** The workbook's row, from 1; null for the sheet as a whole, or where the rule is what they share. */
  readonly row: number | null;
  readonly rule: RuleName;
  readonly findings: readonly PlacedFinding[];
}

/** @param findings in reading order, which rows and the findings within a group keep */
export function groupFindings(
  findings: readonly PlacedFinding[],
  by: 'rows' | 'rules',
): readonly FindingGroup[] {
  const groups = new Map<string, PlacedFinding[]>();
  for (const finding of findings) {
    const key = by === 'rows' ? String(finding.row ?? 0) : finding.rule;
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
