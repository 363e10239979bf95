import type { IsoDate } from '../../rules/calendar-date';
import type { Rulebook } from '../../rules/rulebook';
import { nextSession, nextSessionMessage, schedule } from '../../rules/schedule';
import type { Words } from '../pane-context';

/**
 * When an occupation or ability is examined, in one sentence.
 *
 * @param on the day on which papers are handed in; null where none is left in the notice's year
 */
export function scheduleText(rulebook: Rulebook, text: string, on: IsoDate | null, words: Words): string {
  const { notice } = rulebook;
  const { annexes } = notice.parameters;
  const found = schedule(rulebook, text);
  if (found.kind === 'unknown')
    return words('pane.unknown-occupation', { value: text, annex: annexes.abilities });
  const { name, code } = found;
  if (found.kind === 'unverified') return words('catalogue.unverified', { value: text, name, code });
  if (found.kind === 'not-scheduled')
    return words('schedule.not-scheduled', { name, code, annex: annexes.sessions });
  const months = words('schedule.months', { name, code, months: found.text });
  if (on === null) return `${months}。`;
  const { code: message, params } = nextSessionMessage(notice, nextSession(notice, found.session, on), on);
  return `${months}。${words(message, params)}`;
}
