import { parseIsoDate, type IsoDate } from '../../rules/calendar-date';

/** One export of a workbook's sheet, kept within the workbook. */
export interface ExportRecord {
  readonly date: IsoDate;
  readonly sheet: string;
  readonly rows: number;
  readonly errors: number;
  /** Why it was exported with errors left; '' where none was left. */
  readonly reason: string;
}

export const LEDGER_KEY = 'kpy.exports';
/** The oldest records give way: a workbook's settings are no archive. */
const MOST_RECORDS = 100;

/** Reads the ledger. What is no record of ours is left out. */
export function readLedger(text: string | null): readonly ExportRecord[] {
  if (text === null) return [];
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.flatMap((each) => recordOf(each) ?? []) : [];
  } catch {
    return [];
  }
}

export const writeLedger = (records: readonly ExportRecord[], added: ExportRecord): string =>
  JSON.stringify([...records, added].slice(-MOST_RECORDS));

function recordOf(value: unknown): ExportRecord | null {
  if (typeof value !== 'object' || value === null) return null;
  const { date, sheet, rows, errors, reason } = value as Readonly<Record<string, unknown>>;
  const day = typeof date === 'string' ? parseIsoDate(date) : null;
  return day !== null &&
    typeof sheet === 'string' &&
    typeof rows === 'number' &&
    typeof errors === 'number' &&
    typeof reason === 'string'
    ? { date: day, sheet, rows, errors, reason }
    : null;
}
