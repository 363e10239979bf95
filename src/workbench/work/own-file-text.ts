import type { OwnFileFailure } from '../../hosts/browser';
import { messageText, type Locale } from '../../rules/messages/message';
import { wordsIn } from '../words';

/** Cells that a sentence names; of more it says that there are. */
const NAMED = 10;

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

/** Where the file holds what a formula comes to in place of the formula; null where it holds them all. */
export function ownFileResults(cells: readonly string[], locale: Locale): string | null {
  if (cells.length === 0) return null;
  const words = wordsIn(locale);
  const named = cells.slice(0, NAMED).join(words('and'));
  return words('own-file-results', { cells: cells.length > NAMED ? `${named}…` : named });
}
