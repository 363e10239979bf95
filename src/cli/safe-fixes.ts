import type { IsoDate } from '../rules/calendar-date';
import { Checker } from '../rules/checker';
import type { Rulebook } from '../rules/rulebook';
import { reportOf, rowReport, type SheetReport } from '../sheet/check-sheet';
import { isMendedInCopy } from '../sheet/fixes';
import type { SheetReading } from '../sheet/read-sheet';

/**
 * What can be fixed safely in a sheet, as a report whose rows have those findings alone, and no reasons: all that is found
 * in a large sheet takes more memory than the sheet, and a command that makes a copy says only what is found in that.
 */
export function safeFixesOf(rulebook: Rulebook, reading: SheetReading, today: IsoDate): SheetReport {
  const checker = new Checker(rulebook, today);
  checker.load(reading.rows);
  return reportOf(
    reading,
    reading.rows.flatMap(({ row }) => {
      const report = rowReport(rulebook, reading, checker, row);
      if (report === undefined) return [];
      const findings = report.findings.filter(isMendedInCopy);
      return [{ ...report, findings, verdict: { ...report.verdict, conditions: [] } }];
    }),
  );
}
