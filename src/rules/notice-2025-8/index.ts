import type { NoticePack } from '../notice';
import abilities from './abilities.json';
import abilityTags from './ability-tags.json';
import digital from './digital.json';
import errata from './errata.json';
import interpretations from './interpretations.json';
import parameters from './parameters.json';
import sessions from './sessions.json';
import shortage from './shortage.json';

const parts = { parameters, interpretations, digital, shortage, abilities, abilityTags, errata, sessions };

/**
 * 渝职鉴发〔2025〕8号. A .json import is typed with `string` where the schema has a choice of words, hence the cast; that
 * the parts keep to the schema is tested, so that no user pays for it at start.
 */
export const notice2025_8 = parts as NoticePack;
