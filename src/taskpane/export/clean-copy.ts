import type { SheetReport } from '../../sheet/check-sheet';
import { officialLayout } from '../../sheet/layout';
import { officialRows } from '../../sheet/official-rows';

/** The clean official workbook of a checked sheet: what `kpy export` writes of the same rows. */
export async function cleanCopy(report: SheetReport): Promise<Uint8Array> {
  const { officialWorkbook } = await import('../../documents/official-workbook');
  return officialWorkbook({ ...officialLayout(report.reading.footer), rows: officialRows(report) });
}
