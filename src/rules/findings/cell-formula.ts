import { isError } from '../cell';
import { found, suggestion, type RowRule } from './row-rule';

/** A formula or an error value where a plain value belongs: it breaks in another file. Export writes values (三-电子表). */
export const cellFormula: RowRule = {
  name: 'cell.formula',
  severity: 'error',
  check(_, facts, report) {
    for (const key of facts.computed) {
      const cell = facts.application[key];
      if (cell === undefined) continue;
      if (isError(cell)) report(found(cellFormula, key, { value: cell.text }, { variant: 'error-value' }));
      else
        report(
          found(
            cellFormula,
            key,
            { value: cell.text },
            cell.text === '' ? { variant: 'no-result' } : { fix: suggestion(cell.text) },
          ),
        );
    }
  },
};
