import ExcelJS from 'exceljs';
import { readWorkbookFile } from '../../../src/cli/files';
import { COLUMN_KEYS } from '../../../src/rules/application';
import { COLUMNS } from '../../../src/sheet/columns';
import { SOUND, type Given } from '../../support/applicant';

/** What a test writes into a worksheet as it is. */
export type Plain = string | number;
export type Value = Plain | { readonly formula: string; readonly result: string };

/** The header row of annex 2. */
export const HEADERS: readonly string[] = COLUMNS.map(({ header }) => header);

export const FOOTER: readonly string[] = [
  '填报单位（加盖公章）：天和学校 联系人：赵丁 联系电话：023-67890123',
];

/** The values of a sound row with some cells changed. */
export const rowOf = (given: Given = {}): readonly Plain[] =>
  COLUMN_KEYS.map((key) => {
    const value = key in given ? given[key] : SOUND[key];
    return typeof value === 'string' || typeof value === 'number' ? value : '';
  });

/** A sheet as a clerk fills it: title, headers, rows, footer. Rows begin at 3. */
export const sheetOf = (...rows: readonly (readonly Value[])[]): readonly (readonly Value[])[] => [
  ['考评人员申报汇总表'],
  HEADERS,
  ...rows,
  FOOTER,
];

/** Writes a workbook with exceljs, which is none of our own tools. */
export async function writeWorkbook(
  path: string,
  sheets: Readonly<Record<string, readonly (readonly Value[])[]>>,
  hidden: readonly string[] = [],
): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name, { state: hidden.includes(name) ? 'hidden' : 'visible' });
    rows.forEach((row, r) => {
      row.forEach((value, c) => {
        if (value !== '') sheet.getCell(r + 1, c + 1).value = value;
      });
    });
  }
  await workbook.xlsx.writeFile(path);
  return path;
}

/** The texts of a worksheet, read back. */
export async function textsOf(path: string, sheet = 0): Promise<readonly (readonly string[])[]> {
  const { workbook } = await readWorkbookFile(path);
  return workbook.sheets[sheet]?.rows.map((row) => (row ?? []).map((cell) => cell?.text ?? '')) ?? [];
}
