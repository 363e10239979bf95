import { COLUMN_KEYS } from '../../rules/application';
import type { GridRange } from '../../sheet/grid';
import type { Mark, SheetId, SheetMarks } from '../host';
import { columnsAddress, rangeAddress, rangeOf } from './address';
import type { KnownWorkbook } from './known-workbook';
import { changedRows, markBands, marksWidth, type MarkBand } from './mark-bands';
import {
  addFormat,
  askFormats,
  constantFormula,
  deleteFormats,
  markFormula,
  ownFormats,
  shows,
} from './mark-formats';
import { MARKS, deleteOwnSheet, isOwnSheet, marksSheetName } from './own-sheets';
import { MOST_BYTES, Refusal, chunked, inTurn } from './run';

/** A format made later goes first: an error shows over a warning. */
const ORDER: readonly Mark[] = ['w', 'e'];

/** The longest address that `getRanges` takes (Microsoft, "Work with multiple ranges simultaneously"). */
const LONGEST_ADDRESS = 8_000;
/** More ranges than these are not asked about one by one. */
const MOST_DOUBTS = 20;

/** What stands in a workbook for one data sheet. */
interface Standing {
  readonly marksSheet: boolean;
  readonly structureProtected: boolean;
  /** The ids of our conditional formats. */
  readonly formats: readonly string[];
  readonly formulas: readonly string[];
  readonly covered: boolean;
}

/** What is known of the marks of one data sheet. */
interface Board {
  /** The marks that are shown; null where that is not known. */
  shown: SheetMarks | null;
  /** What stands in the workbook, if nothing has happened since it was looked up. */
  standing: Standing | null;
  /** Where somebody else wrote: pasting takes our formats away, and cannot be told from typing. */
  doubts: GridRange[];
  /** True where columns moved, and our formats with them. */
  moved: boolean;
  /** True where the marks are formats of the cells themselves, which move with them. */
  onCells: boolean;
  /** True where a request for our formats failed, and may have left one without its colours: they are made anew. */
  halfMade: boolean;
  /** Counts what others did: an answer to an older question is not taken. */
  version: number;
}

/** What was asked about a data sheet, with its answers once the request is done. */
interface Question {
  readonly board: Board;
  readonly version: number;
  readonly workbook: Excel.Workbook;
  readonly formats: Excel.ConditionalFormatCollection;
  readonly asked: readonly Excel.ConditionalFormatCollection[];
  readonly allAsked: boolean;
  readonly marksSheet: Excel.Worksheet;
  readonly used: Excel.Range;
}

const NO_MARKS: SheetMarks = new Map();

/**
 * Marks on data sheets without touching them: one very hidden sheet a data sheet holds the marks, and two conditional
 * formats over the data sheet's columns show them. Where the workbook's structure is protected, and so no sheet can be
 * added, the formats themselves lie on the marked cells.
 *
 * The user can do much to conditional formats: pasting takes them away, copied rows and sheets multiply them. So they are
 * looked up after every edit before anything is written, and replaced as a whole whenever marks change.
 */
export class MarkBoards {
  readonly #known: KnownWorkbook;
  readonly #boards = new Map<SheetId, Board>();

  constructor(known: KnownWorkbook) {
    this.#known = known;
  }

