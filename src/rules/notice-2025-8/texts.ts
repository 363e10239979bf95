import type { NoticeTexts } from '../notice-texts';
import clauses from './clauses.json';
import forms from './forms.json';
import defects from './print-defects.json';

const parts = { clauses, forms, defects };

/** The wording of 渝职鉴发〔2025〕8号; cast for the reason that index.ts gives. Import it lazily: rules do without it. */
export const noticeTexts2025_8 = parts as NoticeTexts;
