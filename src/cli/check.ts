import { checkSheets, type SheetReport } from '../sheet/check-sheet';
import { hiddenForms, readSheets, type SheetReading } from '../sheet/read-sheet';
import type { Context } from './context';
import { asFailure, EXIT, worse, type ExitStatus } from './failure';
import { readWorkbookFile } from './files';
import { CheckDocument, type CheckedFile } from './check-document';
import { printReport, Totals } from './print-report';
import { Progress } from './progress';
import { workbookPaths, type Place } from './workbook-paths';

/** What is said while files are checked: one JSON document, or lines for a person. Nothing of a file is held after it. */
interface Speaker {
  /**
   * One worksheet, or a file that cannot be read.
   *
   * @param hidden the names of its file's hidden forms
   */
  entry(result: CheckedFile, hidden: readonly string[]): void;
  /** What is to be said of a file as a whole, after all its entries. */
  endFile(results: readonly CheckedFile[], hidden: readonly string[]): void;
  end(): void;
}

/** `kpy check FILE…`: every problem by cell, every person's verdict, the fee. */
export async function check(
  context: Context,
  paths: readonly string[],
  options: { readonly quiet?: boolean },
): Promise<ExitStatus> {
  const places = await workbookPaths(paths);
  const progress = new Progress(context.terminal, places.length);
  const speaker = context.json ? inJson(context) : inLines(context, options.quiet === true);
  let status: ExitStatus = EXIT.ok;
  for (const place of places) {
    progress.step(place.path);
    const { results, hidden } = await checkPlace(context, place);
    progress.clear();
    for (const result of results) {
      status = worse(status, statusOf(result));
      try {
        speaker.entry(result, hidden);
      } catch (error) {
        // A bug in one sheet's words keeps nobody from the others.
        const { code, params } = asFailure(error);
        context.terminal.writeError(`${withFile(place.path, context.say(code, params))}\n`);
        status = worse(status, EXIT.usage);
      }
    }
    speaker.endFile(results, hidden);
  }
  speaker.end();
  return status;
}

function inJson(context: Context): Speaker {
  const document = new CheckDocument(context);
  return {
    entry(result, hidden) {
      document.add(result, hidden);
    },
    endFile: () => undefined,
    end() {
      document.end();
      context.terminal.write('\n');
    },
  };
}

function inLines(context: Context, quiet: boolean): Speaker {
  const { terminal, say, rulebook } = context;
  const { clause } = rulebook.notice.parameters.perPerson;
  const totals = new Totals();
  return {
    entry(result) {
      totals.add(result);
      if ('error' in result) terminal.writeError(`${withFile(result.file, result.error)}\n`);
      else printReport(context, result, quiet);
    },
    endFile(results, hidden) {
      const sheets = results.filter(hasPeople).length;
      if (sheets > 1) terminal.write(`${say('command.sheets-apart', { sheets, clause })}\n\n`);
      if (hidden.length > 0) terminal.write(`${say('command.hidden-sheets', { sheets: hidden })}\n\n`);
    },
    end() {
      if (totals.entries > 1) totals.print(context);
    },
  };
}

const hasPeople = (result: CheckedFile): boolean =>
  'report' in result && result.report.reading.rows.length > 0;

/** The sheets of one file, checked, or one entry with an error where it cannot be read; and what is hidden in it. */
async function checkPlace(
  context: Context,
  { path: file, failure }: Place,
): Promise<{ readonly results: readonly CheckedFile[]; readonly hidden: readonly string[] }> {
  try {
    if (failure !== undefined) throw failure;
    const { readings, hidden } = await readForms(file);
    const reports = checkSheets(context.rulebook, readings, context.today);
    return { results: reports.map((report) => ({ file, report })), hidden };
  } catch (error) {
    const { status, code, params } = asFailure(error);
    const folder = failure !== undefined;
    return { results: [{ file, error: context.say(code, params), status, folder }], hidden: [] };
  }
}

/** The workbook itself is let go of before it is checked. */
async function readForms(
  file: string,
): Promise<{ readonly readings: readonly SheetReading[]; readonly hidden: readonly string[] }> {
  const { sheets } = (await readWorkbookFile(file)).workbook;
  return { readings: readSheets(sheets), hidden: hiddenForms(sheets) };
}

/** An error that does not name its file gets the name in front. */
const withFile = (file: string, error: string): string =>
  error.includes(file) ? error : `${file}: ${error}`;

function statusOf(result: CheckedFile): ExitStatus {
  if ('error' in result) return result.status;
  return hasErrors(result.report) ? EXIT.findings : EXIT.ok;
}

export const hasErrors = (report: SheetReport): boolean => report.summary.errors > 0;
