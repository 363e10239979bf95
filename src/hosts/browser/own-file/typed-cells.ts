import type { Cell } from '../../../rules/cell';
import { DAYS_1904, numericCell } from '../../cell-value';
import { CellFormats, FORMAT } from '../../file/cell-formats';
import { LIMITS } from '../../file/limits';
import { Package } from '../../file/package';
import { toA1 } from '../../../sheet/a1';
import { UnreadableFile } from '../../file/unreadable-file';
import { utf8Part } from '../../file/utf8-part';
import { readWorkbookParts } from '../../file/workbook-parts';
import { escapeCellText, escapeXml } from '../../file/xml-escapes';
import { scanXml, type Tag } from '../../file/xml-scan';
import { Splices } from '../../file/xml-splice';
import { replaceParts } from '../../file/zip-replace';
import type { ZipEntry } from '../../file/zip-directory';
import { styleThatShows, type Shown } from './shown-format';

/** A value that is no text, or a formula as files have it with what it comes to; the cell is there already. */
export interface TypedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
  /** Whether the grid shows it as text, so that a number that stands in a cell for texts is one. */
  readonly asText: boolean;
}

const shown = ({ kind, number = 0, formula }: Cell): Shown | null => {
  if (kind === 'date') return Number.isInteger(number) ? 'day' : 'moment';
  if (formula !== undefined) return 'formula';
  return kind === 'number' ? 'number' : null;
};

const STRING = ' t="str"';

/** The type of a cell as its attribute, and its value. */
function typeAndValue({ kind, text, number = 0 }: Cell, date1904: boolean): readonly [string, string] {
  switch (kind) {
    case 'number':
      return ['', String(number)];
    case 'date':
      return ['', String(date1904 ? number - DAYS_1904 : number)];
    case 'boolean':
      return [' t="b"', text === 'TRUE' ? '1' : '0'];
    case 'error':
      return [' t="e"', escapeXml(text)];
    default:
      return [STRING, escapeCellText(text)];
  }
}

interface Context {
  readonly formats: CellFormats | null;
  readonly date1904: boolean;
}

/** The style of a cell that had `old`, and whether its number is a text there. */
function styleOf(
  { cell, asText }: TypedCell,
  old: number,
  formats: CellFormats,
): { readonly style: number; readonly isText: boolean } {
  const wanted = shown(cell);
  if (wanted === null) return { style: old, isText: false };
  if (wanted === 'number' && asText && formats.isText(old)) return { style: old, isText: true };
  const style = styleThatShows(formats, old, wanted);
  // The grid has the zeros before a number in another look, as that of the row which was copied: 0001234 is not 1234.
  const isOther =
    wanted === 'number' &&
    numericCell(cell.number ?? 0, formats.numberStyle(style), false).text !== cell.text;
  return isOther ? { style: formats.twin(old, FORMAT.text), isText: true } : { style, isText: false };
}

function cellXml(tag: Tag, typed: TypedCell, { formats, date1904 }: Context): string {
  const { prefix: p } = tag;
  const { row, column, cell } = typed;
  const old = Number(tag.get('s') ?? 0);
  const { style, isText } = formats === null ? { style: old, isText: false } : styleOf(typed, old, formats);
  const [type, value] = isText ? [STRING, cell.text] : typeAndValue(cell, date1904);
  const formula = cell.formula === undefined ? '' : `<${p}f>${escapeXml(cell.formula)}</${p}f>`;
  const styled = style === 0 && tag.get('s') === undefined ? '' : ` s="${style}"`;
  return `<${p}c r="${toA1(row, column)}"${styled}${type}>${formula}<${p}v>${value}</${p}v></${p}c>`;
}

/** Puts the cells of one worksheet in the place of what stands there. */
function typedSheet(xml: string, cells: readonly TypedCell[], context: Context, file: Package): string {
  const byPlace = new Map<string, TypedCell>(cells.map((one) => [toA1(one.row, one.column), one]));
  const splices = new Splices(xml);
  let open: { readonly tag: Tag; readonly start: number; readonly cell: TypedCell } | undefined;
  scanXml(
    xml,
    {
      open(tag, start) {
        const cell = tag.name === 'c' ? byPlace.get(tag.get('r') ?? '') : undefined;
        if (cell !== undefined) open = { tag, start, cell };
      },
      close(name, _, end) {
        if (name !== 'c' || open === undefined) return;
        splices.replace(open.start, end, cellXml(open.tag, open.cell, context));
        open = undefined;
      },
    },
    file.budget,
  );
  return splices.apply();
}

function partText(file: Package, path: string, limit: number): string {
  const text = file.text(path, limit);
  if (text === undefined) throw new UnreadableFile('damaged', { part: path });
  return text;
}

/**
 * Gives cells of a file, which hold some text, their numbers, days, truth values and formulas. A day keeps the date
 * format that its cell has; in a cell without one it gets that of a day.
 *
 * @throws UnreadableFile
 */
export function withTypedCells(bytes: Uint8Array, cells: readonly TypedCell[]): Uint8Array {
  if (cells.length === 0) return bytes;
  const file = new Package(bytes);
  const parts = readWorkbookParts(file);
  const changes = new Map<ZipEntry, Uint8Array>();
  const put = (path: string, xml: string): void => {
    const entry = file.entry(path);
    if (entry !== undefined) changes.set(entry, utf8Part(xml));
  };
  const { styles, date1904 } = parts;
  const formats =
    styles === undefined ? null : new CellFormats(partText(file, styles, LIMITS.smallPartBytes), file.budget);
  for (const { name, path } of parts.sheets) {
    const own = cells.filter(({ sheet }) => sheet === name);
    if (own.length === 0) continue;
    const xml = partText(file, path, LIMITS.patchedPartBytes);
    put(path, typedSheet(xml, own, { formats, date1904 }, file));
  }
  const styled = formats?.apply() ?? null;
  if (styled !== null && styles !== undefined) put(styles, styled);
  return replaceParts(bytes, file.directory, changes);
}
