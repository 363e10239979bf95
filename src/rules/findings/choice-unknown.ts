import { EXAMPLES } from '../choices';
import { found, type RowRule } from './row-rule';

/**
 * A value that is not in its column's list; where it is a known other wording, the list's own is offered (附件2；GB/T
 * 3304、GB/T 4762、GB/T 4658).
 */
export const choiceUnknown: RowRule = {
  name: 'choice.unknown',
  severity: 'error',
  check({ choices }, facts, report) {
    for (const key of facts.unlisted) {
      const value = facts.text[key];
      const { fix } = facts.choice[key];
      const count = choices.values(key).length;
      if (fix === undefined)
        report(
          found(
            choiceUnknown,
            key,
            { value, some: choices.examples(key), count },
            count > EXAMPLES ? { variant: 'long' } : {},
          ),
        );
      else
        report(
          found(
            choiceUnknown,
            key,
            { value, fix: fix.value },
            { variant: 'alias', severity: 'warning', fix },
          ),
        );
    }
  },
};
