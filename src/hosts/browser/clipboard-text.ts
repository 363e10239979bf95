import { tabbedCells } from '../../sheet/tabbed-text';

/** A pasted cell: text, or a number where the source held one. */
export type PastedCell = string | number;

/** Digits beyond this are no amount but a number of something, such as a certificate. */
const MOST_DIGITS = 11;
const AMOUNT = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/**
 * What a pasted text is. Digits that begin with 0, are longer than any amount, or that the source kept as text
 * (Excel and WPS write `mso-number-format:"\@"`) stay text.
 */
function pasted(text: string, isText: boolean): PastedCell {
  return !isText && AMOUNT.test(text) && text.length <= MOST_DIGITS ? Number(text) : text;
}

/** The classes of a style sheet that give the text format, as Excel names them: `.xl65 {mso-number-format:"\@";}`. */
function textClasses(html: string): ReadonlySet<string> {
  const classes = new Set<string>();
  for (const [, name, body] of html.matchAll(/\.([\w-]+)\s*\{([^}]*)\}/g))
    if (name !== undefined && isTextFormat(body ?? '')) classes.add(name);
  return classes;
}

const isTextFormat = (style: string): boolean => /mso-number-format:\s*(?:"\\@"|\\@|"@"|@)/.test(style);

/** The text of a cell: `<br>` and each paragraph of Word's is a line, and runs of white space are one. */
function cellText(cell: Element): string {
  const pieces: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) pieces.push((node.textContent ?? '').replace(/[ \t\r\n]+/g, ' '));
    else if (node instanceof Element) {
      const isLine = node.tagName === 'P' || node.tagName === 'DIV';
      if (node.tagName === 'BR' || (isLine && /[^ \n]/.test(pieces.join('')))) pieces.push('\n');
      for (const child of node.childNodes) visit(child);
    }
  };
  visit(cell);
  return pieces
    .join('')
    .replace(/ ?\n ?/g, '\n')
    .replace(/^ | $/g, '')
    .replaceAll('\u00a0', ' ');
}

function tableCells(table: HTMLTableElement, texts: ReadonlySet<string>): PastedCell[][] {
  const rows: PastedCell[][] = [];
  const put = (row: number, column: number, value: PastedCell): void => {
    (rows[row] ??= [])[column] = value;
  };
  const lines = Array.from(table.rows);
  lines.forEach((tr, row) => {
    rows[row] ??= [];
    let column = 0;
    for (const td of tr.cells) {
      while (rows[row][column] !== undefined) column++;
      const isText =
        isTextFormat(td.getAttribute('style') ?? '') ||
        Array.from(td.classList).some((name) => texts.has(name)) ||
        td.hasAttribute('x:str');
      const value = pasted(cellText(td), isText);
      // The cells under a merged one are empty, and keep their places; one that claims more rows than there are has those.
      const rowSpan = Math.min(Math.max(1, td.rowSpan), lines.length - row);
      for (let down = 0; down < rowSpan; down++)
        for (let right = 0; right < Math.max(1, td.colSpan); right++)
          put(row + down, column + right, down === 0 && right === 0 ? value : '');
      column += Math.max(1, td.colSpan);
    }
  });
  return rows;
}

const textCells = (text: string): PastedCell[][] =>
  text === '' ? [] : tabbedCells(text).map((row) => row.map((cell) => pasted(cell, false)));

/** Rows as wide as the widest. */
function even(rows: readonly (readonly (PastedCell | undefined)[])[]): PastedCell[][] {
  // One by one: a call takes only so many arguments, and a sheet may have a million rows.
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''));
}

/**
 * The cells of what another program put on the clipboard: the first table of its HTML, else its text.
 * @returns rows of one width; none where there is nothing
 */
export function clipboardCells(html: string, text: string): readonly (readonly PastedCell[])[] {
  const table =
    html === '' ? null : new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  const rows = table === null ? textCells(text) : tableCells(table, textClasses(html));
  return even(rows);
}
