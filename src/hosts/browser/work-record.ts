import type { IWorkbookData } from '@univerjs/core';
import type { KeptInFile } from './bridge/kept-in-file';
import type { CellBlocks } from './stored-cells';

/**
 * A work in the browser, as plain data that can be stored: what the grid holds, the user's own file that it came
 * from, and what the pane keeps in it.
 */
export interface WorkRecord {
  /** The name of the file, or of the new work. */
  readonly name: string;
  readonly snapshot: IWorkbookData;
  /** By the name of a sheet, its cells as text; of a sheet that is missing here the snapshot has them. */
  readonly cells?: Readonly<Record<string, CellBlocks>>;
  /** The bytes of the file that was opened; null for a work begun here. */
  readonly file: Uint8Array | null;
  readonly keptInFile: readonly KeptInFile[];
  /** What `remember` was given. */
  readonly memory: Readonly<Record<string, string>>;
  /** Whether rows, columns or sheets have come, gone or moved since the file was opened. */
  readonly restructured: boolean;
}
