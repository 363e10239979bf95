import { LIMITS } from './limits';
import type { Package } from './package';
import { UnreadableFile } from './unreadable-file';

export interface SheetPart {
  readonly name: string;
  /** The identity that calcChain refers to. */
  readonly sheetId: string;
  readonly visible: boolean;
  readonly path: string;
}

/** Where the parts of a workbook stand in its package, found by relationships and never by customary names. */
export interface WorkbookParts {
  readonly path: string;
  /** Worksheets in tab order; chart, dialogue and macro sheets are left out. */
  readonly sheets: readonly SheetPart[];
  readonly date1904: boolean;
  readonly sharedStrings?: string;
  readonly styles?: string;
  readonly calcChain?: string;
}

export interface Relationship {
  readonly id: string;
  /** The last word of the type's address, which strict and transitional files share. */
  readonly type: string;
  /** The part's path from the package's root. */
  readonly path: string;
}

/** The path of the relationships of a part: `xl/workbook.xml` has `xl/_rels/workbook.xml.rels`. */
export function relationshipsPath(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The path from the package's root that a relationship of the part `base` points to. */
export function resolvePath(base: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps = path.startsWith('/') ? [] : base.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** The internal relationships of a part ('' for the package itself); none where it has none. */
export function readRelationships(file: Package, part: string): Relationship[] {
  const found: Relationship[] = [];
  file.scan(
    relationshipsPath(part),
    {
      open(tag) {
        if (tag.name !== 'Relationship' || tag.get('TargetMode') === 'External') return;
        file.budget.keep(1);
        const type = tag.get('Type') ?? '';
        const path = resolvePath(part, tag.get('Target') ?? '');
        found.push({ id: tag.get('Id') ?? '', type: type.slice(type.lastIndexOf('/') + 1), path });
      },
    },
    LIMITS.smallPartBytes,
  );
  return found;
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';

/** What a zip without a workbook is, by the parts that it has. */
function otherKind(file: Package): string {
  if (file.entry('word/document.xml')) return 'docx';
  if (file.entry('ppt/presentation.xml')) return 'pptx';
  if (file.entry('xl/workbook.bin')) return 'xlsb';
  if (file.entry('mimetype') && file.entry('content.xml')) return 'ods';
  return 'zip';
}

/**
 * Finds a workbook's parts.
 * @throws UnreadableFile `not-a-spreadsheet` with `kind`, `no-worksheet`, or what reading a part throws
 */
export function readWorkbookParts(file: Package): WorkbookParts {
  const root = readRelationships(file, '').find(({ type }) => type === 'officeDocument');
  const path = root?.path ?? 'xl/workbook.xml';
  // What a part is called says nothing, but that Excel's binary workbook is no XML.
  if (!file.entry(path) || /\.bin$/i.test(path) || file.entry('word/document.xml')) {
    throw new UnreadableFile('not-a-spreadsheet', { kind: otherKind(file) });
  }
  const relationships = readRelationships(file, path);
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const sheets: SheetPart[] = [];
  let date1904 = false;
  const seen = { workbook: false };
  file.scan(
    path,
    {
      open(tag) {
        if (tag.name === 'workbook') seen.workbook = true;
        // Excel 2013 and later write another workbookPr among the extensions, which says nothing of days.
        if (tag.name === 'workbookPr') date1904 ||= isTrue(tag.get('date1904'));
        if (tag.name !== 'sheet') return;
        const part = byId.get(tag.getPrefixed('id') ?? '');
        if (part?.type !== 'worksheet') return;
        if (sheets.length >= LIMITS.sheets) throw new UnreadableFile('too-large', { limit: 'sheets' });
        const visible = !/hidden/i.test(tag.get('state') ?? '');
        sheets.push({
          name: tag.get('name') ?? '',
          sheetId: tag.get('sheetId') ?? '',
          visible,
          path: part.path,
        });
      },
    },
    LIMITS.smallPartBytes,
  );
  if (!seen.workbook) throw new UnreadableFile('not-a-spreadsheet', { kind: otherKind(file) });
  if (sheets.length === 0) throw new UnreadableFile('no-worksheet');
  const pathOf = (wanted: string): string | undefined => {
    const found = relationships.find(({ type }) => type === wanted)?.path;
    return found !== undefined && file.entry(found) ? found : undefined;
  };
  const [sharedStrings, styles, calcChain] = [pathOf('sharedStrings'), pathOf('styles'), pathOf('calcChain')];
  return {
    path,
    sheets,
    date1904,
    ...(sharedStrings === undefined ? {} : { sharedStrings }),
    ...(styles === undefined ? {} : { styles }),
    ...(calcChain === undefined ? {} : { calcChain }),
  };
}
