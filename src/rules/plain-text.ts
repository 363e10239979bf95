/**
 * True for text of Han and visible ASCII alone. Most cells hold nothing else, and there is nothing in them to tidy or to
 * fold: what would look for it with regular expressions in every cell of a sheet asks this first.
 */
export function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isAscii = code > 0x20 && code < 0x7f;
    const isHan = code >= 0x4e00 && code <= 0x9fff;
    if (!isAscii && !isHan) return false;
  }
  return true;
}
