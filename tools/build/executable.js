import { chmodSync } from 'node:fs';
import { fileURLToPath, URL } from 'node:url';

/*
 * Lets the system run dist/kpy.js. npx does so itself the first time that it sees a folder, and not again: in a clone that
 * takes the place of an earlier one, `npx kpy` ended in "Permission denied".
 */
chmodSync(fileURLToPath(new URL('../../dist/kpy.js', import.meta.url)), 0o755);
