import type { IsoDate } from '../../rules/calendar-date';
import { sessionMonthsText } from '../../rules/messages/dates';
import type { Locale } from '../../rules/messages/message';
import type { Rulebook } from '../../rules/rulebook';
import { whyNoOccupation } from '../../rules/resolve-occupation';
import { nextSession, nextSessionMessage, schedule } from '../../rules/schedule';
import { wordsOf } from '../pane-context';

/**
 * When an occupation or ability is examined, in one sentence or two.
 *
 * @param on the day on which papers are handed in; null where none is left in the notice's year
 */
export function scheduleText(rulebook: Rulebook, text: string, on: IsoDate | null, locale: Locale): string {
  const words = wordsOf(locale);
  const { notice } = rulebook;
  const { annexes } = notice.parameters;
  const found = schedule(rulebook, text);
  if (found.kind === 'unknown') {
    const why = whyNoOccupation(rulebook, text);
    return why === null
      ? words('pane.unknown-occupation', { value: text, annex: annexes.abilities })
      : words(why.code, why.params);
  }
  if (found.kind === 'unverified')
    return words('catalogue.unverified', { value: text, name: found.name, code: found.code });
  const { name, codes: code } = found;
  if (found.kind === 'not-scheduled')
    return words('schedule.not-scheduled', { name, code, annex: annexes.sessions });
  const months = words('schedule.months', { name, code, months: sessionMonthsText(locale, found.session) });
  if (on === null) return words('schedule.and-next', { months, next: '' }).trim();
  const next = nextSessionMessage(locale, notice, nextSession(notice, found.session, on), on);
  return words('schedule.and-next', { months, next: words(next.code, next.params) });
}
