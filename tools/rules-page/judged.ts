import { Checker } from '../../src/rules/checker';
import type { Finding, Fix, Severity } from '../../src/rules/finding';
import { findingText, messageText } from '../../src/rules/messages/message';
import { CURRENT_NOTICE } from '../../src/rules/current-notice';
import { rulebookOf } from '../../src/rules/rulebook';
import { applicant, type Given } from '../../tests/support/applicant';
import { day } from '../../tests/support/rulebook';

/** The page is of the notice in force. */
export const RULEBOOK = rulebookOf(CURRENT_NOTICE);

/** The day in place of today, in every example. */
export const TODAY = day('2025-03-26');

/** The rows of a file, judged by the product's own checker. */
export function judged(rows: readonly Given[]): Checker {
  const checker = new Checker(RULEBOOK, TODAY);
  checker.load(rows.map((given, i) => ({ row: i + 1, cells: applicant(given) })));
  return checker;
}

export const severityWord = (severity: Severity): string => messageText('zh-CN', `severity.${severity}`);

const fixText = (fix: Fix | null | undefined): string => {
  if (fix === undefined || fix === null) return '';
  return `。可改为 \`${fix.value}\`（${fix.safe ? '可自动修正' : '须由人确认'}）`;
};

/** What the checker says of a cell: severity, wording, fix. */
export const saidOf = (
  finding: Pick<Finding, 'severity' | 'message' | 'params' | 'because'> & { readonly fix?: Fix | null },
): string => `${severityWord(finding.severity)}：${findingText('zh-CN', finding)}${fixText(finding.fix)}`;
