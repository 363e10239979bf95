import { rowList } from '../rules/row-list';
import { officialWorkbook } from '../documents/official-workbook';
import { checkSheets, type SheetReport } from '../sheet/check-sheet';
import { errorsLeft, safeEdits } from '../sheet/fixes';
import { officialLayout } from '../sheet/layout';
import { officialRows } from '../sheet/official-rows';
import { readSheets, unreadRows } from '../sheet/read-sheet';
import type { Context } from './context';
import { EXIT, Failure, type ExitStatus } from './failure';
import { besides, readWorkbookFile } from './files';
import { writeNewFile } from './write-file';

export interface ExportOptions {
  readonly out?: string;
  readonly force?: boolean;
  readonly sheet?: string;
}

/** `kpy export FILE`: a clean official sheet with the rows of the file: values only, nothing of ours, no formula. */
export async function exportSheet(
  context: Context,
  file: string,
  options: ExportOptions,
): Promise<ExitStatus> {
  const { workbook } = await readWorkbookFile(file);
  const reports = checkSheets(context.rulebook, readSheets(workbook.sheets), context.today);
  const report = chosen(file, reports, options.sheet);
  const { reading, summary } = report;
  const bytes = officialWorkbook({ ...officialLayout(reading.footer), rows: officialRows(report) });
  const out = options.out ?? besides(file, context.say('command.export-suffix'));
  await writeNewFile(out, bytes, { force: options.force === true, inputs: [file], extension: '.xlsx' });
  const fixes = safeEdits(report).length;
  const errors = errorsLeft(report).length;
  const rows = reading.rows.length;
  if (context.json)
    context.terminal.write(`${JSON.stringify({ file, sheet: reading.sheet, out, rows, fixes, summary })}\n`);
  else {
    const { terminal, say } = context;
    terminal.write(`${say('command.exported', { file: out, rows, fixes })}\n`);
    const unread = unreadRows(reading);
    if (unread.length > 0) terminal.write(`${say('export.unread', { rows: rowList(unread) })}\n`);
    if (errors > 0) terminal.write(`${say('command.errors-left', { errors, file })}\n`);
  }
  return errors > 0 ? EXIT.findings : EXIT.ok;
}

function chosen(file: string, reports: readonly SheetReport[], sheet: string | undefined): SheetReport {
  const named = sheet === undefined ? reports : reports.filter((report) => report.reading.sheet === sheet);
  const [report] = named;
  if (report === undefined)
    throw new Failure(EXIT.usage, 'command.no-such-sheet', {
      file,
      sheet: sheet ?? '',
      known: names(reports),
    });
  if (named.length > 1) throw new Failure(EXIT.usage, 'command.which-sheet', { file, known: names(reports) });
  if (report.reading.headerRow === null)
    throw new Failure(EXIT.findings, 'command.nothing-to-export', { file });
  if (report.reading.rows.length === 0)
    throw new Failure(EXIT.findings, 'command.nobody-to-export', { file });
  return report;
}

const names = (reports: readonly SheetReport[]): string =>
  reports.map((report) => report.reading.sheet).join('、');
