import { isError } from '../cell';
import { found, safeFix, type RowRule } from './row-rule';

/**
 * A formula or an error value where a plain value belongs: it breaks in another file. Export writes values (三-电子表), with
 * nothing untidy in them.
 */
export const cellFormula: RowRule = {
  name: 'cell.formula',
  severity: 'error',
  check(_, facts, report) {
    for (const key of facts.computed) {
      const cell = facts.application[key];
      if (cell === undefined) continue;
      const tidied = facts.text[key];
      if (isError(cell)) report(found(cellFormula, key, { value: cell.text }, { variant: 'error-value' }));
      else
        report(
          found(
            cellFormula,
            key,
            { value: cell.text },
            tidied === '' ? { variant: 'no-result' } : { fix: safeFix(tidied) },
          ),
        );
    }
  },
};
