import { fold } from './fold';
import type { GroupedRow } from './shared-values';

/**
 * What the several rows of one person come to together. Counted once and asked by each of them: a number that was filled
 * down makes one person of a whole sheet.
 */
export class PersonRows {
  /** In the order of the sheet. */
  readonly rows: readonly GroupedRow[];
  /** Whether a row names several occupations, so that nobody can count them. */
  readonly uncounted: boolean;
  /** Whether they carry more than one name. */
  readonly differInName: boolean;
  readonly #byOccupation = new Map<string, GroupedRow[]>();

  constructor(rows: readonly GroupedRow[]) {
    this.rows = [...rows].sort((a, b) => a.row - b.row);
    this.uncounted = rows.some(({ facts }) => facts.subject.agreement.kind === 'several');
    this.differInName = new Set(rows.map(({ facts }) => fold(facts.text.name)).filter(Boolean)).size > 1;
    for (const row of this.rows) {
      const { key } = row.facts.subject;
      if (key === '') continue;
      const known = this.#byOccupation.get(key);
      if (known === undefined) this.#byOccupation.set(key, [row]);
      else known.push(row);
    }
  }

  /** Distinct occupations; special rows count by ability. */
  get occupations(): number {
    return this.#byOccupation.size;
  }

  /** The rows that apply for the same as a row, itself among them; none where it names nothing. */
  ofSameOccupation({ facts }: GroupedRow): readonly GroupedRow[] {
    return this.#byOccupation.get(facts.subject.key) ?? [];
  }
}
