import type { IsoDate } from '../../rules/calendar-date';
import type { Rulebook } from '../../rules/rulebook';
import { summariesOf } from '../../sheet/check-sheet';
import type { Grid } from '../../sheet/grid';
import { readSheets } from '../../sheet/read-sheet';

/** What a file comes to, over all its sheets with the official header; people are counted a row each. */
export interface FirstVerdict {
  /** The sheets with people, each an application of its own: who is on two of them counts twice. */
  readonly sheets: number;
  readonly people: number;
  readonly errors: number;
  readonly warnings: number;
}

/** What is wrong with a file's worksheets, before a grid shows them; null where none has the official header. */
export function firstVerdict(
  sheets: readonly Grid[],
  rulebook: Rulebook,
  today: IsoDate,
): FirstVerdict | null {
  const forms = readSheets(sheets).filter(({ headerRow }) => headerRow !== null);
  if (forms.length === 0) return null;
  const summaries = summariesOf(rulebook, forms, today).map(({ summary }) => summary);
  const total = (count: (summary: (typeof summaries)[number]) => number): number =>
    summaries.reduce((sum, summary) => sum + count(summary), 0);
  return {
    sheets: forms.filter(({ rows }) => rows.length > 0).length,
    people: forms.reduce((sum, { rows }) => sum + rows.length, 0),
    errors: total(({ errors }) => errors),
    warnings: total(({ warnings }) => warnings),
  };
}
