import type { ColumnKey } from '../rules/application';
import type { IsoDate } from '../rules/calendar-date';
import { Checker } from '../rules/checker';
import type { Verdict } from '../rules/eligibility/verdict';
import type { Facts } from '../rules/facts';
import type { Rulebook } from '../rules/rulebook';
import type { Finding, Fix, MessageParams, RuleName, Severity } from '../rules/finding';
import type { Condition } from '../rules/condition';
import { fee } from '../rules/fee';
import type { Truth } from '../rules/truth';
import { toA1, type A1 } from './a1';
import type { Grid } from './grid';
import { readSheet, type SheetReading } from './read-sheet';

/** A finding with its place in the workbook. */
export interface PlacedFinding {
  readonly rule: RuleName;
  readonly severity: Severity;
  /** The workbook's row, from 1; null for the file as a whole. */
  readonly row: number | null;
  /** The cell to mend: in a merged area the one that holds the value, which may be above the row. */
  readonly cell: A1 | null;
  readonly column: ColumnKey | null;
  readonly value: string;
  readonly message: string;
  readonly params: MessageParams;
  readonly clause: string | null;
  readonly fix: Fix | null;
  readonly mendsResult?: true;
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
  /** The rows whose level is not known, so that the fee leaves them out. */
  readonly withoutFee: readonly number[];
}

/**
 * Checks a worksheet: finds the header, reads the rows, judges each alone and all together.
 *
 * @param today the day that ages are counted to where a row has no readable 提交时间
 */
export function checkSheet(rulebook: Rulebook, grid: Grid, today: IsoDate): SheetReport {
  const reading = readSheet(grid);
  return reportBy(rulebook, reading, checkerOf(rulebook, reading, today));
}

/** The sheets of one file, read already: each checked as it is, and 六（二）2 with a look at the others. */
export function checkSheets(
  rulebook: Rulebook,
  readings: readonly SheetReading[],
  today: IsoDate,
): readonly SheetReport[] {
  return besideOneAnother(rulebook, readings, today).map(({ reading, checker }) =>
    reportBy(rulebook, reading, checker),
  );
}

interface LoadedSheet {
  readonly sheet: string;
  readonly reading: SheetReading;
  readonly checker: Checker;
}

function besideOneAnother(
  rulebook: Rulebook,
  readings: readonly SheetReading[],
  today: IsoDate,
): readonly LoadedSheet[] {
  const sheets = readings.map((reading) => ({
    sheet: reading.sheet,
    reading,
    checker: checkerOf(rulebook, reading, today),
  }));
  for (const each of sheets) each.checker.setBeside(sheets.filter((other) => other !== each));
  return sheets;
}

function checkerOf(rulebook: Rulebook, { rows }: SheetReading, today: IsoDate): Checker {
  const checker = new Checker(rulebook, today);
  checker.load(rows);
  return checker;
}

const reportBy = (rulebook: Rulebook, reading: SheetReading, checker: Checker): SheetReport =>
  reportOf(
    reading,
    reading.rows.flatMap(({ row }) => rowReport(rulebook, reading, checker, row) ?? []),
  );

/** What the sheets of one file come to, as `checkSheets` would report them, without the places and words of their findings. */
export function summariesOf(
  rulebook: Rulebook,
  readings: readonly SheetReading[],
  today: IsoDate,
): readonly Counted[] {
  return besideOneAnother(rulebook, readings, today).map(({ reading, checker }) =>
    countedBy(rulebook, reading, checker),
  );
}

/** What a sheet comes to. */
export type Counted = Pick<SheetReport, 'summary' | 'withoutFee'>;

function countedBy(rulebook: Rulebook, reading: SheetReading, checker: Checker): Counted {
  const tally = new Tally();
  tally.countFindings(reading.findings);
  const withoutFee: number[] = [];
  for (const { row } of reading.rows) {
    const judgement = checker.judgement(row);
    if (judgement === undefined) continue;
    const yuan = feeOf(rulebook, judgement.facts);
    if (yuan === null) withoutFee.push(row);
    tally.countFindings(toldOfRow(reading, row, judgement.findings));
    tally.countRow(judgement.verdict.truth, yuan);
  }
  return { summary: tally.summary, withoutFee };
}

