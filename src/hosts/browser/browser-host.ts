import type { OfficialLayout } from '../../sheet/layout';
import type { Host, SheetId } from '../host';
import type { GridFunction } from './grid-functions';
import type { OwnFileOutcome } from './own-file/own-file';
import type { GridLanguage } from './univer';
import type { RowVerdict } from './verdict-margin';
import type { WorkRecord } from './work-record';

/** What of a work has changed: the workbook, or only what `remember` keeps within it. */
export type WorkChange = 'workbook' | 'memory';

/**
 * Why the grid did not do something: it would have changed rows that are hidden, what is pasted would not be seen, or the
 * browser did not say what is on the clipboard.
 */
export type Refusal = 'hidden-rows' | 'merged-cells' | 'clipboard';

export interface BrowserHostOptions {
  readonly language: GridLanguage;
  /** The custom functions of cells. */
  readonly functions?: readonly GridFunction[];
  /** What is to be said of a marked cell; null for nothing. */
  readonly messageAt?: (sheet: SheetId, row: number, column: number) => string | null;
  /** What a column is called, counted from 0; null for none of ours. */
  readonly columnNameAt?: (sheet: SheetId, column: number) => string | null;
  /** Whether what is typed into a cell is a code, and stays text whatever it looks like. */
  readonly isCodeAt?: (sheet: SheetId, row: number, column: number) => boolean;
  /** The first row, counted from 0, of a sheet's foot; null where none is known. */
  readonly footRowOf?: (sheet: SheetId) => number | null;
  /** The verdict of a row, counted from 0; null for none. */
  readonly verdictAt?: (sheet: SheetId, row: number) => RowVerdict | null;
  /** Told of what the user did and the grid did not do. */
  readonly onRefused?: (why: Refusal) => void;
  /** Gives the user a file. */
  readonly download: (bytes: Uint8Array, fileName: string) => void;
}

/** Where a text was found: in which of how many cells, counted from 1; 0 of 0 where it is in none that is shown. */
export interface FoundText {
  readonly at: number;
  readonly count: number;
  /** In how many cells of hidden rows and columns it is. */
  readonly hidden: number;
}

/** A grid on the page as a host, with what only a workbook in the browser needs. */
export interface BrowserHost extends Host {
  /** Begins a new work with the official form alone, in place of the one that is open. */
  openEmpty(layout: OfficialLayout, rows: number, name: string): void;
  /**
   * Puts a work that was stored, or that a file is, in place of the one that is open. Its own lists are there again; ours offer all that their column
   * ever offers, and go by the row only once `offerLists` is called anew, as after any opening.
   */
  restore(record: WorkRecord): void;
  /** The work as it is now, to be stored; null before one is open. */
  record(): WorkRecord | null;
  /** The user's own file with what was edited, everything else byte for byte; or why there is none. */
  ownFile(): Promise<OwnFileOutcome>;
  /** What `verdictAt` or `columnNameAt` answers has changed: the heads of the grid are drawn anew. */
  showHeads(): void;
  /**
   * Calls the listener after every change of what `record` gives, until the function that it returns is called. Marks,
   * our own lists, what formulas come to and rows that `showOnly` hides are no changes.
   */
  onChange(listener: (change: WorkChange) => void): () => void;
  /** Whether something is being typed into a cell that `settle` would take. */
  isTyping(): boolean;
  /** Takes what is being typed into a cell, as Enter does. */
  settle(): Promise<void>;
  setTheme(theme: 'light' | 'dark'): void;
  setLanguage(language: GridLanguage): Promise<void>;
  /** Takes back the last step that was made in the grid, as Ctrl+Z does there. */
  undo(): void;
  redo(): void;
  /** Selects the next cell of the sheet on the page that holds a text, or the one before, where the selection is. */
  find(text: string, step: 'next' | 'previous'): Promise<FoundText>;
  /** Scrolls to a row, counted from 0, where what stands above it takes most of the grid's height. */
  reveal(sheet: SheetId, row: number): void;
  /** Puts the keyboard into the grid. */
  focus(): void;
  dispose(): void;
}
