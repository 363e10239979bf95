import { isPlain } from './plain-text';

/** Text for comparison: one width (NFKC, which also unifies brackets), no white space, no letter case. */
export function fold(text: string): string {
  if (isPlain(text)) return /[A-Z]/.test(text) ? text.toLowerCase() : text;
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
