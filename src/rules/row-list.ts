const ROWS_NAMED = 5;

/** As many as a list needs to know that there are more than it names. */
export const ENOUGH_ROWS = ROWS_NAMED + 1;

/** Row numbers for a message: the first few. */
export const rowList = (rows: readonly number[]): string =>
  [...rows]
    .sort((a, b) => a - b)
    .slice(0, ROWS_NAMED)
    .join('、') + (rows.length > ROWS_NAMED ? '…' : '');
