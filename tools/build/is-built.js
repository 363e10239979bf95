import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';

/*
 * For `prepare`, which npm also runs when `npx kpy` puts this repository into its cache: what has been built is not built
 * again then, silently and for a quarter of a minute.
 */
const built = existsSync(fileURLToPath(new URL('../../dist/kpy.js', import.meta.url)));
process.exitCode = process.env.npm_command === 'exec' && built ? 0 : 1;
