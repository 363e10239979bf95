import type { Facts } from '../rules/facts';
import type { Rulebook } from '../rules/rulebook';
import type { Subject } from '../rules/subject';

/** How many of a sheet apply for one occupation or ability. */
export interface SubjectCount {
  readonly key: string;
  /** What the schedule is asked for: the code where there is one, else the name. */
  readonly subject: string;
  readonly count: number;
  /** 附件6注: more than so many get a session of their own. */
  readonly separate: boolean;
}

/**
 * The applications of a sheet by occupation or ability, the most first.
 *
 * @param rows the facts of every application of the sheet
 */
export function subjectCounts({ notice }: Rulebook, rows: readonly Facts[]): readonly SubjectCount[] {
  const counts = new Map<string, { readonly subject: Subject; count: number }>();
  for (const { subject } of rows) {
    if (subject.key === '') continue;
    const there = counts.get(subject.key);
    if (there === undefined) counts.set(subject.key, { subject, count: 1 });
    else there.count++;
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count || (a.subject.label < b.subject.label ? -1 : 1))
    .map(({ subject, count }) => ({
      key: subject.key,
      subject: asked(subject),
      count,
      separate: count > notice.parameters.separateSession.moreThan,
    }));
}

const asked = ({ kind, codes: [code, ...others], label }: Subject): string =>
  kind === 'occupation' && code !== undefined && others.length === 0 ? code : label;
