import { IMPLEMENTED_READINGS } from '../../src/rules/implemented-readings';
import type { NoticePack } from '../../src/rules/notice';
import { notice2025_8 } from '../../src/rules/notice-2025-8';
import { commandText } from '../../src/rules/messages/command/command-message';
import type { Locale } from '../../src/rules/messages/message';
import { parseNotice } from '../../src/rules/parse-notice';

const { parameters } = notice2025_8;

/** The pack as a stranger's file would hold it, with some parts changed. */
const pack = (changes: Readonly<Record<string, unknown>>): unknown => ({ ...notice2025_8, ...changes });

/** The faults of a pack as the command words them. */
const faultsOf = (
  input: unknown,
  locale: Locale = 'zh-CN',
): readonly { readonly path: string; readonly problem: string }[] => {
  const parsed = parseNotice(input);
  const faults = parsed.ok ? [] : parsed.faults;
  return faults.map(({ path, code, params }) => ({ path, problem: commandText(locale, code, params) }));
};

const [firstAbility, secondAbility] = notice2025_8.abilities;
const [firstTag] = notice2025_8.abilityTags;
if (firstAbility === undefined || secondAbility === undefined || firstTag === undefined)
  throw new Error('empty annex');

/** The interpretations with one of them taken otherwise. */
const taking = (id: string, taken: string): NoticePack['interpretations'] =>
  notice2025_8.interpretations.map((entry) => (entry.id === id ? { ...entry, taken } : entry));

const seniorTitle = (title: string): unknown => ({
  ...parameters,
  requirements: { ...parameters.requirements, senior: { ...parameters.requirements.senior, title } },
});
const indexOf = (id: string): number => notice2025_8.interpretations.findIndex((entry) => entry.id === id);

test('the pack of 2025-8 survives the way through a file', () => {
  const parsed = parseNotice(JSON.parse(JSON.stringify(notice2025_8)));
  expect(parsed).toEqual({ ok: true, notice: notice2025_8 });
});

describe('a pack that breaks the schema is refused with the path of each fault', () => {
  test.each<[string, unknown, string, string]>([
    ['no object at all', 'text', '', '应为一组值，现为 "text"'],
    ['null', null, '', '应为一组值，现为 null'],
    [
      'an age in words',
      pack({ parameters: { ...parameters, age: { ...parameters.age, male: '65' } } }),
      'parameters.age.male',
      '应为数，现为 "65"',
    ],
    [
      'an age of 65.5',
      pack({ parameters: { ...parameters, age: { ...parameters.age, male: 65.5 } } }),
      'parameters.age.male',
      '应为整数，现为 65.5',
    ],
    [
      'a negative age',
      pack({ parameters: { ...parameters, age: { ...parameters.age, male: -1 } } }),
      'parameters.age.male',
      '不能小于 0，现为 -1',
    ],
    [
      'an age left out',
      pack({ parameters: { ...parameters, age: { ...parameters.age, male: undefined } } }),
      'parameters.age.male',
      '缺少',
    ],
    [
      'month 13',
      pack({ parameters: { ...parameters, window: { ...parameters.window, lastMonth: 13 } } }),
      'parameters.window.lastMonth',
      '不能大于 12，现为 13',
    ],
    [
      'an empty e-mail address',
      pack({ parameters: { ...parameters, email: '' } }),
      'parameters.email',
      '不能为空',
    ],
    ['a part left out', pack({ digital: undefined }), 'digital', '缺少'],
    ['a part of another kind', pack({ shortage: {} }), 'shortage', '应为列表，现为 {…}'],
    [
      'a code out of form',
      pack({ sessions: notice2025_8.sessions.map((each) => ({ ...each, codes: ['4-08-05-5'] })) }),
      'sessions[0].codes[0]',
      '写法不对："4-08-05-5"',
    ],
    [
      'an ability without a name',
      pack({ abilities: [{ ...firstAbility, name: '' }] }),
      'abilities[0].name',
      '不能为空',
    ],
    [
      'a tag list that is empty',
      pack({ abilityTags: [{ ...firstTag, tags: [] }] }),
      'abilityTags[0].tags',
      '至少要有 1 项',
    ],
    [
      'an unknown class of errata',
      pack({ errata: notice2025_8.errata.map((each) => ({ ...each, class: 'Z' })) }),
      'errata[0].class',
      '应为 A、B、C、D、E、F、G 之一，现为 "Z"',
    ],
    [
      'an unknown level',
      pack({ parameters: { ...parameters, levels: [{ ...parameters.levels[0], key: 'junior' }] } }),
      'parameters.levels[0].key',
      '应为 assessor、senior、special 之一，现为 "junior"',
    ],
    [
      'a reading that is none of the entry',
      pack({ interpretations: taking('age-limit', 'never') }),
      `interpretations[${String(indexOf('age-limit'))}].taken`,
      'age-limit 目前只能取 open、birthday、next-birthday，不能取 never',
    ],
    [
      'new occupations that are said to be none, and are listed',
      pack({ interpretations: taking('new-occupations', 'none') }),
      `interpretations[${String(indexOf('new-occupations'))}].taken`,
      'new-occupations 取 none，但包中的数据不是这样写的',
    ],
    [
      'a title for seniors that no reading means',
      pack({ parameters: seniorTitle('中级') }),
      `interpretations[${String(indexOf('senior-title'))}].taken`,
      'senior-title 取 associate，但包中的数据不是这样写的',
    ],
  ])('%s', (_about, input, path, problem) => {
    expect(faultsOf(input)).toContainEqual({ path, problem });
  });

  test('every fault is told, not the first alone', () => {
    const age = { ...parameters.age, male: 'a', female: 'b' };
    expect(faultsOf(pack({ parameters: { ...parameters, age } })).map(({ path }) => path)).toEqual([
      'parameters.age.male',
      'parameters.age.female',
    ]);
  });

  test('no fault speaks the language of the schema library', () => {
    const faults = [
      ...faultsOf({}),
      ...faultsOf(pack({ parameters: {} })),
      ...faultsOf(pack({ abilities: [{}] })),
      ...faultsOf([]),
    ];
    expect(faults.length).toBeGreaterThan(30);
    for (const { problem } of faults) expect(problem).not.toMatch(/invalid|expected|received|zod|notice\./i);
    for (const { problem } of faultsOf(pack({ parameters: {} }), 'en-US'))
      expect(problem).not.toMatch(/\p{Script=Han}|notice\./u);
  });
});

