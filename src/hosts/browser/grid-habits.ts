import type { Injector } from '@univerjs/core';
import type { GridRange } from '../../sheet/grid';
import type { SheetId } from '../host';
import { withoutMarks } from './body-rows';
import type { Refusal } from './browser-host';
import { keepEditorFresh } from './cell-editor';
import { sendCopies } from './copies';
import { keepFilledHeights } from './filled-heights';
import { takeFirstCellKey } from './first-cell';
import { spareTypedFormulas } from './formula-choices';
import { keepResults } from './formula-results';
import { spareHiddenRows } from './hidden-rows';
import { keepInSight } from './in-sight';
import { keepDigits } from './keep-digits';
import { keepOtherMerges } from './kept-merges';
import { searchUnlessTyping } from './list-search';
import type { MarksLayer } from './marks-layer';
import { keepMergedValues } from './merged-values';
import { finishForNameBox } from './name-box';
import { sizeNewSheets } from './new-sheets';
import type { OpenBook } from './open-book';
import { ownFormats } from './own-formats';
import type { OwnLists } from './own-lists';
import { pasteTarget, takePastes } from './paste';
import { keepWithinGrid } from './popup-side';
import { takeRowKeys } from './row-keys';
import { mendMoves } from './selection-moves';
import { takeCompactDays } from './typed-days';

/** What the grid does otherwise here than by itself: with the clipboard, with digits, with keys, with formulas. */
export function teachHabits(
  injector: Injector,
  book: OpenBook,
  {
    container,
    marks,
    lists,
    isOpen,
    isCode,
    footRow,
    refused,
    computed,
  }: {
    /** The grid's element. */
    readonly container: HTMLElement;
    readonly marks: MarksLayer;
    readonly lists: OwnLists;
    /** Whether there is a work in the grid. */
    readonly isOpen: () => boolean;
    /** Whether a cell is one of a column of codes. */
    readonly isCode: (sheet: SheetId, row: number, column: number) => boolean;
    /** The first row of a sheet's foot; null where none is known. */
    readonly footRow: (sheet: SheetId) => number | null;
    /** Told where something is not done. */
    readonly refused: (why: Refusal) => void;
    /** Told where formulas have come to something else. */
    readonly computed: (sheet: SheetId, range: GridRange) => void;
  },
): void {
  takePastes(injector, () => (isOpen() ? pasteTarget(book, lists, footRow) : null), refused);
  spareHiddenRows(injector, book, () => {
    refused('hidden-rows');
  });
  sendCopies(injector, book, marks);
  ownFormats(injector);
  keepDigits(injector, isCode);
  keepMergedValues(injector, book);
  keepOtherMerges(injector, book);
  takeCompactDays(injector, book);
  sizeNewSheets(injector);
  keepFilledHeights(injector, book);
  keepWithinGrid(injector);
  keepInSight(injector, book);
  searchUnlessTyping(injector);
  mendMoves(injector, book);
  keepEditorFresh(injector);
  finishForNameBox(injector, book, container);
  takeRowKeys(injector, book, isOpen);
  takeFirstCellKey(injector, book, isOpen);
  spareTypedFormulas(injector);
  keepResults(injector, book, computed);
  withoutMarks(injector);
}
