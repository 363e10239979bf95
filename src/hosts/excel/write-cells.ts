import { fromSerial } from '../../rules/calendar-date';
import { toA1, type A1 } from '../../sheet/a1';
import { isAsExpected, isContent } from '../as-expected';
import type { CellChange, CellContent, CellWrite, WriteReport } from '../host';
import { DAY_FORMAT, isDateCode, NUMBER_FORMAT, TEXT_FORMAT } from '../number-format';
import { rangeOf } from './address';
import type { KnownWorkbook } from './known-workbook';
import {
  CELL_PROPERTIES,
  hasFormula,
  loadedCell,
  toCell,
  type LoadedCell,
  type LoadedRange,
} from './loaded-cells';
import { learnDates } from './read-range';
import { MOST_BYTES, Refusal, chunked, textBytes } from './run';

/** Cells of a column that are written by one range, those between them left as they are. */
interface Band {
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
  readonly writes: readonly CellWrite[];
}

/** A band spans at most so many cells that are not written, one after another, and so many in all. */
const WIDEST_GAP = 200;
const TALLEST = 4_000;
/** Ranges of one request. */
const MOST_RANGES = 3_000;
/** Bytes of a cell in a request and its reply, beside its texts. */
const CELL_BYTES = 150;
const RANGE_BYTES = 900;

function bandsOf(writes: readonly CellWrite[]): readonly Band[] {
  const bands: { column: number; top: number; bottom: number; writes: CellWrite[] }[] = [];
  for (const write of [...writes].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = bands.at(-1);
    const joins =
      last?.column === write.column &&
      write.row - last.bottom <= WIDEST_GAP &&
      write.row - last.top < TALLEST;
    if (joins) {
      last.writes.push(write);
      last.bottom = write.row;
    } else bands.push({ column: write.column, top: write.row, bottom: write.row, writes: [write] });
  }
  return bands;
}

/** What a cell is given: the value as Excel takes it, and the formats before and after it where they change. */
interface Entry {
  readonly row: number;
  readonly column: number;
  readonly value: string | number | boolean;
  readonly format: string | null;
  readonly formatAfter: string | null;
}

function entryOf({ row, column, value }: CellWrite, before: LoadedCell): Entry {
  const entry = (given: Entry['value'], format: string, formatAfter = format): Entry => ({
    row,
    column,
    value: given,
    format: format === before.format ? null : format,
    formatAfter: formatAfter === format ? null : formatAfter,
  });
  if (isContent(value)) {
    // In a text cell all would be a text: a formula, a number and a truth value are written as a number's cell first.
    const isText = typeof value.formula === 'string' && !value.formula.startsWith('=');
    return entry(value.formula, isText ? value.format : nonText(value.format), value.format);
  }
  if (value === '') return entry('', before.format);
  if (typeof value === 'string') return entry(value, TEXT_FORMAT);
  if (typeof value === 'number')
    return entry(value, isDateCode(before.format) ? NUMBER_FORMAT : nonText(before.format));
  // Written as a day, not as its number: Excel counts it in whatever date system the workbook has.
  const day = fromSerial(value.serial);
  return entry(day ?? value.serial, isDateCode(before.format) ? before.format : DAY_FORMAT);
}

const nonText = (format: string): string => (format === TEXT_FORMAT ? NUMBER_FORMAT : format);

/** A text that Excel takes for nothing else, whatever the cell's format: it begins with a Han character. */
const PLAIN_TEXT = /^\p{Script=Han}/u;

/** What putting a cell back needs. A text that would be read as a number, a date or a formula gets its apostrophe. */
function contentOf(cell: LoadedCell): CellContent {
  const { formula, format } = cell;
  if (typeof formula === 'number' || typeof formula === 'boolean') return { formula, format };
  const text = String(formula);
  const bare = hasFormula(cell) || text === '' || format === TEXT_FORMAT || PLAIN_TEXT.test(text);
  // A text of a text cell that looks like a formula is told from a formula by the apostrophe too.
  return {
    formula:
      bare && !(format === TEXT_FORMAT && text.startsWith('=') && !hasFormula(cell)) ? text : `'${text}`,
    format,
  };
}

/** Whether a cell reads as it was written. */
function holds(cell: LoadedCell, { value }: CellWrite, known: KnownWorkbook): boolean {
  const read = toCell(cell, known.date1904);
  if (isContent(value)) {
    const now = contentOf(cell);
    return now.formula === value.formula && now.format === value.format;
  }
  if (typeof value === 'string') return read.text === value && read.formula === undefined;
  if (typeof value === 'number') return read.kind === 'number' && read.number === value;
  return read.kind === 'date' && read.number === value.serial;
}

