import fc from 'fast-check';
import pinyin from '../../src/rules/reference/pinyin.json';
import { CatalogueSearch, searchableEntries } from '../../src/rules/search';
import { pinyinIndex } from '../../tools/pinyin-index';
import { RULEBOOK } from '../support/rulebook';

const { catalogue } = RULEBOOK;
const search = new CatalogueSearch(catalogue, pinyin);
const entries = searchableEntries(catalogue);
const namesFor = (keyword: string, limit?: number): readonly string[] =>
  search.find(keyword, limit).map(({ name }) => name);

test.each([
  ['人工智能训练师', '人工智能训练师'],
  ['rengongzhinengxunlianshi', '人工智能训练师'],
  ['rgznxls', '人工智能训练师'],
  ['RGZNXLS', '人工智能训练师'],
  ['4-04-05-05', '人工智能训练师'],
  ['４-04-05-05', '人工智能训练师'],
  ['叉车', '叉车司机'],
  ['重庆小面', '重庆小面制作'],
  ['cqxm', '重庆小面制作'],
  // As the notice prints them.
  ['4-04-04-07', '密码技术应用员'],
  ['4-99-00-00', '无人机驾驶员'],
  ['物业管理员', '物业管理师'],
  ['果树花卉嫁接', '果树花卉嫁'],
])('%s finds %s', (keyword, name) => {
  expect(namesFor(keyword)).toContain(name);
});

test('the whole name comes before names that begin with it, and these before the rest', () => {
  const names = namesFor('电工', 50);
  const begins = names.map((name) => (name === '电工' ? 0 : name.startsWith('电工') ? 1 : 2));
  expect(names[0]).toBe('电工');
  expect(begins).toEqual([...begins].sort((a, b) => a - b));
});

test('nothing is found for nothing, nor for what nobody wrote', () => {
  expect([namesFor(''), namesFor('  '), namesFor('量子厨师')]).toEqual([[], [], []]);
});

test('two letters are no part of a pinyin, or they would match almost anything', () => {
  expect(namesFor('xx', 2000).every((name) => name !== '人工智能训练师')).toBe(true);
});

test('every entry is among the first by its name and its code', () => {
  fc.assert(
    fc.property(fc.constantFrom(...entries), ({ name, code }) => {
      expect(namesFor(name, 3)).toContain(name);
      expect(search.find(code, 400).map((entry) => entry.name)).toContain(name);
    }),
    { numRuns: 60 },
  );
});

test('a limit cuts the same list', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('工', 'dian', '4-0', '师'),
      fc.integer({ min: 0, max: 40 }),
      (keyword, limit) => {
        expect(namesFor(keyword, limit)).toEqual(namesFor(keyword, 40).slice(0, limit));
      },
    ),
    { numRuns: 20 },
  );
});

test('the committed index reads every name as pinyin-pro does', () => {
  expect(pinyin).toEqual(pinyinIndex());
});
