import type { Cell } from '../../rules/cell';
import type { Grid, GridRange } from '../../sheet/grid';
import type { HostedSheet, HostProblem, SheetId } from '../host';
import { rangeOf } from './address';
import type { KnownWorkbook } from './known-workbook';
import {
  CELL_PROPERTIES,
  loadedCell,
  plainCell,
  tellsLittle,
  toCell,
  type LoadedCell,
  type LoadedRange,
} from './loaded-cells';
import { joinedAreas } from './joined-areas';
import { isOwnSheet } from './own-sheets';
import { inPieces, learnDates, pieces } from './read-range';
import type { HiddenRows } from './hidden-rows';
import { MOST_BYTES, chunked, failureOf, textBytes } from './run';

/** Cells of a sheet asked for at once where it is too large for one reply: formulas and hidden rows only. */
const MOST_CELLS = 100_000;

/**
 * `getMergedAreasOrNullObject` gives no answer for more than 512 areas (Microsoft, Range). An area takes two cells at
 * least, so that a band of 1,024 cells cannot hold more.
 */
const MERGE_BAND_CELLS = 1_024;

const SHEET_PROPERTIES = 'id,name,position,visibility';

/**
 * What it may be where the active sheet cannot be asked: a chart that is a sheet of its own is no worksheet, and to ask for
 * the active one is an error then, whose code is not documented (office-js issue 2444). The others are read all the same.
 */
const MAY_BE_CHART: ReadonlySet<HostProblem> = new Set(['failed', 'unsupported', 'sheet-gone']);

/** What is asked of a sheet in its first request. */
interface SheetQuery {
  readonly sheet: Excel.Worksheet;
  readonly area: Excel.Range;
  readonly hidden: OfficeExtension.ClientResult<Excel.RowProperties[]>;
  readonly merged: readonly Excel.RangeAreas[];
}

/** A sheet, half read: what its formulas alone do not tell is asked next. */
interface SheetContent {
  readonly id: SheetId;
  readonly name: string;
  readonly position: number;
  readonly visible: boolean;
  readonly isProtected: boolean;
  readonly formulas: readonly (readonly unknown[])[];
  readonly hidden: readonly boolean[];
  readonly merges: readonly GridRange[];
}

/** What else goes along with the second request of each sheet; the function it gives is called after it. */
export type Companion = (context: Excel.RequestContext, sheet: SheetId) => () => void;

const ALONE: Companion = () => () => undefined;

function askMerges(range: Excel.Range): Excel.RangeAreas {
  const merged = range.getMergedAreasOrNullObject().untrack();
  merged.load('areaCount');
  merged.areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount');
  return merged;
}

function mergesOf(merged: Excel.RangeAreas): readonly GridRange[] {
  if (merged.isNullObject) return [];
  return merged.areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({
    top: rowIndex,
    left: columnIndex,
    bottom: rowIndex + rowCount - 1,
    right: columnIndex + columnCount - 1,
  }));
}

/** The area from A1 to the last cell that holds something: rows and columns in it count as in the sheet. */
function usedArea(sheet: Excel.Worksheet): Excel.Range {
  const used = sheet.getUsedRange(true).untrack();
  return sheet.getRange('A1').untrack().getBoundingRect(used).untrack();
}

function askSheet(sheet: Excel.Worksheet, withMerges: boolean): SheetQuery {
  sheet.load(SHEET_PROPERTIES);
  sheet.protection.load('protected');
  const area = usedArea(sheet);
  area.load('formulas');
  const hidden = area.getRowProperties({ rowHidden: true });
  return { sheet, area, hidden, merged: withMerges ? [askMerges(area)] : [] };
}

const contentOf = ({ sheet, area, hidden, merged }: SheetQuery): SheetContent => ({
  id: sheet.id as SheetId,
  name: sheet.name,
  position: sheet.position,
  visible: sheet.visibility === 'Visible',
  isProtected: sheet.protection.protected,
  formulas: area.formulas,
  hidden: hidden.value.map(({ rowHidden }) => rowHidden === true),
  merges: merged.flatMap(mergesOf),
});

/** Reads whole worksheets. */
export class SheetReader {
  readonly #context: Excel.RequestContext;
  readonly #known: KnownWorkbook;
  readonly #hiddenByUs: HiddenRows;
  readonly #companion: Companion;

  constructor(
    context: Excel.RequestContext,
    known: KnownWorkbook,
    hiddenByUs: HiddenRows,
    companion: Companion,
  ) {
    this.#context = context;
    this.#known = known;
    this.#hiddenByUs = hiddenByUs;
    this.#companion = companion;
  }

