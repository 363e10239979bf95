import { acceptanceDays } from './acceptance-window';
import { readAssessorCards, type AssessorCard } from './assessor-cards';
import { createCatalogue, type Catalogue } from './catalogue';
import type { IsoDate } from './calendar-date';
import { readWrittenSkills, type WrittenSkill } from './certificates';
import { createChoices, type Choices } from './choices';
import { employerKind, type EmployerKind } from './eligibility/employer';
import { safetyTrade, type SafetyTrade } from './eligibility/safety-trades';
import { noneReader } from './none';
import type { LevelKey, NoticePack } from './notice';
import { remembered } from './remembered';
import { readSubject, type Subject } from './subject';

/** Everything about a notice that judging a row needs, prepared once. */
export interface Rulebook {
  readonly notice: NoticePack;
  readonly catalogue: Catalogue;
  readonly choices: Choices;
  /** Reads columns 24 to 26, tidied: see readSubject. */
  subject(level: LevelKey | null, name: string, code: string): Subject;
  /** The certificates of column 17, tidied: see readWrittenSkills. */
  writtenSkills(text: string): readonly WrittenSkill[];
  /** The cards of column 21, tidied: see readAssessorCards. */
  assessorCards(text: string): readonly AssessorCard[];
  /** How a code stands to the named safety trades: see safetyTrade. */
  safetyTrade(code: string): SafetyTrade;
  /** Whether a text says that there is none: see noneReader. */
  readonly isNone: (text: string) => boolean;
  /** What column 13, tidied, is in the eyes of 六（二）3: see employerKind. */
  employerKind(name: string): EmployerKind;
  /** The acceptance days of the notice's year. */
  readonly acceptanceDays: ReadonlySet<IsoDate>;
}

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
    assessorCards: remembered((text) => readAssessorCards(notice, catalogue, text)),
    employerKind: remembered((name) => employerKind(notice.parameters.employer, name)),
    safetyTrade: remembered((code) => safetyTrade(notice, code)),
    choices: createChoices(notice),
    isNone: noneReader(notice),
    acceptanceDays: new Set(days),
  };
  RULEBOOKS.set(notice, rulebook);
  return rulebook;
}

/** A name comes with one code, and with the slips of it. */
const CODES_OF_NAME = 16;

/** Columns 24 to 26 repeat in every sheet: the same occupations, applied for again and again. */
function rememberedSubject(catalogue: Catalogue): Rulebook['subject'] {
  const reader = (level: LevelKey | null): ((name: string) => (code: string) => Subject) =>
    remembered((name) => remembered((code) => readSubject(catalogue, level, name, code), CODES_OF_NAME));
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
