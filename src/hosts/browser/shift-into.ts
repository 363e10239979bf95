/** Less than this, in pixels, is no difference. */
const NEARLY = 0.5;

/**
 * How far a view is to be moved along the rows or the columns of a sheet so that some of them are in sight; 0 where they
 * are, or where there are none (the last before the first). It ends where a row or column begins, and shows the first where
 * there is no room for all.
 *
 * @param ends where each row or column of the sheet ends, in pixels
 * @param view what is in sight, in pixels
 * @param toStart whether the first is to begin the view, in sight or not
 */
export function shiftInto(
  ends: readonly number[],
  { first, last }: { readonly first: number; readonly last: number },
  { from, to }: { readonly from: number; readonly to: number },
  toStart = false,
): number {
  if (last < first) return 0;
  const start = ends[first - 1] ?? 0;
  const end = ends[last] ?? ends.at(-1) ?? 0;
  if (!toStart && start >= from - NEARLY && end <= to + NEARLY) return 0;
  const room = to - from;
  if (toStart || start < from || end - start > room) return start - from;
  const edge = ends.find((place) => place >= end - room) ?? start;
  return Math.min(edge, start) - from;
}
