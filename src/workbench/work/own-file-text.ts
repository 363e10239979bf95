import type { OwnFile, OwnFileFailure, WorkRecord } from '../../hosts/browser';
import { messageText, type Locale } from '../../rules/messages/message';
import { wordsIn } from '../words';

/** Cells or sheets that a sentence names; of more it says that there are. */
const NAMED = 10;

/** Why the user's own file cannot be written from a work, whatever is done to it. */
export type NoOwnFile = 'no-file' | 'values-alone';

/** Of a work that was begun here there is no file, and of an .xls only the values were read; null for any other. */
export function noOwnFile({ file, keptInFile }: Pick<WorkRecord, 'file' | 'keptInFile'>): NoOwnFile | null {
  if (file === null) return 'no-file';
  return keptInFile.includes('formats') ? 'values-alone' : null;
}

/** Why the user's own file cannot be given back with what was edited. */
export function ownFileProblem(failure: OwnFileFailure, locale: Locale): string {
  const words = wordsIn(locale);
  switch (failure.problem) {
    case 'merged':
    case 'array-formula':
    case 'not-patchable':
      return words(`own-file-${failure.problem}`, failure.params);
    case 'unreadable':
      return words('own-file-unreadable', { reason: messageText(locale, failure.code, failure.params) });
    case 'failed':
      return words('own-file-failed', { detail: failure.detail });
    default:
      return words(`own-file-${failure.problem}`);
  }
}

/** What of the work is not in the file as it was made; null where all is. */
export function ownFileNotes({ results, renamed }: Omit<OwnFile, 'bytes'>, locale: Locale): string | null {
  const words = wordsIn(locale);
  const named = (names: readonly string[]): string => {
    const first = names.slice(0, NAMED).join(words('and'));
    return names.length > NAMED ? `${first}…` : first;
  };
  const notes = [
    ...(results.length > 0 ? [words('own-file-results', { cells: named(results) })] : []),
    ...(renamed.length > 0 ? [words('own-file-names', { sheets: named(renamed) })] : []),
  ];
  return notes.length === 0 ? null : words('own-file-but', { notes: notes.join(words('sentence-and')) });
}
