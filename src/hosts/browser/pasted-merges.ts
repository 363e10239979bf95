import type { PastedCell } from './clipboard-text';

/** Cells of one column that are joined downwards: one institution may stand for all the people beside it. */
export interface DownMerge {
  readonly top: number;
  readonly bottom: number;
  /** What stands in them. */
  readonly text: string;
}

/** What is to be pasted, by rows that need not follow one another. */
export interface Paste {
  readonly rows: readonly number[];
  readonly left: number;
  readonly right: number;
  /** @param index that of the row among `rows` */
  readonly valueAt: (index: number, column: number) => PastedCell;
}

/**
 * Whether joined cells cannot show what is pasted into some of them: another value under them, or one for all of them that is
 * meant for a part.
 */
export function isHiddenByMerge(
  { rows, left, right, valueAt }: Paste,
  mergeAt: (row: number, column: number) => DownMerge | null,
): boolean {
  const isOneCell = rows.length === 1 && left === right;
  for (let column = left; column <= right; column++) {
    const pasted = new Map<number, { readonly merge: DownMerge; readonly texts: Map<number, string> }>();
    rows.forEach((row, index) => {
      const merge = mergeAt(row, column);
      if (merge === null) return;
      const { texts } = pasted.get(merge.top) ?? { texts: new Map<number, string>() };
      pasted.set(merge.top, { merge, texts: texts.set(row, String(valueAt(index, column))) });
    });
    for (const { merge, texts } of pasted.values()) {
      const shown = texts.get(merge.top) ?? merge.text;
      // One cell alone is pasted into as it is typed into: for all that are joined to it.
      const isWhole = isOneCell || texts.size === merge.bottom - merge.top + 1;
      if (shown !== merge.text && !isWhole) return true;
      if ([...texts.values()].some((text) => text !== '' && text !== shown)) return true;
    }
  }
  return false;
}
