import type { ColumnKey } from '../application';
import type { Facts } from '../facts';
import type { Rulebook } from '../rulebook';
import type { Finding, Fix, MessageParams, RuleName, Severity } from '../finding';

/** Takes a finding. */
export type Report = (finding: Finding) => void;

/** One rule of design §6 that looks at a single row. */
export interface RowRule {
  readonly name: RuleName;
  /** The usual severity; a variant of the rule may have another. */
  readonly severity: Severity;
  check(rulebook: Rulebook, facts: Facts, report: Report): void;
}

/** A finding of a rule at its usual severity; `variant` picks another wording. */
export function found(
  rule: Pick<RowRule, 'name' | 'severity'>,
  column: ColumnKey,
  params: MessageParams,
  more: {
    readonly variant?: string;
    readonly severity?: Severity;
    readonly fix?: Fix | undefined;
    readonly clause?: string;
  } = {},
): Finding {
  const { variant, severity = rule.severity, fix, clause } = more;
  return {
    rule: rule.name,
    severity,
    column,
    message: variant === undefined ? rule.name : `${rule.name}/${variant}`,
    params,
    ...(clause === undefined ? {} : { clause }),
    ...(fix === undefined ? {} : { fix }),
  };
}

export const safeFix = (value: string): Fix => ({ value, safe: true });
export const suggestion = (value: string): Fix => ({ value, safe: false });
