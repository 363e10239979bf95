import type { ICellData, IDisposable, Injector, IRange } from '@univerjs/core';
import { ICommandService } from '@univerjs/core';
import {
  ISheetClipboardService,
  SheetPasteCommand,
  SheetPasteShortKeyCommand,
  SheetsSelectionsService,
} from '@univerjs/preset-sheets-core';
import type { SheetId } from '../host';
import { TEXT_FORMAT } from '../number-format';
import { insertRows } from './body-rows';
import type { Refusal } from './browser-host';
import { writeData } from './cell-writes';
import { clipboardCells, type PastedCell } from './clipboard-text';
import { isHidden } from './hidden-rows';
import type { CellsByRow, OpenBook } from './open-book';
import type { OwnLists } from './own-lists';
import { isHiddenByMerge, type DownMerge, type Paste } from './pasted-merges';
import { cancelled } from './univer';

/** Where a paste goes, and how it is written: as one step that can be undone. */
export interface PasteTarget {
  pattern(row: number, column: number): string | undefined;
  /** Whether the row is hidden. */
  isSkipped(row: number): boolean;
  /** Whether a cell lies under one that is joined across columns, as those of a foot may be: what is put there is not seen. */
  isCovered(row: number, column: number): boolean;
  /** The cells joined downwards, in one column, that a cell is one of. */
  mergeAt(row: number, column: number): DownMerge | null;
  /** The first row of the foot, which people that are pasted are not to write over; null where none is known. */
  readonly footRow: number | null;
  insertRows(row: number, count: number): void;
  write(cells: CellsByRow): void;
}

/** The active sheet as the place of a paste; null where nothing can be pasted. */
export function pasteTarget(
  book: OpenBook,
  lists: OwnLists,
  footRow: (sheet: SheetId) => number | null,
): PasteTarget | null {
  const sheet = book.activeSheet;
  const model = book.model(sheet);
  if (model.protected) return null;
  // Asked for every cell that is pasted: the grid knows each cell's own, where a list of all would be gone through.
  const mergeOf = (row: number, column: number): IRange | null => sheet.getMergedCell(row, column) ?? null;
  return {
    footRow: footRow(sheet.getSheetId() as SheetId),
    pattern: (row, column) => model.pattern(row, column),
    isSkipped: (row) => isHidden(sheet, row),
    isCovered: (row, column) => {
      const merge = mergeOf(row, column);
      return merge !== null && merge.startColumn < column;
    },
    mergeAt: (row, column) => {
      const merge = mergeOf(row, column);
      if (merge === null || merge.startColumn !== merge.endColumn) return null;
      const { startRow: top, endRow: bottom } = merge;
      return { top, bottom, text: model.cell(top, column).text };
    },
    insertRows: (row, count) => {
      insertRows(book, sheet, row, count);
      lists.reach(book.unit, sheet.getSheetId(), row, count);
    },
    write: (cells) => {
      book.put(sheet, cells);
    },
  };
}

