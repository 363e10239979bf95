import { CERTIFICATE_PAIRS, type NumberColumn } from './application';
import type { Facts } from './facts';
import { fold } from './fold';
import { PersonRows } from './person-rows';
import { comparablePhones } from './phone';
import {
  GroupIndex,
  KeyCounts,
  SharedValues,
  type GroupedRow,
  type GroupKeys,
  type Sharing,
} from './shared-values';

/** The keys of a row's groups. */
export const groupKeys = ({ identity, text }: Facts): GroupKeys => ({
  person: identity.person,
  phones: comparablePhones(text.phone),
  institution: fold(text.institution),
});

/** Words in place of a certificate's number, such as 同上 or 待补, are no number that two people could share. */
const HAS_DIGIT = /\d/;

/** What stands in place of a name that is written further up. */
const DITTO = /^(?:同上|同前|[^\p{L}\d]+)$/u;

/** See `Groups.watch`. */
export interface GroupWatch {
  alsoOccupation(key: string): void;
  touchChanged(touched: Set<number>): void;
}

/** The rows of a file by what they share. */
export class Groups {
  readonly #rows: ReadonlyMap<number, GroupedRow>;
  readonly #persons = new GroupIndex();
  /** What is known of persons that were asked for, until one of their rows changes. */
  readonly #personRows = new Map<string, PersonRows>();
  readonly #phones = new SharedValues();
  readonly #certificates: Readonly<Record<NumberColumn, SharedValues>> = {
    skillCertificateNo: new SharedValues(),
    titleCertificateNo: new SharedValues(),
    assessorCardNo: new SharedValues(),
  };
  readonly #institutions = new KeyCounts();
  /** How many rows have 同上 for an institution: it is no name, however many have it. */
  #dittos = 0;
  readonly #occupations = new KeyCounts();
  /** Null where no name is carried by the most rows; undefined where it has not been counted. */
  #majority: string | null | undefined;
  /** The first row of the majority, where it is known. */
  #majorityRow: GroupedRow | undefined;

  /** @param rows all rows, as the caller keeps them: what concerns whole sheets is looked for among them when it happens */
  constructor(rows: ReadonlyMap<number, GroupedRow>) {
    this.#rows = rows;
  }

  add(row: GroupedRow, touched?: Set<number>): void {
    this.#change('add', row);
    this.#touch(row, touched);
  }

  remove(row: GroupedRow, touched?: Set<number>): void {
    this.#touch(row, touched);
    this.#change('remove', row);
  }

  /** The rows of a row's person where there are several, itself among them; null where it is alone. */
  person = ({ keys }: GroupedRow): PersonRows | null =>
    this.#persons.isShared(keys.person) ? this.ofPerson(keys.person) : null;
  /** The rows of a person, known by the number; null where there are none. */
  ofPerson = (person: string): PersonRows | null => {
    let known = this.#personRows.get(person);
    if (known === undefined) {
      const rows = this.#persons.rows(person);
      if (rows.length === 0) return null;
      known = new PersonRows(rows);
      this.#personRows.set(person, known);
    }
    return known;
  };
  phone = (phone: string, row: GroupedRow): Sharing => this.#phones.sharing(phone, row);
  certificate = (column: NumberColumn, number: string, row: GroupedRow): Sharing =>
    this.#certificates[column].sharing(number, row);

  /** How many rows apply for the same as this one. */
  applications = (row: GroupedRow): number => this.#occupations.of(row.facts.subject.key);

  /** The institution that more rows name than any other; null where there is none such. */
  get majorityInstitution(): string | null {
    if (this.#majority === undefined) {
      let most = 0;
      this.#majority = null;
      for (const [name, size] of this.#institutions.entries) {
        if (size < most) continue;
        this.#majority = size > most ? name : null;
        most = size;
      }
    }
    return this.#majority;
  }

  /** Its name as the first of its rows writes it, whatever has been edited since; '' where no row carries another. */
  get majorityName(): string {
    const key = this.majorityInstitution;
    if (key === null || (this.#institutions.count < 2 && this.#dittos === 0)) return '';
    if (this.#majorityRow?.keys.institution !== key) this.#majorityRow = this.#firstOf(key);
    return this.#majorityRow?.facts.text.institution ?? '';
  }

  /**
   * Watches what a change of one row can change for rows that share nothing with it but an institution's majority or a
   * crowded occupation. `touchChanged` adds those rows; it costs nothing where neither tips over.
   */
  watch(crowd: number, occupation: string | undefined): GroupWatch {
    const [majority, majorityName] = [this.majorityInstitution, this.majorityName];
    const crowded = new Map<string, boolean>();
    const isCrowded = (key: string): boolean => this.#occupations.of(key) > crowd;
    const alsoOccupation = (key: string): void => void crowded.set(key, crowded.get(key) ?? isCrowded(key));
    if (occupation !== undefined) alsoOccupation(occupation);
    const touchChanged = (touched: Set<number>): void => {
      for (const [key, was] of crowded)
        if (was !== isCrowded(key)) this.#touchThose(touched, ({ facts }) => facts.subject.key === key);
      const now = this.majorityInstitution;
      if (now === majority && this.majorityName === majorityName) return;
      // The others are told its name.
      this.#touchThose(
        touched,
        ({ keys }) => keys.institution !== '' && (keys.institution !== majority || keys.institution !== now),
      );
    };
    return { alsoOccupation, touchChanged };
  }

  #change(how: 'add' | 'remove', row: GroupedRow): void {
    const { institution } = row.keys;
    const occupation = row.facts.subject.key;
    if (this.#personRows.size > 0) this.#personRows.delete(row.keys.person);
    this.#eachOwn(row, (values, value) => {
      values[how](value, row);
    });
    if (DITTO.test(institution)) this.#dittos += how === 'add' ? 1 : -1;
    else if (institution !== '') this.#institutions[how](institution);
    if (occupation !== '') this.#occupations[how](occupation);
    this.#majority = undefined;
    const first = this.#majorityRow;
    if (first?.keys.institution === institution && row.row <= first.row) this.#majorityRow = undefined;
  }

  #firstOf(institution: string): GroupedRow | undefined {
    let first: GroupedRow | undefined;
    for (const row of this.#rows.values())
      if (row.keys.institution === institution && row.row < (first?.row ?? Infinity)) first = row;
    return first;
  }

  /** Only what concerns whole sheets looks at every row: a majority that tips over, an occupation that is crowded now. */
  #touchThose(touched: Set<number>, concerns: (row: GroupedRow) => boolean): void {
    for (const row of this.#rows.values()) if (concerns(row)) touched.add(row.row);
  }

  /** The rows that share a person, phone or certificate with a row. */
  #touch(row: GroupedRow, touched: Set<number> | undefined): void {
    if (touched === undefined) return;
    this.#eachOwn(row, (values, value) => {
      values.touch(value, touched);
    });
  }

  /** Everything of a row that should be its person's alone, with who else has it. */
  #eachOwn(
    { keys, facts }: GroupedRow,
    visit: (values: GroupIndex | SharedValues, value: string) => void,
  ): void {
    if (keys.person !== '') visit(this.#persons, keys.person);
    for (const phone of keys.phones) visit(this.#phones, phone);
    for (const [, column] of CERTIFICATE_PAIRS)
      for (const { comparable } of facts.numbers[column])
        if (comparable !== null && HAS_DIGIT.test(comparable)) visit(this.#certificates[column], comparable);
  }
}
