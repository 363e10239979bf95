import type { Condition } from '../condition';
import { isReportedOfPerson } from '../eligibility/per-person';
import type { Report } from './row-rule';

/**
 * The row's verdict as findings: one for each unmet or unknown clause, on the cell of the deciding fact. What person.*
 * reports of 六（二）2 is not repeated.
 */
export function eligibilityFindings(conditions: readonly Condition[], report: Report): void {
  for (const condition of conditions) {
    if (condition.truth === 'met' || isReportedOfPerson(condition)) continue;
    const [rule, severity] =
      condition.truth === 'unmet'
        ? (['eligibility.unmet', 'error'] as const)
        : (['eligibility.unknown', 'warning'] as const);
    const { clause } = condition;
    const column = condition.facts[0] ?? 'level';
    report({ rule, severity, column, message: rule, params: { clause }, clause, because: condition });
  }
}
