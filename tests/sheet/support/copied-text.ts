/** Cells as Excel puts them on the clipboard: in quotes where they hold a tab or a line break, with quotes doubled. */
export const copiedText = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) =>
      row.map((text) => (/[\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join('\t'),
    )
    .map((line) => `${line}\r\n`)
    .join('');
