import { associated } from '../../src/functions/registry';
import { COLUMN_KEYS } from '../../src/rules/application';
import { toSerial, type IsoDate } from '../../src/rules/calendar-date';
import '../../src/functions/functions';
import { eligibility } from '../../src/index';
import { plainRows } from './rows';

/** 10,000 rows judged: as a loop over the pure function, and over the function that Excel calls. */
export function eligibleLoops(today: IsoDate): { readonly pure: () => void; readonly called: () => void } {
  const rows = plainRows(10_000);
  const ranges = rows.map((row) => [COLUMN_KEYS.map((key) => row[key])]);
  const eligible = associated.get('ELIGIBLE');
  if (eligible === undefined) throw new Error('ELIGIBLE is not associated');
  const serial = toSerial(today);
  return {
    pure: () => {
      for (const row of rows) eligibility(row, { date: today });
    },
    called: () => {
      for (const range of ranges) eligible(range, null, serial, {});
    },
  };
}
