import type { CellWrite } from '../../hosts/host';
import type { Cell } from '../../rules/cell';
import type { ColumnKey } from '../../rules/application';
import { officialValue } from '../../sheet/official-rows';
import { writeOf, type Session } from '../session/session';
import type { SkippedRow } from '../../sheet/read-sheet';
import type { FollowedSheet } from '../session/state';

/** The name under which the workbook keeps the institution that was filled in last. */
const INSTITUTION_KEY = 'kpy.institution';

export const keepInstitution = (session: Session, name: string): Promise<boolean> =>
  session.remember(INSTITUTION_KEY, name);

/** The institution of the next person: the one that was filled in last here, else that of the last person who has one. */
export async function nextInstitution(session: Session, { live }: FollowedSheet): Promise<string | null> {
  const kept = await session.recall(INSTITUTION_KEY);
  const written = live.reading.rows.map(({ cells }) => cells.institution?.text.trim() ?? '');
  return kept ?? written.filter((name) => name !== '').at(-1) ?? null;
}

/** Values for the columns of one row. */
export type RowValues = ReadonlyMap<ColumnKey, string>;

/**
 * The cell of a column in a workbook row: in a merged area the one that holds the value, also where the area has been made
 * for people still to come. Null where the sheet lacks the column.
 *
 * @param row counts from 1
 * @returns row and column from 0
 */
export function placeOf(
  { live: { reading, grid } }: FollowedSheet,
  row: number,
  key: ColumnKey,
): { readonly row: number; readonly column: number } | null {
  const column = reading.columns.get(key);
  if (column === undefined) return null;
  const own = { row: row - 1, column };
  // What is filled is covered by no area, which spares most cells the search.
  if (grid.rows[own.row]?.[column]?.text) return own;
  const area = grid.merges.find(
    ({ top, left, bottom }) =>
      left === column && top >= (reading.headerRow ?? 0) && top < row && row <= bottom + 1,
  );
  return area === undefined ? own : { row: area.top, column };
}

function cellOf(sheet: FollowedSheet, row: number, key: ColumnKey): Cell | undefined {
  const place = placeOf(sheet, row, key);
  return place === null ? undefined : sheet.live.grid.rows[place.row]?.[place.column];
}

/** What stands in a column of a workbook row, counted from 1. */
export const textOf = (sheet: FollowedSheet, row: number, key: ColumnKey): string =>
  cellOf(sheet, row, key)?.text ?? '';

/** Whether nothing stands in a column of a workbook row: a formula that comes to nothing yet is something. */
export const isFree = (sheet: FollowedSheet, row: number, key: ColumnKey): boolean => {
  const cell = cellOf(sheet, row, key);
  return cell === undefined || (cell.text.trim() === '' && cell.formula === undefined);
};

/**
 * The writes that give a row these values; a column that the sheet lacks, or that holds the value already, has none.
 *
 * @param expected what cells are to hold until then, where it is not what the session knows of them
 */
export function writesFor(
  sheet: FollowedSheet,
  row: number,
  values: RowValues,
  expected: RowValues = new Map(),
): readonly CellWrite[] {
  return [...values].flatMap(([key, text]) => {
    const place = placeOf(sheet, row, key);
    if (place === null) return [];
    const write = writeOf(sheet, place.row, place.column, officialValue(key, text));
    const held = expected.get(key) ?? write.expected;
    return held === text ? [] : [{ ...write, expected: held }];
  });
}

/** Why a row is skipped that is filled, but with no person. */
const NOBODY: ReadonlySet<SkippedRow['reason']> = new Set(['subtotal', 'repeated-header', 'example', 'hint']);

/**
 * Whether a workbook row, counted from 1, may hold a person: below the header, above the foot, or one after it, and none that is
 * known to be nobody's.
 */
export function isBodyRow({ live: { reading } }: FollowedSheet, row: number): boolean {
  const { headerRow, endRow, rows, skipped } = reading;
  if (headerRow === null || row <= headerRow) return false;
  if (skipped.some((each) => each.row === row && NOBODY.has(each.reason))) return false;
  return endRow === null || row < endRow || rows.some((each) => each.row === row);
}
