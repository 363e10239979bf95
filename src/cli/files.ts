import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { readWorkbook, UnreadableFile, type Workbook } from '../hosts/file';
import { EXIT, Failure } from './failure';

const WORKBOOK = /\.(?:xlsx|xlsm|xls)$/i;

/** A larger file is no 汇总表; reading it would only cost memory. */
const LARGEST_BYTES = 128 * 1024 * 1024;

/**
 * The workbooks that the arguments name: files as they are, directories with everything below them, without Excel's
 * lock files (~$…) and hidden files. Sorted within a directory.
 *
 * A path that does not exist stays in the list: reading it says so, and the other files are checked all the same.
 *
 * @throws Failure for a directory that cannot be listed, or directories without any workbook
 */
export async function workbookPaths(paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const information = await stat(path).catch(() => null);
    if (information?.isDirectory() === true) found.push(...(await workbooksBelow(path)));
    else found.push(path);
  }
  if (found.length === 0) throw new Failure(EXIT.usage, 'command.no-workbooks', { file: paths.join('、') });
  return [...new Set(found)];
}

async function workbooksBelow(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && WORKBOOK.test(entry.name) && !/^(?:~\$|\.)/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    throw new Failure(EXIT.unreadable, systemProblem(error), { file: folder });
  }
}

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
    const { size, isDirectory } = await stat(path).then((each) => ({
      size: each.size,
      isDirectory: each.isDirectory(),
    }));
    if (isDirectory) throw new Failure(EXIT.usage, 'command.is-directory', { file: path });
    if (size > LARGEST_BYTES)
      throw new UnreadableFile('too-large', { megabytes: Math.round(size / 1024 / 1024) });
    // A plain view: slices of a Node Buffer share its memory, and patching would write into the original.
    const buffer = await readFile(path);
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  } catch (error) {
    if (error instanceof Failure || error instanceof UnreadableFile) throw error;
    throw new Failure(EXIT.unreadable, systemProblem(error), { file: path });
  }
}

/** What the file system calls its refusal, such as ENOENT. */
const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

const systemProblem = (error: unknown): string => {
  const code = codeOf(error);
  if (code === 'ENOENT') return 'command.no-such-file';
  return code === 'EACCES' || code === 'EPERM' ? 'command.no-access' : 'command.system-error';
};

/** The file beside the input that a command writes where it is told no other: 名单.xlsx → 名单-已修正.xlsx. */
export const besides = (path: string, suffix: string, extension = '.xlsx'): string =>
  join(dirname(path), `${basename(path, extname(path))}-${suffix}${extension}`);

/**
 * Writes a whole file or nothing. An existing file is kept unless `force` is given, and the input is never the target.
 *
 * @throws Failure where the target exists, is an input, or cannot be written
 */
export async function writeNewFile(
  path: string,
  bytes: Uint8Array,
  options: { readonly force: boolean; readonly inputs: readonly string[] },
): Promise<void> {
  const target = await realpath(path).catch(() => null);
  for (const input of options.inputs) {
    if (target !== null && target === (await realpath(input)))
      throw new Failure(EXIT.usage, 'command.would-change-input', { file: path });
  }
  if (target !== null && !options.force) throw new Failure(EXIT.usage, 'command.exists', { file: path });
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeFile(draft, bytes, { flag: 'wx' });
    if (options.force) await rename(draft, path);
    else await placeNew(draft, path, bytes);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const problem = codeOf(error) === 'EEXIST' ? 'command.exists' : 'command.cannot-write';
    throw new Failure(EXIT.usage, problem, { file: path });
  } finally {
    // Where the draft could not be written there is nothing to take away.
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

/** Gives the draft its name without ever replacing a file; a file system without hard links gets an exclusive write. */
async function placeNew(draft: string, path: string, bytes: Uint8Array): Promise<void> {
  try {
    await link(draft, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    await writeFile(path, bytes, { flag: 'wx' });
  }
}
