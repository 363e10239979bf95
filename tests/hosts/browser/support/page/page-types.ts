import type { BrowserHost, KeptInFile, RowVerdict } from '../../../../../src/hosts/browser';
import type { HostEvent, SheetMarks } from '../../../../../src/hosts/host';
import type { OfficialLayout } from '../../../../../src/sheet/layout';
import type { TemplateLists } from '../../../../../src/sheet/template-lists';

/** What the tests call from outside the page. */
export interface TestPage {
  host: BrowserHost;
  /** Opens a file in place of the work that is open. @returns what of it the grid does not show */
  open(bytes: Uint8Array, name: string): Promise<readonly KeptInFile[]>;
  readonly events: HostEvent[];
  /** The message of a cell, by `row,column`. */
  readonly messages: Map<string, string>;
  /** The verdict of a row, counted from 0. */
  readonly verdicts: Map<number, RowVerdict>;
  /** The name of a column, counted from 0. */
  readonly columnNames: Map<number, string>;
  /** How often the work was said to have changed. */
  changes: number;
  /** A map does not travel into the page as it is. */
  readonly marks: (marks: readonly (readonly [row: number, column: number, mark: 'e' | 'w'])[]) => SheetMarks;
  readonly layout: OfficialLayout;
  readonly lists: TemplateLists;
  /** What the grid did not do. */
  readonly refused: string[];
  /** What the page's policy refused. */
  readonly violations: readonly string[];
  /** Takes the grid off the page, and starts another one. */
  restart(): Promise<void>;
}

declare global {
  interface Window {
    page: TestPage;
  }
}
