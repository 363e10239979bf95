import { randomUUID } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import {
  chmod,
  copyFile,
  link,
  lstat,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, extname, join, resolve } from 'node:path';
import { EXIT, Failure } from './failure';
import { systemCode, writingProblem } from './system-problem';

/** The kinds of workbook that a patched copy stays: with macros, a template, both. Excel opens none under another's name. */
export const WORKBOOK_KINDS = ['.xlsx', '.xlsm', '.xltx', '.xltm'] as const;
export type WorkbookKind = (typeof WORKBOOK_KINDS)[number];

/** Where and how a workbook is written. */
export interface Writing {
  /** Whether a file that is there already may be replaced. */
  readonly force: boolean;
  readonly inputs: readonly string[];
  /** What the name has to end with: Excel does not open an .xlsx under the name .xls. */
  readonly extension: WorkbookKind;
}

/**
 * Writes a whole file or nothing. An existing file is kept unless `force` is given, and the input is never the target. A
 * link stays, and the file that it leads to is written; a file that is replaced gives its mode to the new one.
 *
 * @throws Failure where the name is another kind's, or the target exists, is an input or no file, or cannot be written
 */
export async function writeNewFile(path: string, bytes: Uint8Array, writing: Writing): Promise<void> {
  try {
    const existing = await unlessMissing(stat(path));
    if (existing !== null) refuseOther(existing, path);
    if (extname(path).toLowerCase() !== writing.extension)
      throw new Failure(EXIT.usage, 'command.wrong-extension', { file: path, extension: writing.extension });
    const real = existing === null ? null : await realpath(path);
    for (const input of writing.inputs) {
      if (real === (await realpath(input)))
        throw new Failure(EXIT.usage, 'command.would-change-input', { file: path });
    }
    if (!writing.force) await place(path, bytes, null, placeNew);
    else await place(await behindLinks(path), bytes, existing, rename);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(EXIT.usage, writingProblem(error), { file: path });
  }
}

async function unlessMissing<T>(asked: Promise<T>): Promise<T | null> {
  return asked.catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  });
}

/** What is no file must be neither replaced nor waited for. */
function refuseOther(existing: Stats, path: string): void {
  if (existing.isDirectory()) throw new Failure(EXIT.usage, 'command.is-directory', { file: path });
  if (!existing.isFile()) throw new Failure(EXIT.usage, 'command.not-a-file', { file: path });
}

/** Where a path leads, be its file there or not: a link that leads nowhere yet stays, and its file is made. */
async function behindLinks(path: string): Promise<string> {
  const information = await unlessMissing(lstat(path));
  if (information?.isSymbolicLink() !== true) return path;
  return behindLinks(resolve(await realpath(dirname(path)), await readlink(path)));
}

/** Writes a draft beside the target, and has `move` give it the target's name once it is whole. */
async function place(
  target: string,
  bytes: Uint8Array,
  replaced: Stats | null,
  move: (draft: string, target: string) => Promise<void>,
): Promise<void> {
  // Its name says nothing of the target's, which may be as long as a name can be.
  const draft = join(dirname(target), `.kpy-${randomUUID()}.tmp`);
  try {
    // Nobody is to read what replaces a private file before it has that file's mode.
    await writeFile(draft, bytes, { flag: 'wx', mode: replaced === null ? 0o666 : 0o600 });
    if (replaced !== null) await chmod(draft, replaced.mode & 0o7777);
    await move(draft, target);
  } finally {
    // Where the draft could not be written there is nothing to take away.
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

/** Gives the draft its name without ever replacing a file; a file system without hard links gets an exclusive copy. */
async function placeNew(draft: string, path: string): Promise<void> {
  // What is there already is refused by both.
  await link(draft, path).catch(() => copyFile(draft, path, constants.COPYFILE_EXCL));
}
