import { readFileSync } from 'node:fs';
import { functionsPage } from '../../tools/functions-page/page';
import { FUNCTION_EXAMPLES } from '../../tools/functions-page/examples';
import { describedFunctions } from '../../tools/functions-page/metadata';
import { associated } from '../../src/functions/registry';
import * as functions from '../../src/functions/functions';
import { call } from './support/call';

/** Design §7, to the letter: name, parameters (brackets: may be left out). */
const SIGNATURES: Readonly<Record<string, string>> = {
  ELIGIBLE: 'row, [headers], [date]',
  CHECK: 'row, [headers], [date]',
  SCHEDULE: 'code, [date]',
  CODE: 'name',
  NAME: 'code',
  FIELD: 'ability',
  CATEGORY: 'code',
  TAGS: 'code',
  FIND: 'keyword, [limit]',
  IDCHECK: 'id',
  SEX: 'id',
  BIRTHDATE: 'id',
  AGE: 'id, [date]',
  FEE: 'level, [count]',
  WINDOW: '[date]',
  FEEDBACK: 'date',
};

test('Excel is told of the functions of design §7, and each of them is associated', async () => {
  const described = await describedFunctions();
  const signatures = described.map(({ id, parameters }) => [
    id,
    parameters.map(({ name, optional }) => (optional === true ? `[${name}]` : name)).join(', '),
  ]);
  expect(Object.fromEntries(signatures)).toEqual(SIGNATURES);
  expect([...associated.keys()]).toEqual(Object.keys(SIGNATURES));
  expect(new Set(Object.values(functions))).toEqual(new Set(associated.values()));
});

test('metadata and code agree in the number of parameters, and every result is a range', async () => {
  for (const { id, name, parameters, result } of await describedFunctions()) {
    expect(name).toBe(id);
    expect([id, associated.get(id)?.length]).toEqual([id, parameters.length]);
    expect([id, result?.dimensionality]).toEqual([id, 'matrix']);
    // Excel passes every value as it stands in its cell: a number is told from text.
    for (const parameter of parameters) expect([id, parameter.type]).toEqual([id, 'any']);
  }
});

test('a range where a range may stand; dates, counts and the keyword are single', async () => {
  const single = (await describedFunctions()).flatMap(({ id, parameters }) =>
    parameters.filter(({ dimensionality }) => dimensionality !== 'matrix').map(({ name }) => `${id} ${name}`),
  );
  expect(single).toEqual([
    'ELIGIBLE date',
    'CHECK date',
    'SCHEDULE date',
    'FIND keyword',
    'FIND limit',
    'AGE date',
    'FEE count',
    'WINDOW date',
  ]);
});

test('volatile are exactly those whose omitted date is today: without a date, SCHEDULE gives the months', async () => {
  const described = await describedFunctions();
  const volatile = described.filter(({ options }) => options?.volatile === true).map(({ id }) => id);
  const dated = described
    .filter(({ parameters }) => parameters.some(({ name, optional }) => name === 'date' && optional === true))
    .map(({ id }) => id);
  expect(volatile).toEqual(['ELIGIBLE', 'CHECK', 'AGE', 'WINDOW']);
  expect(dated).toEqual(['ELIGIBLE', 'CHECK', 'SCHEDULE', 'AGE', 'WINDOW']);
  jest.useFakeTimers({ now: new Date(2030, 0, 1) });
  expect(call('SCHEDULE', [['电工']])).toEqual([['3月、6月、10月、12月中下旬']]);
  jest.useRealTimers();
});

test('every description, of functions, parameters and results, is there and in Chinese', async () => {
  for (const { id, description, returns, parameters } of await describedFunctions()) {
    const texts = [description, returns, ...parameters.map((each) => each.description)];
    for (const text of texts) expect([id, text]).toEqual([id, expect.stringMatching(/[\u4E00-\u9FFF]/)]);
  }
});

test('docs/functions.md is up to date; run `npm run docs` where it is not', async () => {
  expect(readFileSync('docs/functions.md', 'utf8')).toBe(await functionsPage());
});

test('the page shows results under 示例 and errors under 错误, for every function', async () => {
  expect(Object.keys(FUNCTION_EXAMPLES)).toEqual(Object.keys(SIGNATURES));
  const page = await functionsPage();
  for (const section of page.split('\n## ').filter((each) => each.startsWith('KPY.'))) {
    const [examples = '', errors = ''] = section.split('\n示例：\n')[1]?.split('\n错误：\n') ?? [];
    expect(examples).toContain('→');
    expect(examples).not.toMatch(/→ `#|\d\. `#/);
    for (const line of errors.split('\n').filter((each) => each.startsWith('- ')))
      expect(line).toMatch(/→ `#[NV]/);
  }
});
