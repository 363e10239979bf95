import type { Condition } from '../../src/rules/condition';
import { Checker } from '../../src/rules/checker';
import { RULE_NAMES, type Finding } from '../../src/rules/finding';
import { findingText, LOCALES, messageText, reasonText } from '../../src/rules/messages/message';
import { commandText } from '../../src/rules/messages/command/command-message';
import { enUS as commandEnUS } from '../../src/rules/messages/command/en-US';
import { zhCN as commandZhCN } from '../../src/rules/messages/command/zh-CN';
import { enUS } from '../../src/rules/messages/en-US';
import { zhCN } from '../../src/rules/messages/zh-CN';
import { applicant, type Given } from '../support/applicant';
import { RULEBOOK, day } from '../support/rulebook';
import { ELIGIBILITY_CASES } from './eligibility-cases';
import { FILE_CASES, OTHER_SHEETS } from './file-cases';
import { ROW_CASES } from './row-cases';

const CATALOGUES: Readonly<Record<(typeof LOCALES)[number], Readonly<Record<string, string>>>> = {
  'zh-CN': zhCN,
  'en-US': enUS,
};
const CODES = Object.keys(zhCN);

const parametersOf = (template: string): readonly string[] =>
  [...new Set([...template.matchAll(/\{(?:\w+\|\w+ )?(\w+)/g)].map(([, name = '']) => name))].sort();

/** Each catalogue in both languages. */
const BOTH: readonly (readonly [
  string,
  Readonly<Record<string, string>>,
  Readonly<Record<string, string>>,
])[] = [
  ['the common catalogue', zhCN, enUS],
  ['the catalogue of the command', commandZhCN, commandEnUS],
];

describe.each(BOTH)('the two languages of %s', (_, chinese, english) => {
  test('say the same things', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort());
  });

  test('have no slot that nothing fills, such as a number with one form of its noun', () => {
    const slot = /\{(?:\w+\|\w+ )?\w+(?: [^{}|]+\|[^{}|]+)?\}/g;
    const broken = [chinese, english].flatMap((catalogue) =>
      Object.keys(catalogue).filter((code) => /[{}]/.test((catalogue[code] ?? '').replace(slot, ''))),
    );
    expect(broken).toEqual([]);
  });

  test.each(Object.keys(chinese))('%s takes the same parameters in both', (code) => {
    expect(parametersOf(english[code] ?? '')).toEqual(parametersOf(chinese[code] ?? ''));
  });

  test('none of the English sentences speaks of one row, or of several, where there may be either', () => {
    expect(Object.values(english).filter((sentence) => /\brows? \{rows\}/.test(sentence))).toEqual([]);
  });

  test('no sentence is blank', () => {
    const blank = (catalogue: Readonly<Record<string, string>>): readonly string[] =>
      Object.keys(catalogue).filter((code) => catalogue[code]?.trim() === '');
    expect([blank(chinese), blank(english)]).toEqual([[], []]);
  });
});

test.each([
  [1, 'Fix 1 cell'],
  [2, 'Fix 2 cells'],
  [0, 'Fix 0 cells'],
] as const)('an English noun follows its number: %d', (count, text) => {
  expect(messageText('en-US', 'pane.fix-all', { count })).toBe(text);
  expect(messageText('zh-CN', 'pane.fix-all', { count })).toContain(String(count));
});

test.each([
  ['zh-CN', '第3、4、5…行'],
  ['en-US', 'rows 3, 4, 5…'],
] as const)('a list is joined as %s joins one', (locale, text) => {
  expect(messageText(locale, 'export.unread', { rows: [3, 4, '5…'] })).toContain(text);
});

test.each([
  [['3'], 'row 3,'],
  [[3, 4], 'rows 3, 4,'],
] as const)('an English noun before a list follows it: %j', (rows, text) => {
  expect(messageText('en-US', 'export.unread', { rows })).toContain(text);
});

test('a code that no catalogue has is a bug, and says so', () => {
  expect(() => messageText('zh-CN', 'no.such-code')).toThrow('no.such-code');
  expect(() => commandText('zh-CN', 'no.such-code')).toThrow('no.such-code');
});

