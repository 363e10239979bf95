import { acceptanceDays } from './acceptance-window';
import { createCatalogue } from './catalogue';
import { createChoices } from './choices';
import type { Rulebook } from './facts';
import type { NoticePack } from './notice';

const RULEBOOKS = new WeakMap<NoticePack, Rulebook>();

/** Prepares a notice for judging rows; the same notice is prepared once. */
export function rulebookOf(notice: NoticePack): Rulebook {
  const known = RULEBOOKS.get(notice);
  if (known !== undefined) return known;
  const { year, window } = notice.parameters;
  const days = [];
  for (let month = window.firstMonth; month <= window.lastMonth; month++)
    days.push(...acceptanceDays(notice, year, month));
  const rulebook: Rulebook = {
    notice,
    catalogue: createCatalogue(notice),
    choices: createChoices(notice),
    readings: new Map(notice.interpretations.map(({ id, taken }) => [id, taken])),
    acceptanceDays: new Set(days),
  };
  RULEBOOKS.set(notice, rulebook);
  return rulebook;
}
