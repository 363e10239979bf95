import type { SheetReport } from '../sheet/check-sheet';
import { wordedReport } from '../sheet/worded-report';
import type { Context } from './context';

/** One worksheet of one file, or a file that cannot be read. */
export type CheckedFile =
  { readonly file: string; readonly report: SheetReport } | { readonly file: string; readonly error: string };

/** The document of `kpy check --json` (design §8). Other programs rely on its names. */
export const checkDocument = (
  { rulebook, today, locale }: Context,
  files: readonly CheckedFile[],
): object => ({
  notice: rulebook.notice.parameters.id,
  date: today,
  files: files.map((entry) =>
    'error' in entry ? entry : { file: entry.file, ...wordedReport(entry.report, locale) },
  ),
});
