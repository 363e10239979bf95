import { CellFormats, FORMAT } from './cell-formats';
import { fileKind } from './file-kind';
import { LIMITS } from './limits';
import { Package } from './package';
import { patchCalcChain } from './patch-calc-chain';
import { withFullCalculation } from './patch-calculation';
import { patchSheet, type SheetEdit } from './patch-sheet';
import { UnreadableFile, asUnreadable } from './unreadable-file';
import { utf8Part } from './utf8-part';
import { readWorkbookParts, relationshipsPath, resolvePath, type WorkbookParts } from './workbook-parts';
import { scanXml, type Tag } from './xml-scan';
import { Splices } from './xml-splice';
import { replaceParts } from './zip-replace';
import type { ZipEntry } from './zip-directory';

/** A cell's new text: the worksheet by its name, row and column from 0; '' empties the cell. */
export interface WorkbookEdit extends SheetEdit {
  readonly sheet: string;
}

/**
 * Text that a spreadsheet would turn into something else when a person next touches the cell: digits into a number,
 * 4-04-05 into a date, what begins like a formula into one. Such a cell gets the text format.
 */
const needsTextFormat = (text: string): boolean =>
  /^[=+\-@]/.test(text) ||
  /^[\s\d.,/:+\-%¥$()年月日时分秒Ee]*\d[\s\d.,/:+\-%¥$()年月日时分秒Ee]*$/.test(text);

/** The edits of one sheet in its order, the last one of a cell. */
function orderedEdits(edits: readonly WorkbookEdit[]): SheetEdit[] {
  const byPlace = new Map<number, SheetEdit>();
  for (const { row, column, text } of edits) {
    const inside = row >= 0 && row < LIMITS.rows && column >= 0 && column < LIMITS.columns;
    if (!inside || !Number.isInteger(row) || !Number.isInteger(column)) {
      throw new UnreadableFile('not-patchable', { reason: 'cell reference' });
    }
    byPlace.set(row * LIMITS.columns + column, { row, column, text });
  }
  return [...byPlace].sort(([a], [b]) => a - b).map(([, edit]) => edit);
}

/** The parts of a workbook as they are being changed. */
class Changes {
  readonly parts = new Map<ZipEntry, Uint8Array | null>();

  constructor(private readonly file: Package) {}

  text(path: string, limit: number = LIMITS.smallPartBytes): string {
    const text = this.file.text(path, limit);
    if (text === undefined) throw new UnreadableFile('damaged', { part: path });
    return text;
  }

  set(path: string, text: string): void {
    this.put(path, utf8Part(text));
  }

  put(path: string, content: Uint8Array | null): void {
    const entry = this.file.entry(path);
    if (entry !== undefined) this.parts.set(entry, content);
  }

  /** Takes the elements of a part out that `unwanted` says. */
  removeElements(path: string, unwanted: (tag: Tag) => boolean): void {
    const xml = this.text(path);
    const splices = new Splices(xml);
    let from: number | undefined;
    scanXml(
      xml,
      {
        open(tag, start) {
          if (from === undefined && unwanted(tag)) from = start;
        },
        close(_, __, end) {
          if (from !== undefined) splices.replace(from, end, '');
          from = undefined;
        },
      },
      this.file.budget,
    );
    this.set(path, splices.apply());
  }
}

/** Takes the calculation chain out of the package; Excel makes a new one where it needs one. */
function dropCalcChain(changes: Changes, parts: WorkbookParts, chain: string): void {
  changes.put(chain, null);
  changes.removeElements(
    relationshipsPath(parts.path),
    (tag) => tag.name === 'Relationship' && resolvePath(parts.path, tag.get('Target') ?? '') === chain,
  );
  changes.removeElements(
    '[Content_Types].xml',
    (tag) => tag.name === 'Override' && resolvePath('', tag.get('PartName') ?? '') === chain,
  );
}

function holdsFormula(file: Package, path: string): boolean {
  let found = false;
  file.scan(path, { open: (tag) => (found ||= tag.name === 'f') });
  return found;
}

function patch(bytes: Uint8Array, edits: readonly WorkbookEdit[]): Uint8Array {
  const file = new Package(bytes);
  file.refuseDocumentTypes();
  const parts = readWorkbookParts(file);
  const changes = new Changes(file);
  const formats =
    parts.styles === undefined ? null : new CellFormats(changes.text(parts.styles), file.budget);
  const styleFor = (style: number, text: string): number =>
    formats !== null && needsTextFormat(text) && !formats.isText(style)
      ? formats.twin(style, FORMAT.text)
      : style;
  const gone = new Map<string, ReadonlySet<string>>();
  const patchedPaths = new Set<string>();
  let hasFormulas = false;
  for (const name of new Set(edits.map(({ sheet }) => sheet))) {
    const [part, another] = parts.sheets.filter((sheet) => sheet.name === name);
    // Excel has no two of one name; nobody could tell which is meant.
    if (another !== undefined) throw new UnreadableFile('damaged', { reason: 'sheet names' });
    if (part === undefined) throw new UnreadableFile('no-worksheet', { sheet: name });
    const xml = changes.text(part.path, LIMITS.patchedPartBytes);
    const ordered = orderedEdits(edits.filter(({ sheet }) => sheet === name));
    const patched = patchSheet(name, xml, ordered, styleFor, file.budget);
    changes.set(part.path, patched.xml);
    patchedPaths.add(part.path);
    hasFormulas ||= patched.hasFormulas;
    if (patched.gone.size > 0) gone.set(part.sheetId, patched.gone);
  }
  const styled = formats?.apply() ?? null;
  if (styled !== null && parts.styles !== undefined) changes.set(parts.styles, styled);
  if (gone.size > 0 && parts.calcChain !== undefined) {
    const chain = patchCalcChain(changes.text(parts.calcChain), gone, file.budget);
    if (chain === null) dropCalcChain(changes, parts, parts.calcChain);
    else changes.set(parts.calcChain, chain);
  }
  const others = parts.sheets.filter(({ path }) => !patchedPaths.has(path));
  if (hasFormulas || others.some(({ path }) => holdsFormula(file, path)))
    changes.set(parts.path, withFullCalculation(changes.text(parts.path), file.budget));
  return replaceParts(bytes, file.directory, changes.parts);
}

/**
 * Writes texts into cells of a user's own .xlsx, in place: of the worksheet's part only those cells change, the
 * style sheet gains text-format styles where digits need them, the calculation chain loses cells whose formula went,
 * and every other part is copied byte for byte. Where there are formulas, the workbook asks to be computed when it is opened,
 * and those of the sheet that were computed from a changed cell lose their result; others keep it until then.
 * No edit gives the same bytes.
 * @throws UnreadableFile `not-patchable` for .xls, or a cell of an array formula; `no-worksheet` for an unknown
 *   sheet; and whatever reading throws
 */
export function patchWorkbook(file: Uint8Array, edits: readonly WorkbookEdit[]): Uint8Array {
  try {
    // Node's Buffer is a Uint8Array whose slice() shares memory: a plain view of the same bytes copies.
    const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
    const kind = fileKind(bytes);
    if (kind !== 'zip')
      throw new UnreadableFile('not-patchable', { reason: kind === 'compound' ? 'xls' : kind });
    return edits.length === 0 ? bytes.slice() : patch(bytes, edits);
  } catch (error) {
    throw asUnreadable(error);
  }
}
