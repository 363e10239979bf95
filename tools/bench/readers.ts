import { readWorkbook } from '../../src/hosts/file';

/** Who reads an .xlsx, for comparison. */
export const READERS = ['kpy', 'hucre', 'exceljs'] as const;

/**
 * Reads a workbook and does nothing with it, and loads no other reader. Returns its rows, so that the work cannot be left
 * out.
 */
export async function readWith(reader: string, bytes: Uint8Array): Promise<number> {
  if (reader === 'kpy') return (await readWorkbook(bytes)).sheets[0]?.rows.length ?? 0;
  if (reader === 'hucre') {
    const { readXlsx } = await import('hucre/xlsx');
    return (await readXlsx(bytes)).sheets[0]?.rows.length ?? 0;
  }
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook.worksheets[0]?.rowCount ?? 0;
}
