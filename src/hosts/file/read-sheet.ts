import { booleanCell, EMPTY_CELL, errorCell, textCell, type Cell } from '../../rules/cell';
import { remembered } from '../../rules/remembered';
import type { Grid } from '../../sheet/grid';
import { numericCell, withFormula } from '../cell-value';
import { PLAIN, type NumberStyle } from '../number-format';
import { isoDateCell, sharedString } from './cell-value';
import { GridBuilder } from './grid-builder';
import type { Budget } from './limits';
import type { Package } from './package';
import { StringItem } from './read-strings';
import { parseRange, parseReference } from './reference';
import { shiftFormula } from './shared-formula';
import type { SheetPart } from './workbook-parts';
import { decodeEscapes } from './xml-escapes';
import type { Tag, XmlHandler } from './xml-scan';
import { UnreadableFile } from './unreadable-file';

/** What the cells of every worksheet refer to. */
export interface SheetContext {
  readonly strings: readonly Cell[];
  readonly numberStyles: readonly NumberStyle[];
  readonly date1904: boolean;
}

/** Takes from the same scan what a grid leaves out: how rows and cells look, and what stands around them. */
export interface SheetWitness {
  row(tag: Tag, row: number): void;
  cell(tag: Tag, row: number, column: number): void;
  /** An element outside of the rows, or its text or end. */
  open(tag: Tag): void;
  text(piece: string): void;
  close(name: string): void;
}

interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** The formula of a cell that another cell's formula fills: it has none that could stand in it alone. */
const FILLED = '';

/** Reads the worksheet's XML as it is scanned. */
class SheetHandler implements XmlHandler {
  private inData = false;
  private row = -1;
  private column = -1;
  private type = 'n';
  private numberStyle: NumberStyle = PLAIN;
  private inCell = false;
  private collecting: 'v' | 'f' | undefined;
  private value = '';
  private formula: string | undefined;
  private sharedIndex: string | undefined;
  private readonly shared = new Map<string, SharedFormula>();
  /** The last row, for each column, that is filled by a formula over several cells. */
  private readonly filledTo: (number | undefined)[] = [];
  private readonly inline = new StringItem();
  /** Texts that stand in their cells repeat as shared strings do: one cell for all that say the same. */
  private readonly textCell = remembered(textCell);

  constructor(
    private readonly grid: GridBuilder,
    private readonly context: SheetContext,
    private readonly budget: Budget,
    private readonly witness: SheetWitness | undefined,
  ) {}

  open(tag: Tag): void {
    if (this.inCell) this.openInCell(tag);
    else if (tag.name === 'c' && this.inData) this.openCell(tag);
    else if (tag.name === 'row' && this.inData) this.openRow(tag);
    else if (tag.name === 'sheetData') this.inData = true;
    else {
      if (tag.name === 'mergeCell') {
        const range = parseRange(tag.get('ref') ?? '');
        if (range !== undefined) this.grid.merge(range);
      }
      this.witness?.open(tag);
    }
  }

  private openRow(tag: Tag): void {
    const number = tag.get('r');
    this.row = number === undefined ? this.row + 1 : Number(number) - 1;
    this.column = -1;
    const hidden = tag.get('hidden');
    const height = tag.get('ht');
    if (hidden === '1' || hidden === 'true' || (height !== undefined && Number(height) === 0))
      this.grid.hide(this.row);
    this.witness?.row(tag, this.row);
  }

  private openCell(tag: Tag): void {
    const reference = tag.get('r');
    if (reference === undefined) this.column++;
    else {
      const place = parseReference(reference);
      if (place === undefined) throw new UnreadableFile('damaged', { reason: 'cell reference' });
      this.column = place.column;
      this.row = place.row;
    }
    this.witness?.cell(tag, this.row, this.column);
    if (tag.selfClosing) {
      // Written by a program that computes nothing.
      if (this.isFilled()) this.grid.set(this.row, this.column, withFormula(EMPTY_CELL, FILLED));
      return;
    }
    this.inCell = true;
    this.type = tag.get('t') ?? 'n';
    this.numberStyle = this.context.numberStyles[Number(tag.get('s') ?? 0)] ?? PLAIN;
    this.value = '';
    this.formula = undefined;
    this.sharedIndex = undefined;
  }

