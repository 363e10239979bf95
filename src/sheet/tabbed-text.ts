const QUOTE = '"';

/** Where a cell ends: at a tab, a line end, or the end of the text. */
const END = /[\t\r\n]/g;

/**
 * The cell in quotes that begins here; null where none does. A quote that nothing closes, or that is closed in the
 * middle of a cell, is one that somebody wrote.
 */
function quotedCell(text: string, from: number): { readonly text: string; readonly end: number } | null {
  if (text[from] !== QUOTE) return null;
  for (let at = text.indexOf(QUOTE, from + 1); at >= 0; at = text.indexOf(QUOTE, at + 2)) {
    const next = text[at + 1];
    if (next === QUOTE) continue;
    if (next !== undefined && next !== '\t' && next !== '\r' && next !== '\n') return null;
    const inside = text.slice(from + 1, at).replaceAll('""', QUOTE);
    return { text: inside.replace(/\r\n?/g, '\n'), end: at + 1 };
  }
  return null;
}

function plainCell(text: string, from: number): { readonly text: string; readonly end: number } {
  END.lastIndex = from;
  const end = END.exec(text)?.index ?? text.length;
  return { text: text.slice(from, end), end };
}

/**
 * The cells of what Excel or WPS copies as text: lines of tabs, with cells in quotes where they hold a line break, and
 * quotes within those doubled.
 *
 * @returns rows, each as wide as it was written; one row of one empty cell where the text is empty
 */
export function tabbedCells(text: string): string[][] {
  let row: string[] = [];
  const rows = [row];
  for (let at = 0; ;) {
    const cell = quotedCell(text, at) ?? plainCell(text, at);
    row.push(cell.text);
    at = cell.end;
    if (at >= text.length) return rows;
    const isTab = text[at] === '\t';
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (isTab) continue;
    // The last line end is no line of its own.
    if (at >= text.length) return rows;
    rows.push((row = []));
  }
}

/** Cells as Excel copies them: what `tabbedCells` reads. In quotes is what would else be read otherwise. */
export const tabbedText = (rows: readonly (readonly (string | number)[])[]): string =>
  rows
    .map((row) =>
      row
        .map(String)
        .map((text) => (/^"|[\t\r\n]/.test(text) ? `"${text.replaceAll(QUOTE, '""')}"` : text))
        .join('\t'),
    )
    .map((line) => `${line}\r\n`)
    .join('');
