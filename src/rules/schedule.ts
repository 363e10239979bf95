import { feedbackDay } from './acceptance-window';
import { daysInMonth, isoDate, type IsoDate } from './calendar-date';
import type { Catalogue } from './catalogue';
import { fold } from './fold';
import type { NoticePack } from './notice';

type Session = NoticePack['sessions'][number];

export type ScheduleResult =
  | {
      readonly kind: 'months';
      /** The occupation's or ability's current name and code. */
      readonly name: string;
      readonly code: string;
      readonly session: Session;
      /** 3月、6月、10月、12月中下旬 */
      readonly text: string;
    }
  /** Neither the catalogue nor annex 5 has it. */
  | { readonly kind: 'unknown' }
  /** In neither group of annex 6, such as major class 2. */
  | { readonly kind: 'not-scheduled'; readonly name: string; readonly code: string };

/** 附件6: the months in which an occupation's session is held, by code, occupation, work type or ability. */
export function schedule(catalogue: Catalogue, text: string): ScheduleResult {
  const subject = subjectOf(catalogue, text);
  if (subject === undefined) return { kind: 'unknown' };
  const session = catalogue.notice.sessions.find((each) => subject.codes.some((code) => includes(catalogue, each, subject.name, code)));
  const code = subject.codes.join('、');
  if (session === undefined) return { kind: 'not-scheduled', name: subject.name, code };
  const months = session.months.map((month) => `${String(month)}月`).join('、');
  return { kind: 'months', name: subject.name, code, session, text: months + session.period };
}

function subjectOf(catalogue: Catalogue, text: string): { readonly name: string; readonly codes: readonly string[] } | undefined {
  const byCode = catalogue.resolveCode(text);
  const found = byCode.kind === 'unknown' ? catalogue.resolveName(text) : byCode;
  if (found.kind === 'umbrella') return { name: found.name, codes: found.codes };
  if (found.kind !== 'unknown') return { name: found.name, codes: [found.code] };
  const ability = catalogue.ability(text);
  return ability === undefined ? undefined : { name: ability.name, codes: [ability.currentCode] };
}

function includes(catalogue: Catalogue, session: Session, name: string, code: string): boolean {
  const current = catalogue.occupation(code)?.name ?? name;
  return (
    session.names.some((each) => fold(each) === fold(current) || fold(each) === fold(name)) ||
    session.codes.includes(code) ||
    session.prefixes.some((prefix) => code.startsWith(prefix)) ||
    (session.annex3 && catalogue.inDigital(code)) ||
    session.rest.includes(Number(code.charAt(0)))
  );
}

export type NextSession =
  | { readonly kind: 'session'; readonly month: number; readonly text: string; readonly feedback: IsoDate }
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
      return { kind: 'session', month, text: `${String(year)}年${String(month)}月${session.period}`, feedback };
    }
  }
  return { kind: 'none-left', feedback };
}
