import type { NoticePack } from './notice';

/**
 * The interpretations that a pack must state, each with the readings that the code can act on, the one of 2025-8 first.
 * A pack may switch to any of them; parseNotice refuses a reading that nothing here carries out, for a switch that is
 * silently ignored would be worse than none. Where only one stands, code has to follow before a pack may switch.
 */
export const IMPLEMENTED_READINGS = {
  'age-limit': ['open', 'birthday', 'next-birthday'],
  'age-reference-date': ['submission'],
  'leap-day': ['march'],
  'years-both-routes': ['both', 'title-only'],
  'title-year': ['title-only'],
  'years-inclusive': ['inclusive'],
  'related-occupation': ['minor-class'],
  'same-occupation': ['current-code'],
  'title-speciality': ['ask'],
  'senior-title': ['associate', 'full'],
  'safety-trades': ['open', 'three', 'five'],
  'safety-senior': ['assessor-only'],
  'special-safety': ['as-printed'],
  'safety-or-shortage': ['strict'],
  'annex4-row30': ['priority'],
  'annex-codes': ['current'],
  'new-occupations': ['listed', 'since-classification', 'none'],
  'relaxation-extent': ['ask'],
  'ability-categories': ['tagged', 'none'],
  renewal: ['ask'],
  'renewal-cutoff': ['ask'],
  'duty-year': ['duty'],
  'scope-in-principle': ['ask'],
  'special-scope': ['listed'],
  'same-file': ['file'],
  'two-levels': ['duplicate'],
  'work-types': ['ask'],
  'count-by-ability': ['ability'],
  'special-and-other': ['separate'],
  'department-staff': ['ask'],
  'special-fee-unit': ['ability'],
  'renewal-fee': ['same'],
  'certificate-column': ['title-column'],
  'category-scheme': ['major-class'],
  'session-open-lists': ['classes', 'named'],
  'session-of-ability': ['field-code', 'second'],
  'session-fitters': ['three', 'five'],
  'session-vehicle-inspection': ['inspector'],
  'session-machining': ['named'],
  'session-major-two': ['none'],
  'session-month': ['month-end'],
  'shortage-priority': ['own-group'],
  'separate-session': ['file-occupation'],
  'make-up-days': ['working', 'weekend'],
  'feedback-start': ['submission', 'window-end'],
  'issue-before-window': ['counts', 'from-march'],
  'photo-name': ['joined'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type InterpretationId = keyof typeof IMPLEMENTED_READINGS;

/** Readings that values of the pack carry out: whether what those say is the reading that the pack claims to take. */
export const AGREES_WITH_VALUES: Readonly<
  Partial<Record<InterpretationId, (notice: NoticePack, taken: string) => boolean>>
> = {
  'senior-title': ({ parameters }, taken) =>
    parameters.requirements.senior.title === (taken === 'full' ? '正高级' : '副高级'),
  'new-occupations': ({ parameters }, taken) =>
    (taken === 'none') === (parameters.relaxation.editions.length === 0),
  'ability-categories': ({ abilityTags }, taken) => (taken === 'none') === (abilityTags.length === 0),
};

const TAKEN = new WeakMap<NoticePack, ReadonlyMap<string, string>>();

/**
 * The reading that a pack takes of an open sentence.
 *
 * @throws Error for a pack that does not state it, which parseNotice would have refused
 */
export function takenReading(notice: NoticePack, id: InterpretationId): string {
  let taken = TAKEN.get(notice);
  if (taken === undefined) {
    taken = new Map(notice.interpretations.map((entry) => [entry.id, entry.taken]));
    TAKEN.set(notice, taken);
  }
  const reading = taken.get(id);
  if (reading === undefined)
    throw new Error(`The notice pack says nothing about "${id}"; read it with parseNotice first.`);
  return reading;
}
