/**
 * Undoes the escape by which a spreadsheet keeps characters that XML forbids: `_x000D_` is a carriage return, and
 * `_x005F_` the underscore that keeps such a text from being read so.
 */
export const decodeEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
