import { CHOICE_COLUMNS } from '../../src/rules/choices';
import { templateLists } from '../../src/sheet/template-lists';
import { RULEBOOK } from '../support/rulebook';

const LISTS = templateLists(RULEBOOK);
const valuesOf = (column: string): readonly string[] =>
  LISTS.choices.find((each) => each.column === column)?.values ?? [];

test('columns 3, 4, 6, 8, 9, 10, 23 and 24 have a list', () => {
  expect(LISTS.choices.map(({ column }) => column)).toEqual([
    'institutionTier',
    'idType',
    'sex',
    'ethnicity',
    'education',
    'politicalStatus',
    'trained',
    'level',
  ]);
  expect(valuesOf('institutionTier')).toEqual(['央企在渝分支', '市级', '区级']);
  expect(valuesOf('sex')).toEqual(['男', '女']);
  expect(valuesOf('trained')).toEqual(['是', '否']);
  expect(valuesOf('level')).toEqual(['考评员', '高级考评员', '专项职业能力考核考评员']);
  expect(valuesOf('ethnicity').slice(0, 3)).toEqual(['汉族', '土家族', '苗族']);
  expect(valuesOf('idType')[0]).toBe('居民身份证');
});

test('a value of a list is one that the checker takes', () => {
  for (const column of CHOICE_COLUMNS)
    expect(valuesOf(column).filter((value) => !RULEBOOK.choices.read(column, value).listed)).toEqual([]);
});

test('六（一）: the occupations of the major classes 3 to 6 with their codes, each code once', () => {
  const codes = LISTS.occupations.map(([, code]) => code);
  expect(new Set(codes.map((code) => code.charAt(0)))).toEqual(new Set(['3', '4', '5', '6']));
  expect(new Set(codes).size).toBe(codes.length);
  expect(LISTS.occupations).toContainEqual(['人工智能训练师', '4-04-05-05']);
  expect(LISTS.occupations).toContainEqual(['电工', '6-31-01-03']);
});

test('the 258 abilities of annex 5 with their fields, and the level that asks for them', () => {
  expect(LISTS.abilities).toHaveLength(258);
  expect(LISTS.abilities).toContainEqual(['重庆小面制作', '中式烹调师']);
  expect(LISTS.specialLevel).toBe('专项职业能力考核考评员');
});
