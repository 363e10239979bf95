import { acceptanceWindow } from '../rules/acceptance-window';
import type { Rulebook } from '../rules/rulebook';
import type { MessageParams } from '../rules/finding';
import { daysText, sessionMonthsText } from '../rules/messages/dates';
import { normaliseCode } from '../rules/occupation-code';
import { whyNoOccupation } from '../rules/resolve-occupation';
import { nextSession, nextSessionMessage, schedule as scheduleFor } from '../rules/schedule';
import type { Context } from './context';
import { EXIT, Failure, type ExitStatus } from './failure';

/**
 * `kpy schedule NAME`: the months of an occupation's session, and what can still be reached by papers handed in on the next
 * acceptance day.
 */
export function schedule(context: Context, text: string): ExitStatus {
  const { terminal, rulebook, today, locale, say } = context;
  const { notice } = rulebook;
  const result = scheduleFor(rulebook, text);
  const { annexes } = notice.parameters;
  const printed = printedCode(rulebook, text);
  if (result.kind === 'unknown') {
    const why = whyNoOccupation(rulebook, text);
    if (why !== null) throw new Failure(EXIT.usage, why.code, why.params);
    throw printed === null
      ? new Failure(EXIT.usage, 'command.unknown-occupation', { value: text, annex: annexes.abilities })
      : new Failure(EXIT.usage, 'command.printed-code', printed);
  }
  if (result.kind === 'unverified')
    throw new Failure(EXIT.usage, 'catalogue.unverified', {
      value: text,
      name: result.name,
      code: result.code,
    });
  const window = acceptanceWindow(notice, today);
  const [submitted] = window.kind === 'days' ? window.days : [];
  const next =
    result.kind === 'months' && submitted !== undefined
      ? nextSession(notice, result.session, submitted)
      : null;
  if (context.json) {
    const { name, code } = result;
    const months = result.kind === 'months' ? result.text : null;
    const acceptance = window.kind === 'days' ? window.days : [];
    const feedback = next !== null && 'feedback' in next ? next.feedback : null;
    terminal.write(
      `${JSON.stringify({ name, code, months, date: today, next: next?.kind === 'session' ? next.text : null, submitted: submitted ?? null, feedback, acceptance })}\n`,
    );
    return EXIT.ok;
  }
  const line = (code: string, params = {}): void => void terminal.write(`${say(code, params)}\n`);
  const { name, codes: code } = result;
  if (result.kind === 'months')
    line('schedule.months', { name, code, months: sessionMonthsText(locale, result.session) });
  else line('schedule.not-scheduled', { name, code, annex: annexes.sessions });
  if (printed !== null) line('command.printed-code', printed);
  if (next !== null && submitted !== undefined) {
    const { code: message, params } = nextSessionMessage(locale, notice, next, submitted);
    line(message, params);
  }
  if (window.kind === 'days') line('schedule.window', { days: daysText(locale, window.days) });
  else if (window.kind === 'over') line('schedule.window-over', { year: notice.parameters.year });
  else line('schedule.no-official-calendar', { year: window.year });
  return EXIT.ok;
}

/** Where the notice prints a code beside the name of an occupation that has another: which, for a message. */
function printedCode({ catalogue, notice }: Rulebook, text: string): MessageParams | null {
  const asked = normaliseCode(text);
  const found = catalogue.printed.find(({ code, currentCode }) => code === asked && code !== currentCode);
  if (found === undefined) return null;
  const { list, code: printed, name, currentCode: code } = found;
  return { annex: notice.parameters.annexes[list], name, printed, code };
}
