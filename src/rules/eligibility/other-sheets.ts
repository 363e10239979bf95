import type { Groups } from '../groups';
import type { PersonRows } from '../person-rows';
import type { GroupedRow } from '../shared-values';
import { sameOccupation } from './same-occupation';

/** Another sheet of the same file. */
export interface OtherSheet {
  readonly sheet: string;
  readonly groups: Groups;
}

/** What would break 六（二）2, or may, if the sheets of the file were handed in together. */
export type Elsewhere =
  /** Rows of another sheet: for the same, for another work type of it, perhaps for the same, or for nobody knows how many. */
  | {
      readonly kind: 'same' | 'work-types' | 'maybe-same' | 'uncounted';
      readonly sheet: string;
      readonly rows: readonly number[];
    }
  /** Too many occupations, for certain or perhaps, with those of other sheets. */
  | { readonly kind: 'limit' | 'maybe-limit'; readonly sheets: readonly string[] };

/**
 * Looks a row's person up in the other sheets of its file.
 *
 * @param groups those of the row's own sheet
 * @param limit as many occupations as one person may apply for
 * @returns what weighs most; null where nothing would change
 */
export function applicationsElsewhere(
  row: GroupedRow,
  groups: Groups,
  others: readonly OtherSheet[],
  limit: number,
): Elsewhere | null {
  const there = others.flatMap((other) => {
    const person = other.groups.ofPerson(row.keys.person);
    return person === null ? [] : [{ sheet: other.sheet, person, ...sameOccupation(row, person) }];
  });
  if (there.length === 0) return null;
  // Only now: to count everybody who stands on this sheet alone would cost as much as the rest of the check.
  const here = groups.ofPerson(row.keys.person);
  const everywhere = [...(here === null ? [] : [here]), ...there.map(({ person }) => person)];
  const first = (
    kind: 'same' | 'work-types' | 'maybe-same' | 'uncounted',
    rowsOf: (each: (typeof there)[number]) => readonly number[],
  ): Elsewhere | null => {
    const found = there.find((each) => rowsOf(each).length > 0);
    return found === undefined ? null : { kind, sheet: found.sheet, rows: rowsOf(found) };
  };
  const tooMany = (
    kind: 'limit' | 'maybe-limit',
    occupationsOf: (person: PersonRows) => Iterable<string>,
  ): Elsewhere | null => {
    const all = new Set<string>();
    const adds = (person: PersonRows): boolean => {
      const before = all.size;
      for (const each of occupationsOf(person)) if (all.size <= limit) all.add(each);
      return all.size > before;
    };
    if (here !== null) adds(here);
    const sheets = there.filter(({ person }) => adds(person)).map(({ sheet }) => sheet);
    return all.size > limit && sheets.length > 0 ? { kind, sheets } : null;
  };
  return (
    first('same', ({ duplicates }) => duplicates) ??
    tooMany('limit', (person) => person.certainBeside(everywhere)) ??
    first('work-types', ({ otherWorkTypes }) => otherWorkTypes) ??
    first('maybe-same', ({ possibleDuplicates }) => possibleDuplicates) ??
    first('uncounted', ({ person }) => person.several) ??
    tooMany('maybe-limit', ({ possible }) => possible)
  );
}
