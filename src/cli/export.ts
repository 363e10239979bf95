import type { MessageParams } from '../rules/finding';
import { rowList } from '../rules/row-list';
import { officialWorkbook, type OfficialWorkbook } from '../documents/official-workbook';
import { sheetInFileName } from '../documents/sheet-in-file-name';
import { readWorkbook } from '../hosts/file';
import { summariesOf, type Counted } from '../sheet/check-sheet';
import { cellsMendedInCopy } from '../sheet/fixes';
import { officialLayout } from '../sheet/layout';
import { officialRows } from '../sheet/official-rows';
import {
  hiddenPeople,
  hiddenForms,
  readSheets,
  skippedRows,
  UNTAKEN_REASONS,
  type SheetReading,
} from '../sheet/read-sheet';
import type { Context } from './context';
import { EXIT, Failure, type ExitStatus } from './failure';
import { besides, readWorkbookFile } from './files';
import { safeFixesOf } from './safe-fixes';
import { writeNewFile } from './write-file';

export interface ExportOptions {
  readonly out?: string;
  readonly force?: boolean;
  readonly sheet?: string;
}

/** A clean copy, and what there is to say of how it came about. */
interface CleanCopy {
  readonly bytes: Uint8Array;
  readonly sheet: string;
  readonly rows: number;
  readonly fixes: number;
  /** Those of its rows that nobody sees in the file. */
  readonly hiddenRows: readonly number[];
  /** The rows of the file that are not in it. */
  readonly skipped: SheetReading['skipped'];
  /** The headers of its columns that are not in it. */
  readonly otherColumns: readonly string[];
  /** The names of the file's hidden sheets with people. */
  readonly hidden: readonly string[];
  /** Those of its other sheets with people. */
  readonly others: readonly string[];
}

/**
 * `kpy export FILE`: a clean official sheet with the rows of the file: values only, nothing of ours, no formula. What is
 * said of errors is said of the copy, which is what will be sent: a formula of the file is a value in it.
 */
export async function exportSheet(
  context: Context,
  file: string,
  options: ExportOptions,
): Promise<ExitStatus> {
  const { bytes, ...copy } = await cleanCopy(context, file, options.sheet);
  const out = options.out ?? besides(file, suffixOf(context, copy));
  await writeNewFile(out, bytes, { force: options.force === true, inputs: [file], extension: '.xlsx' });
  const { summary, withoutFee } = await summaryOfCopy(context, bytes);
  if (context.json) {
    const { sheet, rows, fixes, hiddenRows, skipped, otherColumns } = copy;
    const left = { skipped, otherColumns, otherSheets: copy.others, hiddenSheets: copy.hidden };
    const told = { file, sheet, out, rows, fixes, hiddenRows, ...left, summary, withoutFee };
    context.terminal.write(`${JSON.stringify(told)}\n`);
  } else printText(context, out, copy, { summary, withoutFee });
  return summary.errors > 0 ? EXIT.findings : EXIT.ok;
}

/** What the copy's name ends with: of several sheets each has its own, so that none is written over another. */
function suffixOf({ say }: Context, { sheet, others }: Pick<CleanCopy, 'sheet' | 'others'>): string {
  const suffix = say('command.export-suffix');
  return others.length === 0 ? suffix : `${sheetInFileName(sheet)}-${suffix}`;
}

/** What became of the file's rows, then what the copy comes to, with the copy's own rows. */
function printText(
  { terminal, say, rulebook }: Context,
  file: string,
  { rows, fixes, hiddenRows, skipped, otherColumns, hidden, others }: Omit<CleanCopy, 'bytes'>,
  { summary, withoutFee }: Counted,
): void {
  const line = (code: string, params: MessageParams): void => void terminal.write(`${say(code, params)}\n`);
  line(fixes > 0 ? 'command.exported-with-fixes' : 'command.exported', { file, rows, fixes });
  if (hiddenRows.length > 0) line('export.hidden-rows', { rows: rowList(hiddenRows) });
  for (const [reason, code] of LEFT_OUT) {
    const leftOut = skippedRows({ skipped }, reason);
    if (leftOut.length > 0) line(code, { rows: rowList(leftOut) });
  }
  if (otherColumns.length > 0) line('export.other-columns', { columns: otherColumns });
  if (hidden.length > 0) line('command.hidden-not-exported', { sheets: hidden });
  line('command.summary', { ...summary });
  const { clause } = rulebook.notice.parameters.perPerson;
  if (others.length > 0) line('command.copy-apart', { sheets: others, clause });
  if (withoutFee.length > 0)
    line('command.copy-without-fee', { count: withoutFee.length, rows: rowList(withoutFee) });
  if (summary.errors > 0) line('command.errors-left', { errors: summary.errors, file });
}

