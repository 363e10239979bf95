import { CERTIFICATE_PAIRS, type NumberColumn } from './application';
import { isNone, type Facts, type Rulebook } from './facts';
import { fold } from './fold';
import { comparablePhone, splitPhones } from './phone';

/** What a row shares with others of its file. */
export interface GroupKeys {
  /** The normalised ID number; '' where it is blank or damaged. */
  readonly person: string;
  readonly phones: readonly string[];
  readonly institution: string;
}

export interface GroupedRow {
  readonly row: number;
  readonly facts: Facts;
  readonly keys: GroupKeys;
}

/** The keys of a row's groups. */
export function groupKeys(rulebook: Rulebook, facts: Facts): GroupKeys {
  const { text } = facts;
  return {
    // 无 in place of a number is nobody's number.
    person: isNone(rulebook, text.idNumber) ? '' : facts.identity.person,
    phones: isNone(rulebook, text.phone) ? NO_KEYS : splitPhones(text.phone).map(comparablePhone),
    institution: fold(text.institution),
  };
}

const NO_KEYS: readonly string[] = [];

/** Who a row is about, for counting people: the ID number, or else the name. */
const personOf = (row: GroupedRow): string => row.keys.person || nameKey(row);

const nameKey = ({ facts }: GroupedRow): string => `name:${fold(facts.text.name)}`;

/** One name, and an ID number that one of the rows does not give: nobody is accused of sharing with himself. */
const mayBeOnePerson = (a: GroupedRow, b: GroupedRow): boolean =>
  (a.keys.person === '' || b.keys.person === '') && fold(a.facts.text.name) === fold(b.facts.text.name);

type Group = Map<number, GroupedRow>;

/** Groups of rows by a key of theirs. Most keys have one row, which is kept bare: a Map for each would cost more than the check. */
class GroupIndex {
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

  override add(person: string, row: GroupedRow): void {
    super.add(person, row);
    this.#distinct = undefined;
  }

  override remove(person: string, row: GroupedRow): void {
    super.remove(person, row);
    this.#distinct = undefined;
  }

  /** How many there are for certain: who gives no ID number may be the one of the same name who does. */
  get distinct(): number {
    this.#distinct ??= this.#count();
    return this.#distinct;
  }

  #count(): number {
    const known = new Set<string>();
    for (const key of this.keys)
      for (const row of this.rows(key)) if (row.keys.person !== '') known.add(nameKey(row));
    return [...this.keys].filter((key) => !known.has(key)).length;
  }
}

/** Rows by a value that should be one person's, such as a phone: each value knows its people, so that asking is cheap. */
class SharedValues {
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
    for (const person of people.keys) {
      if (person === own) continue;
      const other = people.rows(person).find((each) => !mayBeOnePerson(row, each));
      // Two at least: these differ, even where a third row gives one number with both of their names.
      if (other !== undefined) return { people: Math.max(2, people.distinct), other };
    }
    return NOT_SHARED;
  }
}

/** See `Groups.watch`. */
export interface GroupWatch {
  alsoOccupation(key: string): void;
  touchChanged(touched: Set<number>): void;
}

/** The rows of a file by what they share. */
export class Groups {
  readonly #persons = new GroupIndex();
  readonly #phones = new SharedValues();
  readonly #certificates: Readonly<Record<NumberColumn, SharedValues>> = {
    skillCertificateNo: new SharedValues(),
    titleCertificateNo: new SharedValues(),
    assessorCardNo: new SharedValues(),
  };
  readonly #institutions = new GroupIndex();
  readonly #occupations = new GroupIndex();
  /** Null where no name is carried by the most rows; undefined where it has not been counted. */
  #majority: string | null | undefined;

  add(row: GroupedRow, touched?: Set<number>): void {
    this.#change('add', row);
    this.#touch(row, touched);
  }

  remove(row: GroupedRow, touched?: Set<number>): void {
    this.#touch(row, touched);
    this.#change('remove', row);
  }

  /** The rows of a row's person where there are several, itself among them. */
  person = (row: GroupedRow): readonly GroupedRow[] =>
    row.keys.person === '' || this.#persons.size(row.keys.person) < 2
      ? []
      : this.#persons.rows(row.keys.person);
  phone = (phone: string, row: GroupedRow): Sharing => this.#phones.sharing(phone, row);
  certificate = (column: NumberColumn, number: string, row: GroupedRow): Sharing =>
    this.#certificates[column].sharing(number, row);

  /** How many rows apply for the same as this one. */
  applications = (row: GroupedRow): number => this.#occupations.size(row.facts.subject.key);

  /** The institution that more rows name than any other; null where there is none such. */
  get majorityInstitution(): string | null {
    if (this.#majority === undefined) {
      let most = 0;
      this.#majority = null;
      for (const name of this.#institutions.keys) {
        const size = this.#institutions.size(name);
        if (size < most) continue;
        this.#majority = size > most ? name : null;
        most = size;
      }
    }
    return this.#majority;
  }

  institutionName(key: string): string {
    const [first] = this.#institutions.rows(key);
    return first?.facts.text.institution ?? '';
  }

  /**
   * Watches what a change of one row can change for rows that share nothing with it but an institution's majority or a
   * crowded occupation. `touchChanged` adds those rows; it costs nothing where neither tips over.
   */
  watch(crowd: number, occupation: string | undefined): GroupWatch {
    const majority = this.majorityInstitution;
    const crowded = new Map<string, boolean>();
    const isCrowded = (key: string): boolean => this.#occupations.size(key) > crowd;
    const alsoOccupation = (key: string): void => void crowded.set(key, crowded.get(key) ?? isCrowded(key));
    if (occupation !== undefined) alsoOccupation(occupation);
    const touchChanged = (touched: Set<number>): void => {
      for (const [key, was] of crowded) if (was !== isCrowded(key)) this.#occupations.touch(key, touched);
      const now = this.majorityInstitution;
      if (now === majority) return;
      const named = majority === null || now === null ? this.#institutions.keys : [majority, now];
      for (const name of named) this.#institutions.touch(name, touched);
    };
    return { alsoOccupation, touchChanged };
  }

  #change(how: 'add' | 'remove', row: GroupedRow): void {
    const { person, phones, institution } = row.keys;
    const occupation = row.facts.subject.key;
    if (person !== '') this.#persons[how](person, row);
    for (const phone of phones) this.#phones[how](phone, row);
    for (const [, column] of CERTIFICATE_PAIRS)
      for (const { comparable } of row.facts.numbers[column])
        if (comparable !== null) this.#certificates[column][how](comparable, row);
    if (institution !== '') this.#institutions[how](institution, row);
    if (occupation !== '') this.#occupations[how](occupation, row);
    this.#majority = undefined;
  }

  /** The rows that share a person, phone or certificate with a row. */
  #touch({ keys, facts }: GroupedRow, touched: Set<number> | undefined): void {
    if (touched === undefined) return;
    this.#persons.touch(keys.person, touched);
    for (const phone of keys.phones) this.#phones.touch(phone, touched);
    for (const [, column] of CERTIFICATE_PAIRS)
      for (const { comparable } of facts.numbers[column])
        if (comparable !== null) this.#certificates[column].touch(comparable, touched);
  }
}
