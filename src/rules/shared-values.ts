import type { Facts } from './facts';
import { fold } from './fold';

/** What a row shares with others of its file. */
export interface GroupKeys {
  /** The normalised ID number; '' where it is blank or damaged. */
  readonly person: string;
  readonly phones: readonly string[];
  readonly institution: string;
}

/** A row with its keys. */
export interface GroupedRow {
  readonly row: number;
  readonly facts: Facts;
  readonly keys: GroupKeys;
}

/** Who a row is about, for counting people: the ID number, or else the name. */
const personOf = (row: GroupedRow): string => row.keys.person || nameKey(row);

const nameKey = ({ facts }: GroupedRow): string => `name:${fold(facts.text.name)}`;

/** One name, and an ID number that one of the rows does not give: nobody is accused of sharing with himself. */
const mayBeOnePerson = (a: GroupedRow, b: GroupedRow): boolean =>
  (a.keys.person === '' || b.keys.person === '') && fold(a.facts.text.name) === fold(b.facts.text.name);

type Group = Map<number, GroupedRow>;

/** Groups of rows by a key of theirs. Most keys have one row, which is kept bare: a Map for each would cost more than the check. */
export class GroupIndex {
  readonly #groups = new Map<string, GroupedRow | Group>();

  get keys(): Iterable<string> {
    return this.#groups.keys();
  }

  /** The number of keys. */
  get count(): number {
    return this.#groups.size;
  }

  size(key: string): number {
    const there = this.#groups.get(key);
    return there === undefined ? 0 : there instanceof Map ? there.size : 1;
  }

  rows(key: string): readonly GroupedRow[] {
    const there = this.#groups.get(key);
    return there === undefined ? [] : there instanceof Map ? [...there.values()] : [there];
  }

  add(key: string, row: GroupedRow): void {
    const there = this.#groups.get(key);
    if (there === undefined || (!(there instanceof Map) && there.row === row.row)) this.#groups.set(key, row);
    else if (there instanceof Map) there.set(row.row, row);
    else
      this.#groups.set(
        key,
        new Map([
          [there.row, there],
          [row.row, row],
        ]),
      );
  }

  remove(key: string, row: GroupedRow): void {
    const there = this.#groups.get(key);
    if (there instanceof Map) there.delete(row.row);
    if (there instanceof Map ? there.size === 0 : there?.row === row.row) this.#groups.delete(key);
  }

  touch(key: string, touched: Set<number>): void {
    for (const { row } of this.rows(key)) touched.add(row);
  }
}

/** How many people share a value, and a row of one who is not the asking row's own person. */
export interface Sharing {
  readonly people: number;
  readonly other: GroupedRow | undefined;
}

const NOT_SHARED: Sharing = { people: 1, other: undefined };

/** The rows of one value by person. */
class People extends GroupIndex {
  #distinct: number | undefined;
  #inOrder: readonly GroupedRow[] | undefined;

  override add(person: string, row: GroupedRow): void {
    super.add(person, row);
    this.#forget();
  }

  override remove(person: string, row: GroupedRow): void {
    super.remove(person, row);
    this.#forget();
  }

  /** All rows, in the order of the sheet: whom a message names does not depend on what was edited. */
  get inOrder(): readonly GroupedRow[] {
    this.#inOrder ??= [...this.keys].flatMap((key) => this.rows(key)).sort((a, b) => a.row - b.row);
    return this.#inOrder;
  }

  /** How many there are for certain: who gives no ID number may be the one of the same name who does. */
  get distinct(): number {
    this.#distinct ??= this.#count();
    return this.#distinct;
  }

  #forget(): void {
    this.#distinct = undefined;
    this.#inOrder = undefined;
  }

  #count(): number {
    const known = new Set<string>();
    for (const key of this.keys)
      for (const row of this.rows(key)) if (row.keys.person !== '') known.add(nameKey(row));
    return [...this.keys].filter((key) => !known.has(key)).length;
  }
}

/** Rows by a value that should be one person's, such as a phone: each value knows its people, so that asking is cheap. */
export class SharedValues {
  readonly #values = new Map<string, GroupedRow | People>();

  add(value: string, row: GroupedRow): void {
    const there = this.#values.get(value);
    if (there === undefined) this.#values.set(value, row);
    else if (there instanceof People) there.add(personOf(row), row);
    else {
      const people = new People();
      for (const each of [there, row]) people.add(personOf(each), each);
      this.#values.set(value, people);
    }
  }

  remove(value: string, row: GroupedRow): void {
    const there = this.#values.get(value);
    if (there instanceof People) there.remove(personOf(row), row);
    if (there instanceof People ? there.count === 0 : there?.row === row.row) this.#values.delete(value);
  }

  touch(value: string, touched: Set<number>): void {
    const there = this.#values.get(value);
    if (there instanceof People) for (const person of there.keys) there.touch(person, touched);
    else if (there !== undefined) touched.add(there.row);
  }

  sharing(value: string, row: GroupedRow): Sharing {
    const people = this.#values.get(value);
    if (!(people instanceof People)) return NOT_SHARED;
    const own = personOf(row);
    const other = people.inOrder.find((each) => personOf(each) !== own && !mayBeOnePerson(row, each));
    // Two at least: these differ, even where a third row gives one number with both of their names.
    return other === undefined ? NOT_SHARED : { people: Math.max(2, people.distinct), other };
  }
}
