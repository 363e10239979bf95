/** Text inside a table cell: one line, and no bar that would end the cell. */
export const inCell = (text: string): string => text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');

/** A table; every row has as many cells as the head. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows.map((row) => row.map(inCell))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

export const quote = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

/** Paragraphs, tables and headings, a blank line between them; what is empty is left out. */
export const blocks = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join('\n\n');

const SEEN: Readonly<Record<string, string>> = {
  ' ': '␣',
  '\u3000': '␣␣',
  '\n': '⏎',
  '\u200B': '[零宽字符]',
};

/** What a person typed, as it stands, with what cannot be seen made visible. */
export const typed = (text: string): string =>
  `\`${text.replace(/[ \u3000\n\u200B]/g, (character) => SEEN[character] ?? character)}\``;