test('a story that a cell holds is quoted by its beginning, no character cut in two', () => {
  const value = `很久${'𠮷'.repeat(200)}`;
  const text = findingText('zh-CN', { message: 'years.invalid', params: { value } });
  expect(text).toBe(`“很久${'𠮷'.repeat(49)}…”不是年数，请只填数字`);
  const odd = findingText('zh-CN', { message: 'years.invalid', params: { value: `久${value}` } });
  expect(odd).toBe(`“久很久${'𠮷'.repeat(48)}…”不是年数，请只填数字`);
});

test('and so are very many entries of one', () => {
  const titles = Array.from({ length: 3_000 }, () => '助理工程师');
  const told = reasonText('zh-CN', {
    clause: '二（二）2',
    truth: 'unmet',
    facts: ['titleCertificate'],
    message: 'title/level-low',
    params: { title: titles, wanted: '中级' },
  });
  expect(told).toBe(`职称“${'助理工程师、'.repeat(20)}…”未达到中级`);
});

test('the command words its own sentences and the common ones', () => {
  expect(commandText('zh-CN', 'command.help-usage')).toBe('用法：');
  expect(commandText('en-US', 'verdict.met')).toBe(messageText('en-US', 'verdict.met'));
});

/** The codes that belong to a rule: its own, and those of its variants. */
const codesOfRule = (rule: string): readonly string[] =>
  CODES.filter((code) => code === rule || code.startsWith(`${rule}/`));

describe.each(RULE_NAMES)('%s', (rule) => {
  test('has a wording in Chinese and in English', () => {
    const codes = codesOfRule(rule);
    expect(codes).not.toEqual([]);
    for (const code of codes) {
      expect(CATALOGUES['zh-CN'][code]).toMatch(/\p{Script=Han}/u);
      expect(CATALOGUES['en-US'][code]).toMatch(/[A-Za-z]{3}/);
    }
  });
});

const checkerOf = (rows: readonly Given[]): Checker => {
  const checker = new Checker(RULEBOOK, day('2025-03-26'));
  checker.load(rows.map((given, i) => ({ row: i + 1, cells: applicant(given) })));
  return checker;
};

/** Every file of the case tables: one row, or several, and another sheet beside them. */
const checked = [
  ...[...ROW_CASES, ...ELIGIBILITY_CASES].map(({ given }) => checkerOf([given])),
  ...FILE_CASES.map(({ rows, beside }) => {
    const checker = checkerOf(rows);
    checker.setBeside(beside.map((each, i) => ({ sheet: OTHER_SHEETS[i] ?? '', checker: checkerOf(each) })));
    return checker;
  }),
];
const findings: readonly Finding[] = checked.flatMap((checker) =>
  checker.rows.flatMap((row) => checker.findings(row)),
);
const conditions: readonly Condition[] = checked.flatMap((checker) =>
  checker.rows.flatMap((row) => checker.verdict(row)?.conditions ?? []),
);

const treeOf = (condition: Condition): readonly Condition[] => [
  condition,
  ...(condition.parts ?? []).flatMap(treeOf),
];

/** What a reason is about: the first word of its code. */
const TOPICS = [
  ...['composed', 'age', 'skill', 'title', 'years', 'card', 'duty', 'craft', 'relaxation', 'renewal'],
  ...['scope', 'employer', 'level', 'per-person'],
];

describe('over the case tables', () => {
  const said = new Set([
    ...findings.map(({ message }) => message),
    ...conditions.flatMap(treeOf).map(({ message }) => message),
  ]);

  test.each(LOCALES)('no %s sentence is left with an unfilled parameter', (locale) => {
    const texts = [
      ...findings.map((finding) => findingText(locale, finding)),
      ...conditions.flatMap(treeOf).map((condition) => reasonText(locale, condition)),
    ];
    expect([...new Set(texts)].filter((text) => /[{}]|undefined|NaN/.test(text))).toEqual([]);
  });

  test('every code that a rule or a condition says is in the catalogue', () => {
    expect([...said].filter((code) => !CODES.includes(code))).toEqual([]);
  });

  test('every wording of a rule or a reason is shown by a case', () => {
    // sheet.* is about a worksheet, not about rows: tests/sheet.
    const ofRules = RULE_NAMES.filter((rule) => !rule.startsWith('sheet.')).flatMap(codesOfRule);
    const ofReasons = CODES.filter((code) => TOPICS.includes(/^([a-z-]+)\//.exec(code)?.[1] ?? ''));
    expect([...ofRules, ...ofReasons].filter((code) => !said.has(code))).toEqual([]);
  });
});
