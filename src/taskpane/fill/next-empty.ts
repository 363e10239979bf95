import { COLUMN_KEYS, type ColumnKey } from '../../rules/application';

/**
 * The column to fill after another: the next one in the printed order that is in the sheet and empty, round the end.
 * Null where none is left.
 */
export function nextEmpty(after: ColumnKey | null, isEmpty: (key: ColumnKey) => boolean): ColumnKey | null {
  const start = after === null ? 0 : COLUMN_KEYS.indexOf(after) + 1;
  const order = [...COLUMN_KEYS.slice(start), ...COLUMN_KEYS.slice(0, start)];
  return order.find((key) => key !== after && isEmpty(key)) ?? null;
}
