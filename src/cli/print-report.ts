import { rowList } from '../rules/row-list';
import type { Severity } from '../rules/finding';
import { findingText, quoted, reasonText, type Locale } from '../rules/messages/message';
import type { Truth } from '../rules/truth';
import type { PlacedFinding, SheetReport, SheetSummary } from '../sheet/check-sheet';
import { inReadingOrder } from '../sheet/fixes';
import type { CheckedFile } from './check-document';
import type { Context } from './context';
import { EXIT } from './failure';
import { alignedLines, clipped, oneLine, paint } from './terminal';

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
  line(say('command.summary', { ...summary }));
  const { withoutFee } = report;
  if (withoutFee.length > 0)
    line(say('fee.left-out', { count: withoutFee.length, rows: rowList(withoutFee) }));
  line();
}

/** Findings to tell, and how many more say the same as one of them. */
interface Told {
  readonly findings: readonly PlacedFinding[];
  readonly alike: ReadonlyMap<PlacedFinding, number>;
}

/** What is only told, and told of many rows alike (more than 50 for one occupation), is told once. */
function toldOnce(locale: Locale, findings: readonly PlacedFinding[]): Told {
  const firsts = new Map<string, PlacedFinding>();
  const alike = new Map<PlacedFinding, number>();
  const told = findings.filter((finding) => {
    if (finding.severity !== 'info') return true;
    const text = findingText(locale, finding);
    const first = firsts.get(text);
    if (first === undefined) firsts.set(text, finding);
    else alike.set(first, (alike.get(first) ?? 0) + 1);
    return first === undefined;
  });
  return { findings: told, alike };
}

function printFindings(context: Context, report: SheetReport): void {
  const { terminal, locale, say } = context;
  const { findings, alike } = toldOnce(locale, inReadingOrder(report));
  if (report.reading.headerRow !== null && report.reading.rows.length === 0)
    terminal.write(`  ${say('command.nobody')}\n`);
  else if (findings.length === 0) terminal.write(`  ${say('command.no-findings')}\n`);
  const labelOf = ({ severity }: PlacedFinding): string => say(`severity.${severity}`);
  const lines = alignedLines(
    findings,
    (finding) => [placeOf(context, finding), labelOf(finding)],
    (finding) => {
      const count = alike.get(finding);
      const more = count === undefined ? '' : say('command.and-more', { count });
      const words = oneLine(findingText(locale, finding) + fixText(context, finding) + more);
      return `${words} ${paint(terminal, 'gray', finding.rule)}`;
    },
  );
  for (const finding of findings) {
    const label = labelOf(finding);
    const painted = paint(terminal, SEVERITY_STYLE[finding.severity], label);
    terminal.write(`  ${(lines.next().value ?? '').replace(label, painted)}\n`);
  }
}

const placeOf = (context: Context, { cell, row }: PlacedFinding): string =>
  cell ?? (row === null ? context.say('command.whole-sheet') : context.say('command.row', { row }));

/** The messages that name the right value themselves. */
const NAMES_ITS_FIX: ReadonlySet<string> = new Set([
  'cell.untidy',
  'cell.untidy/lower-case',
  'cell.untidy/times',
  'cell.untidy/apostrophe',
  'choice.unknown/alias',
  'choice.unknown/doubtful',
  'occupation.code-format/mended',
]);

/** What to write instead, and whether `kpy fix` does it. */
function fixText({ say }: Context, { fix, message }: PlacedFinding): string {
  if (fix === null) return '';
  const value = NAMES_ITS_FIX.has(message) ? '' : say('command.fix-value', { value: quoted(fix.value) });
  return value + say(fix.safe ? 'command.safe-fix' : 'command.suggestion');
}

function printSkipped({ terminal, say }: Context, { reading }: SheetReport): void {
  for (const { row, reason } of reading.skipped) {
    terminal.write(`  ${paint(terminal, 'gray', say(`command.skipped-${reason}`, { row }))}\n`);
  }
}

/** A whole story in the column of names would push everybody's verdict out of sight. */
const NAME_COLUMNS = 40;

function printVerdicts({ terminal, locale, say }: Context, { verdicts }: SheetReport): void {
  if (verdicts.length === 0) return;
  terminal.write(`${paint(terminal, 'bold', say('command.verdicts'))}\n`);
  const lines = alignedLines(
    verdicts,
    ({ row, name }) => [say('command.row', { row }), clipped(oneLine(name), NAME_COLUMNS)],
    ({ truth }) => paint(terminal, TRUTH_STYLE[truth], say(`verdict.${truth}`)),
  );
  for (const { conditions } of verdicts) {
    terminal.write(`  ${lines.next().value ?? ''}\n`);
    for (const condition of conditions) {
      if (condition.truth === 'met') continue;
      terminal.write(`      ${condition.clause} ${oneLine(reasonText(locale, condition))}\n`);
    }
  }
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
  /** Files that could not be read, or that a bug was met with. */
  #unchecked = 0;
  #folders = 0;
  #people = 0;
  readonly #sums = { errors: 0, warnings: 0, eligible: 0, ineligible: 0, unknown: 0, fee: 0 };

  get entries(): number {
    return this.#entries;
  }

  add(entry: CheckedFile): void {
    this.#entries++;
    if ('error' in entry) {
      if (entry.folder !== true) this.#unchecked++;
      // A folder without workbooks was read.
      else if (entry.status === EXIT.unreadable) this.#folders++;
      return;
    }
    const { reading, summary } = entry.report;
    this.#sheets++;
    this.#people += reading.rows.length;
    for (const key of SUMMED) this.#sums[key] += summary[key];
  }

  print({ terminal, say }: Context): void {
    const counts = { sheets: this.#sheets, unchecked: this.#unchecked, people: this.#people };
    const folders = this.#folders === 0 ? '' : say('command.folders-unread', { folders: this.#folders });
    terminal.write(`${paint(terminal, 'bold', say('command.totals', counts) + folders)}\n`);
    terminal.write(`${say('command.summary', this.#sums)}\n`);
  }
}
