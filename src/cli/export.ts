import { rowList } from '../rules/row-list';
import { officialWorkbook, type OfficialWorkbook } from '../documents/official-workbook';
import { readWorkbook } from '../hosts/file';
import { summaryOf, type SheetSummary } from '../sheet/check-sheet';
import { safeEdits } from '../sheet/fixes';
import { officialLayout } from '../sheet/layout';
import { officialRows } from '../sheet/official-rows';
import { readSheets, unreadRows, type SheetReading } from '../sheet/read-sheet';
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
  /** The rows of the file that are not in it though something stands in them. */
  readonly unread: readonly number[];
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
  const { bytes, sheet, rows, fixes, unread } = await cleanCopy(context, file, options.sheet);
  const out = options.out ?? besides(file, context.say('command.export-suffix'));
  await writeNewFile(out, bytes, { force: options.force === true, inputs: [file], extension: '.xlsx' });
  const summary = await summaryOfCopy(context, bytes);
  const { errors } = summary;
  if (context.json) context.terminal.write(`${JSON.stringify({ file, sheet, out, rows, fixes, summary })}\n`);
  else {
    const { terminal, say } = context;
    const exported = fixes > 0 ? 'command.exported-with-fixes' : 'command.exported';
    terminal.write(`${say(exported, { file: out, rows, fixes })}\n`);
    if (unread.length > 0) terminal.write(`${say('export.unread', { rows: rowList(unread) })}\n`);
    if (errors > 0) terminal.write(`${say('command.errors-left', { errors, file: out })}\n`);
  }
  return errors > 0 ? EXIT.findings : EXIT.ok;
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
  const reading = chosen(file, readSheets(workbook.sheets), sheet);
  const report = safeFixesOf(context.rulebook, reading, context.today);
  return {
    sheet: reading.sheet,
    footer: reading.footer,
    rows: officialRows(report),
    fixes: safeEdits(report).length,
    unread: unreadRows(reading),
  };
}

/** What the copy comes to where it is read back: it has one sheet. */
async function summaryOfCopy({ rulebook, today }: Context, bytes: Uint8Array): Promise<SheetSummary> {
  const [reading] = readSheets((await readWorkbook(bytes)).sheets);
  if (reading === undefined) throw new Error('the copy has no sheet');
  return summaryOf(rulebook, reading, today);
}

function chosen(file: string, readings: readonly SheetReading[], sheet: string | undefined): SheetReading {
  const named = sheet === undefined ? readings : readings.filter((reading) => reading.sheet === sheet);
  const [reading] = named;
  if (reading === undefined)
    throw new Failure(EXIT.usage, 'command.no-such-sheet', {
      file,
      sheet: sheet ?? '',
      known: names(readings),
    });
  if (named.length > 1)
    throw new Failure(EXIT.usage, 'command.which-sheet', { file, known: names(readings) });
  if (reading.headerRow === null) throw new Failure(EXIT.findings, 'command.nothing-to-export', { file });
  if (reading.rows.length === 0) throw new Failure(EXIT.findings, 'command.nobody-to-export', { file });
  return reading;
}

const names = (readings: readonly SheetReading[]): readonly string[] =>
  readings.map((reading) => reading.sheet);
