import { done, type CopyPlace, type Outcome } from '../host';
import type { ExcelRunner } from './run';

/** Bytes as base64, in pieces that a call takes as arguments. */
function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

/** Hands a workbook to the browser as a download. */
export type Download = (bytes: Uint8Array, fileName: string) => void;

/**
 * Gives the user a workbook: opened beside this one; where that is not allowed, its sheets added to this one; where that
 * is not allowed either, downloaded.
 */
export async function openCopy(
  runner: ExcelRunner,
  createWorkbook: typeof Excel.createWorkbook,
  download: Download,
  bytes: Uint8Array,
  fileName: string,
): Promise<Outcome<CopyPlace>> {
  const base64 = base64Of(bytes);
  // The job ends with a request of its own: where that fails, the copy is open all the same.
  const state = { isOpen: false };
  const opened = await runner.run(async () => {
    await createWorkbook(base64);
    state.isOpen = true;
  });
  if (opened.ok || state.isOpen) return done('opened');
  // A host that is only busy is not asked for something else instead.
  if (opened.problem === 'busy' || opened.problem === 'cell-edit') return opened;
  const added = await runner.run(async (context) => {
    context.workbook.insertWorksheetsFromBase64(base64, { positionType: 'End' });
    await context.sync();
  });
  if (added.ok) return done('added-sheet');
  try {
    download(bytes, fileName);
  } catch {
    return opened;
  }
  return done('downloaded');
}
