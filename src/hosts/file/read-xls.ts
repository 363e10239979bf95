import { booleanCell, EMPTY_CELL, errorCell, textCell, type Cell } from '../../rules/cell';
import type { Grid } from '../../sheet/grid';
import { RECORD, SegmentReader, biffRecords, type BiffRecord } from './biff-records';
import { numericCell, withFormula } from '../cell-value';
import { numberStyle, PLAIN, type NumberStyle } from '../number-format';
import { sharedString } from './cell-value';
import { CompoundFile } from './compound-file';
import { GridBuilder } from './grid-builder';
import { Budget, LIMITS } from './limits';
import { UnreadableFile } from './unreadable-file';

/** The formula of a BIFF8 cell is kept as tokens, which are not turned into text: that there is one is what counts. */
const UNDECODED_FORMULA = '…';

const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};

const errorOf = (code: number): Cell => errorCell(ERRORS[code] ?? '#N/A');

interface Globals {
  readonly sheets: { readonly name: string; readonly position: number; readonly visible: boolean }[];
  readonly strings: Cell[];
  numberStyles: readonly NumberStyle[];
  date1904: boolean;
}

/** A number in 30 bits, as Excel packs them: an integer or the upper half of a double, perhaps hundredfold. */
function unpackRk(packed: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(4, (packed & ~3) >>> 0, true);
  const value = packed & 2 ? packed >> 2 : view.getFloat64(0, true);
  return packed & 1 ? value / 100 : value;
}

function readGlobals(stream: Uint8Array, budget: Budget): Globals {
  const globals: Globals = { sheets: [], strings: [], numberStyles: [], date1904: false };
  const formats: number[] = [];
  const codes = new Map<number, string>();
  let first = true;
  for (const record of biffRecords(stream, 0)) {
    const { id, data, segments } = record;
    if (first) checkVersion(record);
    first = false;
    if (id === RECORD.eof) break;
    if (id === RECORD.filePass) throw new UnreadableFile('encrypted');
    if (id === RECORD.date1904) globals.date1904 = data.getUint16(0, true) === 1;
    else if (id === RECORD.format) codes.set(data.getUint16(0, true), new SegmentReader(segments, 2).text());
    else if (id === RECORD.xf) formats.push(data.getUint16(2, true));
    else if (id === RECORD.boundSheet && data.getUint8(5) === 0) {
      if (globals.sheets.length >= LIMITS.sheets) throw new UnreadableFile('too-large', { limit: 'sheets' });
      const name = new SegmentReader(segments, 7).text(data.getUint8(6));
      globals.sheets.push({ name, position: data.getUint32(0, true), visible: (data.getUint8(4) & 3) === 0 });
    } else if (id === RECORD.sst) {
      const reader = new SegmentReader(segments, 8);
      for (let left = data.getUint32(4, true); left > 0 && reader.more; left--) {
        budget.keep(1);
        globals.strings.push(textCell(reader.text()));
      }
    }
  }
  globals.numberStyles = formats.map((format) => numberStyle(format, codes.get(format)));
  return globals;
}

function checkVersion(bof: BiffRecord): void {
  const version = bof.id === RECORD.bof && bof.data.byteLength >= 2 ? bof.data.getUint16(0, true) : 0;
  if (version === 0x0500) throw new UnreadableFile('old-xls');
  if (version !== 0x0600) throw new UnreadableFile('damaged', { reason: 'biff' });
}

/** Takes the records of one worksheet. */
class XlsSheetReader {
  /** Where the text result of the last formula belongs; its STRING record may come a few records later. */
  private pending: { row: number; column: number } | undefined;

  constructor(
    private readonly grid: GridBuilder,
    private readonly globals: Globals,
  ) {}