const COPY_MARK = /data-copy-id=(?:&quot;|"|')([\w-]+)/;

/** A text cell stays one, whatever is pasted: digits do not become a number there. */
const pastedData = (value: PastedCell, pattern: string | undefined): ICellData =>
  writeData(pattern === TEXT_FORMAT ? String(value) : value, pattern);

/** The first rows from `first` on that are not skipped, so many of them. */
function rowsFrom(first: number, count: number, target: PasteTarget): readonly number[] {
  const rows: number[] = [];
  for (let row = first; rows.length < count; row++) if (!target.isSkipped(row)) rows.push(row);
  return rows;
}

/**
 * The first of the rows pasted into where something of what is pasted would be hidden, or would write over the foot that
 * it begins above; -1 where nothing would.
 */
function firstInFoot(
  target: PasteTarget,
  into: readonly number[],
  left: number,
  rows: readonly (readonly PastedCell[])[],
): number {
  const { footRow } = target;
  const reachesFoot = footRow !== null && rows.length > 1 && (into[0] ?? Infinity) <= footRow;
  return into.findIndex(
    (row, i) =>
      (reachesFoot && row >= footRow) ||
      rows[i]?.some((value, j) => value !== '' && target.isCovered(row, left + j)),
  );
}

/**
 * Where the foot is in the way, it moves down: rows are inserted before the first of it that is pasted into.
 *
 * @param into the rows that are pasted into
 * @returns the rows that are pasted into now
 */
function withRoom(
  target: PasteTarget,
  into: readonly number[],
  left: number,
  rows: readonly (readonly PastedCell[])[],
): readonly number[] {
  const hiding = firstInFoot(target, into, left, rows);
  const first = into[hiding];
  if (first === undefined) return into;
  const count = into.length - hiding;
  target.insertRows(first, count);
  return [...into.slice(0, hiding), ...rowsBetween(first, first + count - 1)];
}

const rowsBetween = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

/**
 * Takes what other programs put on the clipboard as values alone: the grid itself would wipe borders and fonts, and
 * read numbers into text cells. Hidden rows are skipped, as Excel skips those that it has filtered out. What was
 * copied in the grid, formulas among it, the grid pastes; it knows nothing of skipping, and is kept from hidden rows.
 *
 * @param refused called where nothing was pasted, on account of hidden rows, of joined cells or of the browser
 */
export function takePastes(
  injector: Injector,
  target: () => PasteTarget | null,
  refused: (why: Refusal) => void,
): IDisposable {
  const clipboard = injector.get(ISheetClipboardService);
  const selected = (): IRange | null =>
    injector.get(SheetsSelectionsService).getCurrentLastSelection()?.range ?? null;
  /** How many rows were copied in the grid; null where another program copied. */
  const ownRows = (html: string): number | null => {
    const copied = clipboard.copyContentCache().get(COPY_MARK.exec(html)?.[1] ?? '');
    return copied === undefined ? null : copied.range.rows.length;
  };
  /**
   * What becomes of a paste of what was copied in the grid. Where the foot has to move down for it, only its values are
   * taken: the grid forgets what it copied when rows are inserted.
   */
  const wayOf = (count: number, html: string, text: string): 'grid' | 'values' | 'refused' => {
    const [to, range] = [target(), selected()];
    if (to === null || range === null) return 'grid';
    const into = rowsBetween(range.startRow, Math.max(range.endRow, range.startRow + count - 1));
    if (into.some((row) => to.isSkipped(row))) return 'refused';
    return firstInFoot(to, into, range.startColumn, clipboardCells(html, text)) < 0 ? 'grid' : 'values';
  };
  /** @returns whether there was something to take */
  const take = (html: string, text: string): boolean => {
    const rows = clipboardCells(html, text);
    const to = target();
    const range = selected();
    if (rows.length === 0 || to === null || range === null) return false;
    const { startRow, startColumn, endRow, endColumn } = range;
    const [height, width] = [rows.length, rows[0]?.length ?? 0];
    // One value fills the selection, as in Excel; more are pasted once from its corner.
    const fills = height === 1 && width === 1;
    const paste: Paste = {
      rows: fills
        ? rowsBetween(startRow, endRow).filter((row) => !to.isSkipped(row))
        : rowsFrom(startRow, height, to),
      left: startColumn,
      right: fills ? endColumn : startColumn + width - 1,
      valueAt: (index, column) => rows[index % height]?.[(column - startColumn) % width] ?? '',
    };
    if (isHiddenByMerge(paste, (row, column) => to.mergeAt(row, column))) {
      refused('merged-cells');
      return true;
    }
    const into = fills ? paste.rows : withRoom(to, paste.rows, startColumn, rows);
    const cells: CellsByRow = {};
    into.forEach((row, i) => {
      for (let column = startColumn; column <= paste.right; column++)
        // Under joined cells nothing is kept that nobody sees.
        if ((to.mergeAt(row, column)?.top ?? row) === row)
          (cells[row] ??= {})[column] = pastedData(paste.valueAt(i, column), to.pattern(row, column));
    });
    if (Object.keys(cells).length > 0) to.write(cells);
    return true;
  };
  return injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (id === SheetPasteShortKeyCommand.id) {
      const { htmlContent = '', textContent = '' } = params as { htmlContent?: string; textContent?: string };
      const own = ownRows(htmlContent);
      const way = own === null ? 'values' : wayOf(own, htmlContent, textContent);
      if (way === 'refused') refused('hidden-rows');
      if (way === 'refused' || (way === 'values' && take(htmlContent, textContent))) throw cancelled();
    } else if (id === SheetPasteCommand.id) {
      // Such as the values alone, of what may have formulas.
      const { value: part } = (params ?? {}) as { readonly value?: string };
      // From the menu, the clipboard has to be asked, and then answers later.
      void readClipboard().then(async (content) => {
        if (content === null) {
          refused('clipboard');
          return;
        }
        const { html, text, item } = content;
        const own = item === undefined ? null : ownRows(html);
        const way = own === null ? 'values' : wayOf(own, html, text);
        if (way === 'refused') refused('hidden-rows');
        else if (way === 'values') take(html, text);
        else if (item !== undefined) await clipboard.paste(item, part);
      });
      throw cancelled();
    }
  });
}

interface ClipboardContent {
  readonly html: string;
  readonly text: string;
  readonly item?: ClipboardItem;
}

/**
 * What is on the clipboard; null where the browser does not say. Firefox asks the user each time, by a button that it shows
 * beside the pointer.
 */
async function readClipboard(): Promise<ClipboardContent | null> {
  try {
    const [item] = await navigator.clipboard.read();
    if (item === undefined) return { html: '', text: '' };
    const read = async (type: string): Promise<string> =>
      item.types.includes(type) ? (await item.getType(type)).text() : '';
    return { html: await read('text/html'), text: await read('text/plain'), item };
  } catch {
    return null;
  }
}
