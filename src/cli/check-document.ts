import type { SheetReport } from '../sheet/check-sheet';
import { inReadingOrder } from '../sheet/fixes';
import { wordedReport } from '../sheet/worded-report';
import type { Context } from './context';
import type { ExitStatus } from './failure';

/** What is said in place of a report where a file or folder cannot be read. */
export interface Unread {
  readonly file: string;
  readonly error: string;
  readonly status: ExitStatus;
}

/** One worksheet of one file. */
export interface CheckedSheet {
  readonly file: string;
  readonly report: SheetReport;
}

export type CheckedFile = CheckedSheet | Unread;

/** How many findings or verdicts are put into words at once: in words, those of a large sheet fill the memory. */
const AT_ONCE = 50;

/**
 * The document of `kpy check --json` (design §8), on whose names other programs rely: written in pieces while the files
 * are checked, so that no file is held after its turn, and no sheet in words as a whole.
 */
export class CheckDocument {
  #entries = 0;

  constructor(private readonly context: Context) {
    const { rulebook, today, terminal } = context;
    terminal.write(`{${membersOf({ notice: rulebook.notice.parameters.id, date: today })},"files":[`);
  }

  add(entry: CheckedFile): void {
    const { terminal } = this.context;
    if (this.#entries++ > 0) terminal.write(',');
    if ('error' in entry) terminal.write(JSON.stringify({ file: entry.file, error: entry.error }));
    else for (const piece of sheetPieces(this.context, entry)) terminal.write(piece);
  }

  end(): void {
    this.context.terminal.write(']}');
  }
}

function* sheetPieces({ locale }: Context, { file, report }: CheckedSheet): Generator<string> {
  const words = (part: Partial<SheetReport>): ReturnType<typeof wordedReport> =>
    wordedReport({ ...report, findings: [], verdicts: [], ...part }, locale);
  const { sheet, headerRow, rows, skipped, summary } = words({});
  yield `{${membersOf({ file, sheet, headerRow, rows, skipped })},"findings":[`;
  yield* listed(inReadingOrder(report), (findings) => words({ findings }).findings);
  yield '],"verdicts":[';
  yield* listed(report.verdicts, (verdicts) => words({ verdicts }).verdicts);
  yield `],${membersOf({ summary })}}`;
}

/** The items of a list in words, without its brackets. */
function* listed<T>(
  items: readonly T[],
  words: (some: readonly T[]) => readonly object[],
): Generator<string> {
  for (let at = 0; at < items.length; at += AT_ONCE) {
    if (at > 0) yield ',';
    yield JSON.stringify(words(items.slice(at, at + AT_ONCE))).slice(1, -1);
  }
}

/** The members of an object without its braces. */
const membersOf = (value: object): string => JSON.stringify(value).slice(1, -1);
