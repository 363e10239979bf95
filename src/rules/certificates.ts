import { isKnownName, type Catalogue } from './catalogue';
import { isNotInHand, NOT_IN_HAND, withRemarks } from './certificate-words';
import { levelInNumber, type CertificateNumber } from './certificate-number';
import { splitList, splitNames, WEAK_SEPARATOR } from './list-cell';
import { readSkillLevel, withWholeLevels, type SkillLevel } from './skill-level';
import { readTitle } from './title-level';

/** What a cell says before its content is read: nothing, none, or something. A formula without a result or an error value is broken. */
export type CellState = 'missing' | 'blank' | 'broken' | 'none' | 'filled';

/** One skill certificate of column 17, with its number of column 18 where the two pair. */
export interface HeldSkill {
  readonly text: string;
  /** Its occupation, without level words. */
  readonly name: string;
  readonly level: SkillLevel | null;
  /** What its number says. */
  readonly numberLevel: SkillLevel | null;
  /** Levels in text and number that differ, where the cell holds this one certificate alone. */
  readonly conflict: boolean;
  readonly doubt: SkillDoubt | null;
  /** What stands in place of its number, where that says that nobody may hold it: 正在办理. */
  readonly remark: string | null;
}

/**
 * Why the words of a certificate do not settle its level: they name two, a grade of professionals (专业技术等级) in place
 * of one, or say that it may not be held, or no longer (在考, 已过期).
 */
export type SkillDoubt = 'two-levels' | 'grade' | 'not-in-hand';

/** One skill certificate as column 17 writes it, without its number. */
export interface WrittenSkill {
  readonly text: string;
  readonly name: string;
  /** Null where the text names no level, or two. */
  readonly level: SkillLevel | null;
  readonly doubt: SkillDoubt | null;
}

/** The major class of professionals (专业技术人员), whose 初级, 中级 and 高级 are not skill levels, and what they are called. */
const PROFESSIONALS = '2-';
const PROFESSIONAL_NAME = '技术人员';

function isProfessional(catalogue: Catalogue, name: string): boolean {
  const resolution = catalogue.resolveName(name);
  if (resolution.kind === 'occupation' || resolution.kind === 'class')
    return resolution.code.startsWith(PROFESSIONALS);
  return resolution.kind === 'unknown' && name.endsWith(PROFESSIONAL_NAME);
}

/**
 * Reads column 17, tidied. A part that only names a level belongs to the certificate before it (电工、三级); where that one
 * has another level, it is a second certificate of the same occupation (电工四级、三级). A slash parts two where each side
 * says its occupation and its level (电工三级/钳工二级). Of a list of levels each counts (电工二、三级).
 */
export function readWrittenSkills(catalogue: Catalogue, text: string): readonly WrittenSkill[] {
  const isName = (part: string): boolean => catalogue.resolveName(part).kind !== 'unknown';
  const read = (part: string): WrittenSkill => {
    const { name, level, contradictory, loose } = readSkillLevel(part, isName);
    if (contradictory) return { text: part, name, level, doubt: 'two-levels' };
    if (loose && isProfessional(catalogue, name)) return { text: part, name, level: null, doubt: 'grade' };
    return { text: part, name, level, doubt: NOT_IN_HAND.test(part) && !isName(part) ? 'not-in-hand' : null };
  };
  const isKnown = (part: string): boolean => isKnownName(catalogue, read(part).name);
  const certificates: string[] = [];
  const parts = splitNames(withWholeLevels(text), catalogue.mostParts, isKnown).flatMap((part) => {
    const whole = part.split(WEAK_SEPARATOR);
    return whole.every((each) => isKnown(each) && read(each).level !== null) ? whole : [part];
  });
  const isEntry = (part: string): boolean => read(part).level !== null || isKnown(part);
  /** What the last certificate says so far. */
  let before: { readonly name: string; readonly level: SkillLevel | null } | null = null;
  for (const part of withRemarks(parts, isEntry)) {
    const { name, level } = read(part);
    if (before === null || name !== '') {
      certificates.push(part);
      before = { name, level };
    } else if (before.level === null || level === null) {
      certificates.push(`${certificates.pop() ?? ''} ${part}`);
      before = { name: before.name, level: before.level ?? level };
    } else if (level !== before.level) {
      certificates.push(`${before.name}${part}`);
      before = { name: before.name, level };
    }
  }
  return certificates.map(read);
}

