import type { Ability } from './abilities';
import type { MessageParams } from './finding';
import type { Rulebook } from './rulebook';
import type { Subject } from './subject';
import { tidy } from './tidy';

/** What a code or a name stands for in the current catalogue. */
export interface ResolvedOccupation {
  readonly name: string;
  /** One code, or several where the notice's name stands for several occupations: 钳工. */
  readonly codes: readonly string[];
  /** False where only an unverified entry says so: it may suggest, never decide. */
  readonly verified: boolean;
  readonly ability?: Ability;
}

/**
 * Looks up a code, an occupation (level words may follow it), a former name, a work type or an ability of annex 5.
 * Undefined for what neither the catalogue nor annex 5 has, and for several names in one text.
 */
export function resolveOccupation(rulebook: Rulebook, text: string): ResolvedOccupation | undefined {
  const { catalogue } = rulebook;
  const byCode = catalogue.resolveCode(text);
  if (byCode.kind === 'class') return { name: byCode.name, codes: [byCode.code], verified: true };
  if (byCode.kind === 'occupation')
    return { name: byCode.name, codes: [byCode.code], verified: byCode.verified };
  const { codes, verified, ability, label, agreement } = subjectNamed(rulebook, text);
  const [code] = codes;
  if (code === undefined || agreement.kind === 'several') return undefined;
  if (ability !== undefined) return { name: ability.name, codes, verified, ability };
  const only = codes.length === 1 ? catalogue.resolveCode(code) : undefined;
  return { name: only !== undefined && 'name' in only ? only.name : label, codes, verified };
}

const subjectNamed = (rulebook: Rulebook, text: string): Subject =>
  rulebook.subject(null, tidy('occupationName', text), '');

/** What is to be said of a text that is no one occupation; null where neither the catalogue nor annex 5 has it. */
export function whyNoOccupation(
  rulebook: Rulebook,
  text: string,
): { readonly code: 'catalogue.minor-class' | 'catalogue.several'; readonly params: MessageParams } | null {
  const found = resolveOccupation(rulebook, text);
  if (found !== undefined)
    return { code: 'catalogue.minor-class', params: { name: found.name, code: found.codes } };
  const isSeveral = subjectNamed(rulebook, text).agreement.kind === 'several';
  return isSeveral ? { code: 'catalogue.several', params: { value: text } } : null;
}
