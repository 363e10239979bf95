import type { SheetReport } from '../sheet/check-sheet';
import { inReadingOrder } from '../sheet/fixes';
import { wordedReport } from '../sheet/worded-report';
import type { Context } from './context';
import { asFailure, type ExitStatus } from './failure';

/** What is said in place of a report where a file or folder cannot be read. */
export interface Unread {
  readonly file: string;
  readonly error: string;
  readonly status: ExitStatus;
  /** Whether it is a folder. */
  readonly folder?: boolean;
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

  /**
   * @param hiddenSheets the names of the file's hidden sheets with people, which were not checked
   * @throws what a bug throws; the entry ends with `error` then, so that the document stays one and nothing passes for whole
   */
  add(entry: CheckedFile, hiddenSheets: readonly string[]): void {
    const { terminal, say } = this.context;
    const { file } = entry;
    if ('error' in entry) {
      this.#begin({ file, error: entry.error });
      terminal.write('}');
      return;
    }
    let begun = false;
    try {
      const { report } = entry;
      const words = (part: Partial<SheetReport>): ReturnType<typeof wordedReport> =>
        wordedReport({ ...report, findings: [], verdicts: [], ...part }, this.context.locale);
      const { sheet, headerRow, rows, skipped, summary } = words({});
      const findings = inReadingOrder(report);
      this.#begin({ file, sheet, headerRow, rows, skipped, hiddenSheets });
      terminal.write(',"findings":[');
      begun = true;
      this.#list(findings, (some) => words({ findings: some }).findings);
      terminal.write('],"verdicts":[');
      this.#list(report.verdicts, (some) => words({ verdicts: some }).verdicts);
      terminal.write(`],${membersOf({ summary })}}`);
    } catch (error) {
      const { code, params } = asFailure(error);
      const told = { error: say(code, params) };
      if (begun) terminal.write(`],${membersOf(told)}}`);
      else {
        this.#begin({ file, sheet: entry.report.reading.sheet, ...told });
        terminal.write('}');
      }
      throw error;
    }
  }

  end(): void {
    this.context.terminal.write(']}');
  }

  /** An entry's first members; its end is still to come. */
  #begin(members: object): void {
    const { terminal } = this.context;
    if (this.#entries++ > 0) terminal.write(',');
    terminal.write(`{${membersOf(members)}`);
  }

  /** The items of a list in words, without its brackets. */
  #list<T>(items: readonly T[], words: (some: readonly T[]) => readonly object[]): void {
    for (let at = 0; at < items.length; at += AT_ONCE) {
      const some = JSON.stringify(words(items.slice(at, at + AT_ONCE))).slice(1, -1);
      this.context.terminal.write(at > 0 ? `,${some}` : some);
    }
  }
}

/** The members of an object without its braces. */
const membersOf = (value: object): string => JSON.stringify(value).slice(1, -1);
