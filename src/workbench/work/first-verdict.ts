import { readWorkbook } from '../../hosts/file';
import type { IsoDate } from '../../rules/calendar-date';
import type { Rulebook } from '../../rules/facts';
import { checkReading } from '../../sheet/check-sheet';
import { readSheets } from '../../sheet/read-sheet';

/** What a file comes to, over all its sheets with the official header. */
export interface FirstVerdict {
  readonly people: number;
  readonly errors: number;
  readonly warnings: number;
}

/**
 * What is wrong with a file, before a grid shows it: reading the values and judging them takes a fraction of the time.
 *
 * @returns null where no sheet has the official header
 * @throws UnreadableFile for bytes that are no workbook
 */
export async function firstVerdict(
  bytes: Uint8Array,
  rulebook: Rulebook,
  today: IsoDate,
): Promise<FirstVerdict | null> {
  const { sheets } = await readWorkbook(bytes);
  const forms = readSheets(sheets).filter(({ headerRow }) => headerRow !== null);
  if (forms.length === 0) return null;
  const summaries = forms.map((reading) => checkReading(rulebook, reading, today).summary);
  const total = (count: (summary: (typeof summaries)[number]) => number): number =>
    summaries.reduce((sum, summary) => sum + count(summary), 0);
  return {
    people: forms.reduce((sum, { rows }) => sum + rows.length, 0),
    errors: total(({ errors }) => errors),
    warnings: total(({ warnings }) => warnings),
  };
}
