import type { ICellData, IDisposable, Injector } from '@univerjs/core';
import { ICommandService } from '@univerjs/core';
import {
  ISheetClipboardService,
  SheetPasteCommand,
  SheetPasteShortKeyCommand,
  SheetsSelectionsService,
} from '@univerjs/preset-sheets-core';
import { writeData } from './cell-writes';
import { clipboardCells, type PastedCell } from './clipboard-text';
import type { CellsByRow, OpenBook } from './open-book';
import { cancelled } from './univer';

/** Where a paste goes, and how it is written: as one step that can be undone. */
export interface PasteTarget {
  pattern(row: number, column: number): string | undefined;
  write(cells: CellsByRow): void;
}

/** The active sheet as the place of a paste; null where nothing can be pasted. */
export function pasteTarget(book: OpenBook): PasteTarget | null {
  const sheet = book.activeSheet;
  const model = book.model(sheet);
  if (model.protected) return null;
  return {
    pattern: (row, column) => model.pattern(row, column),
    write: (cells) => {
      book.put(sheet, cells);
    },
  };
}

const COPY_MARK = /data-copy-id=(?:&quot;|"|')([\w-]+)/;

/** A text cell stays one, whatever is pasted: digits do not become a number there. */
const pastedData = (value: PastedCell, pattern: string | undefined): ICellData =>
  writeData(pattern === '@' ? String(value) : value, pattern);

/**
 * Takes what other programs put on the clipboard as values alone: the grid itself would wipe borders and fonts, and
 * read numbers into text cells. What was copied in the grid, formulas among it, the grid pastes.
 */
export function takePastes(injector: Injector, target: () => PasteTarget | null): IDisposable {
  const clipboard = injector.get(ISheetClipboardService);
  const isOurs = (html: string): boolean => {
    const id = COPY_MARK.exec(html)?.[1];
    return id !== undefined && clipboard.copyContentCache().get(id) !== undefined;
  };
  /** @returns whether there was something to take */
  const take = (html: string, text: string): boolean => {
    const rows = clipboardCells(html, text);
    const to = target();
    const place = injector.get(SheetsSelectionsService).getCurrentLastSelection();
    if (rows.length === 0 || to === null || place === null || place === undefined) return false;
    const { startRow, startColumn, endRow, endColumn } = place.range;
    const [height, width] = [rows.length, rows[0]?.length ?? 0];
    // One value fills the selection, as in Excel; more are pasted once from its corner.
    const [bottom, right] =
      height === 1 && width === 1 ? [endRow, endColumn] : [startRow + height - 1, startColumn + width - 1];
    const cells: CellsByRow = {};
    for (let row = startRow; row <= bottom; row++)
      for (let column = startColumn; column <= right; column++) {
        const value = rows[(row - startRow) % height]?.[(column - startColumn) % width] ?? '';
        (cells[row] ??= {})[column] = pastedData(value, to.pattern(row, column));
      }
    to.write(cells);
    return true;
  };
  return injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (id === SheetPasteShortKeyCommand.id) {
      const { htmlContent = '', textContent = '' } = params as { htmlContent?: string; textContent?: string };
      if (isOurs(htmlContent)) return;
      if (take(htmlContent, textContent)) throw cancelled();
    } else if (id === SheetPasteCommand.id) {
      // From the menu, the clipboard has to be asked, and then answers later.
      void readClipboard().then(async ({ html, text, item }) => {
        if (item !== undefined && isOurs(html)) await clipboard.paste(item);
        else take(html, text);
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

/** What is on the clipboard; nothing where the browser does not say. */
async function readClipboard(): Promise<ClipboardContent> {
  try {
    const [item] = await navigator.clipboard.read();
    if (item === undefined) return { html: '', text: '' };
    const read = async (type: string): Promise<string> =>
      item.types.includes(type) ? (await item.getType(type)).text() : '';
    return { html: await read('text/html'), text: await read('text/plain'), item };
  } catch {
    return { html: '', text: '' };
  }
}
