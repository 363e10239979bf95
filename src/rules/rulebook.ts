import { acceptanceDays } from './acceptance-window';
import { readAssessorCards, type AssessorCard } from './assessor-cards';
import { createCatalogue, type Catalogue } from './catalogue';
import type { IsoDate } from './calendar-date';
import { readSkills, readWrittenSkills, type HeldSkill, type NumbersSay } from './certificates';
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
  /** The certificates of column 17, tidied, with what the numbers of column 18 say of their levels: see readSkills. */
  skills(text: string, numbers: NumbersSay): readonly HeldSkill[];
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
    skills: rememberedSkills(catalogue),
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

/** A certificate comes with numbers of one level, and with the slips of them. */
const LEVELS_OF_CERTIFICATE = 16;

/** A sheet has few certificates that differ in more than the digits of their numbers, and its rows share those. */
function rememberedSkills(catalogue: Catalogue): Rulebook['skills'] {
  const ofText = remembered((text) => {
    const written = readWrittenSkills(catalogue, text);
    const known = new Map<string, readonly HeldSkill[]>();
    return (numbers: NumbersSay): readonly HeldSkill[] => {
      const said = numbers.join();
      let skills = known.get(said);
      if (skills === undefined) {
        skills = readSkills(written, numbers);
        if (known.size >= LEVELS_OF_CERTIFICATE) known.clear();
        known.set(said, skills);
      }
      return skills;
    };
  });
  return (text, numbers) => ofText(text)(numbers);
}
