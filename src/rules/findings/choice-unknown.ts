import { EXAMPLES } from '../choices';
import { found, type RowRule } from './row-rule';

/**
 * A value that is not in its column's list; where it is a known other wording, or may be one, the list's own is offered
 * (附件2；GB/T 3304、GB/T 4762、GB/T 4658).
 */
export const choiceUnknown: RowRule = {
  name: 'choice.unknown',
  severity: 'error',
  check({ choices }, facts, report) {
    for (const { column, reading } of facts.unlisted) {
      const value = facts.text[column];
      const { fix } = reading;
      if (fix === undefined) {
        const count = choices.values(column).length;
        const params = { value, some: choices.examples(column), count };
        report(found(choiceUnknown, column, params, count > EXAMPLES ? { variant: 'long' } : {}));
      } else {
        const params = { value, fix: fix.value };
        const variant = reading.known ? 'alias' : 'doubtful';
        report(found(choiceUnknown, column, params, { variant, severity: 'warning', fix }));
      }
    }
  },
};
