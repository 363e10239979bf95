import { found, safeFix, type RowRule } from './row-rule';

/** Space, width and invisible characters that a comparison by machine trips over (书写规范). */
export const cellUntidy: RowRule = {
  name: 'cell.untidy',
  severity: 'warning',
  check(_, facts, report) {
    for (const key of facts.untidy) {
      const tidied = facts.text[key];
      const quoted = facts.application[key]?.text.startsWith("'") === true;
      report(
        found(
          cellUntidy,
          key,
          { tidied },
          { fix: safeFix(tidied), ...(quoted ? { variant: 'apostrophe' } : {}) },
        ),
      );
    }
  },
};
