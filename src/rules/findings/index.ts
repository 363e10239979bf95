import type { Facts } from '../facts';
import type { Rulebook } from '../rulebook';
import type { Finding } from '../finding';
import { abilityField } from './ability-field';
import { abilityUnknown } from './ability-unknown';
import { cellFormula } from './cell-formula';
import { cellRequired } from './cell-required';
import { cellUntidy } from './cell-untidy';
import { certificateFormat } from './certificate-format';
import { certificateLevel } from './certificate-level';
import { certificateNumberDamaged } from './certificate-number-damaged';
import { certificatePair } from './certificate-pair';
import { choiceUnknown } from './choice-unknown';
import { dateInvalid } from './date-invalid';
import { dateOutsideWindow } from './date-outside-window';
import { idCharacters } from './id-characters';
import { idChecksum } from './id-checksum';
import { idDamaged } from './id-damaged';
import { idDate } from './id-date';
import { idLength } from './id-length';
import { idRegion } from './id-region';
import { idSex } from './id-sex';
import { nameCharacters } from './name-characters';
import { occupationCodeFormat } from './occupation-code-format';
import { occupationMismatch } from './occupation-mismatch';
import { occupationMisprint } from './occupation-misprint';
import { occupationUnknown } from './occupation-unknown';
import { phoneInvalid } from './phone-invalid';
import type { RowRule } from './row-rule';
import { yearsAge } from './years-age';
import { yearsInvalid } from './years-invalid';
import { yearsOrder } from './years-order';

/** The rules of design §6 that look at one row, in the order in which they report. */
export const ROW_RULES: readonly RowRule[] = [
  cellRequired,
  cellUntidy,
  cellFormula,
  dateInvalid,
  dateOutsideWindow,
  choiceUnknown,
  idDamaged,
  idLength,
  idCharacters,
  idDate,
  idChecksum,
  idRegion,
  idSex,
  nameCharacters,
  phoneInvalid,
  yearsInvalid,
  yearsOrder,
  yearsAge,
  certificatePair,
  certificateNumberDamaged,
  certificateFormat,
  certificateLevel,
  occupationUnknown,
  occupationCodeFormat,
  occupationMismatch,
  occupationMisprint,
  abilityUnknown,
  abilityField,
];

/** What is wrong with a row on its own, without its verdict. */
export function rowFindings(rulebook: Rulebook, facts: Facts): readonly Finding[] {
  const findings: Finding[] = [];
  const report = (finding: Finding): void => void findings.push(finding);
  for (const rule of ROW_RULES) rule.check(rulebook, facts, report);
  const whole = facts.untidy.length === 0 ? findings : withoutHalfFixes(findings);
  return facts.computed.length === 0 ? whole : whole.map((each) => sparingFormula(facts, each));
}

/** What takes a formula's place is for its author to say, however certain the value; in a clean copy none is left. */
const sparingFormula = ({ computed }: Facts, finding: Finding): Finding =>
  finding.fix?.safe === true && computed.includes(finding.column)
    ? { ...finding, fix: { ...finding.fix, safe: false }, mendsResult: true }
    : finding;

/** Of two safe fixes for one cell only the one that mends all of it: after the other it would still be wrong. */
function withoutHalfFixes(findings: readonly Finding[]): readonly Finding[] {
  const isUntidy = ({ rule }: Finding): boolean => rule === cellUntidy.name;
  const mended = new Set(
    findings.flatMap((each) => (each.fix?.safe === true && !isUntidy(each) ? [each.column] : [])),
  );
  return findings.filter((each) => !isUntidy(each) || !mended.has(each.column));
}
