import type { NoticeTexts } from '../notice-texts';
import clauses from './clauses.json';
import interpretations from './interpretation-texts.json';

/** The wording of 渝职鉴发〔2025〕8号; cast for the reason that index.ts gives. Import it lazily: rules do without it. */
export const noticeTexts2025_8 = { clauses, interpretations } as NoticeTexts;
