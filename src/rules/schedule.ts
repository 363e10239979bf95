import { feedbackDay } from './acceptance-window';
import { daysInMonth, isoDate, type IsoDate } from './calendar-date';
import type { Catalogue } from './catalogue';
import { takenReading } from './implemented-readings';
import type { Rulebook } from './rulebook';
import type { MessageParams } from './finding';
import type { NoticePack } from './notice';
import { sessionMonthsText, sessionText } from './messages/dates';
import type { Locale } from './messages/message';
import { resolveOccupation, type ResolvedOccupation } from './resolve-occupation';

type Session = NoticePack['sessions'][number];

export type ScheduleResult =
  | {
      readonly kind: 'months';
      /** The occupation's or ability's current name and code. */
      readonly name: string;
      readonly code: string;
      /** The codes that `code` joins. */
      readonly codes: readonly string[];
      readonly session: Session;
      /** 3月、6月、10月、12月中下旬 */
      readonly text: string;
    }
  /** Neither the catalogue nor annex 5 has it. */
  | { readonly kind: 'unknown' }
  /** Only an unverified entry says what it stands for. */
  | { readonly kind: 'unverified'; readonly name: string; readonly code: string }
  /** In neither group of annex 6, such as major class 2. */
  | {
      readonly kind: 'not-scheduled';
      readonly name: string;
      readonly code: string;
      readonly codes: readonly string[];
    };

/**
 * 附件6: the months in which an occupation's session is held, by code, occupation, work type or ability. What only an
 * unverified entry says is named, not decided.
 */
export function schedule(rulebook: Rulebook, text: string): ScheduleResult {
  const entry = resolveOccupation(rulebook, text);
  if (entry === undefined) return { kind: 'unknown' };
  return entry.verified
    ? scheduleOf(rulebook, entry)
    : { kind: 'unverified', name: entry.name, code: entry.codes.join('、') };
}

/** The same for what has been looked up. */
export function scheduleOf(
  { catalogue, notice }: Rulebook,
  { name, codes, ability }: ResolvedOccupation,
): ScheduleResult {
  if (!codes.every((code) => catalogue.occupation(code) !== undefined || isField(catalogue, code)))
    return { kind: 'unknown' };
  const { sessions } = notice;
  const [session, ...others] =
    ability !== undefined && takenReading(notice, 'session-of-ability') === 'second'
      ? [sessions.find(({ rest }) => rest.length > 0)]
      : new Set(codes.map((code) => sessions.find((each) => includes(catalogue, each, code))));
  // Several occupations with sessions of their own have none together.
  if (others.length > 0) return { kind: 'unknown' };
  const code = codes.join('、');
  if (session === undefined) return { kind: 'not-scheduled', name, code, codes };
  return { kind: 'months', name, code, codes, session, text: sessionMonthsText('zh-CN', session) };
}

/** A whole minor class has a session only where annex 5 prints it as a field, such as 4-09-99: its occupations may differ. */
const isField = (catalogue: Catalogue, code: string): boolean =>
  catalogue.abilities.some(({ currentCode }) => currentCode === code);

function includes(catalogue: Catalogue, session: Session, code: string): boolean {
  if (
    session.codes.includes(code) ||
    session.names.some((name) => codesNamed(catalogue, name).includes(code))
  )
    return true;
  if (session.rest.includes(Number(code.charAt(0)))) return true;
  // 等…类职业: what the open lists hold beyond the names they print.
  if (takenReading(catalogue.notice, 'session-open-lists') === 'named') return false;
  return (
    session.prefixes.some((prefix) => code.startsWith(prefix)) ||
    (session.digital && catalogue.inDigital(code))
  );
}

/** The codes that a name of annex 6 stands for; 钳工 stands for three, or for five by the other reading. */
function codesNamed(catalogue: Catalogue, name: string): readonly string[] {
  const found = catalogue.resolveName(name);
  if (found.kind === 'occupation') return [found.code];
  if (found.kind !== 'umbrella') return [];
  if (takenReading(catalogue.notice, 'session-fitters') === 'three') return found.codes;
  const trade = catalogue.notice.parameters.requirements.safety.trades.find((each) => each.name === name);
  return [...found.codes, ...(trade?.doubtful ?? [])];
}

export type NextSession =
  | {
      readonly kind: 'session';
      readonly month: number;
      /** The part of the month, as printed. */
      readonly period: string;
      readonly text: string;
      readonly feedback: IsoDate;
    }
  /** No session of the notice's year is left after the review. */
  | { readonly kind: 'none-left'; readonly feedback: IsoDate }
  | { readonly kind: 'no-calendar' };

/**
 * The first scheduled month whose last day is after the feedback date of papers handed in on a day, such as
 * 2025年6月中下旬.
 */
export function nextSession(notice: NoticePack, session: Session, submitted: IsoDate): NextSession {
  const feedback = feedbackDay(notice, submitted);
  if (feedback === undefined) return { kind: 'no-calendar' };
  const { year } = notice.parameters;
  for (const month of session.months) {
    const last = isoDate(year, month, daysInMonth(year, month));
    if (last !== null && last > feedback) {
      return {
        kind: 'session',
        month,
        period: session.period,
        text: sessionText('zh-CN', year, month, session),
        feedback,
      };
    }
  }
  return { kind: 'none-left', feedback };
}

/** What is said, in a language, of the session that papers handed in on a day can reach. */
export function nextSessionMessage(
  locale: Locale,
  notice: NoticePack,
  next: NextSession,
  submitted: IsoDate,
): {
  readonly code: 'schedule.next-session' | 'schedule.none-left' | 'schedule.no-calendar';
  readonly params: MessageParams;
} {
  const date = submitted;
  if (next.kind === 'no-calendar') return { code: 'schedule.no-calendar', params: { date } };
  const { feedback } = next;
  const { year } = notice.parameters;
  return next.kind === 'session'
    ? {
        code: 'schedule.next-session',
        params: { date, feedback, session: sessionText(locale, year, next.month, next) },
      }
    : { code: 'schedule.none-left', params: { date, feedback, year } };
}
