import { grownBy, type GridRange } from '../../sheet/grid';
import type { Budget } from './limits';
import { toA1 } from '../../sheet/a1';
import { parseRange, parseReference, rangeReference } from './reference';
import { shiftFormula } from './shared-formula';
import { staleFormulas, type PlacedFormula } from './stale-results';
import { UnreadableFile } from './unreadable-file';
import { escapeCellText } from './xml-escapes';
import { decodeXml, scanXml, type Tag, type XmlHandler } from './xml-scan';
import { Splices, removeAttribute, setAttribute } from './xml-splice';

/** A cell's new text, in place of whatever stands there. */
export interface SheetEdit {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A formula of a shared group: where its element stands, and the formula where it is the group's first. */
interface SharedMember {
  readonly row: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
  readonly formula: string;
  readonly tag: Tag;
}

export interface PatchedSheet {
  readonly xml: string;
  /** The references of the cells that had a formula and have none now. */
  readonly gone: ReadonlySet<string>;
  /** Whether a formula is left. */
  readonly hasFormulas: boolean;
}

/** A start tag and its place. */
interface PlacedTag {
  readonly start: number;
  readonly end: number;
  readonly tag: Tag;
}

/** Where the result of a formula stands that the sheet keeps, and the start tag of its cell. */
interface CachedResult extends PlacedFormula {
  readonly cell: PlacedTag;
  readonly start: number;
  readonly end: number;
}

const isInside = (range: GridRange, row: number, column: number): boolean =>
  row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;

const isSingle = ({ top, left, bottom, right }: GridRange): boolean => top === bottom && left === right;

/** Some programs write a formula's text as an inline string beside it. */
const isResult = (name: string): boolean => name === 'v' || name === 'is';

/** Rewrites the edited cells of one worksheet while its XML is scanned. */
class SheetPatch implements XmlHandler {
  readonly gone = new Set<string>();
  private readonly splices: Splices;
  /** The place in `edits` of the first whose row has not come yet. */
  private next = 0;
  private prefix = '';
  private inData = false;
  private row = -1;
  private column = -1;
  /** The edits of the row being scanned that have not been written yet. */
  private rowEdits: SheetEdit[] = [];
  private rowTag: PlacedTag | undefined;
  private cell: { readonly start: number; readonly tag: Tag; readonly edit: SheetEdit } | undefined;
  private formula: PlacedTag | undefined;
  /** The cell being scanned, edited or not; the formula that it keeps; the start of its result. */
  private cellTag: PlacedTag | undefined;
  private kept: string | undefined;
  private result: number | undefined;
  private readonly results: CachedResult[] = [];
  hasFormulas = false;
  private readonly columnStyles: { readonly first: number; readonly last: number; readonly style: number }[] =
    [];
  /** The groups of shared formulas, by the number that their members name: a new first formula begins a new group. */
  private readonly shared = new Map<string, SharedMember[]>();
  /** The groups whose first formula goes. */
  private readonly lostFirst: SharedMember[][] = [];

  /**
   * @param name the sheet's
   * @param edits at most one a cell, sorted by row and column
   * @param styleFor the style of a cell with this text that had `style`
   */
  constructor(
    private readonly name: string,
    private readonly xml: string,
    private readonly edits: readonly SheetEdit[],
    private readonly styleFor: (style: number, text: string) => number,
    private readonly budget: Budget,
  ) {
    this.splices = new Splices(xml);
  }

  open(tag: Tag, start: number, end: number): void {
    if (!this.inData) this.openOutside(tag, start, end);
    else if (tag.name === 'row') this.openRow(tag, start, end);
    else if (tag.name === 'c') {
      this.openCell(tag, start);
      this.cellTag = { start, end, tag };
      this.kept = undefined;
    } else if (tag.name === 'f') this.formula = { start, end, tag };
    else if (isResult(tag.name)) this.result = start;
  }

  private openOutside(tag: Tag, start: number, end: number): void {
    if (tag.name === 'dimension') this.growDimension(tag, start, end);
    else if (tag.name === 'col' && tag.get('style') !== undefined) {
      const [first, last] = [Number(tag.get('min')) - 1, Number(tag.get('max')) - 1];
      this.columnStyles.push({ first, last, style: Number(tag.get('style')) });
    } else if (tag.name === 'sheetData') {
      this.prefix = tag.prefix;
      this.inData = !tag.selfClosing;
      if (!tag.selfClosing) return;
      const name = `${tag.prefix}sheetData`;
      const rows = this.newRows(Infinity);
      this.splices.replace(start, end, `${asOpenTag(tag.raw)}${rows}</${name}>`);
    }
  }