  take({ id, data, segments }: BiffRecord): void {
    switch (id) {
      case RECORD.row:
        this.readRow(data);
        break;
      case RECORD.labelSst:
        this.set(data, sharedString(this.globals.strings, data.getUint32(6, true)));
        break;
      case RECORD.label:
      case RECORD.rString:
        this.set(data, textCell(new SegmentReader(segments, 6).text()));
        break;
      case RECORD.number:
        this.set(data, this.numeric(data.getFloat64(6, true), data.getUint16(4, true)));
        break;
      case RECORD.rk:
        this.set(data, this.numeric(unpackRk(data.getInt32(6, true)), data.getUint16(4, true)));
        break;
      case RECORD.mulRk:
        this.setMany(data);
        break;
      case RECORD.boolErr:
        this.set(
          data,
          data.getUint8(7) === 1 ? errorOf(data.getUint8(6)) : booleanCell(data.getUint8(6) === 1),
        );
        break;
      case RECORD.formula:
        this.set(data, withFormula(this.formulaResult(data), UNDECODED_FORMULA));
        break;
      case RECORD.string:
        this.setPending(new SegmentReader(segments).text());
        break;
      case RECORD.mergeCells:
        this.merge(data);
        break;
    }
  }

  private readRow(data: DataView): void {
    const hidden = (data.getUint8(12) & 0x20) !== 0 || (data.getUint16(6, true) & 0x7fff) === 0;
    if (hidden) this.grid.hide(data.getUint16(0, true));
  }

  private set(data: DataView, cell: Cell): void {
    this.grid.set(data.getUint16(0, true), data.getUint16(2, true), cell);
  }

  private numeric(value: number, style: number): Cell {
    return numericCell(value, this.globals.numberStyles[style] ?? PLAIN, this.globals.date1904);
  }

  private setMany(data: DataView): void {
    const [row, first] = [data.getUint16(0, true), data.getUint16(2, true)];
    for (let i = 0; 4 + i * 6 + 6 <= data.byteLength - 2; i++) {
      const value = unpackRk(data.getInt32(6 + i * 6, true));
      this.grid.set(row, first + i, this.numeric(value, data.getUint16(4 + i * 6, true)));
    }
  }

  private formulaResult(data: DataView): Cell {
    this.pending = undefined;
    if (data.getUint16(12, true) !== 0xffff)
      return this.numeric(data.getFloat64(6, true), data.getUint16(4, true));
    switch (data.getUint8(6)) {
      case 0:
        this.pending = { row: data.getUint16(0, true), column: data.getUint16(2, true) };
        return EMPTY_CELL;
      case 1:
        return booleanCell(data.getUint8(8) === 1);
      case 2:
        return errorOf(data.getUint8(8));
      default:
        return EMPTY_CELL;
    }
  }

  private setPending(text: string): void {
    if (this.pending === undefined) return;
    this.grid.set(this.pending.row, this.pending.column, withFormula(textCell(text), UNDECODED_FORMULA));
    this.pending = undefined;
  }

  private merge(data: DataView): void {
    const count = data.getUint16(0, true);
    for (let i = 0; i < count; i++) {
      const at = 2 + i * 8;
      this.grid.merge({
        top: data.getUint16(at, true),
        bottom: data.getUint16(at + 2, true),
        left: data.getUint16(at + 4, true),
        right: data.getUint16(at + 6, true),
      });
    }
  }
}

/** What a compound file without a workbook stream is. */
function otherKind(file: CompoundFile): UnreadableFile {
  if (file.has('EncryptedPackage') || file.has('EncryptionInfo')) return new UnreadableFile('encrypted');
  if (file.has('Book')) return new UnreadableFile('old-xls');
  const kind = file.has('WordDocument') ? 'doc' : file.has('PowerPoint Document') ? 'ppt' : 'compound';
  return new UnreadableFile('not-a-spreadsheet', { kind });
}

/** Reads every worksheet of a BIFF8 workbook (Excel 97 to 2003). @throws UnreadableFile, and what damage provokes */
export function readXls(bytes: Uint8Array): Grid[] {
  const file = new CompoundFile(bytes);
  const stream = file.stream('Workbook');
  if (stream === undefined) throw otherKind(file);
  const budget = new Budget();
  const globals = readGlobals(stream, budget);
  if (globals.sheets.length === 0) throw new UnreadableFile('no-worksheet');
  return globals.sheets.map(({ name, position, visible }) => {
    const grid = new GridBuilder(name, visible, budget);
    const reader = new XlsSheetReader(grid, globals);
    let depth = 0; // a chart inside the sheet is a stream of its own, with its own beginning and end
    for (const record of biffRecords(stream, position)) {
      budget.tags(1);
      if (record.id === RECORD.bof) depth++;
      else if (record.id === RECORD.eof) depth--;
      else if (depth === 1) reader.take(record);
      if (depth <= 0) break;
    }
    return grid.build();
  });
}