/** What each of several numbers says of its certificate: a level, nothing, or in words that nobody may hold it. */
export type NumbersSay = readonly (SkillLevel | string | null)[];

export const whatNumbersSay = (numbers: readonly CertificateNumber[]): NumbersSay =>
  numbers.map(({ text, comparable }) => {
    if (comparable === null) return null;
    return isNotInHand(text) ? text : levelInNumber(text);
  });

/** Pairs certificates with the numbers of column 18: in order, where there are as many. */
export function readSkills(written: readonly WrittenSkill[], numbers: NumbersSay): readonly HeldSkill[] {
  return written.map(({ text, name, level: stated, doubt }, index) => {
    const said = ofPair(numbers, index, written.length, isRemark) ?? null;
    const remark = isRemark(said) ? said : null;
    const numberLevel = isRemark(said) ? null : said;
    const conflict =
      written.length === 1 && stated !== null && numberLevel !== null && stated !== numberLevel;
    const level = doubt === 'two-levels' || conflict ? null : (stated ?? numberLevel);
    const skill = { text, name, level, numberLevel, conflict, doubt, remark };
    if (remark === null || doubt !== null) return skill;
    return { ...skill, text: withRemark(text, remark), doubt: 'not-in-hand' };
  });
}

const isRemark = (said: SkillLevel | string | null): said is string => typeof said === 'string';

/**
 * What belongs to one of several certificates: in order, where there are as many; one remark alone is said of all, and
 * several entries beside one certificate are all said of it.
 */
function ofPair<T>(
  each: readonly T[],
  index: number,
  certificates: number,
  isSaidOfAll: (one: T) => boolean,
): T | undefined {
  if (each.length === certificates) return each[index];
  return certificates === 1 || each.length === 1 ? each.find(isSaidOfAll) : undefined;
}

/** A certificate's text with what is said of it in place of its number: 工程师（评审中）. */
const withRemark = (text: string, remark: string): string => `${text}（${remark}）`;

/** Titles or cards, with what stands in place of their numbers where that says that nobody may hold them. */
export function withNumberRemarks(
  texts: readonly string[],
  numbers: readonly CertificateNumber[],
): readonly string[] {
  // 暂无 is no number, as 无 is none.
  const isSaidOfAll = ({ text, comparable }: CertificateNumber): boolean =>
    comparable !== null && isNotInHand(text);
  return texts.map((text, index) => {
    const number = ofPair(numbers, index, texts.length, isSaidOfAll);
    return number !== undefined && isSaidOfAll(number) && !NOT_IN_HAND.test(text)
      ? withRemark(text, number.text)
      : text;
  });
}

/** One title of column 19 or 12. */
export interface HeldTitle {
  readonly text: string;
  readonly level: ReturnType<typeof readTitle>['level'];
  /** False where only an unverified entry or a pattern says so. */
  readonly verified: boolean;
  readonly isTitle: boolean;
  /** False where the text says that nobody may hold it yet: 工程师（评审中）. */
  readonly inHand: boolean;
}

/** Those in hand come first. */
export function readTitles(text: string, numbers: readonly CertificateNumber[]): readonly HeldTitle[] {
  const parts = withRemarks(splitList(text), (part) => readTitle(part).level !== null);
  const titles = withNumberRemarks(parts, numbers).map((part, index) => ({
    text: part,
    ...readTitle(parts[index] ?? part),
    inHand: !NOT_IN_HAND.test(part),
  }));
  return [...titles.filter(({ inHand }) => inHand), ...titles.filter(({ inHand }) => !inHand)];
}
