import type { Catalogue } from './catalogue';
import type { Cell } from './cell';
import { hasLostNumberDigits, levelInNumber } from './certificate-number';
import { splitList } from './list-cell';
import { readSkillLevel, type SkillLevel } from './skill-level';
import { readTitle } from './title-level';

/** What a certificate cell says before its content is read: nothing, none, or something. */
export type CellState = 'missing' | 'blank' | 'none' | 'filled';

/** One skill certificate of column 17, with its number of column 18 where the two pair. */
export interface HeldSkill {
  readonly text: string;
  /** Its occupation, without level words. */
  readonly name: string;
  readonly level: SkillLevel | null;
  /** Levels in text and number that differ, where the cell holds this one certificate alone. */
  readonly numberLevel: SkillLevel | null;
  readonly conflict: boolean;
}

/** The certificates of a cell: a part that only names a level belongs to the one before it (电工、三级). */
function splitCertificates(catalogue: Catalogue, text: string): readonly string[] {
  const isName = (part: string): boolean => catalogue.resolveName(part).kind !== 'unknown';
  const parts = splitList(text);
  if (parts.length < 2 || isName(readSkillLevel(text, isName).name))
    return parts.length === 0 ? [] : parts.length < 2 ? parts : [text];
  const merged: string[] = [];
  for (const part of parts) {
    const last = merged.length - 1;
    if (last >= 0 && readSkillLevel(part, isName).name === '') merged[last] = `${merged[last] ?? ''} ${part}`;
    else merged.push(part);
  }
  return merged;
}

/** Reads columns 17 and 18, both tidied. Certificates pair with their numbers in order, where there are as many. */
export function readSkills(
  catalogue: Catalogue,
  text: string,
  numberCell: Cell | undefined,
  numberText: string,
): readonly HeldSkill[] {
  const isName = (part: string): boolean => catalogue.resolveName(part).kind !== 'unknown';
  const parts = splitCertificates(catalogue, text);
  const numbers = splitList(numberText);
  const paired = numbers.length === parts.length;
  return parts.map((part, index) => {
    const { name, level: written, contradictory } = readSkillLevel(part, isName);
    const number = paired ? (numbers[index] ?? '') : '';
    const readable = number !== '' && !hasLostNumberDigits(number, numberCell?.kind === 'number');
    const numberLevel = readable ? levelInNumber(number) : null;
    const conflict =
      parts.length === 1 && written !== null && numberLevel !== null && written !== numberLevel;
    const level = contradictory || conflict ? null : (written ?? numberLevel);
    return { text: part, name, level, numberLevel, conflict };
  });
}

/** How many certificates and numbers a pair of cells holds: what certificate.pair compares. */
export const countCertificates = (
  catalogue: Catalogue,
  key: 'skillCertificate' | 'other',
  text: string,
): number =>
  key === 'skillCertificate' ? splitCertificates(catalogue, text).length : splitList(text).length;

/** One title of column 19 or 12. */
export interface HeldTitle {
  readonly text: string;
  readonly level: ReturnType<typeof readTitle>['level'];
  /** False where only an unverified entry or a pattern says so. */
  readonly verified: boolean;
  readonly isTitle: boolean;
}

export const readTitles = (text: string): readonly HeldTitle[] =>
  splitList(text).map((part) => ({ text: part, ...readTitle(part) }));
