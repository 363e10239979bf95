import type { Ability } from './abilities';
import type { Rulebook } from './rulebook';
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
 * Undefined for what neither the catalogue nor annex 5 has.
 */
export function resolveOccupation(rulebook: Rulebook, text: string): ResolvedOccupation | undefined {
  const { catalogue } = rulebook;
  const byCode = catalogue.resolveCode(text);
  if (byCode.kind === 'class') return { name: byCode.name, codes: [byCode.code], verified: true };
  if (byCode.kind === 'occupation')
    return { name: byCode.name, codes: [byCode.code], verified: byCode.verified };
  const { codes, verified, ability, label } = rulebook.subject(null, tidy('occupationName', text), '');
  const [code] = codes;
  if (code === undefined) return undefined;
  if (ability !== undefined) return { name: ability.name, codes, verified, ability };
  const name = codes.length > 1 ? label : (catalogue.occupation(code)?.name ?? label);
  return { name, codes, verified };
}
