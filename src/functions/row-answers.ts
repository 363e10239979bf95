import { COLUMN_KEYS, type Application } from '../rules/application';
import type { IsoDate } from '../rules/calendar-date';
import { rowConditions, verdictOf } from '../rules/eligibility/verdict';
import { readFacts } from '../rules/facts';
import type { Rulebook } from '../rules/rulebook';
import { SEVERITIES, type Finding } from '../rules/finding';
import { eligibilityFindings } from '../rules/findings/eligibility';
import { rowFindings } from '../rules/findings/index';
import { findingText, reasonText } from '../rules/messages/message';
import { headerOf } from '../sheet/columns';
import { applicationsOf } from './applications';
import { dateOrToday, type Result } from './arguments';
import { isFailure, say } from './failure';

/** One answer a row, '' for an empty row; one error where the range, the headers or the date cannot be used. */
export function perRow(
  values: unknown[][],
  headers: unknown[][] | null | undefined,
  date: unknown,
  answer: (application: Application, day: IsoDate) => string,
): Result[][] {
  const day = dateOrToday(date);
  if (isFailure(day)) return [[day]];
  const applications = applicationsOf(values, headers);
  if (isFailure(applications)) return [[applications]];
  return applications.map((application) => [application === null ? '' : answer(application, day)]);
}

/** 符合, or the verdict with the clauses that decide it. The row is judged alone, without 六（二）2. */
export function eligibilityText(rulebook: Rulebook, application: Application, day: IsoDate): string {
  const { truth, conditions } = verdictOf(rowConditions(rulebook, readFacts(rulebook, application, day)));
  const verdict = say(`verdict.${truth}`);
  if (truth === 'met') return verdict;
  const reasons = conditions
    .filter((condition) => condition.truth === truth)
    .map((condition) =>
      say('function.reason', { clause: condition.clause, reason: reasonText('zh-CN', condition) }),
    );
  return say('function.verdict', { verdict, reasons: reasons.join(say('function.and')) });
}

/** Everything to be said of the row alone, by column, the worst first within a cell. */
export function findingsText(rulebook: Rulebook, application: Application, day: IsoDate): string {
  const facts = readFacts(rulebook, application, day);
  const findings = [...rowFindings(rulebook, facts)];
  eligibilityFindings(rowConditions(rulebook, facts), (finding) => void findings.push(finding));
  findings.sort(
    (a, b) =>
      COLUMN_KEYS.indexOf(a.column) - COLUMN_KEYS.indexOf(b.column) ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
  return findings.length === 0
    ? say('function.no-findings')
    : findings.map(findingLine).join(say('function.and'));
}

const findingLine = (finding: Finding): string =>
  say('function.finding', {
    severity: say(`severity.${finding.severity}`),
    header: headerOf(finding.column),
    message: findingText('zh-CN', finding),
  });