interface Loaded {
  readonly band: Band;
  readonly cells: LoadedRange;
  readonly filtered: boolean;
}

/** Writes cells of one sheet, if they still hold what was expected, and reads them back. */
export class CellWriter {
  readonly #context: Excel.RequestContext;
  readonly #sheet: Excel.Worksheet;
  readonly #known: KnownWorkbook;
  readonly #lost: () => void;

  /** @param lost called where a write broke off, and Excel does not let us see what it has left */
  constructor(context: Excel.RequestContext, sheet: Excel.Worksheet, known: KnownWorkbook, lost: () => void) {
    this.#context = context;
    this.#sheet = sheet;
    this.#known = known;
    this.#lost = lost;
  }

  /**
   * Two requests, or two a piece above Excel's limit. Everything is read before anything is written. Where Excel stops
   * in the middle, what was written by then is taken back; only where Excel refuses that too is it reported, and the rest
   * as refused.
   *
   * @throws Refusal `protected` where the sheet is; whatever Excel says, where nothing was written
   */
  async write(writes: readonly CellWrite[]): Promise<WriteReport> {
    const before = await this.#load(bandsOf(writes), true);
    const skipped: A1[] = [];
    const going: { readonly write: CellWrite; readonly cell: LoadedCell; readonly filtered: boolean }[] = [];
    for (const { band, cells, filtered } of before) {
      for (const write of band.writes) {
        const cell = loadedCell(cells, write.row - band.top, 0);
        if (isAsExpected(toCell(cell, this.#known.date1904), write)) going.push({ write, cell, filtered });
        else skipped.push(toA1(write.row, write.column));
      }
    }
    const old = new Map(going.map(({ write, cell }) => [placeOf(write), cell]));
    const filtered = going.some((each) => each.filtered);
    const bands = filtered
      ? going.map(({ write }) => ({
          column: write.column,
          top: write.row,
          bottom: write.row,
          writes: [write],
        }))
      : bandsOf(going.map(({ write }) => write));
    const changes: CellChange[] = [];
    const refused: A1[] = [];
    for (const { band, cells } of await this.#put(bands, old)) {
      for (const write of band.writes) {
        const [cell, was] = [loadedCell(cells, write.row - band.top, 0), old.get(placeOf(write))];
        if (was === undefined) continue;
        const stands = holds(cell, write, this.#known);
        if (!stands) refused.push(toA1(write.row, write.column));
        if (stands || differs(cell, was))
          changes.push({
            row: write.row,
            column: write.column,
            before: contentOf(was),
            after: toCell(cell, this.#known.date1904),
          });
      }
    }
    return { changes, skipped, refused };
  }

  async #load(bands: readonly Band[], first: boolean): Promise<readonly Loaded[]> {
    const loaded: Loaded[] = [];
    if (first) this.#sheet.protection.load('protected');
    for (const chunk of chunked(bands, loadBytes, MOST_BYTES)) {
      const asked = chunk.map((band) => ({ band, range: this.#ask(band) }));
      await this.#context.sync();
      if (first && this.#sheet.protection.protected) throw new Refusal('protected');
      for (const { band, range } of asked)
        loaded.push({ band, cells: range, filtered: isPartlyHidden(range) });
    }
    for (const { cells } of loaded) learnDates(this.#known, cellsOf(cells));
    return loaded;
  }

  #ask({ column, top, bottom }: Band): Excel.Range {
    const range = rangeOf(this.#sheet, { top, bottom, left: column, right: column });
    range.load(`${CELL_PROPERTIES},rowHidden`);
    return range;
  }

  async #put(bands: readonly Band[], old: ReadonlyMap<string, LoadedCell>): Promise<readonly Loaded[]> {
    try {
      return await this.#enterAll(bands, old);
    } catch (error) {
      return this.#rescue(bands, old, error);
    }
  }

  /** Writes bands and reads them back in the same request. */
  async #enterAll(
    bands: readonly Band[],
    before: ReadonlyMap<string, LoadedCell>,
  ): Promise<readonly Loaded[]> {
    const written: Loaded[] = [];
    for (const chunk of chunked(bands, writeBytes, MOST_BYTES)) {
      const asked = chunk.map((band) => {
        this.#enter(band, before);
        return { band, range: this.#ask(band) };
      });
      await this.#context.sync();
      for (const { band, range } of asked) written.push({ band, cells: range, filtered: false });
    }
    for (const { cells } of written) learnDates(this.#known, cellsOf(cells));
    return written;
  }

  #enter({ column, top, bottom, writes }: Band, old: ReadonlyMap<string, LoadedCell>): void {
    const range = rangeOf(this.#sheet, { top, bottom, left: column, right: column });
    const entries = new Map(
      writes.flatMap((write) => {
        const before = old.get(placeOf(write));
        return before === undefined ? [] : [[write.row, entryOf(write, before)] as const];
      }),
    );
    // Null leaves a cell as it is (Microsoft, "Set and get range values").
    const column2d = <T>(pick: (entry: Entry) => T | null): (T | null)[][] =>
      Array.from({ length: bottom - top + 1 }, (_, index) => {
        const entry = entries.get(top + index);
        return [entry === undefined ? null : pick(entry)];
      });
    const all = [...entries.values()];
    if (all.some(({ format }) => format !== null)) range.numberFormat = column2d(({ format }) => format);
    range.values = column2d(({ value }) => value);
    if (all.some(({ formatAfter }) => formatAfter !== null))
      range.numberFormat = column2d(({ formatAfter }) => formatAfter);
  }

  /**
   * After an error: a request stops at what fails, and what stands before that is done. It is looked up and taken back.
   *
   * @returns how the cells stand where they could not all be taken back
   * @throws the error, where nothing is written any more
   */
  async #rescue(
    bands: readonly Band[],
    old: ReadonlyMap<string, LoadedCell>,
    error: unknown,
  ): Promise<readonly Loaded[]> {
    const now = new Map<string, LoadedCell>();
    for (const { band, cells } of await this.#look(bands))
      for (const write of band.writes) now.set(placeOf(write), loadedCell(cells, write.row - band.top, 0));
    const back = bands
      .map((band) => ({ ...band, writes: band.writes.flatMap((write) => this.#takingBack(write, old, now)) }))
      .filter(({ writes }) => writes.length > 0);
    try {
      await this.#enterAll(back, now);
    } catch {
      // Then all that is left is to say how the cells stand.
    }
    const left = back.length === 0 ? [] : await this.#look(bands);
    const isChanged = ({ band, cells }: Loaded): boolean =>
      band.writes.some((write) => {
        const was = old.get(placeOf(write));
        return was !== undefined && differs(loadedCell(cells, write.row - band.top, 0), was);
      });
    if (!left.some(isChanged)) throw error;
    return left;
  }

  /** How cells stand after an error. */
  async #look(bands: readonly Band[]): Promise<readonly Loaded[]> {
    try {
      return await this.#load(bands, false);
    } catch (error) {
      this.#lost();
      throw error;
    }
  }

  /** The write that puts a cell back, if it is we who have changed it. */
  #takingBack(
    write: CellWrite,
    old: ReadonlyMap<string, LoadedCell>,
    now: ReadonlyMap<string, LoadedCell>,
  ): readonly CellWrite[] {
    const [was, is] = [old.get(placeOf(write)), now.get(placeOf(write))];
    if (was === undefined || is === undefined || !differs(is, was)) return [];
    const ours = isContent(write.value) || is.formula === was.formula || holds(is, write, this.#known);
    return ours ? [{ ...write, value: contentOf(was) }] : [];
  }
}

/** Excel gives null where some rows are hidden and others are not; the types do not say so. */
const isPartlyHidden = ({ rowHidden }: { readonly rowHidden: boolean | null }): boolean => rowHidden ?? true;

const placeOf = ({ row, column }: { readonly row: number; readonly column: number }): string =>
  `${row},${column}`;

const differs = (a: LoadedCell, b: LoadedCell): boolean =>
  a.formula !== b.formula || a.value !== b.value || a.format !== b.format;

function* cellsOf(range: LoadedRange): Generator<LoadedCell> {
  for (let row = 0; row < range.values.length; row++) yield loadedCell(range, row, 0);
}

const textOf = ({ value }: CellWrite): string => {
  if (isContent(value)) return String(value.formula);
  return typeof value === 'string' ? value : '';
};

const loadBytes = ({ top, bottom, writes }: Band): number =>
  RANGE_BYTES +
  (bottom - top + 1) * CELL_BYTES +
  writes.reduce((sum, { expected }) => sum + textBytes(expected) * 3, 0);

/** A request is split by its ranges too: each costs the host time. */
const writeBytes = (band: Band): number =>
  Math.max(
    MOST_BYTES / MOST_RANGES,
    loadBytes(band) + band.writes.reduce((sum, write) => sum + textBytes(textOf(write)) * 4, 0),
  );
