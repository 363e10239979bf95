import { foldName } from './name-dots';
import { ENOUGH_ROWS } from './row-list';
import type { GroupedRow } from './shared-values';
import { isOpen, mayMean } from './subject';

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
  /** Those that are certain each, not only one of them whatever it is. */
  readonly #known: ReadonlySet<string>;
  /** The first rows of each name, the names in the order of the sheet. */
  readonly #byName: ReadonlyMap<string, readonly GroupedRow[]>;
  readonly #byOccupation = new Map<string, GroupedRow[]>();
  /** The first row of each name or code that may mean one of several occupations. */
  readonly #open: readonly GroupedRow[];

  constructor(rows: readonly GroupedRow[]) {
    this.rows = [...rows].sort((a, b) => a.row - b.row);
    this.several = this.rows
      .filter(({ facts }) => facts.subject.agreement.kind === 'several')
      .slice(0, ENOUGH_ROWS)
      .map(({ row }) => row);
    this.#byName = rowsByName(this.rows);
    for (const row of this.rows) {
      const { key } = row.facts.subject;
      if (key === '') continue;
      const known = this.#byOccupation.get(key);
      if (known === undefined) this.#byOccupation.set(key, [row]);
      else known.push(row);
    }
    this.#open = [...this.#byOccupation.values()].flatMap(([first]) =>
      first !== undefined && isOpen(first.facts.subject) ? [first] : [],
    );
    ({ known: this.#known, possible: this.possible } = occupationsOf(this.#byOccupation));
    // Whatever they are, they are one at least.
    this.certain = this.#known.size > 0 ? this.#known : new Set([...this.possible].slice(0, 1));
  }

  /**
   * The occupations for certain where the person's rows of other sheets are counted with these: what stands for several, or
   * for none that is known, may be one of theirs.
   */
  certainBeside(others: readonly PersonRows[]): readonly string[] {
    const isTheirs = (row: GroupedRow): boolean =>
      others.some((each) => [...each.#byOccupation.keys()].some((key) => mayMean(row.facts.subject, key)));
    const open = new Set(this.#open.filter(isTheirs).map(({ facts }) => facts.subject.key));
    return [...this.#known].filter((key) => !open.has(key));
  }

  /** The first rows of the first other name than that of a row, which may be of the same sheet or another. */
  namedOtherwise({ facts }: GroupedRow): readonly GroupedRow[] {
    const mine = foldName(facts.text.name);
    if (mine === '') return [];
    for (const [name, rows] of this.#byName) if (name !== mine) return rows;
    return [];
  }

  /** The rows that apply for the same as a row, itself among them where it is one; none where it names nothing. */
  ofSameOccupation({ facts }: GroupedRow): readonly GroupedRow[] {
    return this.#byOccupation.get(facts.subject.key) ?? [];
  }

  /** Some rows that apply for another name of what may be the same: 钳工 for 机修钳工, and the other way round. */
  perhapsOfSameOccupation({ facts: { subject } }: GroupedRow): readonly GroupedRow[] {
    const keys = isOpen(subject)
      ? [...this.#byOccupation.keys()].filter((key) => mayMean(subject, key))
      : this.#open.flatMap(({ facts }) => (mayMean(facts.subject, subject.key) ? [facts.subject.key] : []));
    return keys.flatMap((key) => this.#byOccupation.get(key)?.slice(0, ENOUGH_ROWS) ?? []);
  }
}

function rowsByName(rows: readonly GroupedRow[]): ReadonlyMap<string, readonly GroupedRow[]> {
  const byName = new Map<string, GroupedRow[]>();
  for (const row of rows) {
    const name = foldName(row.facts.text.name);
    const known = byName.get(name);
    if (name === '') continue;
    if (known === undefined) byName.set(name, [row]);
    else if (known.length < ENOUGH_ROWS) known.push(row);
  }
  return byName;
}

/**
 * What rows of one occupation each come to. A name that only an unverified entry knows, that nothing knows or that stands for
 * several occupations may be that of another row, and may be one of its own; two work types may be one occupation or two.
 */
function occupationsOf(byOccupation: ReadonlyMap<string, readonly GroupedRow[]>): {
  readonly known: ReadonlySet<string>;
  readonly possible: ReadonlySet<string>;
} {
  const isCertain = ({ facts: { subject } }: GroupedRow): boolean =>
    subject.verified &&
    subject.codes.length > 0 &&
    !(isOpen(subject) && [...byOccupation.keys()].some((key) => mayMean(subject, key)));
  const known = new Set<string>();
  const possible = new Set<string>();
  for (const [key, rows] of byOccupation) {
    const sure = rows.filter(isCertain);
    const names = new Set(sure.map(({ facts }) => facts.subject.name));
    if (sure.length > 0) {
      known.add(key);
      possible.add(key);
    }
    for (const { facts } of rows) if (!names.has(facts.subject.name)) possible.add(facts.subject.name);
    const workTypes = new Set(rows.map(({ facts }) => facts.subject.workType));
    workTypes.delete(null);
    for (const workType of [...workTypes].slice(1)) possible.add(`${key} ${workType ?? ''}`);
  }
  return { known, possible };
}
