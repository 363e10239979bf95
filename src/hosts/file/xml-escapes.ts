/** What XML 1.0 cannot hold, and what a parser would change: controls, a carriage return, U+FFFE and U+FFFF. */
const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;
/** A text that would itself be read as an escape. */
const LOOKS_ESCAPED = /_(?=x[0-9a-fA-F]{4}_)/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A value as XML text or as an attribute in double quotes. Characters that XML cannot hold are dropped. */
export const escapeXml = (text: string): string =>
  text
    .replace(LONE_SURROGATE, '')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (character) => MARKUP[character] ?? character);

/**
 * A cell's text as the content of `<t>`: characters that XML cannot hold are written `_xHHHH_`, as Excel does, so
 * that they come back; half a surrogate pair, which nothing can hold, is dropped.
 */
export const escapeCellText = (text: string): string =>
  escapeXml(
    text
      .replace(LOOKS_ESCAPED, '_x005F_')
      .replace(
        UNWRITABLE,
        (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
      ),
  );

/** Undoes the escape: `_x000D_` is a carriage return, and `_x005F_` an underscore that begins no escape. */
export const decodeEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
