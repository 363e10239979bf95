import type { IResources, IStyleData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import { CHINESE, VERTICAL } from '../grid-enums';
import { styleName } from './sheet-look';

const WORKBOOK_ID = 'workbook';
const APP_VERSION = '0.25.1';
const TEXT_FONT = '宋体';

export const sheetIdOf = (index: number): string => `sheet-${index + 1}`;

/** The look of a cell without a style: what the file's first font says, at the bottom of the cell as in Excel. */
const plainStyle = (plain: IStyleData): IStyleData => ({
  ff: TEXT_FONT,
  fs: 11,
  vt: VERTICAL.bottom,
  ...plain,
});

/** A workbook of these worksheets, whose cells name their looks by number. */
export function workbookData(
  sheets: readonly Partial<IWorksheetData>[],
  styles: readonly IStyleData[],
  plain: IStyleData,
  resources: IResources,
): IWorkbookData {
  return {
    id: WORKBOOK_ID,
    name: '',
    appVersion: APP_VERSION,
    locale: CHINESE,
    styles: Object.fromEntries(styles.map((style, index) => [styleName(index), style])),
    defaultStyle: plainStyle(plain),
    sheetOrder: sheets.map((_, index) => sheetIdOf(index)),
    sheets: Object.fromEntries(sheets.map((sheet, index) => [sheetIdOf(index), sheet])),
    resources,
  };
}
