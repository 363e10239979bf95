/** Text for comparison: one width (NFKC, which also unifies brackets), no white space, no letter case. */
export function fold(text: string): string {
  return /^[\u4E00-\u9FFF]*$/.test(text) ? text : text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
