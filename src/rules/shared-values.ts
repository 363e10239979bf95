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

/** The first row of each of the first `most` keys. */
function firstOfEach(
  rows: readonly GroupedRow[],
  keyOf: (row: GroupedRow) => string,
  most: number,
): readonly GroupedRow[] {
  const first = new Map<string, GroupedRow>();
  for (const row of rows) {
    const key = keyOf(row);
    if (!first.has(key)) first.set(key, row);
    if (first.size === most) break;
  }
  return [...first.values()];
}

type Group = Map<number, GroupedRow>;

/**
 * Groups of rows by a key of theirs. Most keys of a person's have one row, which is kept bare and apart: a Map for each would
 * cost more than the check, and what is asked of every row, whether it shares its key, is asked of the few that are shared.
 */
export class GroupIndex {
  readonly #single = new Map<string, GroupedRow>();
  readonly #shared = new Map<string, Group>();

  get keys(): readonly string[] {
    return [...this.#single.keys(), ...this.#shared.keys()];
  }

  /** The number of keys. */
  get count(): number {
    return this.#single.size + this.#shared.size;
  }

  /** Whether several rows have a key. */
  isShared(key: string): boolean {
    return this.#shared.has(key);
  }

  rows(key: string): readonly GroupedRow[] {
    const single = this.#single.get(key);
    return single === undefined ? [...(this.#shared.get(key)?.values() ?? [])] : [single];
  }

  add(key: string, row: GroupedRow): void {
    const group = this.#shared.get(key);
    if (group !== undefined) {
      group.set(row.row, row);
      return;
    }
    const single = this.#single.get(key);
    if (single === undefined || single.row === row.row) {
      this.#single.set(key, row);
      return;
    }
    this.#single.delete(key);
    this.#shared.set(
      key,
      new Map([
        [single.row, single],
        [row.row, row],
      ]),
    );
  }

  remove(key: string, row: GroupedRow): void {
    const group = this.#shared.get(key);
    group?.delete(row.row);
    if (group?.size === 1) {
      for (const last of group.values()) this.#single.set(key, last);
      this.#shared.delete(key);
    } else if (this.#single.get(key)?.row === row.row) this.#single.delete(key);
  }

  touch(key: string, touched: Set<number>): void {
    for (const { row } of this.rows(key)) touched.add(row);
  }
}

/** How many rows have a key, where nobody asks which: a sheet has few institutions and occupations, and many rows of each. */
export class KeyCounts {
  readonly #counts = new Map<string, number>();

  get entries(): Iterable<readonly [string, number]> {
    return this.#counts;
  }

  /** The number of keys. */
  get count(): number {
    return this.#counts.size;
  }

  of(key: string): number {
    return this.#counts.get(key) ?? 0;
  }

  add(key: string): void {
    this.#counts.set(key, this.of(key) + 1);
  }

  remove(key: string): void {
    const left = this.of(key) - 1;
    if (left > 0) this.#counts.set(key, left);
    else this.#counts.delete(key);
  }
}

/** How many people share a value, and a row of one who is not the asking row's own person. */
export interface Sharing {
  readonly people: number;
  readonly other: GroupedRow | undefined;
}

const NOT_SHARED: Sharing = { people: 1, other: undefined };

/**
 * The first people of a value and its first names, a row of each, in the order of the sheet: whom a message names does not
 * depend on what was edited. Thousands of rows may ask for another, and each leaves out two people or one name at most.
 */
interface Firsts {
  readonly people: readonly GroupedRow[];
  readonly names: readonly GroupedRow[];
}

/** The rows of one value by person. */
class People extends GroupIndex {
  #distinct: number | undefined;
  #firsts: Firsts | undefined;

  override add(person: string, row: GroupedRow): void {
    super.add(person, row);
    this.#forget();
  }

  override remove(person: string, row: GroupedRow): void {
    super.remove(person, row);
    this.#forget();
  }

  get firsts(): Firsts {
    this.#firsts ??= this.#findFirsts();
    return this.#firsts;
  }

  /** How many there are for certain: who gives no ID number may be the one of the same name who does. */
  get distinct(): number {
    this.#distinct ??= this.#count();
    return this.#distinct;
  }

  #forget(): void {
    this.#distinct = undefined;
    this.#firsts = undefined;
  }

  #findFirsts(): Firsts {
    const rows = this.keys.flatMap((key) => this.rows(key)).sort((a, b) => a.row - b.row);
    return { people: firstOfEach(rows, personOf, 3), names: firstOfEach(rows, nameKey, 2) };
  }

  #count(): number {
    const known = new Set<string>();
    for (const key of this.keys)
      for (const row of this.rows(key)) if (row.keys.person !== '') known.add(nameKey(row));
    return this.keys.filter((key) => !known.has(key)).length;
  }
}

/** Rows by a value that should be one person's, such as a phone: each value knows its people, so that asking is cheap. */
export class SharedValues {
  readonly #single = new Map<string, GroupedRow>();
  readonly #shared = new Map<string, People>();

  add(value: string, row: GroupedRow): void {
    const people = this.#shared.get(value);
    if (people !== undefined) {
      people.add(personOf(row), row);
      return;
    }
    const single = this.#single.get(value);
    if (single === undefined) {
      this.#single.set(value, row);
      return;
    }
    const both = new People();
    for (const each of [single, row]) both.add(personOf(each), each);
    this.#single.delete(value);
    this.#shared.set(value, both);
  }

  remove(value: string, row: GroupedRow): void {
    const people = this.#shared.get(value);
    people?.remove(personOf(row), row);
    if (people?.count === 0) this.#shared.delete(value);
    if (this.#single.get(value)?.row === row.row) this.#single.delete(value);
  }

  touch(value: string, touched: Set<number>): void {
    const people = this.#shared.get(value);
    for (const person of people?.keys ?? []) people?.touch(person, touched);
    const single = this.#single.get(value);
    if (single !== undefined) touched.add(single.row);
  }

  sharing(value: string, row: GroupedRow): Sharing {
    const people = this.#shared.get(value);
    return people === undefined || people.count < 2 ? NOT_SHARED : sharingAmong(people, row);
  }
}

function sharingAmong(people: People, row: GroupedRow): Sharing {
  const [own, name] = [personOf(row), nameKey(row)];
  // One name, and an ID number that one of the rows does not give: nobody is accused of sharing with himself.
  const other =
    row.keys.person === ''
      ? people.firsts.names.find((each) => nameKey(each) !== name)
      : people.firsts.people.find((each) => ![own, name].includes(personOf(each)));
  // Two at least: these differ, even where a third row gives one number with both of their names.
  return other === undefined ? NOT_SHARED : { people: Math.max(2, people.distinct), other };
}
