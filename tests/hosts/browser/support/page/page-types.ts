import type { BrowserHost } from '../../../../../src/hosts/browser';
import type { HostEvent, SheetMarks } from '../../../../../src/hosts/host';
import type { OfficialLayout } from '../../../../../src/sheet/layout';
import type { TemplateLists } from '../../../../../src/sheet/template-lists';

/** What the tests call from outside the page. */
export interface TestPage {
  readonly host: BrowserHost;
  readonly events: HostEvent[];
  /** The message of a cell, by `row,column`. */
  readonly messages: Map<string, string>;
  /** A map does not travel into the page as it is. */
  marks(marks: readonly (readonly [row: number, column: number, mark: 'e' | 'w'])[]): SheetMarks;
  readonly layout: OfficialLayout;
  readonly lists: TemplateLists;
  /** What the page's policy refused. */
  readonly violations: readonly string[];
}

declare global {
  interface Window {
    page: TestPage;
  }
}
