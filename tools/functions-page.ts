import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { functionsPage } from './functions-page/page';

// `npm run docs` writes docs/functions.md.
writeFileSync(
  join(fileURLToPath(new URL('..', import.meta.url)), 'docs/functions.md'),
  await functionsPage(),
);
