import { hasHeader, type FollowedSheet, type SessionState } from './state';

/**
 * The sheet that the pane works on from now on: the one that it worked on, but for a new one that the user is on; else
 * the first with a header.
 */
export function chosenSheet(
  { selection, sheets: before, sheet: last }: SessionState,
  sheets: readonly FollowedSheet[],
): FollowedSheet | null {
  const isKnown = before.some(({ id }) => id === selection?.sheet);
  const here = isKnown ? undefined : sheets.find(({ id }) => id === selection?.sheet);
  const chosen = here !== undefined && hasHeader(here) ? here : sheets.find(({ id }) => id === last?.id);
  return chosen !== undefined && hasHeader(chosen) ? chosen : (sheets.find(hasHeader) ?? null);
}