async function cleanCopy(context: Context, file: string, sheet: string | undefined): Promise<CleanCopy> {
  const { footer, rows, ...about } = await cleanRows(context, file, sheet);
  return { ...about, rows: rows.length, bytes: officialWorkbook({ ...officialLayout(footer), rows }) };
}

/** What stands in the copy. The file and its findings are let go of before it is written: a large sheet has no room for both. */
async function cleanRows(
  context: Context,
  file: string,
  sheet: string | undefined,
): Promise<
  Omit<CleanCopy, 'bytes' | 'rows'> & Pick<OfficialWorkbook, 'rows'> & Pick<SheetReading, 'footer'>
> {
  const { workbook } = await readWorkbookFile(file);
  const hidden = hiddenForms(workbook.sheets);
  const readings = readSheets(workbook.sheets);
  const reading = chosen(file, readings, hidden, sheet);
  const report = safeFixesOf(context.rulebook, reading, context.today);
  return {
    sheet: reading.sheet,
    footer: reading.footer,
    rows: officialRows(report),
    fixes: cellsMendedInCopy(report),
    hiddenRows: hiddenPeople(reading),
    skipped: reading.skipped,
    otherColumns: reading.otherHeaders,
    hidden,
    others: readings.filter((each) => each !== reading && each.rows.length > 0).map((each) => each.sheet),
  };
}

/** Why a row is in no clean copy, and how that is said. Blank ones are nobody's loss. */
const LEFT_OUT = [
  ...UNTAKEN_REASONS.map((reason) => [reason, `export.${reason}`] as const),
  ['subtotal', 'command.left-out-subtotal'],
  ['repeated-header', 'command.left-out-header'],
] as const;

/** What the copy comes to where it is read back: it has one sheet. */
async function summaryOfCopy({ rulebook, today }: Context, bytes: Uint8Array): Promise<Counted> {
  const readings = readSheets((await readWorkbook(bytes)).sheets);
  const [counted] = summariesOf(rulebook, readings, today);
  if (counted === undefined) throw new Error('the copy has no sheet');
  return counted;
}

function chosen(
  file: string,
  readings: readonly SheetReading[],
  hidden: readonly string[],
  sheet: string | undefined,
): SheetReading {
  const filled = readings.filter(({ rows }) => rows.length > 0);
  const meant = filled.length > 0 ? filled : readings;
  const named = sheet === undefined ? meant : readings.filter((reading) => reading.sheet === sheet);
  const [reading] = named;
  if (sheet !== undefined && hidden.includes(sheet))
    throw new Failure(EXIT.usage, 'command.hidden-sheet', { sheet });
  if (reading === undefined)
    throw new Failure(EXIT.usage, 'command.no-such-sheet', {
      file,
      sheet: sheet ?? '',
      known: names(readings),
    });
  if (named.length > 1) throw new Failure(EXIT.usage, 'command.which-sheet', { file, known: names(named) });
  if (reading.rows.length === 0 && hidden.length > 0)
    throw new Failure(EXIT.findings, 'command.hidden-form', { file, sheets: hidden });
  if (reading.headerRow === null) throw new Failure(EXIT.findings, 'command.nothing-to-export', { file });
  if (reading.rows.length === 0) throw new Failure(EXIT.findings, 'command.nobody-to-export', { file });
  return reading;
}

const names = (readings: readonly SheetReading[]): readonly string[] =>
  readings.map((reading) => reading.sheet);
