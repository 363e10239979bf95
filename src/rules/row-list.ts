const ROWS_NAMED = 5;

/** As many as a list needs to know that there are more than it names. */
export const ENOUGH_ROWS = ROWS_NAMED + 1;

/** Row numbers for a message: the first few. */
export function rowList(rows: readonly number[]): readonly (number | string)[] {
  const named = [...rows].sort((a, b) => a - b).slice(0, ROWS_NAMED);
  return named.map((row, i) => (i === ROWS_NAMED - 1 && rows.length > ROWS_NAMED ? `${String(row)}…` : row));
}
