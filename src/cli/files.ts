import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { readWorkbook, UnreadableFile, type Workbook } from '../hosts/file';
import { EXIT, Failure } from './failure';
import { readingProblem } from './system-problem';

/** A larger file is no 汇总表; reading it would only cost memory. */
const LARGEST_BYTES = 128 * 1024 * 1024;

/**
 * @throws UnreadableFile where the bytes are no workbook
 * @throws Failure where the file system refuses
 */
export async function readWorkbookFile(
  path: string,
): Promise<{ readonly bytes: Uint8Array; readonly workbook: Workbook }> {
  const bytes = await readBytes(path);
  return { bytes, workbook: await readWorkbook(bytes) };
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const information = await stat(path);
    if (information.isDirectory()) throw new Failure(EXIT.usage, 'command.is-directory', { file: path });
    // A device may never end, and a pipe wait for ever.
    if (!information.isFile()) throw new Failure(EXIT.unreadable, 'command.not-a-file', { file: path });
    if (information.size > LARGEST_BYTES) throw new UnreadableFile('too-large');
    // A plain view: slices of a Node Buffer share its memory, and patching would write into the original.
    const buffer = await readFile(path);
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  } catch (error) {
    if (error instanceof Failure || error instanceof UnreadableFile) throw error;
    throw new Failure(EXIT.unreadable, readingProblem(error), { file: path });
  }
}

/** The file beside the input that a command writes where it is told no other: 名单.xlsx → 名单-已修正.xlsx. */
export const besides = (path: string, suffix: string, extension = '.xlsx'): string =>
  join(dirname(path), `${basename(path, extname(path))}-${suffix}${extension}`);
