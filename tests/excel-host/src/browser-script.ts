import { transformSync } from '@swc/core';
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type ExcelOptions, officeMemberSets } from './excel';

const modules = new Map<string, string>();

/** A module and those it imports, as CommonJS, by their paths from here. */
function collect(path: string): void {
  if (modules.has(path)) return;
  const { code } = transformSync(readFileSync(join(__dirname, `${path}.ts`), 'utf8'), {
    swcrc: false,
    configFile: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  const imported: string[] = [];
  const resolved = code.replace(/require\("(\.[^"]*)"\)/g, (_, target: string) => {
    const found = relative(__dirname, join(__dirname, dirname(path), target)).replace(/\\/g, '/');
    imported.push(found);
    return `require(${JSON.stringify(found)})`;
  });
  modules.set(path, resolved);
  for (const target of imported) collect(target);
}

/** The simulated Excel as one script, to be run before office.js loads: `page.addInitScript(browserScript())`. The page
 * then has `window.excelHost`, a `Host`. */
export function browserScript({ locale = 'zh-cn', ...options }: ExcelOptions = {}): string {
  collect('boot');
  const bodies = [...modules].map(
    ([name, code]) => `${JSON.stringify(name)}: (exports, require) => {${code}\n}`,
  );
  const settings = JSON.stringify({ ...options, locale, memberSets: officeMemberSets() });
  return `(() => {
    const modules = {${bodies.join(',\n')}};
    const loaded = {};
    const require = (name) => {
      if (!loaded[name]) modules[name]((loaded[name] = {}), require);
      return loaded[name];
    };
    require('boot').install(window, ${settings});
  })();`;
}
