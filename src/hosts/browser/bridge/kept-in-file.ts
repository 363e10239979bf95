import type { Package } from '../../file/package';
import { readRelationships } from '../../file/workbook-parts';

/**
 * What a user's file may hold that the grid does not show. It stays in the file, and comes back with it.
 * `formats` is the whole look of an .xls, of which only values are read.
 */
export const KEPT_IN_FILE = [
  'pictures',
  'charts',
  'shapes',
  'comments',
  'conditional-formats',
  'validations',
  'links',
  'filters',
  'tables',
  'pivot-tables',
  'macros',
  'formats',
] as const;
export type KeptInFile = (typeof KEPT_IN_FILE)[number];

const BY_RELATIONSHIP: Readonly<Record<string, KeptInFile>> = {
  comments: 'comments',
  threadedComment: 'comments',
  table: 'tables',
  pivotTable: 'pivot-tables',
};

const BY_SHEET_ELEMENT: Readonly<Record<string, KeptInFile>> = {
  conditionalFormatting: 'conditional-formats',
  hyperlink: 'links',
  autoFilter: 'filters',
  oleObject: 'shapes',
  control: 'shapes',
  picture: 'pictures',
};

const BY_DRAWING_ELEMENT: Readonly<Record<string, KeptInFile>> = {
  pic: 'pictures',
  graphicFrame: 'charts',
  sp: 'shapes',
  cxnSp: 'shapes',
};

/** Collects what a workbook holds beyond its cells. */
export class KeptThings {
  private readonly found = new Set<KeptInFile>();

  add(thing: KeptInFile): void {
    this.found.add(thing);
  }

  /** An element of a worksheet, outside of its rows. */
  sheetElement(name: string): void {
    const thing = BY_SHEET_ELEMENT[name];
    if (thing !== undefined) this.found.add(thing);
  }

  /** The parts that a worksheet points to. */
  readParts(file: Package, sheet: string): void {
    for (const { type, path } of readRelationships(file, sheet)) {
      const thing = BY_RELATIONSHIP[type];
      if (thing !== undefined) this.found.add(thing);
      if (type !== 'drawing') continue;
      file.scan(path, {
        open: ({ name }) => {
          const drawn = BY_DRAWING_ELEMENT[name];
          if (drawn !== undefined) this.found.add(drawn);
        },
      });
    }
  }

  /** In the order of the list above. */
  get list(): readonly KeptInFile[] {
    return KEPT_IN_FILE.filter((thing) => this.found.has(thing));
  }
}