  #board(sheet: SheetId): Board {
    let board = this.#boards.get(sheet);
    if (board === undefined)
      this.#boards.set(
        sheet,
        (board = {
          shown: null,
          standing: null,
          doubts: [],
          moved: false,
          onCells: false,
          halfMade: false,
          version: 0,
        }),
      );
    return board;
  }

  /** Somebody else changed cells of a data sheet. */
  edited(sheet: SheetId, range: GridRange): void {
    const board = this.#board(sheet);
    board.standing = null;
    board.version++;
    if (board.doubts.length <= MOST_DOUBTS) board.doubts.push(range);
  }

  /** Somebody else inserted, deleted or sorted rows or columns. */
  restructured(sheet: SheetId, { columns }: { readonly columns: boolean }): void {
    const board = this.#board(sheet);
    board.standing = null;
    board.version++;
    if (columns) board.moved = true;
    if (board.onCells) board.shown = null;
  }

  /** Somebody else changed a sheet of marks, as undo does. @returns whether it is one */
  marksChanged(sheetId: string): boolean {
    if (!this.#known.ownSheets.has(sheetId)) return false;
    for (const board of this.#boards.values()) {
      board.shown = null;
      board.standing = null;
      board.version++;
    }
    return true;
  }

  /** Takes the sheet of marks of a data sheet away that has been deleted: two requests. */
  async abandon(context: Excel.RequestContext, sheet: SheetId): Promise<void> {
    this.#boards.delete(sheet);
    const { worksheets, protection } = context.workbook;
    const marksSheet = worksheets.getItemOrNullObject(marksSheetName(sheet));
    marksSheet.load('id');
    protection.load('protected');
    await context.sync();
    if (marksSheet.isNullObject || protection.protected) return;
    this.#known.ownSheets.add(marksSheet.id);
    deleteOwnSheet(marksSheet);
    await context.sync();
  }

  /** Whether showing these marks needs no request at all. */
  showsAlready(sheet: SheetId, marks: SheetMarks): boolean {
    const { shown, standing, doubts, moved } = this.#board(sheet);
    if (shown === null || changedRows(shown, marks).length > 0) return false;
    return standing !== null || !(moved || doubts.some((range) => touches(marks, range)));
  }

  /**
   * Adds to a request the questions what stands in the workbook for a data sheet.
   * @param wanted the marks that are to be shown, if that is known: where there are none, nothing can have gone lost
   * @returns the function that takes the answers, to be called after the request
   */
  look(context: Excel.RequestContext, id: SheetId, wanted?: SheetMarks): () => void {
    const board = this.#board(id);
    const { worksheets } = context.workbook;
    const sheet = worksheets.getItem(id);
    const formats = askFormats(sheet);
    const doubts = board.doubts.filter((range) => wanted === undefined || touches(wanted, range));
    const asked = doubts.slice(0, MOST_DOUBTS).map((range) => askFormats(sheet, range));
    context.workbook.protection.load('protected');
    const marksSheet = worksheets.getItemOrNullObject(marksSheetName(id));
    marksSheet.load('id');
    const used = marksSheet.getUsedRangeOrNullObject(true).untrack();
    used.load('values,rowIndex,columnIndex');
    const allAsked = asked.length === doubts.length;
    const { workbook } = context;
    const { version } = board;
    const question = { board, version, workbook, formats, asked, allAsked, marksSheet, used };
    return () => {
      this.#settle(question);
    };
  }

  #settle({ board, version, workbook, formats, asked, allAsked, marksSheet, used }: Question): void {
    const own = ownFormats(formats);
    const there = !marksSheet.isNullObject;
    if (there) this.#known.ownSheets.add(marksSheet.id);
    if (board.version !== version) return;
    board.standing = {
      marksSheet: there,
      structureProtected: workbook.protection.protected,
      formats: own.map((each) => each.id),
      formulas: own.map(({ formula }) => formula),
      covered: !board.moved && allAsked && asked.every((each) => ownFormats(each).length > 0),
    };
    if (there) board.shown = used.isNullObject ? NO_MARKS : marksIn(used);
    // Formats on the cells themselves move with them: what they show by now is not known.
    else if (own.length === 0) board.shown = NO_MARKS;
  }

  /** Shows these marks and no others: one request, two where something happened since the last, more above the limit. */
  async show(context: Excel.RequestContext, id: SheetId, marks: SheetMarks): Promise<void> {
    const board = this.#board(id);
    if (board.standing === null || board.shown === null) {
      const settle = this.look(context, id, marks);
      await context.sync();
      settle();
    }
    const { standing, shown, version } = board;
    // Something happened meanwhile: there will be another call for it.
    if (standing === null) return;
    const onCells = standing.structureProtected && !standing.marksSheet;
    const rows = changedRows(shown ?? NO_MARKS, marks);
    const right = onCells
      ? standing.formats.length >= cellAddresses(marks).length
      : ORDER.every((mark) => standing.formulas.some((each) => shows(each, id, mark, marksWidth(marks))));
    const blank = marks.size === 0 && standing.formats.length === 0;
    const stands = !board.halfMade && shown !== null && rows.length === 0;
    if (stands && (blank || (right && standing.covered))) {
      board.shown = marks;
      board.doubts = [];
      board.moved = false;
      return;
    }
    // Whatever goes wrong from here, what stands is not known.
    board.standing = null;
    board.shown = null;
    board.halfMade = true;
    const formats = onCells
      ? this.#markCells(context, id, standing, marks)
      : await this.#writeMarks(context, id, standing, {
          marks,
          bands: markBands(rows, marks, Math.max(marksWidth(marks), marksWidth(shown ?? NO_MARKS))),
        });
    for (const format of formats) format.load('id');
    const marksSheet = context.workbook.worksheets.getItemOrNullObject(marksSheetName(id));
    marksSheet.load('id');
    await context.sync();
    if (!marksSheet.isNullObject) this.#known.ownSheets.add(marksSheet.id);
    board.onCells = onCells;
    board.halfMade = false;
    if (board.version !== version) return;
    board.shown = marks;
    board.doubts = [];
    board.moved = false;
    board.standing = {
      marksSheet: !marksSheet.isNullObject,
      structureProtected: standing.structureProtected,
      formats: formats.map((format) => format.id),
      formulas: onCells
        ? []
        : ORDER.map((mark) => markFormula(marksSheetName(id), this.#width(id, marks), mark)),
      covered: true,
    };
  }

  /** How many columns our formats reach over: those of the form, of the sheet, and all that are marked. */
  #width(id: SheetId, marks: SheetMarks): number {
    return Math.max(COLUMN_KEYS.length, marksWidth(marks), this.#known.sizes.get(id)?.columns ?? 0);
  }

  async #writeMarks(
    context: Excel.RequestContext,
    id: SheetId,
    standing: Standing,
    { marks, bands }: { readonly marks: SheetMarks; readonly bands: readonly MarkBand[] },
  ): Promise<readonly Excel.ConditionalFormat[]> {
    const { worksheets } = context.workbook;
    const name = marksSheetName(id);
    if (!standing.marksSheet) worksheets.add(name).visibility = 'VeryHidden';
    const marksSheet = worksheets.getItem(name);
    const weight = ({ values }: MarkBand): number => 600 + values.length * (values[0]?.length ?? 0) * 4;
    const chunks = chunked(bands, weight, MOST_BYTES);
    const put = (chunk: readonly MarkBand[] = []): void => {
      for (const { top, values } of chunk) {
        const [bottom, right] = [top + values.length - 1, (values[0]?.length ?? 1) - 1];
        const range = rangeOf(marksSheet, { top, bottom, left: 0, right });
        range.values = values.map((line) => [...line]);
      }
    };
    await inTurn(chunks.slice(0, -1), async (chunk) => {
      put(chunk);
      await context.sync();
    });
    put(chunks.at(-1));
    const sheet = worksheets.getItem(id);
    deleteFormats(sheet, standing.formats);
    const width = this.#width(id, marks);
    return ORDER.map((mark) =>
      addFormat(
        sheet.getRange(columnsAddress(0, width - 1)).untrack(),
        markFormula(marksSheetName(id), width, mark),
        mark,
      ),
    );
  }

  /** Formats on the marked cells themselves. */
  #markCells(
    context: Excel.RequestContext,
    id: SheetId,
    standing: Standing,
    marks: SheetMarks,
  ): readonly Excel.ConditionalFormat[] {
    const sheet = context.workbook.worksheets.getItem(id);
    deleteFormats(sheet, standing.formats);
    return cellAddresses(marks).map(([mark, address]) =>
      addFormat(sheet.getRanges(address).untrack(), constantFormula(mark), mark),
    );
  }

  /**
   * Takes our formats off every sheet, and our sheets away: three requests.
   * @throws Refusal `partly-protected` where protected sheets have formats of ours, or our sheets cannot be deleted
   */
  async clear(context: Excel.RequestContext): Promise<void> {
    const { worksheets, protection } = context.workbook;
    worksheets.load('items/id,items/name');
    protection.load('protected');
    await context.sync();
    const own = worksheets.items.filter(({ name }) => name.startsWith(`${MARKS}_`));
    const asked = worksheets.items
      .filter(({ name }) => !isOwnSheet(name))
      .map((sheet) => {
        sheet.protection.load('protected');
        return { sheet, formats: askFormats(sheet) };
      });
    await context.sync();
    this.#boards.clear();
    for (const { id } of own) this.#known.ownSheets.add(id);
    const marked = asked
      .map(({ sheet, formats }) => ({ sheet, ids: ownFormats(formats).map(({ id }) => id) }))
      .filter(({ ids }) => ids.length > 0);
    if (marked.length === 0 && own.length === 0) return;
    const open = marked.filter(({ sheet }) => !sheet.protection.protected);
    for (const { sheet, ids } of open) deleteFormats(sheet, ids);
    const closed = marked.flatMap(({ sheet }) => (sheet.protection.protected ? [sheet.name] : []));
    const kept = closed.length === 0 && protection.protected ? own.map(({ name }) => name) : closed;
    // A sheet of marks stays as long as a format shows it, or else that would be a broken one.
    if (kept.length === 0) for (const sheet of own) deleteOwnSheet(sheet);
    await context.sync();
    if (kept.length > 0) throw new Refusal('partly-protected', kept);
  }
}

