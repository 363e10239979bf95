import { unzipSync } from 'fflate';
import { Workbook, type Worksheet } from 'exceljs';

/** The parts of a package as text, by their path. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, decoder.decode(part)]));
}

/** A workbook as a library that is not ours reads it. */
export async function openedElsewhere(bytes: Uint8Array): Promise<Workbook> {
  const workbook = new Workbook();
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  await workbook.xlsx.load(copy);
  return workbook;
}

export function firstSheet(workbook: Workbook): Worksheet {
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('the workbook has no worksheet');
  return sheet;
}
