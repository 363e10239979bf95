import type { NoticePack } from './notice';
import { notice2025_8 } from './notice-2025-8';

/**
 * The notices that come with the command and the library, by their id, such as 2025-8. Apart from the one in force: each
 * is more than 20 KB, and a page has no use for last year's.
 */
export const NOTICES: Readonly<Record<string, NoticePack>> = Object.fromEntries(
  [notice2025_8].map((notice) => [notice.parameters.id, notice]),
);
