import type { NoticePrint } from '../notice-texts';
import errataRemarks from './errata-remarks.json';
import forms from './forms.json';
import defects from './print-defects.json';

/** The forms of 渝职鉴发〔2025〕8号 and the slips of its print; cast for the reason that index.ts gives. */
export const noticePrint2025_8 = { forms, defects, errataRemarks } as NoticePrint;
