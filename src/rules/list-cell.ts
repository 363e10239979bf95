/**
 * A cell that may hold several certificates or numbers, separated by 、 ； , or a line break. A separator inside
 * brackets belongs to the name.
 */
export function splitList(text: string): readonly string[] {
  if (!/[、，,;；\n]/.test(text)) return text === '' ? [] : [text];
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  for (const character of text) {
    if (/[(（【[]/.test(character)) depth++;
    else if (/[)）】\]]/.test(character)) depth = Math.max(0, depth - 1);
    if (character === '\n' || (depth === 0 && /[、，,;；]/.test(character))) {
      parts.push(part);
      part = '';
      // A bracket left open on one line does not bind the next.
      depth = 0;
    } else part += character;
  }
  parts.push(part);
  return parts.map((each) => each.trim()).filter((each) => each !== '');
}
