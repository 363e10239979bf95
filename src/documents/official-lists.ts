import { escapeXml } from '../hosts/file/xml-escapes';
import { columnLetters } from '../sheet/a1';
import { LIST_SHEET, type CellLists } from '../sheet/cell-lists';
import { cellPrompt, formPlaces } from '../sheet/form-shape';
import type { OfficialLayout } from '../sheet/layout';
import type { StringTable } from './string-table';

/** The worksheet that holds the lists, one a column, all as text. */
export function listSheetXml({ lists }: CellLists, strings: StringTable, textStyle: number): string {
  const height = Math.max(0, ...lists.map(({ values }) => values.length));
  let rows = '';
  for (let row = 0; row < height; row++) {
    rows += `<row r="${row + 1}">`;
    lists.forEach(({ values }, column) => {
      const value = values[row];
      if (value === undefined) return;
      rows += `<c r="${columnLetters(column)}${row + 1}" s="${textStyle}" t="s"><v>${strings.place(value)}</v></c>`;
    });
    rows += '</row>';
  }
  return `<sheetData>${rows}</sheetData>`;
}

/** The defined names of the lists, sorted as Excel sorts them. */
export function listNames({ lists }: CellLists): string {
  return lists
    .map(({ name, values }, column) => ({
      name,
      range: `${LIST_SHEET}!$${columnLetters(column)}$1:$${columnLetters(column)}$${values.length}`,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, range }) => `<definedName name="${name}">${range}</definedName>`)
    .join('');
}

/**
 * The prompts and lists of the form's columns. They reach from the first row to the footer's: a row inserted above
 * the footer is then inside, and has its lists too. The footer itself begins in the first column, which has no list.
 */
export function validationsXml(layout: OfficialLayout, rows: number, { formulas }: CellLists): string {
  const { firstRow, lastRow, footerRow } = formPlaces(layout, rows);
  const items = layout.columns.map((each, column) => {
    const formula = formulas.get(each.key);
    const { title, message } = cellPrompt(each);
    const letter = columnLetters(column);
    const rule = formula === undefined ? '' : 'type="list" errorStyle="warning" ';
    const check = formula === undefined ? '' : ' showErrorMessage="1"';
    const range = `${letter}${firstRow}:${letter}${column === 0 ? lastRow : footerRow}`;
    const words = `promptTitle="${attribute(title)}" prompt="${attribute(message)}"`;
    const start = `<dataValidation ${rule}allowBlank="1" showInputMessage="1"${check} ${words} sqref="${range}"`;
    return formula === undefined
      ? `${start}/>`
      : `${start}><formula1>${escapeXml(formula)}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${items.length}">${items.join('')}</dataValidations>`;
}

/** A text in an attribute, with its line breaks. */
const attribute = (text: string): string => escapeXml(text).replaceAll('\n', '&#10;');