  private growDimension(tag: Tag, start: number, end: number): void {
    const old = parseRange(tag.get('ref') ?? '');
    const filled = this.edits.filter(({ text }) => text !== '');
    if (old === undefined || filled.every(({ row, column }) => isInside(old, row, column))) return;
    const grown = filled.reduce<GridRange>((range, { row, column }) => grownBy(range, row, column), old);
    this.splices.replace(start, end, setAttribute(tag.raw, 'ref', rangeReference(grown)));
  }

  private openRow(tag: Tag, start: number, end: number): void {
    const number = tag.get('r');
    const row = number === undefined ? this.row + 1 : Number(number) - 1;
    if (!(row > this.row)) throw new UnreadableFile('not-patchable', { reason: 'row order' });
    const before = this.newRows(row);
    if (before !== '') this.splices.replace(start, start, before);
    this.row = row;
    this.column = -1;
    this.rowEdits = this.takeRow(row);
    this.rowTag = { tag, start, end };
    if (this.rowEdits.length === 0) return;
    const raw = this.withSpans(tag);
    if (!tag.selfClosing) {
      if (raw !== tag.raw) this.splices.replace(start, end, raw);
      return;
    }
    const cells = this.newCells(Infinity, row);
    this.splices.replace(start, end, `${asOpenTag(raw)}${cells}</${this.prefix}row>`);
  }

  /** `spans` is a hint about the columns in use; one that is too narrow is left out. */
  private withSpans(tag: Tag): string {
    const [first, last] = (tag.get('spans') ?? '').split(':').map(Number);
    if (first === undefined || last === undefined) return tag.raw;
    const inside = this.rowEdits.every(({ column }) => column + 1 >= first && column + 1 <= last);
    return inside ? tag.raw : removeAttribute(tag.raw, 'spans');
  }

  private openCell(tag: Tag, start: number): void {
    const reference = tag.get('r');
    const place = reference === undefined ? undefined : parseReference(reference);
    const column = place?.column ?? this.column + 1;
    // A reader goes by the cell's own reference, so that a row of another number would be written in the wrong place.
    if (!(column > this.column) || (place !== undefined && place.row !== this.row)) {
      throw new UnreadableFile('not-patchable', { reason: 'cell order' });
    }
    this.column = column;
    if (this.rowEdits.length === 0) return;
    const before = this.newCells(column, this.row);
    if (before !== '') this.splices.replace(start, start, before);
    const [edit] = this.rowEdits;
    if (edit?.column !== column) return;
    this.rowEdits.shift();
    this.cell = { start, tag, edit };
  }

  close(name: string, start: number, end: number): void {
    if (!this.inData) return;
    if (name === 'f' && this.formula !== undefined) this.closeFormula(this.formula, start, end);
    else if (isResult(name)) this.closeResult(end);
    else if (name === 'c' && this.cell !== undefined) {
      const { tag, edit } = this.cell;
      this.splices.replace(this.cell.start, end, this.cellXml(edit, Number(tag.get('s') ?? 0), tag.get('s')));
      this.cell = undefined;
    } else if (name === 'row') {
      if (this.rowTag?.tag.selfClosing === false) {
        const after = this.newCells(Infinity, this.row);
        if (after !== '') this.splices.replace(start, start, after);
      }
      this.rowTag = undefined;
    } else if (name === 'sheetData') {
      const after = this.newRows(Infinity);
      if (after !== '') this.splices.replace(start, start, after);
      this.inData = false;
    }
  }

  private closeFormula(element: PlacedTag, start: number, end: number): void {
    this.formula = undefined;
    const { tag } = element;
    const kind = tag.get('t');
    const text = tag.selfClosing ? '' : decodeXml(this.xml.slice(element.end, start));
    if (this.cell !== undefined) this.gone.add(toA1(this.row, this.column));
    else {
      this.hasFormulas = true;
      this.kept = text;
    }
    if (kind === 'shared') {
      const index = tag.get('si') ?? '';
      this.budget.keep(1);
      const member = { row: this.row, column: this.column, start: element.start, end, formula: text, tag };
      const known = this.shared.get(index) ?? [];
      const group = text !== '' && known.some(({ formula }) => formula !== '') ? [] : known;
      group.push(member);
      this.shared.set(index, group);
      if (this.cell === undefined) this.kept = formulaOf(member, group);
      else if (text !== '') this.lostFirst.push(group);
    } else if (kind === 'array' || kind === 'dataTable') {
      const range = parseRange(tag.get('ref') ?? '');
      this.refuseInside(range);
      // The results of the other cells stand beside no formula of their own: all stay as they are.
      if (range !== undefined && !isSingle(range)) this.kept = undefined;
    }
  }

  private closeResult(end: number): void {
    const { row, column, kept: formula, cellTag: cell, result: start } = this;
    if (formula === undefined || cell === undefined || start === undefined) return;
    this.budget.keep(1);
    this.results.push({ row, column, formula, cell, start, end });
  }

