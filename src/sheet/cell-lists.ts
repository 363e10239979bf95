import type { ColumnKey } from '../rules/application';
import { columnLetters } from './a1';
import type { TemplateLists } from './template-lists';

/** The very hidden worksheet that holds the lists. */
export const LIST_SHEET = 'KPY';

/** A list in a column of the list sheet, behind a defined name. */
export interface NamedList {
  readonly name: string;
  readonly values: readonly string[];
}

/** The lists of a sheet's cells: what the list sheet holds, one list a column, and the formula of each column's cells. */
export interface CellLists {
  /** The same for every sheet of the workbook, whatever its columns: all sheets share one list sheet. */
  readonly lists: readonly NamedList[];
  /** Formulas without their `=`. None refers to a cell by its row, so that each serves every row. */
  readonly formulas: ReadonlyMap<ColumnKey, string>;
}

/**
 * Names are short, since Excel takes 255 characters of formula in a validation: K key, N name, P partner (code or
 * field), A all names, C all codes and fields.
 */
const KEY = 'KPY_K';
const NAME = 'KPY_N';
const PARTNER = 'KPY_P';
const ALL_NAMES = 'KPY_A';
const ALL_PARTNERS = 'KPY_C';

const choiceName = (column: ColumnKey): string => `KPY_${column.toUpperCase()}`;

/** Sorted by code units: names that begin alike stand together, whatever the language of the machine. */
const byText = (a: readonly string[], b: readonly string[]): number => {
  const [x, y] = [a.join('\u0000'), b.join('\u0000')];
  return x < y ? -1 : x > y ? 1 : 0;
};

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];

/**
 * Plans the lists of columns that stand anywhere.
 *
 * Column 25 offers the occupations or the abilities of the row's level, and of these what begins with the text that the
 * cell holds; column 26 the code or field of the name in column 25. Both look a key up, which is the level's first
 * character and the name. A row without a level is taken for the first level of the list. INDEX with ROW stands for
 * references relative to the cell, which Excel resolves against the active cell; COUNTIF guards MATCH, since LibreOffice
 * takes no IFERROR here.
 *
 * @param columnOf the column of a key, counted from 0; undefined where the sheet has none such
 */
export function cellLists(lists: TemplateLists, columnOf: (key: ColumnKey) => number | undefined): CellLists {
  const choices = lists.choices.filter(({ values }) => values.length > 0);
  const named: NamedList[] = choices.map(({ column, values }) => ({ name: choiceName(column), values }));
  const formulas = new Map<ColumnKey, string>(choices.map(({ column }) => [column, choiceName(column)]));
  const levels = lists.choices.find(({ column }) => column === 'level')?.values ?? [];
  const initials = unique(levels.filter((level) => level !== lists.specialLevel).map(initial));
  const keyed = [
    ...initials.flatMap((each) =>
      lists.occupations.map(([name, code]) => [each + name, name, code] as const),
    ),
    ...lists.abilities.map(([name, field]) => [initial(lists.specialLevel) + name, name, field] as const),
  ].sort(byText);
  const [first] = initials;
  if (keyed.length > 0 && first !== undefined) {
    const partners = [...lists.occupations, ...lists.abilities].map(([, partner]) => partner);
    const names = [...lists.occupations, ...lists.abilities].map(([each]) => each);
    named.push(
      { name: KEY, values: keyed.map(([key]) => key) },
      { name: NAME, values: keyed.map(([, each]) => each) },
      { name: PARTNER, values: keyed.map(([, , partner]) => partner) },
      { name: ALL_NAMES, values: unique(names) },
      { name: ALL_PARTNERS, values: unique(partners) },
    );
    const [level, name] = [columnOf('level'), columnOf('occupationName')];
    if (level !== undefined && name !== undefined) {
      const key = `LEFT(${inRow(level)}&"${first.replaceAll('"', '""')}")&${inRow(name)}`;
      formulas.set('occupationName', matching(`${key}&"*"`, NAME, ALL_NAMES));
      formulas.set('occupationCode', matching(key, PARTNER, ALL_PARTNERS));
    }
  }
  return { lists: named, formulas };
}

const initial = (level: string): string => level.slice(0, 1);

/** The cell of a column in the row that the formula stands in. */
const inRow = (column: number): string => `INDEX($${columnLetters(column)}:$${columnLetters(column)},ROW())`;

/** The rows of a list whose key fits, or all of another list where none does. */
const matching = (key: string, result: string, otherwise: string): string =>
  `IF(COUNTIF(${KEY},${key}),OFFSET(${result},MATCH(${key},${KEY},0)-1,0,COUNTIF(${KEY},${key})),${otherwise})`;

/** What the name of every list begins with. */
export const LIST_NAMES = 'KPY_';

/** Whether a list's formula is one of ours. */
export const isOwnList = (formula: string): boolean => /(?:^|[^A-Za-z0-9_.])KPY_[A-Z]/.test(formula);