/** One row of a sheet, checked. */
export interface RowReport {
  readonly findings: readonly PlacedFinding[];
  readonly verdict: RowVerdict;
  /** Yuan; null where the level is unknown. */
  readonly fee: number | null;
}

/** What a checker says of a row, with its places; undefined for a row that the checker does not know. */
export function rowReport(
  rulebook: Rulebook,
  reading: SheetReading,
  checker: Checker,
  row: number,
): RowReport | undefined {
  const judgement = checker.judgement(row);
  if (judgement === undefined) return undefined;
  const { facts, findings, verdict } = judgement;
  return {
    findings: toldOfRow(reading, row, findings).map((finding) => placedFinding(reading, facts, row, finding)),
    verdict: { truth: verdict.truth, conditions: verdict.conditions, row, name: facts.text.name },
    fee: feeOf(rulebook, facts),
  };
}

/** A sheet's report from those of its rows, in the order of the sheet. */
export function reportOf(reading: SheetReading, rows: readonly RowReport[]): SheetReport {
  const ofSheet = reading.findings.map((finding) => ({ ...finding, clause: null, fix: null }));
  const findings: readonly PlacedFinding[] = [ofSheet, ...rows.map((row) => row.findings)].flat();
  const tally = new Tally();
  tally.countFindings(findings);
  for (const row of rows) tally.countRow(row.verdict.truth, row.fee);
  return {
    reading,
    findings,
    verdicts: rows.map((row) => row.verdict),
    summary: tally.summary,
    withoutFee: rows.flatMap(({ verdict, fee }) => (fee === null ? [verdict.row] : [])),
  };
}

/** An institution's name in a merged cell is told of once, at the first of its rows: it is one cell to mend. */
function toldOfRow(reading: SheetReading, row: number, findings: readonly Finding[]): readonly Finding[] {
  const holder = reading.merged.get(row)?.get('institution');
  // Where the area begins with a row that is no application, no row tells for the others.
  if (holder === undefined || holder === row || !reading.merged.has(holder)) return findings;
  return findings.filter(({ rule }) => rule !== 'institution.inconsistent');
}

const feeOf = ({ notice }: Rulebook, { level }: Facts): number | null =>
  level === null ? null : fee(notice, level);

/** Counts what a sheet comes to. */
class Tally {
  readonly #severities: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  readonly #truths: Record<Truth, number> = { met: 0, unmet: 0, unknown: 0 };
  #fee = 0;

  countFindings(findings: readonly { readonly severity: Severity }[]): void {
    for (const { severity } of findings) this.#severities[severity]++;
  }

  countRow(truth: Truth, yuan: number | null): void {
    this.#truths[truth]++;
    this.#fee += yuan ?? 0;
  }

  get summary(): SheetSummary {
    const { error, warning } = this.#severities;
    const { met, unmet, unknown } = this.#truths;
    return { errors: error, warnings: warning, eligible: met, ineligible: unmet, unknown, fee: this.#fee };
  }
}

function placedFinding(reading: SheetReading, facts: Facts, row: number, finding: Finding): PlacedFinding {
  const { rule, severity, column, message, params, clause, fix, mendsResult, because } = finding;
  const at = reading.columns.get(column);
  const placed: PlacedFinding = {
    rule,
    severity,
    row,
    cell: at === undefined ? null : toA1((reading.merged.get(row)?.get(column) ?? row) - 1, at),
    column,
    value: facts.application[column]?.text ?? '',
    message,
    params,
    clause: clause ?? null,
    fix: fix ?? null,
  };
  if (mendsResult === true) return { ...placed, mendsResult };
  return because === undefined ? placed : { ...placed, because };
}
