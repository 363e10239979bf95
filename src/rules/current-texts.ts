import type { NoticeTexts } from './notice-texts';

/* What of the current notice is large and seldom wanted: each part loads on its own. */

/** The notice's wording, clause by clause. */
export const currentTexts = async (): Promise<NoticeTexts> =>
  (await import('./notice-2025-8/texts')).noticeTexts2025_8;

/** What each ability of annex 5 is, by its number there. */
export const currentDefinitions = async (): Promise<ReadonlyMap<number, string>> => {
  const { default: entries } = await import('./notice-2025-8/ability-definitions.json');
  return new Map(entries.map(({ seq, definition }) => [seq, definition]));
};