  private openInCell(tag: Tag): void {
    if (tag.name === 'v') this.collecting = tag.selfClosing ? undefined : 'v';
    else if (tag.name === 'f') {
      this.collecting = tag.selfClosing ? undefined : 'f';
      this.formula = '';
      const kind = tag.get('t');
      if (kind === 'shared') this.sharedIndex = tag.get('si');
      else if (kind === 'array' || kind === 'dataTable') this.openFilling(tag);
    } else this.inline.open(tag.name, tag.selfClosing);
  }

  /** An array formula, one that spills and a data table stand in their first cell, with the cells that they fill. */
  private openFilling(tag: Tag): void {
    const range = parseRange(tag.get('ref') ?? '');
    if (range === undefined || (range.top === range.bottom && range.left === range.right)) return;
    // Ranges that overlap, which no program writes, must not cost a walk over all columns each.
    this.budget.keep(1 + range.right - range.left);
    for (let { left } = range; left <= range.right; left++) this.filledTo[left] = range.bottom;
  }

  text(piece: string): void {
    if (!this.inCell) {
      if (!this.inData) this.witness?.text(piece);
      return;
    }
    if (this.collecting === 'v') this.value += piece;
    else if (this.collecting === 'f') this.formula = (this.formula ?? '') + piece;
    else this.inline.add(piece);
  }

  close(name: string): void {
    if (name === 'v' || name === 'f') this.collecting = undefined;
    else if (name === 'c' && this.inCell) this.closeCell();
    else if (name === 'sheetData') this.inData = false;
    else if (this.inCell) this.inline.close(name);
    else if (!this.inData) this.witness?.close(name);
  }

  private closeCell(): void {
    this.inCell = false;
    const inline = this.inline.take();
    const cell = this.type === 'inlineStr' ? this.textCell(inline) : this.cell();
    const formula = this.formulaText();
    this.grid.set(this.row, this.column, formula === undefined ? cell : withFormula(cell, formula));
  }

  private cell(): Cell {
    const { value } = this;
    switch (this.type) {
      case 's':
        return value.trim() === '' ? EMPTY_CELL : sharedString(this.context.strings, Number(value));
      case 'str':
        return this.textCell(decodeEscapes(value));
      case 'b':
        return value.trim() === ''
          ? EMPTY_CELL
          : booleanCell(value.trim() === '1' || value.trim() === 'true');
      case 'e':
        return errorCell(value.trim() === '' ? '#N/A' : value.trim());
      case 'd':
        return isoDateCell(value);
      default:
        if (value.trim() === '') return EMPTY_CELL;
        // A number that is none is kept as the text that stands there, so that a person sees what is wrong.
        return Number.isNaN(Number(value))
          ? textCell(value)
          : numericCell(Number(value), this.type === 'n' ? this.numberStyle : PLAIN, this.context.date1904);
    }
  }

  /** Whether a formula of another cell fills this one. */
  private isFilled(): boolean {
    return this.row <= (this.filledTo[this.column] ?? -1);
  }

  private formulaText(): string | undefined {
    if (this.formula === undefined) return this.isFilled() ? FILLED : undefined;
    if (this.sharedIndex === undefined) return this.formula;
    if (this.formula !== '') {
      this.shared.set(this.sharedIndex, { text: this.formula, row: this.row, column: this.column });
      return this.formula;
    }
    const first = this.shared.get(this.sharedIndex);
    return first === undefined
      ? ''
      : shiftFormula(first.text, this.row - first.row, this.column - first.column);
  }
}

/**
 * Reads one worksheet.
 * @param witness what else is to be taken from its XML
 * @throws UnreadableFile
 */
export function readSheet(
  file: Package,
  part: SheetPart,
  context: SheetContext,
  witness?: SheetWitness,
): Grid {
  const grid = new GridBuilder(part.name, part.visible, file.budget);
  if (!file.scan(part.path, new SheetHandler(grid, context, file.budget, witness))) {
    throw new UnreadableFile('damaged', { part: part.path });
  }
  return grid.build();
}
