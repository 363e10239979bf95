/* All of the current notice's wording and print at once, for documents and tests; a page loads `current-texts.ts`. */

export { noticeTexts2025_8 as CURRENT_TEXTS } from './notice-2025-8/texts';
export { noticePrint2025_8 as CURRENT_PRINT } from './notice-2025-8/print';
