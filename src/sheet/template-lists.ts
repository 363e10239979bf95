import type { ColumnKey } from '../rules/application';
import { CHOICE_COLUMNS } from '../rules/choices';
import type { Rulebook } from '../rules/rulebook';
import { occupationRows } from '../rules/reference/occupations';

/** What the template's lists hold: the choices of each list column, and names and codes for columns 25 and 26. */
export interface TemplateLists {
  readonly choices: readonly { readonly column: ColumnKey; readonly values: readonly string[] }[];
  /** Name and code of each occupation that may be applied for, in the order of the book. */
  readonly occupations: readonly (readonly [name: string, code: string])[];
  /** Name and field of each ability of annex 5. */
  readonly abilities: readonly (readonly [name: string, field: string])[];
  /** The level that makes a row a special one. */
  readonly specialLevel: string;
}

/** The lists of one notice. */
export function templateLists({ notice, catalogue, choices }: Rulebook): TemplateLists {
  const { majors } = notice.parameters.scope;
  return {
    choices: CHOICE_COLUMNS.map((column) => ({ column, values: choices.values(column) })),
    occupations: occupationRows.flatMap(([code, name]) =>
      majors.includes(Number(code.charAt(0))) ? [[name, code] as const] : [],
    ),
    abilities: catalogue.abilities.map(({ name, occupation }) => [name, occupation] as const),
    specialLevel: notice.parameters.levels.find(({ key }) => key === 'special')?.name ?? '',
  };
}
