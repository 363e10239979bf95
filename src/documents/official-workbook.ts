import { cellLists, LIST_SHEET } from '../sheet/cell-lists';
import { formPlaces, sheetNameOf } from '../sheet/form-shape';
import type { OfficialLayout } from '../sheet/layout';
import type { OfficialValue } from '../sheet/official-rows';
import type { TemplateLists } from '../sheet/template-lists';
import { listNames, listSheetXml, validationsXml } from './official-lists';
import { sheetXml } from './official-sheet';
import { STYLE } from './official-styles';
import { printNames } from './print-setup';
import { spreadsheet } from './spreadsheet-package';
import { StringTable } from './string-table';

/** The official sheet filled in. */
export interface OfficialWorkbook extends OfficialLayout {
  /** One a person, in the order of the columns; '' is an empty cell, a serial a day. */
  readonly rows: readonly (readonly OfficialValue[])[];
}

/** The official sheet to be filled in. */
export interface OfficialTemplate extends OfficialLayout {
  readonly emptyRows: number;
  readonly lists: TemplateLists;
}

/**
 * The official sheet with these rows, as an .xlsx with nothing of ours in it: no hidden sheet, no validation, no
 * formula, no name but those of printing, no person's name in its properties. The same input gives the same bytes.
 */
export function officialWorkbook({ rows, ...layout }: OfficialWorkbook): Uint8Array {
  const strings = new StringTable();
  const name = sheetNameOf(layout.title);
  return spreadsheet({
    title: layout.title,
    sheets: [{ name, xml: sheetXml(layout, rows, strings, '') }],
    names: printNames(name, formPlaces(layout, rows.length)),
    strings,
  });
}

/**
 * The official sheet as a form: empty bordered rows with a prompt in each column, lists where there is a choice
 * (a value off the list is warned of, not refused), and the lists on a very hidden sheet behind names in `KPY_…`.
 */
export function officialTemplate({ emptyRows, lists, ...layout }: OfficialTemplate): Uint8Array {
  const strings = new StringTable();
  const rows = Array.from({ length: Math.max(1, emptyRows) }, () => []);
  const name = sheetNameOf(layout.title);
  const columns = new Map(layout.columns.map(({ key }, column) => [key, column] as const));
  const plan = cellLists(lists, (key) => columns.get(key));
  return spreadsheet({
    title: layout.title,
    sheets: [
      { name, xml: sheetXml(layout, rows, strings, validationsXml(layout, rows.length, plan)) },
      { name: LIST_SHEET, state: 'veryHidden', xml: [listSheetXml(plan, strings, STYLE.text)] },
    ],
    names: printNames(name, formPlaces(layout, rows.length)) + listNames(plan),
    strings,
  });
}
