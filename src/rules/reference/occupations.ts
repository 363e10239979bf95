import classes from './classes.json';
import former from './former.json';
import occupations from './occupations.json';
import workTypes from './work-types.json';

/** One of the 1,676 occupations, as stored: code, name, marks (S digital, L green), edition where it is newer than 2022. */
export type OccupationRow = readonly [code: string, name: string, marks?: string, edition?: string];

/** What an occupation was called or numbered before. A draft code stood only in the public draft of the book. */
export interface FormerRow {
  readonly code: string;
  readonly formerNames?: readonly string[];
  readonly formerCodes?: readonly string[];
  readonly draftCodes?: readonly string[];
}

export const occupationRows = occupations as unknown as readonly OccupationRow[];
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
