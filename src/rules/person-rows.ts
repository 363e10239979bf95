import { fold } from './fold';
import { ENOUGH_ROWS } from './row-list';
import type { GroupedRow } from './shared-values';

/**
 * What the rows of one person come to together. Counted once and asked by each of them: a number that was filled
 * down makes one person of a whole sheet.
 */
export class PersonRows {
  /** In the order of the sheet. */
  readonly rows: readonly GroupedRow[];
  /** The first rows that name several occupations each, so that nobody can count them. */
  readonly several: readonly number[];
  /** The occupations for certain, and all that there may be; special rows count by ability. */
  readonly certain: ReadonlySet<string>;
  readonly possible: ReadonlySet<string>;
  /**
   * The first rows that carry a name, no more of one name than a list tells: the half of them at least has another name
   * than any row.
   */
  readonly #named: readonly NamedRow[];
  readonly #byOccupation = new Map<string, GroupedRow[]>();

  constructor(rows: readonly GroupedRow[]) {
    this.rows = [...rows].sort((a, b) => a.row - b.row);
    this.several = this.rows
      .filter(({ facts }) => facts.subject.agreement.kind === 'several')
      .slice(0, ENOUGH_ROWS)
      .map(({ row }) => row);
    this.#named = firstNamed(this.rows);
    for (const row of this.rows) {
      const { key } = row.facts.subject;
      if (key === '') continue;
      const known = this.#byOccupation.get(key);
      if (known === undefined) this.#byOccupation.set(key, [row]);
      else known.push(row);
    }
    ({ certain: this.certain, possible: this.possible } = occupationsOf(this.#byOccupation));
  }

  /** The first rows that carry another name than a row, which may be of the same sheet or another. */
  namedOtherwise({ facts }: GroupedRow): readonly GroupedRow[] {
    const mine = fold(facts.text.name);
    if (mine === '') return [];
    const others: GroupedRow[] = [];
    for (const { name, row } of this.#named) {
      if (name !== mine) others.push(row);
      if (others.length === ENOUGH_ROWS) break;
    }
    return others;
  }

  /** The rows that apply for the same as a row, itself among them where it is one; none where it names nothing. */
  ofSameOccupation({ facts }: GroupedRow): readonly GroupedRow[] {
    return this.#byOccupation.get(facts.subject.key) ?? [];
  }
}

interface NamedRow {
  readonly name: string;
  readonly row: GroupedRow;
}

function firstNamed(rows: readonly GroupedRow[]): readonly NamedRow[] {
  const named: NamedRow[] = [];
  const counts = new Map<string, number>();
  for (const row of rows) {
    const name = fold(row.facts.text.name);
    const count = counts.get(name) ?? 0;
    if (name === '' || count === ENOUGH_ROWS) continue;
    counts.set(name, count + 1);
    named.push({ name, row });
    if (named.length === 2 * ENOUGH_ROWS) break;
  }
  return named;
}

/**
 * What rows of one occupation each come to. A name that only an unverified entry knows may be that occupation, or one of its
 * own, or another one of the same person's.
 */
function occupationsOf(byOccupation: ReadonlyMap<string, readonly GroupedRow[]>): {
  readonly certain: ReadonlySet<string>;
  readonly possible: ReadonlySet<string>;
} {
  const certain = new Set<string>();
  const possible = new Set<string>();
  for (const [key, rows] of byOccupation) {
    const sure = rows.filter(({ facts }) => facts.subject.verified);
    const names = new Set(sure.map(({ facts }) => facts.subject.name));
    if (sure.length > 0) {
      certain.add(key);
      possible.add(key);
    }
    for (const { facts } of rows) if (!names.has(facts.subject.name)) possible.add(facts.subject.name);
  }
  // Whatever they are, they are one at least.
  return { certain: certain.size > 0 ? certain : new Set([...possible].slice(0, 1)), possible };
}
