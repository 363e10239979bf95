import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEPT_IN_FILE } from '../../src/hosts/browser';
import { enUS } from '../../src/rules/messages/workbench/en-US';
import { zhCN } from '../../src/rules/messages/workbench/zh-CN';

const WORKBENCH = join(__dirname, '..', '..', 'src', 'workbench');
/** The grid is named for a screen reader. */
const BROWSER = join(__dirname, '..', '..', 'src', 'hosts', 'browser');
const parameters = (text: string): readonly string[] => (text.match(/\{\w+/g) ?? []).sort();

test('every sentence is there in both languages, with the same parameters', () => {
  expect(Object.keys(enUS).sort()).toEqual(Object.keys(zhCN).sort());
  for (const [code, text] of Object.entries(zhCN) as [keyof typeof zhCN, string][])
    expect([code, parameters(enUS[code])]).toEqual([code, parameters(text)]);
});

test('whatever a file may hold beyond its cells has a name', () => {
  expect(KEPT_IN_FILE.filter((thing) => !(`kept-${thing}` in zhCN))).toEqual([]);
});

test('every sentence is used', () => {
  const text = [WORKBENCH, BROWSER]
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => readFileSync(join(folder, name), 'utf8')),
    )
    .join('\n');
  const parts = [...text.matchAll(/`([\w-]+-)\$\{|\$\{\w+\}(-[\w-]+)`/g)].map(
    ([, before, after]) => before ?? after,
  );
  const unused = Object.keys(zhCN).filter(
    (code) =>
      !text.includes(`'${code}'`) &&
      !parts.some((part) => part !== undefined && (code.startsWith(part) || code.endsWith(part))),
  );
  expect(unused).toEqual([]);
});

test('no component holds Chinese words of its own', () => {
  const own = readdirSync(WORKBENCH, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .filter((name) => /\p{Script=Han}/u.test(readFileSync(join(WORKBENCH, name), 'utf8')));
  expect(own).toEqual([]);
});
