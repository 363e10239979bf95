import type { GridRange } from '../../sheet/grid';
import { LIMITS } from './limits';
import { referencesOf } from './shared-formula';

/** A formula and its cell. */
export interface PlacedFormula {
  readonly row: number;
  readonly column: number;
  /** Without `=`. */
  readonly formula: string;
}

/** Where a cell of a table looks that is named by its column: at its own row, or at the whole table. */
const OWN_ROW = /\[(?:[^\]]*@|[^\]]*#this row)/i;
const TABLE = /\[(?!\d+\])/;
/** What these look at is only known once they are computed. */
const ANYWHERE = /\b(?:indirect|offset)\(/i;
const EVERYTHING: GridRange = { top: 0, left: 0, bottom: LIMITS.rows - 1, right: LIMITS.columns - 1 };

/** Chains of formulas that lead upwards cost a round for each link; no roster has long ones. */
const MOST_ROUNDS = 16;

/**
 * The formulas of a sheet whose cached result may no longer hold once some of its cells have changed, directly or by way
 * of another formula. What a formula reads by a defined name or from another sheet is not followed.
 *
 * @param sheet the name of the sheet
 */
export function staleFormulas<Formula extends PlacedFormula>(
  formulas: readonly Formula[],
  edits: readonly { readonly row: number; readonly column: number }[],
  sheet: string,
): readonly Formula[] {
  const changed = new ChangedCells();
  for (const { row, column } of edits) changed.add(row, column);
  const stale: Formula[] = [];
  let left = formulas.map((each) => ({ each, looksAt: looksAt(each, sheet) }));
  for (let round = 0, before = -1; before !== stale.length && round < MOST_ROUNDS; round++) {
    before = stale.length;
    left = left.filter(({ each, looksAt }) => {
      if (!looksAt.some((range) => changed.meets(range))) return true;
      stale.push(each);
      changed.add(each.row, each.column);
      return false;
    });
  }
  return stale;
}

function looksAt({ row, formula }: PlacedFormula, sheet: string): readonly GridRange[] {
  const withoutTexts = formula.replace(/"(?:[^"]|"")*"/g, '');
  if (ANYWHERE.test(withoutTexts)) return [EVERYTHING];
  const written = referencesOf(formula, sheet);
  if (!TABLE.test(withoutTexts)) return written;
  return [...written, OWN_ROW.test(withoutTexts) ? { ...EVERYTHING, top: row, bottom: row } : EVERYTHING];
}

/** Cells by their column, the rows of each in their order. */
class ChangedCells {
  readonly #columns = new Map<number, number[]>();

  add(row: number, column: number): void {
    const rows = this.#columns.get(column);
    if (rows === undefined) this.#columns.set(column, [row]);
    else rows.splice(firstFrom(rows, row), 0, row);
  }

  meets({ top, left, bottom, right }: GridRange): boolean {
    if (left === right) return meetsRows(this.#columns.get(left) ?? [], top, bottom);
    return [...this.#columns].some(
      ([column, rows]) => column >= left && column <= right && meetsRows(rows, top, bottom),
    );
  }
}

const meetsRows = (rows: readonly number[], top: number, bottom: number): boolean =>
  (rows[firstFrom(rows, top)] ?? Infinity) <= bottom;

/** The place of the first row that is not above this one. */
function firstFrom(rows: readonly number[], row: number): number {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rows[middle] ?? 0) < row) from = middle + 1;
    else to = middle;
  }
  return from;
}
