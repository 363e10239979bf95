import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { parse } from 'acorn';
import { describedFunctions } from '../../tools/functions-page/metadata';
import { kpy } from '../cli/support/kpy';
import { Folder } from '../cli/support/folder';

/*
 * What `npm run build` puts into dist/ for a static web server.
 */
const DIST = 'dist';
const built = (file: string): string => readFileSync(join(DIST, file), 'utf8');
interface Metadata {
  readonly allowErrorForDataTypeAny: boolean;
  readonly functions: readonly { readonly id: string }[];
}
const functionsMetadata = (): Metadata => JSON.parse(built('functions.json')) as Metadata;

describe('office.js', () => {
  const from = join(dirname(createRequire(__filename).resolve('@microsoft/office-js/package.json')), 'dist');
  const files = readdirSync(join(DIST, 'office'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(`${DIST}/office/`.length));

  test('our copies are those of the package, byte for byte', () => {
    for (const file of files)
      expect([file, readFileSync(join(DIST, 'office', file)).equals(readFileSync(join(from, file)))]).toEqual(
        [file, true],
      );
  });

  test('the loader, one script for each kind of Excel, and the texts of our languages are there', () => {
    expect(files.sort()).toEqual([
      'en-us/office_strings.js',
      'excel-mac-16.00.js',
      'excel-web-16.00.js',
      'excel-win32-16.01.js',
      'o15apptofilemappingtable.js',
      'office.js',
      'zh-cn/office_strings.js',
      'zh-tw/office_strings.js',
    ]);
  });
});

describe('functions', () => {
  test('functions.json says what the docstrings of the code say', async () => {
    const described = (await describedFunctions()).map(({ returns, ...each }) => {
      expect(returns).not.toBe('');
      return each;
    });
    expect(functionsMetadata().functions).toEqual(described);
    // One #N/A in a range must not fail the whole spill.
    expect(functionsMetadata().allowErrorForDataTypeAny).toBe(true);
  });

  test('functions.js associates each of them on its own, without a page', () => {
    const associated: string[] = [];
    const alone = createContext({
      CustomFunctions: { associate: (id: string) => void associated.push(id), Error: class extends Error {} },
    });
    runInContext('self = globalThis', alone);
    runInContext(built('functions.js'), alone);
    expect(associated).toEqual(functionsMetadata().functions.map(({ id }) => id));
  });
});

test('every script can be read by a browser that old-excel.js and old-browser.js let through', () => {
  const pane = readdirSync(DIST).filter((name) => /^(?:functions|taskpane\.\w+|\d+\.\w+)\.js$/.test(name));
  const workbench = readdirSync(join(DIST, 'workbench')).filter((name) => name.endsWith('.js'));
  expect(Math.min(pane.length, workbench.length)).toBeGreaterThan(2);
  const scripts = [...pane, ...workbench.map((name) => `workbench/${name}`)];
  for (const script of scripts)
    expect(() => parse(built(script), { ecmaVersion: 2022, sourceType: 'script' })).not.toThrow();
});

test('template.xlsx is what kpy template writes', async () => {
  const folder = new Folder();
  try {
    const file = folder.file('template.xlsx');
    await kpy(['template', '--out', file, '--lang', 'zh-CN']);
    expect(readFileSync(join(DIST, 'template.xlsx')).equals(readFileSync(file))).toBe(true);
  } finally {
    folder.remove();
  }
});