  /** One sheet in two requests, or more above Excel's limit. */
  async one(id: SheetId): Promise<HostedSheet> {
    const content = await this.#contents([this.#context.workbook.worksheets.getItem(id)]);
    const [sheet] = await this.#complete(content);
    if (sheet === undefined) throw new Error('Excel gave no sheet.');
    return sheet;
  }

  /** All visible sheets but ours, the active one first: two requests where there is one, else three. */
  async all(): Promise<readonly HostedSheet[]> {
    const { worksheets } = this.#context.workbook;
    const list = (): void => void worksheets.load('items/id,items/name,items/visibility');
    const active = await this.#contents([worksheets.getActiveWorksheet()], list).catch(
      async (error: unknown) => {
        if (!MAY_BE_CHART.has(failureOf(error).problem)) throw error;
        list();
        await this.#context.sync();
        return [];
      },
    );
    const others = worksheets.items.filter(
      ({ id, name, visibility }) =>
        visibility === 'Visible' && !isOwnSheet(name) && !active.some((content) => content.id === id),
    );
    for (const { id, name } of worksheets.items) if (isOwnSheet(name)) this.#known.ownSheets.add(id);
    const rest = others.length === 0 ? [] : await this.#contents(others);
    return this.#complete([...active, ...rest].filter(({ name }) => !isOwnSheet(name)));
  }

  /**
   * The first request, for all these sheets at once; piece by piece where that is too much.
   *
   * @param alsoLoad asks for more in the same request; asked again where the request failed
   */
  async #contents(
    sheets: readonly Excel.Worksheet[],
    alsoLoad: () => void = () => undefined,
  ): Promise<readonly SheetContent[]> {
    try {
      alsoLoad();
      return await this.#ask(sheets, true);
    } catch (error) {
      const { problem } = failureOf(error);
      alsoLoad();
      if (problem === 'too-large') {
        const contents: SheetContent[] = [];
        for (const sheet of sheets) contents.push(await this.#large(sheet));
        return contents;
      }
      // Merged areas are what a sheet may have too many of; the error's code for it is not documented.
      if (problem !== 'failed') throw error;
      const contents = await this.#ask(sheets, false);
      return this.#withMerges(sheets, contents);
    }
  }

  async #ask(sheets: readonly Excel.Worksheet[], withMerges: boolean): Promise<readonly SheetContent[]> {
    const queries = sheets.map((sheet) => askSheet(sheet, withMerges));
    await this.#context.sync();
    return queries.map(contentOf);
  }

  /** Merged areas in bands that overlap by a row: an area that a band cuts comes in parts that share a cell. */
  async #withMerges(
    sheets: readonly Excel.Worksheet[],
    contents: readonly SheetContent[],
  ): Promise<readonly SheetContent[]> {
    const asked = contents.map(({ formulas }, index) => {
      const sheet = sheets[index];
      const right = (formulas[0]?.length ?? 1) - 1;
      const range = { top: 0, left: 0, bottom: formulas.length - 1, right };
      if (sheet === undefined) return [];
      return pieces(range, MERGE_BAND_CELLS - right - 1).map((band) =>
        askMerges(rangeOf(sheet, { ...band, bottom: Math.min(band.bottom + 1, range.bottom) })),
      );
    });
    await this.#context.sync();
    return contents.map((content, index) => ({
      ...content,
      merges: joinedAreas((asked[index] ?? []).flatMap(mergesOf)),
    }));
  }

  /** A sheet that is too large for one reply. */
  async #large(sheet: Excel.Worksheet): Promise<SheetContent> {
    const area = usedArea(sheet);
    area.load('rowCount,columnCount');
    sheet.load(SHEET_PROPERTIES);
    sheet.protection.load('protected');
    await this.#context.sync();
    const whole = { top: 0, left: 0, bottom: area.rowCount - 1, right: area.columnCount - 1 };
    const parts = await inPieces(pieces(whole, MOST_CELLS), async (part) => {
      const cells = rangeOf(sheet, part);
      cells.load('formulas');
      const rows = { properties: cells.getRowProperties({ rowHidden: true }) };
      await this.#context.sync();
      return { formulas: cells.formulas, hidden: rows.properties.value };
    });
    const content: SheetContent = {
      id: sheet.id as SheetId,
      name: sheet.name,
      position: sheet.position,
      visible: sheet.visibility === 'Visible',
      isProtected: sheet.protection.protected,
      formulas: parts.flatMap(({ formulas }) => formulas),
      hidden: parts.flatMap(({ hidden }) => hidden.map(({ rowHidden }) => rowHidden === true)),
      merges: [],
    };
    const [withMerges] = await this.#withMerges([sheet], [content]);
    return withMerges ?? content;
  }

  /** The second request; once more without what goes along, which may be what Excel cannot answer, and is no reason not to read. */
  async #complete(contents: readonly SheetContent[]): Promise<readonly HostedSheet[]> {
    try {
      return await this.#settle(contents, this.#companion);
    } catch (error) {
      if (failureOf(error).problem !== 'failed') throw error;
      return this.#settle(contents, ALONE);
    }
  }

  /** What numbers, formulas and error values really are. */
  async #settle(contents: readonly SheetContent[], companion: Companion): Promise<readonly HostedSheet[]> {
    const wanted = contents.flatMap((content) =>
      unclearParts(content.formulas).map((range) => ({ content, range, bytes: partBytes(content, range) })),
    );
    const settled = contents.map(({ id }) => companion(this.#context, id));
    const loaded = new Map<SheetContent, { readonly range: GridRange; readonly cells: LoadedRange }[]>();
    const chunks = chunked(wanted, ({ bytes }) => bytes, MOST_BYTES);
    for (const chunk of chunks.length === 0 ? [[]] : chunks) {
      const asked = chunk.map(({ content, range }) => {
        const cells = rangeOf(this.#context.workbook.worksheets.getItem(content.id), range);
        cells.load(CELL_PROPERTIES);
        return { content, range, cells };
      });
      await this.#context.sync();
      for (const { content, range, cells } of asked)
        loaded.set(content, [...(loaded.get(content) ?? []), { range, cells }]);
    }
    for (const settle of settled) settle();
    return contents.map((content) => this.#hosted(content, loaded.get(content) ?? []));
  }

  #hosted(
    content: SheetContent,
    parts: readonly { readonly range: GridRange; readonly cells: LoadedRange }[],
  ): HostedSheet {
    const unclear = new Map<number, LoadedCell>();
    const width = content.formulas[0]?.length ?? 0;
    for (const { range, cells } of parts)
      cells.values.forEach((line, i) => {
        line.forEach((_, j) => {
          unclear.set((range.top + i) * width + range.left + j, loadedCell(cells, i, j));
        });
      });
    learnDates(this.#known, unclear.values());
    const rows: (Cell | undefined)[][] = [];
    content.formulas.forEach((line, row) => {
      line.forEach((formula, column) => {
        const detail = unclear.get(row * width + column);
        const cell = detail === undefined ? plainCell(formula) : toCell(detail, this.#known.date1904);
        if (cell.kind !== 'empty' || cell.formula !== undefined) (rows[row] ??= [])[column] = cell;
      });
    });
    const grid: Grid = {
      name: content.name,
      rows,
      merges: content.merges,
      hiddenRows: new Set(
        content.hidden.flatMap((hidden, row) =>
          hidden && row < rows.length && !this.#hiddenByUs.has(content.id, row) ? [row] : [],
        ),
      ),
      visible: content.visible,
    };
    this.#known.sizes.set(content.id, { rows: rows.length, columns: width });
    return { id: content.id, grid, position: content.position, protected: content.isProtected };
  }
}

/** For each column with unclear cells the rows from the first to the last of them, in pieces that one reply takes. */
function unclearParts(formulas: readonly (readonly unknown[])[]): readonly GridRange[] {
  const spans = new Map<number, { top: number; bottom: number }>();
  formulas.forEach((line, row) => {
    line.forEach((formula, column) => {
      if (!tellsLittle(formula)) return;
      const span = spans.get(column);
      if (span === undefined) spans.set(column, { top: row, bottom: row });
      else span.bottom = row;
    });
  });
  return [...spans].flatMap(([column, { top, bottom }]) =>
    pieces({ top, bottom, left: column, right: column }, 10_000),
  );
}

/** Bytes of a part with all properties, at most: the texts count twice or three times, the rest is of a known size. */
function partBytes({ formulas }: SheetContent, { top, bottom, left }: GridRange): number {
  let bytes = 0;
  for (let row = top; row <= bottom; row++) {
    const formula = formulas[row]?.[left];
    bytes += 80 + (typeof formula === 'string' ? textBytes(formula) * 3 : 0);
  }
  return bytes;
}
