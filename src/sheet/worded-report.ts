import type { ColumnKey } from '../rules/application';
import type { Condition } from '../rules/condition';
import type { Fix, RuleName, Severity } from '../rules/finding';
import { findingText, reasonText, type Locale } from '../rules/messages/message';
import type { Truth } from '../rules/truth';
import type { A1 } from './a1';
import type { SheetReport, SheetSummary } from './check-sheet';
import { inReadingOrder } from './fixes';
import type { SkippedRow } from './read-sheet';

/** A finding of `kpy check --json` (design §8). */
export interface WordedFinding {
  readonly rule: RuleName;
  readonly severity: Severity;
  readonly row: number | null;
  readonly cell: A1 | null;
  readonly column: ColumnKey | null;
  readonly value: string;
  readonly message: string;
  readonly clause: string | null;
  readonly fix: Fix | null;
}

export interface WordedReason {
  readonly clause: string;
  readonly truth: Truth;
  readonly message: string;
}

export interface WordedVerdict {
  readonly row: number;
  readonly name: string;
  readonly verdict: VerdictWord;
  readonly reasons: readonly WordedReason[];
}

/** A checked sheet in words, as other programs read it. */
export interface WordedReport {
  readonly sheet: string;
  readonly headerRow: number | null;
  readonly rows: number;
  readonly skipped: readonly SkippedRow[];
  readonly findings: readonly WordedFinding[];
  readonly verdicts: readonly WordedVerdict[];
  readonly summary: SheetSummary;
}

/** A verdict's word, whatever the language of the messages: part of the contract. */
export type VerdictWord = '符合' | '不符合' | '待核实';

const VERDICT_WORDS: Readonly<Record<Truth, VerdictWord>> = {
  met: '符合',
  unmet: '不符合',
  unknown: '待核实',
};

/** The verdict's word in the contract's language. */
export const verdictWord = (truth: Truth): VerdictWord => VERDICT_WORDS[truth];

/** One reason a clause. */
export const wordedReasons = (conditions: readonly Condition[], locale: Locale): readonly WordedReason[] =>
  conditions.map((condition) => ({
    clause: condition.clause,
    truth: condition.truth,
    message: reasonText(locale, condition),
  }));

/** Words a report. */
export function wordedReport(report: SheetReport, locale: Locale): WordedReport {
  const { reading, verdicts, summary } = report;
  return {
    sheet: reading.sheet,
    headerRow: reading.headerRow,
    rows: reading.rows.length,
    skipped: reading.skipped,
    findings: inReadingOrder(report).map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      row: finding.row,
      cell: finding.cell,
      column: finding.column,
      value: finding.value,
      message: findingText(locale, finding),
      clause: finding.clause,
      fix: finding.fix,
    })),
    verdicts: verdicts.map(({ row, name, truth, conditions }) => ({
      row,
      name,
      verdict: verdictWord(truth),
      reasons: wordedReasons(conditions, locale),
    })),
    summary,
  };
}
