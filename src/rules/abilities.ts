import { fold } from './fold';
import type { NoticePack, PrintedAbility } from './notice';
import { theBook } from './occupation-book';
import type { PrintErrata } from './print-errata';

/** An ability of the notice's list (附件5) with the errata applied. */
export interface Ability extends PrintedAbility {
  /** A code of the current catalogue, or a class such as 4-09-99. */
  readonly currentCode: string;
  readonly currentOccupation: string;
  readonly tags: readonly string[];
}

/** A notice's abilities in the printed order, by each name that they have, folded. */
export function abilitiesByName(notice: NoticePack, errata: PrintErrata): ReadonlyMap<string, Ability> {
  const { occupations, classes } = theBook();
  const tags = new Map(notice.abilityTags.map((row) => [row.seq, row.tags]));
  const abilities = new Map<string, Ability>();
  for (const printed of notice.abilities) {
    const code = errata.currentCode('abilities', printed) ?? printed.code;
    const ability: Ability = {
      ...printed,
      currentCode: code,
      currentOccupation: occupations.get(code)?.name ?? classes.get(code) ?? printed.occupation,
      tags: tags.get(printed.seq) ?? [],
    };
    for (const name of [printed.name, ...(printed.alsoKnownAs ?? [])]) abilities.set(fold(name), ability);
  }
  return abilities;
}
