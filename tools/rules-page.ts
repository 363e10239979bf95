import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rulesPage } from './rules-page/page';

/** `npm run docs` writes docs/rules.md; with `--check` it only says whether the page is stale, by exit status 1. */
const FILE = join(fileURLToPath(new URL('..', import.meta.url)), 'docs/rules.md');

if (process.argv.includes('--check')) {
  if (readFileSync(FILE, 'utf8') !== rulesPage()) {
    process.stderr.write('docs/rules.md is stale: run npm run docs.\n');
    process.exitCode = 1;
  }
} else {
  writeFileSync(FILE, rulesPage());
}
