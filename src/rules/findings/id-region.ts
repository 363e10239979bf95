import { isIdNumber } from '../id-number';
import { regionExists } from '../reference/regions';
import { found, type RowRule } from './row-rule';

/** The first six digits were a region of GB/T 2260 at some time since 1981. */
export const idRegion: RowRule = {
  name: 'id.region',
  severity: 'warning',
  check(_, facts, report) {
    const value = facts.text.idNumber;
    if (
      facts.identity.kind !== 'resident' ||
      facts.identity.problems.includes('damaged') ||
      !isIdNumber(value)
    )
      return;
    const region = value.slice(0, 6);
    if (!regionExists(region)) report(found(idRegion, 'idNumber', { value, region }));
  },
};
