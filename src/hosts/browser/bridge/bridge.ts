import type { IResources, IWorkbookData } from '@univerjs/core';
import type { Cell } from '../../../rules/cell';
import type { Grid } from '../../../sheet/grid';
import { fileKind } from '../../file/file-kind';
import { Budget } from '../../file/limits';
import { Package } from '../../file/package';
import { readSheet } from '../../file/read-sheet';
import { readNumberStyles, readSharedStrings } from '../../file/read-strings';
import { readWorkbook } from '../../file/read-workbook';
import { UnreadableFile, asUnreadable } from '../../file/unreadable-file';
import { readRelationships, readWorkbookParts } from '../../file/workbook-parts';
import { DAY_FORMAT, hasZerosBefore, TEXT_FORMAT } from '../../number-format';
import { YES } from '../grid-enums';
import { readCellStyles } from './cell-styles';
import { readDefinedNames } from './defined-names';
import { KeptThings, type KeptInFile } from './kept-in-file';
import { Palette, readTheme } from './palette';
import { SheetLook } from './sheet-look';
import { sheetIdOf, workbookData } from './workbook-data';
import { worksheetData } from './worksheet-data';

/** A workbook as the grid takes it. */
export interface Bridged {
  readonly snapshot: IWorkbookData;
  /** What the file holds and the grid does not show. */
  readonly keptInFile: readonly KeptInFile[];
}

function readStyled(bytes: Uint8Array): Bridged {
  const file = new Package(bytes);
  file.refuseDocumentTypes();
  const parts = readWorkbookParts(file);
  const relationships = readRelationships(file, parts.path);
  const palette = new Palette(readTheme(file, relationships.find(({ type }) => type === 'theme')?.path));
  const { styles, plain } = readCellStyles(file, parts.styles, palette);
  const context = {
    strings: readSharedStrings(file, parts.sharedStrings),
    numberStyles: readNumberStyles(file, parts.styles),
    date1904: parts.date1904,
  };
  const kept = new KeptThings();
  if (relationships.some(({ type }) => type === 'vbaProject')) kept.add('macros');
  const rules: Record<string, unknown> = {};
  const sheets = parts.sheets.map((part, index) => {
    const look = new SheetLook(palette, kept, file.budget);
    const grid = readSheet(file, part, context, look);
    kept.readParts(file, part.path);
    if (look.validations.others) kept.add('validations');
    if (look.validations.rules.length > 0) rules[sheetIdOf(index)] = look.validations.rules;
    return worksheetData(sheetIdOf(index), grid, look);
  });
  const names = readDefinedNames(file, parts);
  const resources: IResources = [
    { name: 'SHEET_DATA_VALIDATION_PLUGIN', data: JSON.stringify(rules) },
    { name: 'SHEET_DEFINED_NAME_PLUGIN', data: JSON.stringify(names) },
  ];
  return { snapshot: workbookData(sheets, styles, plain, resources), keptInFile: kept.list };
}

/** The number format that a cell of values alone needs to read as it does; none for most. */
function neededFormat(cell: Cell): string | undefined {
  if (cell.kind === 'date') return DAY_FORMAT;
  if (cell.kind === 'text') return TEXT_FORMAT;
  return hasZerosBefore(cell) ? '0'.repeat(cell.text.length) : undefined;
}

/**
 * What an .xls formula says is not read, and the grid calculates one anew that came to nothing: it is given the nothing to
 * calculate, as what is not known would be #NAME?.
 */
const calculable = (cell: Cell): Cell =>
  cell.formula !== undefined && cell.kind === 'empty' ? { ...cell, formula: '""' } : cell;

/**
 * A workbook of values alone, as an .xls gives them: days look like days, numbers keep the zeros before them, and text keeps
 * its digits when edited.
 */
function ofGrids(grids: readonly Grid[]): Bridged {
  /** Each look by its number format, and its number; the first one is that of a cell without any. */
  const looks = new Map<string | undefined, number>([[undefined, 0]]);
  const sheets = grids.map((grid, index) => {
    const look = new SheetLook(new Palette([]), new KeptThings(), new Budget());
    grid.rows.forEach((row, at) => {
      row?.forEach((cell, column) => {
        const pattern = cell === undefined ? undefined : neededFormat(cell);
        if (pattern === undefined) return;
        const known = looks.get(pattern) ?? looks.size;
        looks.set(pattern, known);
        look.format(at, column, known);
      });
    });
    for (const row of grid.hiddenRows) look.rows[row] = { hd: YES };
    const rows = grid.rows.map((row) => row?.map((cell) => cell && calculable(cell)));
    return worksheetData(sheetIdOf(index), { ...grid, rows }, look);
  });
  const styles = [...looks.keys()].map((pattern) => (pattern === undefined ? {} : { n: { pattern } }));
  return { snapshot: workbookData(sheets, styles, {}, []), keptInFile: ['formats'] };
}

/**
 * A file's bytes as the grid takes them, with the look of an .xlsx: values (text stays text), formulas with their
 * cached results, fonts, fills, borders, alignment, upright text, number formats, merges, widths, heights, hidden rows
 * and columns, frozen panes, list validations, names. Of an .xls the values. Nothing is loaded of the grid itself, so
 * that a file can be looked at before that is.
 *
 * @throws UnreadableFile and nothing else, for any bytes whatever
 */
export async function bridge(bytes: Uint8Array): Promise<Bridged> {
  try {
    if (fileKind(bytes) === 'zip') return readStyled(bytes);
  } catch (error) {
    throw asUnreadable(error);
  }
  const { format, sheets } = await readWorkbook(bytes);
  if (format !== 'xls') throw new UnreadableFile('damaged');
  return ofGrids(sheets);
}
