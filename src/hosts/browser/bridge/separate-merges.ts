import type { GridRange } from '../../../sheet/grid';

const touch = (a: GridRange, b: GridRange): boolean =>
  a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;

/** Merges that lie over each other are a fault of the file, and no grid can show them: the first one counts. */
export function separate(merges: readonly GridRange[]): readonly GridRange[] {
  const sorted = [...merges].sort((a, b) => a.top - b.top);
  const kept: GridRange[] = [];
  let open: GridRange[] = [];
  for (const merge of sorted) {
    open = open.filter(({ bottom }) => bottom >= merge.top);
    if (open.some((other) => touch(merge, other))) continue;
    open.push(merge);
    kept.push(merge);
  }
  return kept;
}
