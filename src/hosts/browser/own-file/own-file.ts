import { EMPTY_CELL, type Cell } from '../../../rules/cell';
import { toA1 } from '../../../sheet/a1';
import type { Grid, GridRange } from '../../../sheet/grid';
import { patchWorkbook, readWorkbook, UnreadableFile, type Workbook, type WorkbookEdit } from '../../file';
import { Package } from '../../file/package';
import { readWorkbookParts } from '../../file/workbook-parts';
import { TEXT_FORMAT } from '../../number-format';
import { readDefinedNames } from '../bridge/defined-names';
import { separate } from '../bridge/separate-merges';
import { gridFormula } from '../cell-data';
import { fileFormula, type FileNames } from './file-formula';
import { withTypedCells, type TypedCell } from './typed-cells';

/** The user's own file with what was edited. */
export interface OwnFile {
  readonly bytes: Uint8Array;
  /** The cells whose formula a file cannot have, with their sheet: these hold what it comes to. */
  readonly results: readonly string[];
  /** The sheets that have another name in the grid by now, as the file still calls them. */
  readonly renamed: readonly string[];
}

/**
 * Why there is no such file.
 *
 * - `no-file`: the work was begun here.
 * - `values-alone`: of an .xls only the values were read.
 * - `restructured`: rows, columns or sheets have come or gone, so that cells are no longer where the file has them.
 * - `merged`: cells were merged or parted; `params.cell` is the first of them.
 * - `array-formula`: a cell of several with one formula was edited; `params.cell` is that cell.
 * - `not-patchable`: the file is written in a way that cannot be changed in place; `params.reason` says which.
 * - `unreadable`: anything else about the file; `code` is the message of `UnreadableFile`.
 * - `failed`: anything else; `detail` is the program's own word for it.
 */
export type OwnFileFailure =
  | { readonly problem: 'no-file' | 'values-alone' | 'restructured' }
  | {
      readonly problem: 'merged' | 'array-formula' | 'not-patchable';
      readonly params: UnreadableFile['params'];
    }
  | { readonly problem: 'unreadable'; readonly code: string; readonly params: UnreadableFile['params'] }
  | { readonly problem: 'failed'; readonly detail: string };

export type OwnFileOutcome =
  { readonly ok: true; readonly value: OwnFile } | ({ readonly ok: false } & OwnFileFailure);

/** A worksheet of the grid as it is now. */
export interface SheetNow {
  readonly grid: Grid;
  /** A cell's number format. */
  readonly pattern: (row: number, column: number) => string | undefined;
}

interface Edit {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
  readonly pattern: string | undefined;
}

/** What stands in a cell until it gets its number or formula: a text that looks like neither. */
const PLACE = '…';

/** Whether a cell no longer reads as its file has it. A formula that is still the same is the file's to compute. */
function isEdited(was: Cell, is: Cell, names: FileNames): boolean {
  if (was.formula !== undefined && was.formula !== '')
    return is.formula === undefined || !isSame(was.formula, is.formula, names);
  if (is.formula !== undefined || is.text !== was.text) return true;
  // The grid cannot tell the text of an error value from the value.
  return is.kind !== was.kind && !(was.kind === 'text' && is.kind === 'error');
}

/** A formula also stays the same where the grid names a sheet otherwise by now, and the file does not. */
function isSame(was: string, is: string, names: FileNames): boolean {
  const [before, now] = [was, is].map((formula) => gridFormula(formula));
  if (before === now) return true;
  const renamed = fileFormula(is, names);
  return renamed !== null && gridFormula(renamed) === before;
}

function editsOf({ sheets }: Workbook, now: readonly SheetNow[], names: FileNames): readonly Edit[] {
  const edits: Edit[] = [];
  sheets.forEach(({ name, rows: before }, index) => {
    const sheet = now[index];
    if (sheet === undefined) return;
    const after = sheet.grid.rows;
    for (let row = 0; row < Math.max(before.length, after.length); row++) {
      const width = Math.max(before[row]?.length ?? 0, after[row]?.length ?? 0);
      for (let column = 0; column < width; column++) {
        const [was, is] = [before[row]?.[column] ?? EMPTY_CELL, after[row]?.[column] ?? EMPTY_CELL];
        if (isEdited(was, is, names))
          edits.push({ sheet: name, row, column, cell: is, pattern: sheet.pattern(row, column) });
      }
    }
  });
  return edits;
}

