import type { ColumnKey } from '../rules/application';
import type { IsoDate } from '../rules/calendar-date';
import { Checker } from '../rules/checker';
import type { Verdict } from '../rules/eligibility/verdict';
import type { Rulebook } from '../rules/facts';
import type { Finding, Fix, MessageParams, RuleName, Severity } from '../rules/finding';
import type { Condition } from '../rules/condition';
import { fee } from '../rules/fee';
import { toA1, type A1 } from './a1';
import type { Grid } from './grid';
import { readSheet, type SheetReading } from './read-sheet';

/** A finding with its place in the workbook. */
export interface PlacedFinding {
  readonly rule: RuleName;
  readonly severity: Severity;
  /** The workbook's row, from 1; null for the file as a whole. */
  readonly row: number | null;
  readonly cell: A1 | null;
  readonly column: ColumnKey | null;
  readonly value: string;
  readonly message: string;
  readonly params: MessageParams;
  readonly clause: string | null;
  readonly fix: Fix | null;
  readonly because?: Condition;
}

export interface RowVerdict extends Verdict {
  readonly row: number;
  readonly name: string;
}

export interface SheetSummary {
  readonly errors: number;
  readonly warnings: number;
  readonly eligible: number;
  readonly ineligible: number;
  readonly unknown: number;
  /** Yuan, over the rows with a known level (五). */
  readonly fee: number;
}

/** A sheet, checked. */
export interface SheetReport {
  readonly reading: SheetReading;
  readonly findings: readonly PlacedFinding[];
  readonly verdicts: readonly RowVerdict[];
  readonly summary: SheetSummary;
}

/**
 * Checks a worksheet: finds the header, reads the rows, judges each alone and all together.
 *
 * @param today the day that ages are counted to where a row has no readable 提交时间
 */
export function checkSheet(rulebook: Rulebook, grid: Grid, today: IsoDate): SheetReport {
  return checkReading(rulebook, readSheet(grid), today);
}

/** The same for a sheet that has been read already. */
export function checkReading(rulebook: Rulebook, reading: SheetReading, today: IsoDate): SheetReport {
  const checker = new Checker(rulebook, today);
  checker.load(reading.rows);
  const findings: PlacedFinding[] = reading.findings.map((finding) => ({
    ...finding,
    clause: null,
    fix: null,
  }));
  const verdicts: RowVerdict[] = [];
  let fees = 0;
  for (const { row } of reading.rows) {
    for (const finding of checker.findings(row)) findings.push(placed(reading, checker, row, finding));
    const verdict = checker.verdict(row);
    const facts = checker.facts(row);
    if (verdict === undefined || facts === undefined) continue;
    verdicts.push({ ...verdict, row, name: facts.text.name });
    if (facts.level !== null) fees += fee(rulebook.notice, facts.level);
  }
  const count = (test: (finding: PlacedFinding) => boolean): number => findings.filter(test).length;
  const judged = (truth: Verdict['truth']): number =>
    verdicts.filter((verdict) => verdict.truth === truth).length;
  return {
    reading,
    findings,
    verdicts,
    summary: {
      errors: count((finding) => finding.severity === 'error'),
      warnings: count((finding) => finding.severity === 'warning'),
      eligible: judged('met'),
      ineligible: judged('unmet'),
      unknown: judged('unknown'),
      fee: fees,
    },
  };
}

function placed(reading: SheetReading, checker: Checker, row: number, finding: Finding): PlacedFinding {
  const { rule, severity, column, message, params, clause, fix, because } = finding;
  const at = reading.columns.get(column);
  return {
    rule,
    severity,
    row,
    cell: at === undefined ? null : toA1(row - 1, at),
    column,
    value: checker.facts(row)?.application[column]?.text ?? '',
    message,
    params,
    clause: clause ?? null,
    fix: fix ?? null,
    ...(because === undefined ? {} : { because }),
  };
}