describe('a pack that contradicts itself is refused', () => {
  test.each<[string, unknown, string, string]>([
    [
      'a number given twice',
      pack({ abilities: [...notice2025_8.abilities, firstAbility] }),
      'abilities[258].seq',
      '序号 1 出现两次',
    ],
    [
      'a tag for an unknown number',
      pack({ abilityTags: [{ ...firstTag, seq: 999 }] }),
      'abilityTags[0]',
      `附件5第999项不是“${firstTag.name}”`,
    ],
    [
      'a tag for another ability',
      pack({ abilityTags: [{ ...firstTag, seq: 1 }] }),
      'abilityTags[0]',
      `附件5第1项不是“${firstTag.name}”`,
    ],
    [
      'an erratum of nothing',
      pack({ shortage: notice2025_8.shortage.slice(0, 5) }),
      'errata[5].seqs',
      '附件4没有第26项',
    ],
    [
      'a level without its fee',
      pack({ parameters: { ...parameters, levels: parameters.levels.slice(0, 2) } }),
      'parameters.levels',
      'special 应有且只有一项',
    ],
    [
      'a window that ends before it begins',
      pack({ parameters: { ...parameters, window: { ...parameters.window, firstDay: 31 } } }),
      'parameters.window',
      '起止颠倒',
    ],
    [
      'an issue date that never was',
      pack({ parameters: { ...parameters, issued: '2025-02-30' } }),
      'parameters.issued',
      '没有这一天',
    ],
    [
      'months out of order',
      pack({ sessions: notice2025_8.sessions.map((each) => ({ ...each, months: [6, 3] })) }),
      'sessions[0].months',
      '月份应由小到大，不重复',
    ],
    [
      'an interpretation given twice',
      pack({
        interpretations: [...notice2025_8.interpretations, ...notice2025_8.interpretations.slice(0, 1)],
      }),
      `interpretations[${String(notice2025_8.interpretations.length)}].id`,
      'age-limit 出现两次',
    ],
    [
      'a reading that nothing carries out',
      pack({ interpretations: taking('same-file', 'year') }),
      `interpretations[${String(indexOf('same-file'))}].taken`,
      'same-file 目前只能取 file，不能取 year',
    ],
    [
      'a reading that the values contradict',
      pack({ interpretations: taking('senior-title', 'full') }),
      `interpretations[${String(indexOf('senior-title'))}].taken`,
      'senior-title 取 full，但包中的数据不是这样写的',
    ],
  ])('%s', (_about, input, path, problem) => {
    expect(faultsOf(input)).toContainEqual({ path, problem });
  });

  test.each(Object.keys(IMPLEMENTED_READINGS))('without the interpretation %s', (id) => {
    const interpretations = notice2025_8.interpretations.filter((entry) => entry.id !== id);
    expect(faultsOf(pack({ interpretations }))).toEqual([{ path: 'interpretations', problem: `缺少 ${id}` }]);
  });
});

describe('a pack may switch', () => {
  test.each([
    ['age-limit', 'birthday'],
    ['age-limit', 'next-birthday'],
    ['safety-trades', 'five'],
    ['years-both-routes', 'title-only'],
    ['make-up-days', 'weekend'],
    ['feedback-start', 'window-end'],
    ['issue-before-window', 'from-march'],
    ['session-open-lists', 'named'],
    ['session-of-ability', 'second'],
    ['session-fitters', 'five'],
  ])('%s to %s', (id, taken) => {
    expect(faultsOf(pack({ interpretations: taking(id, taken) }))).toEqual([]);
  });

  test('a reading together with the value that carries it out', () => {
    const changed = seniorTitle('正高级');
    expect(faultsOf(pack({ parameters: changed, interpretations: taking('senior-title', 'full') }))).toEqual(
      [],
    );
    const relaxation = { ...parameters.relaxation, editions: ['2025新职业', '2026新职业'] };
    expect(faultsOf(pack({ parameters: { ...parameters, relaxation } }))).toEqual([]);
    expect(
      faultsOf(pack({ abilityTags: [], interpretations: taking('ability-categories', 'none') })),
    ).toEqual([]);
  });
});