function touches(marks: SheetMarks, { top, left, bottom, right }: GridRange): boolean {
  for (const [row, columns] of marks)
    if (row >= top && row <= bottom)
      for (const column of columns.keys()) if (column >= left && column <= right) return true;
  return false;
}

function marksIn({ values, rowIndex, columnIndex }: Excel.Range): SheetMarks {
  const marks = new Map<number, ReadonlyMap<number, Mark>>();
  (values as readonly (readonly unknown[])[]).forEach((line, i) => {
    const row = new Map<number, Mark>();
    line.forEach((value, j) => {
      if (value === 'e' || value === 'w') row.set(columnIndex + j, value);
    });
    if (row.size > 0) marks.set(rowIndex + i, row);
  });
  return marks;
}

/** All marked cells, as the addresses of the formats that they need. */
const cellAddresses = (marks: SheetMarks): readonly (readonly [Mark, string])[] =>
  ORDER.flatMap((mark) => addressesOf(marks, mark).map((address) => [mark, address] as const));

/** The cells with a mark as addresses of many areas, each as long as Excel takes. */
function addressesOf(marks: SheetMarks, mark: Mark): readonly string[] {
  const areas: string[] = [];
  for (const [row, columns] of [...marks].sort(([a], [b]) => a - b)) {
    let run: { left: number; right: number } | undefined;
    const close = (): void => {
      if (run !== undefined) areas.push(rangeAddress({ top: row, bottom: row, ...run }));
    };
    for (const [column, each] of [...columns].sort(([a], [b]) => a - b)) {
      if (each !== mark) continue;
      if (run?.right === column - 1) run.right = column;
      else {
        close();
        run = { left: column, right: column };
      }
    }
    close();
  }
  return chunked(areas, (area) => area.length + 1, LONGEST_ADDRESS).map((chunk) => chunk.join(','));
}
