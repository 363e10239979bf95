import type { ColumnKey } from '../../rules/application';
import type { IsoDate } from '../../rules/calendar-date';
import { textCell } from '../../rules/cell';
import type { Rulebook } from '../../rules/rulebook';
import { documentKind, readIdentity, type Identity } from '../../rules/identity';
import { resolveOccupation } from '../../rules/resolve-occupation';
import { majorClass } from '../../rules/major-class';
import type { LevelKey } from '../../rules/notice';
import { tidy } from '../../rules/tidy';
import type { RowValues } from './row-cells';

/** The texts of one row. */
export type RowTexts = (key: ColumnKey) => string;

/** The level that column 24 names. */
export const levelIn = ({ choices }: Rulebook, texts: RowTexts): LevelKey | null =>
  choices.levelOf(choices.read('level', tidy('level', texts('level'))));

/** What a number says under the row's type of document. */
export function identityIn(rulebook: Rulebook, today: IsoDate, texts: RowTexts, number: string): Identity {
  const type = rulebook.choices.read('idType', tidy('idType', texts('idType')));
  const text = tidy('idNumber', number);
  return readIdentity(documentKind(type), textCell(text), text, today);
}

/** Columns 25, 26 and 27 for an entry of the catalogue, by its name and what stands in column 26. */
export const subjectValues = (name: string, inColumn26: string, code: string): RowValues =>
  new Map<ColumnKey, string>([
    ['occupationName', name],
    ['occupationCode', inColumn26],
    ['category', majorClass(code)],
  ]);

/**
 * A value that was typed, with what follows from it for cells of the row that are still blank: the sex from an ID
 * number, the code and the category from a name, the name from a code. Only what is certain follows.
 */
export function withImplied(
  rulebook: Rulebook,
  today: IsoDate,
  texts: RowTexts,
  key: ColumnKey,
  typed: string,
): RowValues {
  const implied = new Map<ColumnKey, string>();
  if (key === 'idNumber') {
    const { sex } = identityIn(rulebook, today, texts, typed);
    if (sex !== null) implied.set('sex', sex);
  } else if (key === 'occupationName' || key === 'occupationCode') {
    for (const [each, text] of subjectOf(rulebook, texts, key, typed)) implied.set(each, text);
  }
  const blank = [...implied].filter(([each]) => each !== key && texts(each).trim() === '');
  return new Map<ColumnKey, string>([[key, typed], ...blank]);
}

function subjectOf(
  rulebook: Rulebook,
  texts: RowTexts,
  key: 'occupationName' | 'occupationCode',
  typed: string,
): RowValues {
  const special = levelIn(rulebook, texts) === 'special';
  const ability =
    special && key === 'occupationName' ? rulebook.catalogue.ability(tidy(key, typed)) : undefined;
  if (ability !== undefined) return subjectValues(ability.name, ability.occupation, ability.currentCode);
  const found = special ? undefined : resolveOccupation(rulebook, tidy(key, typed));
  const [code] = found?.codes ?? [];
  // An ability that is no occupation belongs to a special row, and its code is not for column 26.
  if (found?.verified !== true || found.ability !== undefined || found.codes.length !== 1) return new Map();
  return code === undefined ? new Map() : subjectValues(found.name, code, code);
}
