import { acceptanceDays } from './acceptance-window';
import { createCatalogue, type Catalogue } from './catalogue';
import { readWrittenSkills } from './certificates';
import { createChoices } from './choices';
import { employerKind } from './eligibility/employer';
import type { Rulebook } from './facts';
import { noneReader } from './none';
import type { LevelKey, NoticePack } from './notice';
import { remembered } from './remembered';
import { readSubject, type Subject } from './subject';

const RULEBOOKS = new WeakMap<NoticePack, Rulebook>();

/** Prepares a notice for judging rows; the same notice is prepared once. */
export function rulebookOf(notice: NoticePack): Rulebook {
  const known = RULEBOOKS.get(notice);
  if (known !== undefined) return known;
  const { year, window } = notice.parameters;
  const days = [];
  for (let month = window.firstMonth; month <= window.lastMonth; month++)
    days.push(...acceptanceDays(notice, year, month));
  const catalogue = createCatalogue(notice);
  const rulebook: Rulebook = {
    notice,
    catalogue,
    subject: rememberedSubject(catalogue),
    writtenSkills: remembered((text) => readWrittenSkills(catalogue, text)),
    employerKind: remembered((name) => employerKind(notice.parameters.employer, name)),
    choices: createChoices(notice),
    isNone: noneReader(notice),
    acceptanceDays: new Set(days),
  };
  RULEBOOKS.set(notice, rulebook);
  return rulebook;
}

/** Columns 24 to 26 repeat in every sheet: the same occupations, applied for again and again. */
function rememberedSubject(catalogue: Catalogue): Rulebook['subject'] {
  const reader = (level: LevelKey | null): ((name: string) => (code: string) => Subject) =>
    remembered((name) => remembered((code) => readSubject(catalogue, level, name, code)));
  const byLevel = new Map<LevelKey | null, ReturnType<typeof reader>>();
  return (level, name, code) => {
    let read = byLevel.get(level);
    if (read === undefined) {
      read = reader(level);
      byLevel.set(level, read);
    }
    return read(name)(code);
  };
}
