import exceljs from 'exceljs';
import { readXlsx } from 'hucre/xlsx';
import { readWorkbook } from '../../src/hosts/file';

/** Who reads an .xlsx, for comparison. */
export const READERS = ['kpy', 'hucre', 'exceljs'] as const;

/** Reads a workbook and does nothing with it. Returns its rows, so that the work cannot be left out. */
export async function readWith(reader: string, bytes: Uint8Array): Promise<number> {
  if (reader === 'kpy') return (await readWorkbook(bytes)).sheets[0]?.rows.length ?? 0;
  if (reader === 'hucre') return (await readXlsx(bytes)).sheets[0]?.rows.length ?? 0;
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook.worksheets[0]?.rowCount ?? 0;
}
