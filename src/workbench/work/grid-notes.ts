import type { BrowserHostOptions, RowVerdict } from '../../hosts/browser';
import { CODE_COLUMNS } from '../../rules/application';
import { findingText, messageText, reasonText, type Locale } from '../../rules/messages/message';
import type { RowReport } from '../../sheet/check-sheet';
import type { SheetId } from '../../hosts/host';
import type { FollowedSheet } from '../../taskpane/session/state';

/** What the grid asks for while it draws, while the pointer rests, and while somebody types or pastes. */
export type GridNotes = Required<
  Pick<BrowserHostOptions, 'messageAt' | 'columnNameAt' | 'isCodeAt' | 'footRowOf' | 'verdictAt'>
>;

/**
 * What there is to say beside and over the cells.
 *
 * @param followed the sheet as it is judged now; undefined for one that is not
 * @param locale the language of this moment
 */
export function gridNotes(
  followed: (sheet: SheetId) => FollowedSheet | undefined,
  locale: () => Locale,
): GridNotes {
  return {
    messageAt(sheet, row, column) {
      const findings = followed(sheet)?.live.findingsAt(row, column) ?? [];
      const texts = findings.map((finding) => findingText(locale(), finding));
      return texts.length === 0 ? null : texts.join('\n');
    },
    columnNameAt(sheet, column) {
      for (const [key, place] of followed(sheet)?.live.reading.columns ?? [])
        if (place === column) return messageText(locale(), `pane.column.${key}`);
      return null;
    },
    isCodeAt(sheet, row, column) {
      const { columns, headerRow } = followed(sheet)?.live.reading ?? { columns: [], headerRow: null };
      if (headerRow === null || row < headerRow) return false;
      return [...columns].some(([key, place]) => place === column && CODE_COLUMNS.has(key));
    },
    footRowOf(sheet) {
      const endRow = followed(sheet)?.live.reading.endRow ?? null;
      return endRow === null ? null : endRow - 1;
    },
    verdictAt(sheet, row) {
      const report = followed(sheet)?.live.row(row + 1);
      return report === undefined ? null : rowVerdict(report, locale());
    },
  };
}

/** The verdict of a person as it stands beside the row, and why. */
function rowVerdict({ verdict: { truth, conditions } }: RowReport, locale: Locale): RowVerdict {
  return {
    truth,
    text: messageText(locale, `verdict.${truth}`),
    // Why is worded only for the row that is looked at.
    get detail() {
      const deciding = conditions.filter((condition) => condition.truth === truth);
      return deciding.map((condition) => `${condition.clause} ${reasonText(locale, condition)}`).join('\n');
    },
  };
}
