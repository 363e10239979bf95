import { bridge } from './bridge/bridge';
import type { WorkRecord } from './work-record';

/**
 * The work that a file is as it is opened; `restore` puts it into the grid. Does without the grid, so that a file can be
 * refused while the open work stands.
 *
 * @throws UnreadableFile and nothing else, for any bytes whatever
 */
export async function openedWork(bytes: Uint8Array, name: string): Promise<WorkRecord> {
  const { snapshot, keptInFile } = await bridge(bytes);
  return { name, snapshot, file: bytes, keptInFile, memory: {}, restructured: false };
}
