import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { parse } from 'acorn';

const SCRIPTS = [
  ['src/taskpane/pages/old-excel.js', 'old-excel.html'],
  ['dist/old-excel.js', 'old-excel.html'],
  ['src/workbench/pages/old-browser.js', 'old-browser.html'],
  ['dist/old-browser.js', 'old-browser.html'],
] as const;

/** Where the script sends a browser, which may lack something. */
function sentTo(script: string, without: string): readonly string[] {
  const places: string[] = [];
  class CanvasRenderingContext2D {
    roundRect(): void {
      // As a browser has it.
    }
  }
  const window = {
    location: { replace: (place: string) => void places.push(place) },
    CanvasRenderingContext2D,
  };
  const webview = createContext({ window });
  runInContext(without, webview);
  runInContext(readFileSync(script, 'utf8'), webview);
  return places;
}

describe.each(SCRIPTS)('%s', (script, page) => {
  test('is ES5, which Internet Explorer and its webview can read', () => {
    expect(() => parse(readFileSync(script, 'utf8'), { ecmaVersion: 5 })).not.toThrow();
  });

  test('leaves a browser alone that can run what comes after', () => {
    expect(sentTo(script, '')).toEqual([]);
  });

  test.each([
    [
      'Internet Explorer',
      'delete Array.prototype.findLast; delete this.Promise; delete this.Map; delete this.Symbol',
    ],
    // It has promises, modules and async functions, but no class fields: the pane would stay at its first words.
    ['Edge Legacy', 'delete Array.prototype.findLast; delete Array.prototype.at; delete this.globalThis'],
    // So has this one everything but two pieces of syntax, and refuses the whole script on account of them.
    [
      'Safari 16.3',
      'RegExp = function (source) { if (/[(][?]<[!=]/.test(source)) throw new SyntaxError("invalid group specifier name") }',
    ],
  ])('sends %s to the page that explains', (_, without) => {
    expect(sentTo(script, without)).toEqual([page]);
  });
});

test('old-browser.js sends Chrome 98 away, whose canvas knows no round corners', () => {
  const without = 'delete window.CanvasRenderingContext2D.prototype.roundRect';
  expect(sentTo('dist/old-browser.js', without)).toEqual(['old-browser.html']);
});