  /**
   * Takes out the results that were computed from what the edited cells held before. A program that is not told to compute
   * anew, as LibreOffice never is for a file that Excel saved, computes a formula that has none.
   */
  private dropStaleResults(): void {
    for (const { cell, start, end } of staleFormulas(this.results, this.edits, this.name)) {
      this.splices.replace(cell.start, cell.end, removeAttribute(cell.tag.raw, 't'));
      this.splices.replace(start, end, '');
    }
  }

  /** Cells of one array formula can only change together. A formula that fills a single cell may go. */
  private refuseInside(range: GridRange | undefined): void {
    if (range === undefined || isSingle(range)) return;
    const edit = this.edits.find(({ row, column }) => isInside(range, row, column));
    if (edit === undefined) return;
    throw new UnreadableFile('not-patchable', {
      reason: 'array formula',
      cell: toA1(edit.row, edit.column),
    });
  }

  /** A shared group that lost its first formula is written out: each other cell gets the formula that it stood for. */
  private writeOutShared(): void {
    for (const members of this.lostFirst) {
      for (const member of members) {
        const { row, column, start, end, tag } = member;
        if (this.gone.has(toA1(row, column))) continue;
        const name = `${tag.prefix}f`;
        const text = formulaOf(member, members);
        this.splices.replace(start, end, `<${name}>${escapeFormula(text)}</${name}>`);
      }
    }
  }

  /** The edited rows before `limit` that the sheet does not have yet. */
  private newRows(limit: number): string {
    let xml = '';
    for (let row = this.nextRow(); row < limit; row = this.nextRow()) {
      this.rowEdits = this.takeRow(row);
      this.rowTag = undefined;
      const cells = this.newCells(Infinity, row);
      if (cells !== '') xml += `<${this.prefix}row r="${row + 1}">${cells}</${this.prefix}row>`;
    }
    return xml;
  }

  private nextRow(): number {
    return this.edits[this.next]?.row ?? Infinity;
  }

  private takeRow(row: number): SheetEdit[] {
    const first = this.next;
    while (this.nextRow() === row) this.next++;
    return this.edits.slice(first, this.next);
  }

  /** The edited cells of a row before the column `limit` that the row does not have yet. */
  private newCells(limit: number, row: number): string {
    let xml = '';
    for (let [edit] = this.rowEdits; edit !== undefined && edit.column < limit; [edit] = this.rowEdits) {
      this.rowEdits.shift();
      if (edit.text === '') continue;
      const style = this.inheritedStyle(edit.column);
      xml += this.cellXml({ ...edit, row }, style ?? 0, style === undefined ? undefined : String(style));
    }
    return xml;
  }

  /** A cell that is not there looks as its row does, or else its column. */
  private inheritedStyle(column: number): number | undefined {
    const row = this.rowTag?.tag;
    const custom = row?.get('customFormat');
    const style = row?.get('s');
    if (style !== undefined && (custom === '1' || custom === 'true')) return Number(style);
    return this.columnStyles.find(({ first, last }) => column >= first && column <= last)?.style;
  }

  private cellXml({ row, column, text }: SheetEdit, style: number, written: string | undefined): string {
    const wanted = text === '' ? style : this.styleFor(style, text);
    const styled = wanted !== style ? ` s="${wanted}"` : written === undefined ? '' : ` s="${written}"`;
    const p = this.prefix;
    const start = `<${p}c r="${toA1(row, column)}"${styled}`;
    if (text === '') return `${start}/>`;
    return `${start} t="inlineStr"><${p}is><${p}t xml:space="preserve">${escapeCellText(text)}</${p}t></${p}is></${p}c>`;
  }

  finish(): string {
    this.writeOutShared();
    this.dropStaleResults();
    return this.splices.apply();
  }
}

/** What a cell of a shared group computes. */
function formulaOf({ row, column }: SharedMember, members: readonly SharedMember[]): string {
  const first = members.find(({ formula }) => formula !== '');
  return first === undefined ? '' : shiftFormula(first.formula, row - first.row, column - first.column);
}

const asOpenTag = (raw: string): string => (raw.endsWith('/>') ? `${raw.slice(0, -2).trimEnd()}>` : raw);

const escapeFormula = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Patches the XML of one worksheet; all but the edited cells and the results computed from them stays as it is.
 * @throws UnreadableFile `not-patchable` for a cell inside an array formula, or rows out of order
 */
export function patchSheet(
  name: string,
  xml: string,
  edits: readonly SheetEdit[],
  styleFor: (style: number, text: string) => number,
  budget: Budget,
): PatchedSheet {
  const patch = new SheetPatch(name, xml, edits, styleFor, budget);
  scanXml(xml, patch, budget);
  return { xml: patch.finish(), gone: patch.gone, hasFormulas: patch.hasFormulas };
}
