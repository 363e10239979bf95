import { transformSync } from '@swc/core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type ExcelOptions, officeMemberSets } from './excel';

const modules = new Map<string, string>();

/** A module and those it imports, as CommonJS, by their paths. */
function collect(path: string): void {
  if (modules.has(path)) return;
  const { code } = transformSync(readFileSync(path, 'utf8'), {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  const imported: string[] = [];
  const resolved = code.replace(/require\("([^"]+)"\)/g, (_, target: string) => {
    imported.push(createRequire(path).resolve(target));
    return `require(${JSON.stringify(imported.at(-1))})`;
  });
  modules.set(path, resolved);
  for (const target of imported) collect(target);
}

/** The simulated Excel as one script, to be run before office.js loads: `page.addInitScript(browserScript())`. The page
 * then has `window.excelHost`, a `Host`. */
export function browserScript({ locale = 'zh-cn', ...options }: ExcelOptions = {}): string {
  const start = join(__dirname, 'boot.ts');
  collect(start);
  const bodies = [...modules].map(
    ([path, code]) => `${JSON.stringify(path)}: (exports, require) => {${code}\n}`,
  );
  const settings = JSON.stringify({ ...options, locale, memberSets: officeMemberSets() });
  return `(() => {
    const modules = {${bodies.join(',\n')}};
    const loaded = {};
    const require = (path) => {
      if (!loaded[path]) modules[path]((loaded[path] = {}), require);
      return loaded[path];
    };
    require(${JSON.stringify(start)}).install(window, ${settings});
  })();`;
}
