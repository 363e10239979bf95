import type { Condition } from '../condition';
import type { Finding } from '../finding';

/**
 * The row's verdict as findings: one for each unmet or unknown clause, on the cell of the deciding fact. What person.*
 * reports of 六（二）2 is not repeated.
 */
export function eligibilityFindings(conditions: readonly Condition[]): readonly Finding[] {
  return conditions
    .filter((condition) => condition.truth !== 'met' && !condition.message.startsWith('per-person/reported'))
    .map((condition) => {
      const unmet = condition.truth === 'unmet';
      return {
        rule: unmet ? 'eligibility.unmet' : 'eligibility.unknown',
        severity: unmet ? 'error' : 'warning',
        column: condition.facts[0] ?? 'level',
        message: unmet ? 'eligibility.unmet' : 'eligibility.unknown',
        params: { clause: condition.clause },
        clause: condition.clause,
        because: condition,
      };
    });
}
