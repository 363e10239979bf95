import type { GridRange } from '../../sheet/grid';

/**
 * The merged areas that these are parts of, each once. Merged areas share no cell, so that of two with the same left column
 * that share a row both are parts of one. A sheet may have thousands of them.
 *
 * @param parts as bands of whole rows give them, which overlap by a row
 */
export function joinedAreas(parts: readonly GridRange[]): readonly GridRange[] {
  const areas: GridRange[] = [];
  /** By left column, where the lowest area is so far. */
  const lowest = new Map<number, number>();
  for (const part of [...parts].sort((a, b) => a.top - b.top)) {
    const at = lowest.get(part.left) ?? -1;
    const above = areas[at];
    if (above === undefined || above.bottom < part.top) lowest.set(part.left, areas.push(part) - 1);
    else areas[at] = { ...above, bottom: Math.max(above.bottom, part.bottom) };
  }
  return areas;
}
