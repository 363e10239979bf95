import type { GridRange } from '../../sheet/grid';
import { columnLetters, parseA1 } from '../../sheet/a1';
import type { Mark, SheetId } from '../host';
import { rangeAddress } from './address';
import { MARKS, marksSheetName } from './own-sheets';

/** Excel's own colours of "light red fill with dark red text" and "yellow fill with dark yellow text". */
const LOOK: Readonly<Record<Mark, { readonly fill: string; readonly font: string }>> = {
  e: { fill: '#FFC7CE', font: '#9C0006' },
  w: { fill: '#FFEB9C', font: '#9C5700' },
};
/**
 * Whether a conditional format is ours: its formula names our sheets, or says that it is. One without a formula, which
 * Excel itself does not make, is ours from a request that failed before it had one.
 */
const isOwnFormula = (formula: string | undefined): boolean =>
  formula === '' || formula?.includes(MARKS) === true;

/** Asks for the conditional formats of a range, or of a whole sheet. */
export function askFormats(sheet: Excel.Worksheet, range?: GridRange): Excel.ConditionalFormatCollection {
  const place = range === undefined ? sheet.getRange() : sheet.getRange(rangeAddress(range));
  const formats = place.untrack().conditionalFormats;
  formats.load('items/id,items/type,items/customOrNullObject/rule/formula');
  return formats;
}

/** Those of them that are ours. What a format of another type does not have is not even asked for: the library may throw. */
export const ownFormats = (
  formats: Excel.ConditionalFormatCollection,
): readonly { readonly id: string; readonly formula: string }[] =>
  formats.items.flatMap((format) => {
    const formula = format.type === 'Custom' ? format.customOrNullObject.rule.formula : undefined;
    return formula !== undefined && isOwnFormula(formula) ? [{ id: format.id, formula }] : [];
  });

/**
 * Row and column go by ROW() and COLUMN(): relative references would drift when rows are inserted above. Without any
 * reference relative to a cell, it does not matter either from which range Excel resolves it (office-js issue 5194).
 */
export const markFormula = (marksSheet: string, width: number, mark: Mark): string =>
  `=INDEX(${marksSheet}!$A:$${columnLetters(width - 1)},ROW(),COLUMN())="${mark}"`;

/** Always true, and ours: the user may well have formats of `=TRUE`. */
export const constantFormula = (mark: Mark): string => `="${MARKS}_${mark}"<>""`;

/** Whether a format of this formula shows the marks of a sheet that is so many columns wide. */
export function shows(formula: string, id: SheetId, mark: Mark, width: number): boolean {
  const column = /!\$A:\$([A-Z]+),/.exec(formula)?.[1];
  if (column === undefined) return false;
  const columns = (parseA1(`${column}1`)?.column ?? 0) + 1;
  return columns >= width && formula === markFormula(marksSheetName(id), columns, mark);
}

/** A conditional format of ours, the first of those of its range. */
export function addFormat(
  range: Excel.Range | Excel.RangeAreas,
  formula: string,
  mark: Mark,
): Excel.ConditionalFormat {
  const format = range.conditionalFormats.add('Custom');
  format.custom.rule.formula = formula;
  format.custom.format.fill.color = LOOK[mark].fill;
  format.custom.format.font.color = LOOK[mark].font;
  return format;
}

export function deleteFormats(sheet: Excel.Worksheet, ids: readonly string[]): void {
  const formats = sheet.getRange().untrack().conditionalFormats;
  for (const id of ids) formats.getItem(id).delete();
}
