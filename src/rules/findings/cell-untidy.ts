import { COLUMN_KEYS } from '../application';
import { found, safeFix, type RowRule } from './row-rule';

/** Space, width and invisible characters that a comparison by machine trips over. */
export const cellUntidy: RowRule = {
  name: 'cell.untidy',
  severity: 'warning',
  basis: '书写规范',
  check(_, facts, report) {
    for (const key of COLUMN_KEYS) {
      const cell = facts.application[key];
      if (cell?.kind !== 'text' || cell.formula !== undefined) continue;
      const tidied = facts.text[key];
      if (tidied !== cell.text && tidied !== '')
        report(found(cellUntidy, key, { tidied }, { fix: safeFix(tidied) }));
    }
  },
};
