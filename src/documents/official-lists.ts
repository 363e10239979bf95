import { escapeXml } from '../hosts/file/xml-escapes';
import type { ColumnKey } from '../rules/application';
import type { OfficialLayout } from '../sheet/layout';
import type { TemplateLists } from '../sheet/template-lists';
import { formPlaces, letters } from './official-sheet';
import type { StringTable } from './string-table';

export const LIST_SHEET = 'KPY';

interface NamedList {
  readonly name: string;
  readonly values: readonly string[];
}

/** Pairs of one name side by side, since the list of codes for a name is cut out as one block. */
function grouped(pairs: readonly (readonly [string, string])[]): (readonly [string, string])[] {
  const groups = new Map<string, (readonly [string, string])[]>();
  for (const pair of pairs) groups.set(pair[0], [...(groups.get(pair[0]) ?? []), pair]);
  return [...groups.values()].flat();
}

const choiceName = (column: ColumnKey): string => `KPY_${column.toUpperCase()}`;

function namedLists(lists: TemplateLists): NamedList[] {
  const occupations = grouped(lists.occupations);
  const abilities = grouped(lists.abilities);
  return [
    ...lists.choices.map(({ column, values }) => ({ name: choiceName(column), values })),
    { name: 'KPY_OCC', values: occupations.map(([name]) => name) },
    { name: 'KPY_CODE', values: occupations.map(([, code]) => code) },
    { name: 'KPY_ABILITY', values: abilities.map(([name]) => name) },
    { name: 'KPY_FIELD', values: abilities.map(([, field]) => field) },
    { name: 'KPY_FIELDS', values: [...new Set(abilities.map(([, field]) => field))] },
  ].filter(({ values }) => values.length > 0);
}

/** The worksheet that holds the lists, one a column, all as text. */
export function listSheetXml(lists: TemplateLists, strings: StringTable, textStyle: number): string {
  const columns = namedLists(lists);
  const height = Math.max(0, ...columns.map(({ values }) => values.length));
  let rows = '';
  for (let row = 0; row < height; row++) {
    rows += `<row r="${row + 1}">`;
    columns.forEach(({ values }, column) => {
      const value = values[row];
      if (value === undefined) return;
      rows += `<c r="${letters(column)}${row + 1}" s="${textStyle}" t="s"><v>${strings.place(value)}</v></c>`;
    });
    rows += '</row>';
  }
  return `<sheetData>${rows}</sheetData>`;
}

/** The defined names of the lists, sorted as Excel sorts them. */
export function listNames(lists: TemplateLists): string {
  return namedLists(lists)
    .map(({ name, values }, column) => ({
      name,
      range: `${LIST_SHEET}!$${letters(column)}$1:$${letters(column)}$${values.length}`,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, range }) => `<definedName name="${name}">${range}</definedName>`)
    .join('');
}

/** The rows of `result` whose name is in the cell, or all of `otherwise` where the cell holds no such name. */
const partnersOf = (cell: string, names: string, result: string, otherwise: string): string =>
  `IF(COUNTIF(${names},${cell})=0,${otherwise},OFFSET(${result},MATCH(${cell},${names},0)-1,0,COUNTIF(${names},${cell}),1))`;

/**
 * The formulas of the two columns that go by the level. References are relative to the first row of the form.
 * COUNTIF guards MATCH: LibreOffice takes no IFERROR here.
 */
function dependentLists(
  layout: OfficialLayout,
  lists: TemplateLists,
  firstRow: number,
): Map<ColumnKey, string> {
  const cell = (key: ColumnKey): string => {
    const column = layout.columns.findIndex((each) => each.key === key);
    return `$${letters(Math.max(column, 0))}${firstRow}`;
  };
  const occupations = partnersOf(cell('occupationName'), 'KPY_OCC', 'KPY_CODE', 'KPY_CODE');
  const formulas = new Map<ColumnKey, string>();
  if (lists.occupations.length === 0) return formulas;
  if (lists.abilities.length === 0) {
    formulas.set('occupationName', 'KPY_OCC');
    return formulas.set('occupationCode', occupations);
  }
  const special = `${cell('level')}="${lists.specialLevel.replaceAll('"', '""')}"`;
  const abilities = partnersOf(cell('occupationName'), 'KPY_ABILITY', 'KPY_FIELD', 'KPY_FIELDS');
  formulas.set('occupationName', `IF(${special},KPY_ABILITY,KPY_OCC)`);
  return formulas.set('occupationCode', `IF(${special},${abilities},${occupations})`);
}

/**
 * The prompts and lists of the form's columns. They reach from the first row to the footer's: a row inserted above
 * the footer is then inside, and has its lists too. The footer itself begins in the first column, which has no list.
 */
export function validationsXml(layout: OfficialLayout, rows: number, lists: TemplateLists): string {
  const { firstRow, lastRow, footerRow } = formPlaces(layout, rows);
  const formulas = dependentLists(layout, lists, firstRow);
  for (const { column, values } of lists.choices)
    if (values.length > 0) formulas.set(column, choiceName(column));
  const items = layout.columns.map(({ key, header, prompt }, column) => {
    const formula = formulas.get(key);
    const letter = letters(column);
    const rule = formula === undefined ? '' : 'type="list" errorStyle="warning" ';
    const check = formula === undefined ? '' : ' showErrorMessage="1"';
    const range = `${letter}${firstRow}:${letter}${column === 0 ? lastRow : footerRow}`;
    const words = `promptTitle="${attribute(header, 32)}" prompt="${attribute(prompt, 255)}"`;
    const start = `<dataValidation ${rule}allowBlank="1" showInputMessage="1"${check} ${words} sqref="${range}"`;
    return formula === undefined
      ? `${start}/>`
      : `${start}><formula1>${escapeXml(formula)}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${items.length}">${items.join('')}</dataValidations>`;
}

/** A text in an attribute, cut to what Excel allows there. */
const attribute = (text: string, longest: number): string =>
  escapeXml(text.slice(0, longest)).replaceAll('\n', '&#10;');
