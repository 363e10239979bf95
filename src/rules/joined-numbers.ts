import type { ColumnKey } from './application';
import { isKnownSkillNumber } from './certificate-number';
import { ENTRY_NUMBER } from './list-cell';
import { arePhones } from './phone';

/** A space between parts that are as long as this parts two numbers; no single one falls into such parts. */
const WHOLE_NUMBER: Readonly<Partial<Record<ColumnKey, number>>> = {
  phone: 8,
  skillCertificateNo: 16,
  titleCertificateNo: 10,
  assessorCardNo: 10,
};

/** Whether a line is a numbered list: in （20 19）第12号 the 19） is no entry's number. */
const IS_NUMBERED = new RegExp(`^${ENTRY_NUMBER}`);
/** The space before the number of an entry, which says that an entry begins. */
const NUMBERED_ENTRY = new RegExp(` (?=${ENTRY_NUMBER})`, 'g');
/** More characters than this are not one number. */
const LONGEST_NUMBER: Readonly<Partial<Record<ColumnKey, number>>> = {
  skillCertificateNo: 22,
  titleCertificateNo: 24,
  assessorCardNo: 24,
};
/** Shorter parts are no numbers of their own, unless two begin as numbers of an authority do: 渝123 渝456. */
const SHORTEST_NUMBER = 5;
const HAN = /[\u3400-\u9FFF]/;

/** The lines of a cell; where they come to one skill certificate's number that none of them is, a narrow column broke it. */
export function linesOfNumbers(key: ColumnKey, text: string): readonly string[] {
  const lines = text.split('\n');
  const isKnown = (line: string): boolean => isKnownSkillNumber(line.replace(/ /g, ''));
  const joined = lines.join('');
  const isBroken = key === 'skillCertificateNo' && isKnown(joined) && !lines.some(isKnown);
  return isBroken ? [joined] : lines;
}

/** The numbers of a line without their spaces. */
export const unbroken = (key: ColumnKey, line: string): string =>
  line
    .replace(/ ?([、，,;；/]) ?/g, '$1')
    .replace(NUMBERED_ENTRY, IS_NUMBERED.test(line) ? '、' : ' ')
    .replace(/[^、，,;；/]+/g, (entry) =>
      entry.includes(' ') ? joinedNumber(key, entry.split(' ')) : entry,
    );

/**
 * The parts of a number as one. Whole numbers get a separator instead, for joining them would lose both; what may be two
 * numbers stays as it is written.
 */
function joinedNumber(key: ColumnKey, parts: readonly string[]): string {
  const whole = WHOLE_NUMBER[key] ?? Infinity;
  if (parts.every((part) => part.length >= whole)) return parts.join('、');
  const joined = parts.join('');
  const isOne =
    key === 'phone'
      ? arePhones(joined)
      : (key === 'skillCertificateNo' && isKnownSkillNumber(joined)) ||
        (joined.length <= (LONGEST_NUMBER[key] ?? Infinity) &&
          parts.some((part) => part.length < SHORTEST_NUMBER) &&
          parts.filter((part) => HAN.test(part)).length < 2);
  return isOne ? joined : parts.join(' ');
}
