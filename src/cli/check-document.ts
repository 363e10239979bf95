import type { SheetReport } from '../sheet/check-sheet';
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

/** The document of `kpy check --json` (design §8). Other programs rely on its names. */
export const checkDocument = (context: Context, files: readonly CheckedFile[]): object => ({
  ...documentHead(context),
  files: files.map((entry) => documentEntry(context, entry)),
});

const documentHead = ({ rulebook, today }: Context): object => ({
  notice: rulebook.notice.parameters.id,
  date: today,
});

const documentEntry = ({ locale }: Context, entry: CheckedFile): object =>
  'error' in entry
    ? { file: entry.file, error: entry.error }
    : { file: entry.file, ...wordedReport(entry.report, locale) };

/** Writes that document while its entries come, so that no more than one file is held. */
export class DocumentWriter {
  #between = '';

  constructor(readonly context: Context) {
    context.terminal.write(`${JSON.stringify(documentHead(context)).slice(0, -1)},"files":[`);
  }

  entry(entry: CheckedFile): void {
    this.context.terminal.write(this.#between + JSON.stringify(documentEntry(this.context, entry)));
    this.#between = ',';
  }

  end(): void {
    this.context.terminal.write(']}\n');
  }
}
