import classes from './classes.json';
import former from './former.json';
import occupations from './occupations.json';
import workTypes from './work-types.json';

/** One of the 1,676 occupations: code, name, marks (S digital, L green), edition where it is newer than 2022. */
export type OccupationRow = readonly [code: string, name: string, marks?: string, edition?: string];

/** What an occupation was called or numbered before. A draft code stood only in the public draft of the book. */
export interface FormerRow {
  readonly code: string;
  readonly formerNames?: readonly string[];
  readonly formerCodes?: readonly string[];
  readonly draftCodes?: readonly string[];
}

/**
 * An occupation as it is stored in its minor class: its name, or name, marks and edition. They are numbered from 1; a number
 * is that of the next one, where it is another. All codes written out are 3 KB more to download.
 */
type StoredOccupation = string | number | readonly [name: string, marks: string, edition?: string];

function rowsOf(minorClass: string, stored: readonly StoredOccupation[]): readonly OccupationRow[] {
  const rows: OccupationRow[] = [];
  let next = 1;
  for (const each of stored) {
    if (typeof each === 'number') {
      next = each;
      continue;
    }
    const [name, ...marks] = typeof each === 'string' ? ([each] as const) : each;
    rows.push([`${minorClass}-${String(next++).padStart(2, '0')}`, name, ...marks]);
  }
  return rows;
}

export const occupationRows: readonly OccupationRow[] = Object.entries(
  occupations as unknown as Readonly<Record<string, readonly StoredOccupation[]>>,
).flatMap(([minorClass, stored]) => rowsOf(minorClass, stored));
export const formerRows: readonly FormerRow[] = former;
/** Work types and names in use: name, current code, where it comes from. */
export const workTypeRows = workTypes as unknown as readonly (readonly [
  name: string,
  code: string,
  source: string,
])[];

/** A class's GBM number is its code without dashes, filled up with zeros to five digits. */
type ClassRow = readonly [code: string, name: string];
export const minorClasses = classes.minors as unknown as readonly ClassRow[];
