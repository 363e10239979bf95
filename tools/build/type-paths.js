import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, URL } from 'node:url';

/*
 * Gives the paths in dist/types their endings. The compiler leaves them as the source has them, without; Node's own
 * resolution then finds nothing, and whoever uses the library would have `any` for everything, without a word.
 */
const types = fileURLToPath(new URL('../../dist/types', import.meta.url));
const RELATIVE = /(\bfrom\s+|\bimport\(|\bimport\s+)(['"])(\.{1,2}\/[^'"]+)\2/g;

for (const name of readdirSync(types, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.d.ts')) continue;
  const file = join(types, name);
  const withEnding = (path) => {
    const target = join(dirname(file), path);
    if (existsSync(`${target}.d.ts`)) return `${path}.js`;
    if (existsSync(join(target, 'index.d.ts'))) return `${path}/index.js`;
    if (path.endsWith('.js') || path.endsWith('.json')) return path;
    throw new Error(`${file} names ${path}, which dist/types does not have.`);
  };
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(RELATIVE, (_, before, quote, path) => `${before}${quote}${withEnding(path)}${quote}`),
  );
}
