import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';
import { DEVELOPMENT_URL } from './manifest-for.js';

/*
 * Whether dist is there and newer than all that it is made of. For `npm test`, so that what `npm ci` has just built is not
 * built again; and for `prepare`, which npm also runs when `npx kpy` puts this repository into its cache.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
/** What a build writes last. */
const LAST = join(root, 'dist/types/index.d.ts');
const SOURCES = ['src', 'tools/build', 'assets', 'examples'];
const FILES = ['manifest.xml', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];

const within = (folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));

function isFresh() {
  if (process.env.KPY_URL || process.env.KPY_OFFICE_JS || !existsSync(LAST)) return false;
  // A build for the address of an administrator is not the one that tests are about.
  if (!readFileSync(join(root, 'dist/manifest.xml'), 'utf8').includes(DEVELOPMENT_URL)) return false;
  const built = statSync(LAST).mtimeMs;
  return [...SOURCES.flatMap(within), ...FILES, 'webpack.config.js'].every(
    (name) => statSync(join(root, name)).mtimeMs <= built,
  );
}

const forNpx = process.env.npm_command === 'exec' && existsSync(join(root, 'dist/kpy.js'));
process.exitCode = forNpx || isFresh() ? 0 : 1;
