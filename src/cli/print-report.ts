import type { Severity } from '../rules/finding';
import { findingText, reasonText, type Locale } from '../rules/messages/message';
import type { Truth } from '../rules/truth';
import type { PlacedFinding, SheetReport, SheetSummary } from '../sheet/check-sheet';
import { inReadingOrder } from '../sheet/fixes';
import type { CheckedFile } from './check-document';
import type { Context } from './context';
import { EXIT } from './failure';
import { aligned, oneLine, paint } from './terminal';

const SEVERITY_STYLE = { error: 'red', warning: 'yellow', info: 'cyan' } as const satisfies Record<
  Severity,
  string
>;
const TRUTH_STYLE = { met: 'green', unmet: 'red', unknown: 'yellow' } as const satisfies Record<
  Truth,
  string
>;

/** A sheet's report as a person reads it: findings one a line with the cell first, then the verdicts, then the counts. */
export function printReport(
  context: Context,
  { file, report }: { readonly file: string; readonly report: SheetReport },
  quiet: boolean,
): void {
  const { terminal, say } = context;
  const line = (text = ''): void => void terminal.write(`${text}\n`);
  const { reading, summary } = report;
  const where =
    reading.headerRow === null
      ? ''
      : say('command.header-at', { row: reading.headerRow, rows: reading.rows.length });
  line(paint(terminal, 'bold', oneLine(`${file} · ${reading.sheet}`)) + where);
  if (!quiet) {
    printFindings(context, report);
    printSkipped(context, report);
    printVerdicts(context, report);
  }
  const { errors, warnings, eligible, ineligible, unknown, fee } = summary;
  line(say('command.summary', { errors, warnings, eligible, ineligible, unknown, fee }));
  line();
}

/** A finding in words, and how many more say the same. */
interface Told {
  readonly finding: PlacedFinding;
  readonly text: string;
  alike: number;
}

/** What is only told, and told of many rows alike (more than 50 for one occupation), is told once. */
function toldOnce(locale: Locale, findings: readonly PlacedFinding[]): readonly Told[] {
  const told: Told[] = [];
  const known = new Map<string, Told>();
  for (const finding of findings) {
    const text = findingText(locale, finding);
    const before = finding.severity === 'info' ? known.get(text) : undefined;
    if (before !== undefined) before.alike++;
    else {
      const first = { finding, text, alike: 0 };
      told.push(first);
      known.set(text, first);
    }
  }
  return told;
}

function printFindings(context: Context, report: SheetReport): void {
  const { terminal, locale, say } = context;
  const told = toldOnce(locale, inReadingOrder(report));
  if (report.reading.headerRow !== null && report.reading.rows.length === 0)
    terminal.write(`  ${say('command.nobody')}\n`);
  else if (told.length === 0) terminal.write(`  ${say('command.no-findings')}\n`);
  const rows = told.map(({ finding, text, alike }) => {
    const more = alike === 0 ? '' : say('command.and-more', { count: alike });
    const sentence = oneLine(text + fixText(context, finding) + more);
    return [
      placeOf(context, finding),
      say(`severity.${finding.severity}`),
      `${sentence} ${paint(terminal, 'gray', finding.rule)}`,
    ];
  });
  aligned(rows).forEach((text, i) => {
    const severity = told[i]?.finding.severity ?? 'info';
    const label = say(`severity.${severity}`);
    terminal.write(`  ${text.replace(label, paint(terminal, SEVERITY_STYLE[severity], label))}\n`);
  });
}

const placeOf = (context: Context, { cell, row }: PlacedFinding): string =>
  cell ?? (row === null ? context.say('command.whole-sheet') : context.say('command.row', { row }));

/** The messages that name the right value themselves. */
const NAMES_ITS_FIX: ReadonlySet<string> = new Set([
  'cell.untidy',
  'cell.untidy/apostrophe',
  'choice.unknown/alias',
  'occupation.code-format/mended',
]);

/** What to write instead, and whether `kpy fix` does it. */
function fixText({ say }: Context, { fix, message }: PlacedFinding): string {
  if (fix === null) return '';
  const value = NAMES_ITS_FIX.has(message) ? '' : say('command.fix-value', { value: fix.value });
  return value + say(fix.safe ? 'command.safe-fix' : 'command.suggestion');
}

function printSkipped({ terminal, say }: Context, { reading }: SheetReport): void {
  for (const { row, reason } of reading.skipped) {
    terminal.write(`  ${paint(terminal, 'gray', say(`command.skipped-${reason}`, { row }))}\n`);
  }
}

function printVerdicts({ terminal, locale, say }: Context, { verdicts }: SheetReport): void {
  if (verdicts.length === 0) return;
  terminal.write(`${paint(terminal, 'bold', say('command.verdicts'))}\n`);
  const rows = verdicts.map(({ row, name, truth }) => [
    say('command.row', { row }),
    oneLine(name),
    say(`verdict.${truth}`),
  ]);
  aligned(rows).forEach((text, i) => {
    const verdict = verdicts[i];
    if (verdict === undefined) return;
    const label = say(`verdict.${verdict.truth}`);
    const start = text.slice(0, text.length - label.length);
    terminal.write(`  ${start}${paint(terminal, TRUTH_STYLE[verdict.truth], label)}\n`);
    for (const condition of verdict.conditions) {
      if (condition.truth === 'met') continue;
      terminal.write(`      ${condition.clause} ${oneLine(reasonText(locale, condition))}\n`);
    }
  });
}

const SUMMED = [
  'errors',
  'warnings',
  'eligible',
  'ineligible',
  'unknown',
  'fee',
] as const satisfies readonly (keyof SheetSummary)[];

/** The last lines of a run over several sheets. */
export class Totals {
  #entries = 0;
  #sheets = 0;
  #unreadable = 0;
  #people = 0;
  readonly #sums = { errors: 0, warnings: 0, eligible: 0, ineligible: 0, unknown: 0, fee: 0 };

  get entries(): number {
    return this.#entries;
  }

  add(entry: CheckedFile): void {
    this.#entries++;
    if ('error' in entry) {
      // A folder without workbooks was read.
      if (entry.status === EXIT.unreadable) this.#unreadable++;
      return;
    }
    const { reading, summary } = entry.report;
    this.#sheets++;
    this.#people += reading.rows.length;
    for (const key of SUMMED) this.#sums[key] += summary[key];
  }

  print({ terminal, say }: Context): void {
    const counts = { sheets: this.#sheets, unreadable: this.#unreadable, people: this.#people };
    terminal.write(`${paint(terminal, 'bold', say('command.totals', counts))}\n`);
    terminal.write(`${say('command.summary', this.#sums)}\n`);
  }
}
