import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { parse } from 'acorn';

const SCRIPTS = ['src/taskpane/pages/old-excel.js', 'dist/old-excel.js'];

/** Where the script sends a webview, which may lack something. */
function sentTo(script: string, without: string): readonly string[] {
  const places: string[] = [];
  const window = { location: { replace: (place: string) => void places.push(place) } };
  const webview = createContext({ window });
  runInContext(without, webview);
  runInContext(readFileSync(script, 'utf8'), webview);
  return places;
}

describe.each(SCRIPTS)('%s', (script) => {
  test('is ES5, which the IE webview can read', () => {
    expect(() => parse(readFileSync(script, 'utf8'), { ecmaVersion: 5 })).not.toThrow();
  });

  test('leaves a webview alone that can run the pane', () => {
    expect(sentTo(script, '')).toEqual([]);
  });

  test.each([
    ['Internet Explorer', 'delete Object.hasOwn; delete this.Promise; delete this.Map; delete this.Symbol'],
    // It has promises, modules and async functions, but no class fields: the pane would stay at its first words.
    ['Edge Legacy', 'delete Object.hasOwn; delete Array.prototype.at; delete this.globalThis'],
  ])('sends %s to the page that explains', (_, without) => {
    expect(sentTo(script, without)).toEqual(['old-excel.html']);
  });
});
