import { COLUMN_KEYS, NO_CELLS, type Application, type ColumnKey } from '../rules/application';
import { remembered } from '../rules/remembered';
import { headerOf } from '../sheet/columns';
import { findHeader } from '../sheet/find-header';
import { plainGrid } from '../sheet/grid';
import { matchExactly } from '../sheet/header-text';
import { cellOf, isBlank } from './arguments';
import { isFailure, say, unusable, type Failure } from './failure';

/** Where each column of the sheet stands in a range; a column that the range lacks is not there. */
type Columns = ReadonlyMap<ColumnKey, number>;

/** A row with none of these is empty, as in the sheet (design §4). */
const PERSON_COLUMNS: readonly ColumnKey[] = ['name', 'idNumber', 'occupationName', 'occupationCode'];

/**
 * The rows of a range as applications, null for an empty row or the header. Without headers the columns are the 27 in the
 * printed order, and those that are not given are missing.
 */
export function applicationsOf(
  values: unknown[][],
  headers: unknown[][] | null | undefined,
): readonly (Application | null)[] | Failure {
  const width = values[0]?.length ?? 0;
  const given = headers ?? [];
  const columns = given.every((row) => row.every((value) => isBlank(cellOf(value))))
    ? inPrintedOrder(width)
    : byHeaders(given, width);
  return isFailure(columns) ? columns : values.map((row) => applicationOf(row, columns));
}

const PRINTED = COLUMN_KEYS.map((key, at) => [key, at] as const);

function inPrintedOrder(width: number): Columns | Failure {
  if (width > COLUMN_KEYS.length)
    return unusable(say('function.too-many-columns', { columns: width, most: COLUMN_KEYS.length }));
  return new Map(PRINTED.slice(0, width));
}

function byHeaders(headers: unknown[][], width: number): Columns | Failure {
  const headersWidth = headers[0]?.length ?? 0;
  if (headersWidth !== width)
    return unusable(say('function.headers-width', { headers: headersWidth, columns: width }));
  const reading = readTexts(JSON.stringify(headers.map((row) => row.map((value) => cellOf(value).text))));
  if (reading.ambiguous.length > 0)
    return unusable(say('function.headers-ambiguous', { headers: reading.ambiguous }));
  return reading.columns.size === 0 ? unusable(say('function.headers-unknown')) : reading.columns;
}

/** One formula a row means the same headers for every row: they are matched once. */
const readTexts = remembered((json): { readonly columns: Columns; readonly ambiguous: readonly string[] } => {
  const rows = (JSON.parse(json) as readonly (readonly string[])[]).map((row) => row.map(cellOf));
  const header = findHeader(plainGrid('', rows));
  const unclear = new Set(header?.ambiguous.flatMap(({ keys }) => keys));
  return { columns: header?.columns ?? new Map(), ambiguous: [...unclear].map(headerOf) };
});

function applicationOf(row: readonly unknown[], columns: Columns): Application | null {
  const cells = { ...NO_CELLS };
  for (const [key, at] of columns) cells[key] = cellOf(row[at]);
  const telling = PERSON_COLUMNS.filter((key) => columns.has(key));
  const empty = (telling.length === 0 ? COLUMN_KEYS : telling).every((key) => {
    const cell = cells[key];
    return cell === undefined || isBlank(cell);
  });
  return empty || isHeader(cells) ? null : cells;
}

/** The sheet's own header, in a range of whole columns: it heads the columns that tell whom a row is about. */
function isHeader(cells: Application): boolean {
  const heads = PERSON_COLUMNS.filter((key) => {
    const match = matchExactly(cells[key]?.text ?? '');
    return match.kind === 'column' && match.key === key;
  });
  return heads.length > 1;
}
