import type { RowVerdict } from '../../hosts/browser';
import { messageText, reasonText, type Locale } from '../../rules/messages/message';
import type { RowReport } from '../../sheet/check-sheet';

/** The verdict of a person as it stands beside the row, and why. */
export function rowVerdict({ verdict: { truth, conditions } }: RowReport, locale: Locale): RowVerdict {
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