/** A cell that begins a merged area in the grid alone, or in the file alone, with its sheet; null where all are the same. */
function mergedOtherwise({ sheets }: Workbook, now: readonly SheetNow[]): string | null {
  for (const [index, { name, merges }] of sheets.entries()) {
    const sheet = now[index];
    if (sheet === undefined) continue;
    const [before, after] = [areasOf(separate(merges)), areasOf(sheet.grid.merges)];
    for (const [area, { top, left }] of [...before, ...after])
      if (!before.has(area) || !after.has(area)) return `${name}!${toA1(top, left)}`;
  }
  return null;
}

/** Merged areas by their places. One of a single cell merges nothing. */
const areasOf = (merges: readonly GridRange[]): ReadonlyMap<string, GridRange> =>
  new Map(
    merges
      .filter(({ top, left, bottom, right }) => top < bottom || left < right)
      .map((merge) => [`${toA1(merge.top, merge.left)}:${toA1(merge.bottom, merge.right)}`, merge]),
  );

const isPlain = ({ kind, formula }: Cell): boolean =>
  formula === undefined && (kind === 'text' || kind === 'empty');

const withoutFormula = ({ kind, text, number }: Cell): Cell =>
  number === undefined ? { kind, text } : { kind, text, number };

/** The names in the file, of which the grid may call sheets otherwise. */
function namesOf(file: Uint8Array, { sheets }: Workbook, now: readonly SheetNow[]): FileNames {
  const called = new Map(sheets.map(({ name }, index) => [now[index]?.grid.name ?? name, name]));
  const opened = new Package(file);
  const defined = Object.values(readDefinedNames(opened, readWorkbookParts(opened)));
  const known = new Set(defined.map(({ name }) => name.toUpperCase()));
  return { sheet: (name) => called.get(name), isDefined: (name) => known.has(name.toUpperCase()) };
}

const renamedIn = ({ sheets }: Workbook, now: readonly SheetNow[]): readonly string[] =>
  sheets.map(({ name }) => name).filter((name, index) => (now[index]?.grid.name ?? name) !== name);

/** Writes edits into the file: texts as they are, and in a second pass over these cells what is no text. */
function patched(file: Uint8Array, edits: readonly Edit[], names: FileNames): Omit<OwnFile, 'renamed'> {
  const texts: WorkbookEdit[] = [];
  const typed: TypedCell[] = [];
  const results: string[] = [];
  for (const { sheet, row, column, cell, pattern } of edits) {
    const formula = cell.formula === undefined ? undefined : fileFormula(cell.formula, names);
    if (formula === null) results.push(`${sheet}!${toA1(row, column)}`);
    const kept: Cell = typeof formula === 'string' ? { ...cell, formula } : withoutFormula(cell);
    const plain = isPlain(kept);
    texts.push({ sheet, row, column, text: plain ? kept.text : PLACE });
    if (!plain) typed.push({ sheet, row, column, cell: kept, asText: pattern === TEXT_FORMAT });
  }
  return { bytes: withTypedCells(patchWorkbook(file, texts), typed), results };
}

function failure({ problem, params, message }: UnreadableFile): OwnFileOutcome {
  if (problem !== 'not-patchable') return { ok: false, problem: 'unreadable', code: message, params };
  const { reason } = params;
  if (reason === 'xls') return { ok: false, problem: 'values-alone' };
  return { ok: false, problem: reason === 'array formula' ? 'array-formula' : 'not-patchable', params };
}

/**
 * The user's own file with what was edited, everything else byte for byte.
 *
 * @param now its worksheets as they are now, in the order of the file
 */
export async function patchedFile(file: Uint8Array, now: readonly SheetNow[]): Promise<OwnFileOutcome> {
  try {
    const workbook = await readWorkbook(file);
    // Of an .xls there are values alone.
    if (workbook.format === 'xls') return { ok: false, problem: 'values-alone' };
    const cell = mergedOtherwise(workbook, now);
    if (cell !== null) return { ok: false, problem: 'merged', params: { cell } };
    const names = namesOf(file, workbook, now);
    const written = patched(file, editsOf(workbook, now, names), names);
    return { ok: true, value: { ...written, renamed: renamedIn(workbook, now) } };
  } catch (error) {
    if (error instanceof UnreadableFile) return failure(error);
    return { ok: false, problem: 'failed', detail: error instanceof Error ? error.message : String(error) };
  }
}
