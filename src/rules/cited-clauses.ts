import type { ClauseText, NoticeTexts } from './notice-texts';

/**
 * The sentences that a citation means: 二（二）2 is one, 二（二）2、3 are two, 六（三） is every part of it, 五 both of its
 * items. Empty where the notice has no such clause.
 */
export function clausesOf(texts: NoticeTexts, citation: string): readonly ClauseText[] {
  const [first = '', ...others] = citation.split('、');
  const stem = first.replace(/\d+$/, '');
  return [first, ...others.map((number) => stem + number)].flatMap((wanted) => {
    const exact = texts.clauses.filter(({ clause }) => clause === wanted);
    if (exact.length > 0) return exact;
    const cut = (clause: string): boolean => /\d$/.test(wanted) && /\d/.test(clause.charAt(wanted.length));
    return texts.clauses.filter(({ clause }) => clause.startsWith(wanted) && !cut(clause));
  });
}
