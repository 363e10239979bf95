import { UnreadableFile } from '../hosts/file';
import { checkSheets, type SheetReport } from '../sheet/check-sheet';
import { hiddenForms, readSheets } from '../sheet/read-sheet';
import type { Context } from './context';
import { EXIT, Failure, type ExitStatus } from './failure';
import { readWorkbookFile, workbookPaths } from './files';
import { checkDocument, type CheckedFile } from './check-document';
import { printReport, printTotals } from './print-report';
import { Progress } from './progress';

/** `kpy check FILE…`: every problem by cell, every person's verdict, the fee. */
export async function check(
  context: Context,
  paths: readonly string[],
  options: { readonly quiet?: boolean },
): Promise<ExitStatus> {
  const files = await workbookPaths(paths);
  const progress = new Progress(context.terminal, files.length);
  const checked: CheckedFile[] = [];
  let status: ExitStatus = EXIT.ok;
  for (const file of files) {
    progress.step(file);
    const { results, hidden } = await checkFile(context, file);
    progress.clear();
    for (const result of results) {
      checked.push(result);
      status = worse(status, statusOf(result));
      if (context.json) continue;
      if ('error' in result) context.terminal.writeError(`${withFile(file, result.error)}\n`);
      else printReport(context, result, options.quiet === true);
    }
    const sheets = results.filter(hasPeople).length;
    if (!context.json && sheets > 1) {
      const { clause } = context.rulebook.notice.parameters.perPerson;
      context.terminal.write(`${context.say('command.sheets-apart', { sheets, clause })}\n\n`);
    }
    if (!context.json && hidden.length > 0)
      context.terminal.write(`${context.say('command.hidden-sheets', { sheets: hidden.join('、') })}\n\n`);
  }
  if (context.json) context.terminal.write(`${JSON.stringify(checkDocument(context, checked))}\n`);
  else if (checked.length > 1) printTotals(context, checked);
  return status;
}

const hasPeople = (result: CheckedFile): boolean =>
  'report' in result && result.report.reading.rows.length > 0;

/** The sheets of one file, checked, or one entry with an error where it cannot be read; and what is hidden in it. */
async function checkFile(
  context: Context,
  file: string,
): Promise<{ readonly results: readonly CheckedFile[]; readonly hidden: readonly string[] }> {
  try {
    const { sheets } = (await readWorkbookFile(file)).workbook;
    const reports = checkSheets(context.rulebook, readSheets(sheets), context.today);
    const results = reports.map((report) => ({ file, report }));
    return { results, hidden: hiddenForms(sheets) };
  } catch (error) {
    return { results: [{ file, error: problemText(context, error) }], hidden: [] };
  }
}

/** What to tell the user of a file that cannot be read; anything else is a bug and goes on up. */
function problemText(context: Context, error: unknown): string {
  if (error instanceof UnreadableFile) return context.say(`file.${error.problem}`, error.params);
  if (error instanceof Failure && error.status === EXIT.unreadable)
    return context.say(error.code, error.params);
  throw error;
}

/** An error that does not name its file gets the name in front. */
const withFile = (file: string, error: string): string =>
  error.includes(file) ? error : `${file}: ${error}`;

const worse = (a: ExitStatus, b: ExitStatus): ExitStatus => (a > b ? a : b);

function statusOf(result: CheckedFile): ExitStatus {
  if ('error' in result) return EXIT.unreadable;
  return hasErrors(result.report) ? EXIT.findings : EXIT.ok;
}

export const hasErrors = (report: SheetReport): boolean => report.summary.errors > 0;
