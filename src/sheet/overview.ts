import type { Facts } from '../rules/facts';
import type { Rulebook } from '../rules/rulebook';
import { fee } from '../rules/fee';
import type { LevelKey } from '../rules/notice';

/** The fee of one level over a sheet (五). */
export interface LevelFee {
  readonly level: LevelKey;
  readonly name: string;
  readonly count: number;
  /** Yuan for one application, and for all of them. */
  readonly each: number;
  readonly total: number;
}

/** How many of a sheet apply for one occupation or ability. */
export interface SubjectCount {
  readonly key: string;
  /** What the schedule is asked for: the code where there is one, else the name. */
  readonly subject: string;
  readonly name: string;
  readonly count: number;
  /** 附件6注: more than so many get a session of their own. */
  readonly separate: boolean;
}

/** What a sheet comes to: fees by level, and applications by occupation, the most first. */
export interface SheetOverview {
  readonly fees: readonly LevelFee[];
  readonly subjects: readonly SubjectCount[];
}

/** @param rows the facts of every application of the sheet */
export function overviewOf({ notice }: Rulebook, rows: readonly Facts[]): SheetOverview {
  const { levels, separateSession } = notice.parameters;
  const fees = levels.map(({ key, name }) => {
    const count = rows.filter(({ level }) => level === key).length;
    return { level: key, name, count, each: fee(notice, key), total: fee(notice, key, count) };
  });
  const counts = new Map<string, { readonly facts: Facts; count: number }>();
  for (const facts of rows) {
    const { key } = facts.subject;
    if (key === '') continue;
    const there = counts.get(key);
    if (there === undefined) counts.set(key, { facts, count: 1 });
    else there.count++;
  }
  const subjects = [...counts].map(
    ([
      key,
      {
        facts: { subject },
        count,
      },
    ]) => ({
      key,
      subject:
        subject.kind === 'occupation' && subject.codes.length === 1
          ? (subject.codes[0] ?? '')
          : subject.label,
      name: subject.label,
      count,
      separate: count > separateSession.moreThan,
    }),
  );
  return { fees, subjects: subjects.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)) };
}
