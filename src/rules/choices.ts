import type { ColumnKey } from './application';
import type { Fix } from './finding';
import { fold } from './fold';
import type { LevelKey, NoticePack } from './notice';
import { choiceLists, type ChoiceValue } from './reference/code-lists';

/** The columns that are filled from a list. */
export const CHOICE_COLUMNS = [
  'institutionTier',
  'idType',
  'sex',
  'ethnicity',
  'education',
  'politicalStatus',
  'trained',
  'level',
] as const satisfies readonly ColumnKey[];

export type ChoiceColumn = (typeof CHOICE_COLUMNS)[number];

/** A choice cell, read. */
export interface ChoiceReading {
  /** The list's own wording where it is known, also through an alias; else the text as it is. */
  readonly value: string;
  /** True where the text itself is in the list. */
  readonly listed: boolean;
  /** True where the text is in the list or a safe alias of one that is: what the row is judged with. */
  readonly known: boolean;
  /** The list's wording for an alias. */
  readonly fix?: Fix;
}

export interface Choices {
  read(column: ChoiceColumn, text: string): ChoiceReading;
  /** What the column may hold, the usual answers first. */
  values(column: ChoiceColumn): readonly string[];
  /** A few of them, for a message. */
  examples(column: ChoiceColumn): readonly string[];
  /** The level that column 24, read, names. */
  levelOf(reading: ChoiceReading): LevelKey | null;
}

/** How many examples a message gives. */
export const EXAMPLES = 6;
/** The reading of an empty cell. */
const BLANK_CHOICE: ChoiceReading = { value: '', listed: false, known: false };

/** The lists of one notice: its own (tiers, levels) and those of the standards. */
export function createChoices(notice: NoticePack): Choices {
  const { tiers, levels } = notice.parameters;
  const lists: Readonly<Record<ChoiceColumn, readonly ChoiceValue[]>> = {
    ...choiceLists,
    institutionTier: tiers.values.map((value) => ({
      value,
      aliases: Object.keys(tiers.aliases).filter((alias) => tiers.aliases[alias] === value),
    })),
    level: levels.map(({ name, aliases, doubtful }) => ({ value: name, aliases, doubtful })),
  };
  const readings = new Map(CHOICE_COLUMNS.map((column) => [column, index(lists[column])] as const));
  const keys = new Map(levels.map(({ name, key }) => [name, key] as const));
  const values = (column: ChoiceColumn): readonly string[] =>
    lists[column].filter((each) => each.offered !== false).map((each) => each.value);
  return {
    read: (column, text) => {
      if (text === '') return BLANK_CHOICE;
      const known = readings.get(column);
      // Most cells hold a wording that is folded as it stands.
      const reading = known?.get(text) ?? known?.get(fold(text));
      if (reading === undefined) return { value: text, listed: false, known: false };
      const { value, listed } = reading;
      return listed && value !== text
        ? { value, listed: false, known: true, fix: { value, safe: true } }
        : reading;
    },
    values,
    examples: (column) => values(column).slice(0, EXAMPLES),
    levelOf: ({ value }) => keys.get(value) ?? null,
  };
}

function index(list: readonly ChoiceValue[]): ReadonlyMap<string, ChoiceReading> {
  const map = new Map<string, ChoiceReading>();
  for (const { value, aliases = [], doubtful = [] } of list) {
    for (const alias of aliases)
      map.set(fold(alias), { value, listed: false, known: true, fix: { value, safe: true } });
    for (const alias of doubtful)
      map.set(fold(alias), { value: alias, listed: false, known: false, fix: { value, safe: false } });
  }
  // A value of the list stands for itself, whatever else it is an alias of.
  for (const { value } of list) map.set(fold(value), { value, listed: true, known: true });
  return map;
}
