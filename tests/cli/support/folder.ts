import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of a test's own, gone afterwards. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'kpy-'));

  file(name: string): string {
    return join(this.path, name);
  }

  /** What the folder holds, hidden files too. */
  names(): readonly string[] {
    return readdirSync(this.path).sort();
  }

  clear(): void {
    for (const name of this.names()) rmSync(this.file(name), { recursive: true });
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
