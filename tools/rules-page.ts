import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rulesPage } from './rules-page/page';

// `npm run docs` writes docs/rules.md.
writeFileSync(join(fileURLToPath(new URL('..', import.meta.url)), 'docs/rules.md'), rulesPage());
