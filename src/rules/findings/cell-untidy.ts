import type { ColumnKey } from '../application';
import { found, safeFix, type RowRule } from './row-rule';

/** Space, width and invisible characters that a comparison by machine trips over (书写规范). */
export const cellUntidy: RowRule = {
  name: 'cell.untidy',
  severity: 'warning',
  check(_, facts, report) {
    for (const key of facts.untidy) {
      const tidied = facts.text[key];
      const variant = variantOf(key, facts.application[key]?.text ?? '', tidied);
      report(
        found(
          cellUntidy,
          key,
          { tidied },
          { fix: safeFix(tidied), ...(variant === null ? {} : { variant }) },
        ),
      );
    }
  },
};

/** What alone is untidy, where that is neither space, width nor an invisible character. */
function variantOf(key: ColumnKey, text: string, tidied: string): string | null {
  if (text.startsWith("'")) return 'apostrophe';
  if (key !== 'idNumber') return null;
  if (text.toUpperCase() === tidied) return 'lower-case';
  return /[×✕╳]$/.test(text) && text.slice(0, -1) === tidied.slice(0, -1) ? 'times' : null;
}
