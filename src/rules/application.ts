import type { Cell } from './cell';

/** The 27 columns of annex 2 in the printed order. */
export const COLUMN_KEYS = [
  'submittedOn',
  'institution',
  'institutionTier',
  'idType',
  'idNumber',
  'sex',
  'name',
  'ethnicity',
  'education',
  'politicalStatus',
  'position',
  'title',
  'employer',
  'workYears',
  'phone',
  'occupationYears',
  'skillCertificate',
  'skillCertificateNo',
  'titleCertificate',
  'titleCertificateNo',
  'assessorCard',
  'assessorCardNo',
  'trained',
  'level',
  'occupationName',
  'occupationCode',
  'category',
] as const;

export type ColumnKey = (typeof COLUMN_KEYS)[number];

/** The three certificate columns with the number column that follows each: 17–18, 19–20, 21–22. */
export const CERTIFICATE_PAIRS = [
  ['skillCertificate', 'skillCertificateNo'],
  ['titleCertificate', 'titleCertificateNo'],
  ['assessorCard', 'assessorCardNo'],
] as const satisfies readonly (readonly [ColumnKey, ColumnKey])[];

/** All six of them: the columns that may hold several certificates, cards or numbers. */
export const CERTIFICATE_COLUMNS: ReadonlySet<ColumnKey> = new Set(CERTIFICATE_PAIRS.flat());

/** The columns of certificate numbers: 18, 20 and 22. */
export type NumberColumn = (typeof CERTIFICATE_PAIRS)[number][1];

/** The columns whose digits name something and are no amount: a zero in front of them counts, and no dash makes a day. */
export const CODE_COLUMNS: ReadonlySet<ColumnKey> = new Set([
  'idNumber',
  'phone',
  ...CERTIFICATE_PAIRS.map(([, number]) => number),
  'occupationCode',
]);

/** The columns of years: 14 and 16. */
export const YEAR_COLUMNS = ['workYears', 'occupationYears'] as const satisfies readonly ColumnKey[];

/** One row of the sheet: one person applying for one occupation. A column that the sheet lacks is undefined. */
export type Application = Readonly<Record<ColumnKey, Cell | undefined>>;

/**
 * A row of a sheet that has none of the columns. Rows begin as a copy of it, and so have one shape: an object that grows
 * key by key costs several times as much.
 */
export const NO_CELLS: Application = Object.fromEntries(
  COLUMN_KEYS.map((key) => [key, undefined] as const),
) as Record<ColumnKey, undefined>;
