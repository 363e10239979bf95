import type { Grid } from '../../sheet/grid';
import { patchWorkbook, readWorkbook, UnreadableFile, type WorkbookEdit } from '../file';
import { done, type Outcome } from '../host';
import { gridFormula } from './cell-data';

/** The cells of the file that no longer read as it has them. */
async function editsOf(file: Uint8Array, now: readonly Grid[]): Promise<readonly WorkbookEdit[]> {
  const { sheets } = await readWorkbook(file);
  const edits: WorkbookEdit[] = [];
  sheets.forEach(({ name, rows: before }, index) => {
    const after = now[index]?.rows;
    if (after === undefined) return;
    for (let row = 0; row < Math.max(before.length, after.length); row++) {
      const width = Math.max(before[row]?.length ?? 0, after[row]?.length ?? 0);
      for (let column = 0; column < width; column++) {
        const [was, is] = [before[row]?.[column], after[row]?.[column]];
        // A formula that is still the same is the file's to compute.
        if (was?.formula !== undefined && gridFormula(was.formula) === `=${is?.formula ?? ''}`) continue;
        const text = is?.text ?? '';
        if (text !== (was?.text ?? '') || is?.kind !== was?.kind)
          edits.push({ sheet: name, row, column, text });
      }
    }
  });
  return edits;
}

/**
 * The user's own file with what was edited, everything else byte for byte.
 *
 * @param now its worksheets as they are now, in the order of the file
 * @returns `unsupported` where the file is written in a way that cannot be patched
 */
export async function patchedFile(file: Uint8Array, now: readonly Grid[]): Promise<Outcome<Uint8Array>> {
  try {
    return done(patchWorkbook(file, await editsOf(file, now)));
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: false, problem: 'unsupported', detail: error.message };
    throw error;
  }
}
