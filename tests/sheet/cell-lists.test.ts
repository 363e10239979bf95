import fc from 'fast-check';
import { COLUMN_KEYS, type ColumnKey } from '../../src/rules/application';
import { cellLists, isOwnList, LIST_NAMES } from '../../src/sheet/cell-lists';
import { templateLists, type TemplateLists } from '../../src/sheet/template-lists';
import { RULEBOOK } from '../support/rulebook';

const LISTS = templateLists(RULEBOOK);
/** The columns of a sheet that begins at a column, in the notice's order. */
const from =
  (left: number) =>
  (key: ColumnKey): number =>
    left + COLUMN_KEYS.indexOf(key);
const nowhere = (): undefined => undefined;
const PLAN = cellLists(LISTS, from(0));
const valuesOf = (name: string, { lists } = PLAN): readonly string[] =>
  lists.find((each) => each.name === name)?.values ?? [];

describe('Excel’s limits', () => {
  const LAST_COLUMN = 16_383;
  const LONGEST_FORMULA = 255;

  test.each([0, 26, 702, LAST_COLUMN - 26])('formulas fit a sheet whose columns begin at %i', (left) => {
    const { formulas } = cellLists(LISTS, from(left));
    expect(formulas.size).toBe(10);
    for (const [key, formula] of formulas)
      // With the `=` that Office.js takes.
      expect([key, formula.length < LONGEST_FORMULA]).toEqual([key, true]);
  });

  test('no value is longer than a cell of a list shows, and no column longer than a sheet', () => {
    for (const { values } of PLAN.lists) {
      expect(values.length).toBeLessThan(1_048_576);
      for (const value of values) expect(value.length).toBeLessThanOrEqual(255);
    }
  });

  test('names are names, and each is told for ours', () => {
    for (const { name } of PLAN.lists) {
      expect(name).toMatch(/^KPY_[A-Z]+$/);
      expect(name.startsWith(LIST_NAMES)).toBe(true);
    }
    for (const formula of PLAN.formulas.values()) expect(isOwnList(`=${formula}`)).toBe(true);
    expect(['=MYKPY_K', '=$A$1:$A$9', '甲,乙', '=KPY'].some(isOwnList)).toBe(false);
  });
});

test('what is offered where no level is chosen has each name and each code once', () => {
  const both: TemplateLists = {
    ...LISTS,
    occupations: [
      ['电工', '6-31-01-03'],
      ['维修电工', '6-31-01-03'],
      ['中式面点师', '4-03-02-02'],
    ],
    abilities: [
      ['重庆小面制作', '中式烹调师'],
      ['豆花制作', '中式烹调师'],
      ['电工', '电工'],
    ],
  };
  const plan = cellLists(both, from(0));
  expect(valuesOf('KPY_A', plan)).toEqual(['电工', '维修电工', '中式面点师', '重庆小面制作', '豆花制作']);
  expect(valuesOf('KPY_C', plan)).toEqual(['6-31-01-03', '4-03-02-02', '中式烹调师', '电工']);
});

test('every formula refers to lists that are planned, and only to them', () => {
  const names = new Set(PLAN.lists.map(({ name }) => name));
  for (const formula of PLAN.formulas.values())
    for (const [name] of formula.matchAll(/KPY_[A-Z]+/g)) expect(names).toContain(name);
});

test('the lists are the same whatever columns the sheet has; without the two columns there is no formula', () => {
  const without = cellLists(LISTS, nowhere);
  expect(without.lists).toEqual(PLAN.lists);
  expect(without.formulas.has('occupationName')).toBe(false);
  expect(without.formulas.has('occupationCode')).toBe(false);
  expect(without.formulas.get('sex')).toBe('KPY_SEX');
});

test('the notice’s lists: occupations for 考评员 and 高级考评员, abilities for the third', () => {
  const keys = valuesOf('KPY_K');
  expect(keys).toHaveLength(LISTS.occupations.length * 2 + LISTS.abilities.length);
  expect(new Set(keys.map((key) => key.slice(0, 1)))).toEqual(new Set(['考', '高', '专']));
  const at = keys.indexOf('考人工智能训练师');
  expect([valuesOf('KPY_N')[at], valuesOf('KPY_P')[at]]).toEqual(['人工智能训练师', '4-04-05-05']);
  const ability = keys.indexOf('专重庆小面制作');
  expect(valuesOf('KPY_P')[ability]).toBe('中式烹调师');
  expect(keys).not.toContain('考重庆小面制作');
});

test('what begins with a text is one block of the keys', () => {
  const keys = valuesOf('KPY_K');
  const typed = fc
    .constantFrom(...keys)
    .chain((key) => fc.integer({ min: 1, max: key.length }).map((end) => key.slice(0, end)));
  fc.assert(
    fc.property(typed, (text) => {
      const fits = keys.flatMap((key, index) => (key.startsWith(text) ? [index] : []));
      expect(fits.at(-1)).toBe((fits[0] ?? NaN) + fits.length - 1);
    }),
  );
});

test('no name of the notice has a character that COUNTIF takes for a pattern', () => {
  expect(valuesOf('KPY_K').filter((key) => /[*?~]/.test(key))).toEqual([]);
});

test('a quotation mark at the start of a level is doubled within the formula', () => {
  const odd: TemplateLists = {
    choices: [{ column: 'level', values: ['"甲"级', '专项'] }],
    occupations: [['电工', '6-31-01-03']],
    abilities: [],
    specialLevel: '专项',
  };
  expect(cellLists(odd, from(0)).formulas.get('occupationCode')).toContain('&"""")');
});

test('an empty list has no name and no formula', () => {
  const { lists, formulas } = cellLists(
    { choices: [{ column: 'sex', values: [] }], occupations: [], abilities: [], specialLevel: '专项' },
    from(0),
  );
  expect([lists, formulas.size]).toEqual([[], 0]);
});
