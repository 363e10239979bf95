import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The bytes of a committed file; its README says how each was made. */
export const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(__dirname, '..', 'fixtures', name)));
