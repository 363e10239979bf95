import { fold } from './fold';
import type { GroupedRow } from './shared-values';

/**
 * What the rows of one person come to together. Counted once and asked by each of them: a number that was filled
 * down makes one person of a whole sheet.
 */
export class PersonRows {
  /** In the order of the sheet. */
  readonly rows: readonly GroupedRow[];
  /** Whether a row names several occupations, so that nobody can count them. */
  readonly uncounted: boolean;
  /** Distinct occupations for certain, and as many as there may be; special rows count by ability. */
  readonly occupations: number;
  readonly possibleOccupations: number;
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
    [this.occupations, this.possibleOccupations] = countOccupations([...this.#byOccupation.values()]);
  }

  /** What they apply for: the keys of their subjects. */
  get subjects(): Iterable<string> {
    return this.#byOccupation.keys();
  }

  /** The rows that apply for the same as a row, itself among them where it is one; none where it names nothing. */
  ofSameOccupation({ facts }: GroupedRow): readonly GroupedRow[] {
    return this.#byOccupation.get(facts.subject.key) ?? [];
  }
}

/**
 * What rows of one occupation each come to. A name that only an unverified entry knows may be that occupation, or one of its
 * own, or another one of the same person's.
 *
 * @returns how many for certain, and how many at most
 */
function countOccupations(occupations: readonly (readonly GroupedRow[])[]): readonly [number, number] {
  let certain = 0;
  let most = 0;
  for (const rows of occupations) {
    const names = new Set(rows.filter(isUnverified).map(({ facts }) => facts.subject.name));
    const verified = rows.filter((row) => !isUnverified(row));
    for (const { facts } of verified) names.delete(facts.subject.name);
    if (verified.length > 0) certain++;
    most += names.size + (verified.length > 0 ? 1 : 0);
  }
  return [certain === 0 ? Math.min(most, 1) : certain, most];
}

const isUnverified = ({ facts }: GroupedRow): boolean => !facts.subject.verified;
