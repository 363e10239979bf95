import type { Application, ColumnKey, NumberColumn } from './application';
import type { IsoDate } from './calendar-date';
import { isNotInHand } from './certificate-words';
import { readNumbers, type CertificateNumber, type CertificateNumbers } from './certificate-number';
import { readTitles, whatNumbersSay, type CellState, type HeldSkill, type HeldTitle } from './certificates';
import { CHOICE_COLUMNS, type ChoiceColumn, type ChoiceReading, type Choices } from './choices';
import { documentKind, readIdentity, type Identity } from './identity';
import type { LevelKey } from './notice';
import { readTexts, type RowTexts } from './row-texts';
import type { Rulebook } from './rulebook';
import { readDate } from './submission-date';
import type { Subject } from './subject';
import { readYears, type YearsReading } from './years';

/** One row, read: each cell with its safe fixes applied, and what the cells say together. */
export interface Facts extends RowTexts {
  readonly application: Application;
  /** What stands in columns that are filled from a list, and is not in it. */
  readonly unlisted: readonly UnlistedChoice[];
  /** Column 6, read. */
  readonly sex: ChoiceReading;
  readonly submitted: IsoDate | null;
  /** The day that ages are counted to: 提交时间, else the date given (二（一）3). */
  readonly referenceDate: IsoDate;
  readonly level: LevelKey | null;
  readonly identity: Identity;
  readonly subject: Subject;
  readonly skills: readonly HeldSkill[];
  readonly numbers: CertificateNumbers;
  readonly workYears: YearsReading;
  readonly occupationYears: YearsReading;
}

export interface UnlistedChoice {
  readonly column: ChoiceColumn;
  readonly reading: ChoiceReading;
}

/** Reads a row. Nothing that it finds wrong is an exception: the findings say it. */
export function readFacts(rulebook: Rulebook, application: Application, today: IsoDate): Facts {
  const { text, blank, untidy, computed } = readTexts(application);
  const { choices } = rulebook;
  const { submittedOn } = application;
  const submitted =
    submittedOn === undefined || text.submittedOn === '' ? null : readDate(submittedOn, text.submittedOn);
  const referenceDate = submitted ?? today;
  const listed = readChoices(choices, text);
  const level = choices.levelOf(listed.level);
  const numbersOf = (key: NumberColumn): readonly CertificateNumber[] =>
    readNumbers(application[key], rulebook.isNone(text[key]) ? '' : text[key], rulebook.isNone);
  const numbers: CertificateNumbers = {
    skillCertificateNo: numbersOf('skillCertificateNo'),
    titleCertificateNo: numbersOf('titleCertificateNo'),
    assessorCardNo: numbersOf('assessorCardNo'),
  };
  return {
    application,
    text,
    blank,
    untidy,
    computed,
    unlisted: unlistedIn(listed, text),
    sex: listed.sex,
    submitted,
    referenceDate,
    level,
    identity: readIdentity(documentKind(listed.idType), application.idNumber, text.idNumber, today),
    subject: rulebook.subject(level, text.occupationName, text.occupationCode),
    skills: rulebook.isNone(text.skillCertificate)
      ? NO_SKILLS
      : rulebook.skills(text.skillCertificate, whatNumbersSay(numbers.skillCertificateNo)),
    numbers,
    workYears: readYears(application.workYears, text.workYears),
    occupationYears: readYears(application.occupationYears, text.occupationYears),
  };
}

const NO_SKILLS: readonly HeldSkill[] = [];

/** What most rows share. */
const ALL_LISTED: readonly UnlistedChoice[] = [];

type ChoiceReadings = Readonly<Record<ChoiceColumn, ChoiceReading>>;

const readChoices = (choices: Choices, text: RowTexts['text']): ChoiceReadings => ({
  institutionTier: choices.read('institutionTier', text.institutionTier),
  idType: choices.read('idType', text.idType),
  sex: choices.read('sex', text.sex),
  ethnicity: choices.read('ethnicity', text.ethnicity),
  education: choices.read('education', text.education),
  politicalStatus: choices.read('politicalStatus', text.politicalStatus),
  trained: choices.read('trained', text.trained),
  level: choices.read('level', text.level),
});

function unlistedIn(readings: ChoiceReadings, text: RowTexts['text']): readonly UnlistedChoice[] {
  let unlisted = ALL_LISTED;
  for (const column of CHOICE_COLUMNS) {
    const reading = readings[column];
    if (!reading.listed && text[column] !== '') unlisted = [...unlisted, { column, reading }];
  }
  return unlisted;
}

/** Whether a cell is there, filled, says that there is none, or hides what it says. */
export function stateOf(rulebook: Rulebook, facts: Facts, key: ColumnKey): CellState {
  const text = facts.text[key];
  if (text !== '') return rulebook.isNone(text) ? 'none' : 'filled';
  if (facts.application[key] === undefined) return 'missing';
  return facts.blank.includes(key) ? 'blank' : 'broken';
}

/** A number that stands beside 无: one of the two is wrong. Words, such as 办理中, are no number. */
export const numberAlone = (numbers: readonly CertificateNumber[]): string | undefined =>
  numbers.find(({ text }) => /[1-9]/.test(text) && !isNotInHand(text))?.text;

/** The titles that count, and the column that shows them: 19, or 12 where 19 is blank (design §5). */
export function heldTitles(
  rulebook: Rulebook,
  facts: Facts,
): { readonly state: CellState; readonly column: ColumnKey; readonly titles: readonly HeldTitle[] } {
  const certificate = stateOf(rulebook, facts, 'titleCertificate');
  const column: ColumnKey =
    certificate === 'missing' || certificate === 'blank' ? 'title' : 'titleCertificate';
  const stated = column === 'title' ? stateOf(rulebook, facts, 'title') : certificate;
  // 无 in column 12 says nothing about a certificate column that the sheet does not have.
  const state = stated === 'none' && certificate === 'missing' ? 'missing' : stated;
  return {
    state,
    column,
    titles: state === 'filled' ? readTitles(facts.text[column], facts.numbers.titleCertificateNo) : [],
  };
}
