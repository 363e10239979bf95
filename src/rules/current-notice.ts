import type { NoticePack } from './notice';
import { notice2025_8 } from './notice-2025-8';

/** What everybody judges by who is not told of another notice. Its wording for readers: `current-texts.ts`. */
export const CURRENT_NOTICE: NoticePack = notice2025_8;
