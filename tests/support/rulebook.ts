import { parseIsoDate, type IsoDate } from '../../src/rules/calendar-date';
import { notice2025_8 } from '../../src/rules/notice-2025-8';
import { rulebookOf } from '../../src/rules/rulebook';

/** The notice of 2025, ready to judge rows with. */
export const RULEBOOK = rulebookOf(notice2025_8);

/** A day written in a test. */
export function day(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === null) throw new Error(`${text} is no date`);
  return date;
}
