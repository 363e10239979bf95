import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { enUS } from '../../src/rules/messages/en-US';
import { zhCN } from '../../src/rules/messages/zh-CN';

const ENTRIES = Object.entries(zhCN).filter(([code]) => code.startsWith('pane.'));
const ENGLISH: Readonly<Record<string, string>> = enUS;
const PANE = join(__dirname, '..', '..', 'src', 'taskpane');

const parameters = (text: string): readonly string[] =>
  [...text.matchAll(/\{(?:\w+\|\w+ )?(\w+)/g)].map(([, name = '']) => name).sort();

const sources = readdirSync(PANE, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(PANE, name), 'utf8') }));

test('every sentence of the pane is there in both languages, with the same parameters', () => {
  expect(ENTRIES.length).toBeGreaterThan(100);
  const wrong = ENTRIES.filter(
    ([code, text]) => String(parameters(ENGLISH[code] ?? '')) !== String(parameters(text)),
  );
  expect(wrong).toEqual([]);
});

test('every code that the pane names as a whole is in the catalogue', () => {
  const named = sources.flatMap(({ text }) =>
    [...text.matchAll(/'(pane\.[\w.-]+(?:\/\w+)?)'/g)].map(([, code]) => code),
  );
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((code) => code !== undefined && !(code in zhCN))).toEqual([]);
});

test('no component holds Chinese words of its own, but for the kinds that the rules name', () => {
  const own = sources.flatMap(({ name, text }) =>
    name.endsWith('.tsx')
      ? text
          .split('\n')
          .filter(
            (codeLine) =>
              !/^\s*(\/?\*|\/\/)/.test(codeLine) &&
              /\p{Script=Han}{2,}/u.test(codeLine.replace(/\/\*\*.*\*\//, '')),
          )
          .map((codeLine) => `${name}: ${codeLine.trim()}`)
      : [],
  );
  expect(own.filter((codeLine) => !codeLine.includes("=== '专项职业能力'"))).toEqual([]);
});

test('the pane says nothing in the words of the command or of the functions', () => {
  const others = sources.flatMap(({ name, text }) =>
    [...text.matchAll(/['`](?:command|function)\.[\w-]+/g)].map(([code]) => `${name}: ${code}`),
  );
  expect(others).toEqual([]);
  // Those of the command are in a catalogue of its own, which the pane does not load.
  expect(Object.keys(zhCN).filter((code) => code.startsWith('command.'))).toEqual([]);
});
