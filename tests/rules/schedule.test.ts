import { fee } from '../../src/rules/fee';
import type { NoticePack } from '../../src/rules/notice';
import { notice2025_8 } from '../../src/rules/notice-2025-8';
import { workTypeRows } from '../../src/rules/reference/occupations';
import { rulebookOf } from '../../src/rules/rulebook';
import { nextSession, schedule } from '../../src/rules/schedule';
import { day, RULEBOOK } from '../support/rulebook';

const FIRST = '3月、6月、10月、12月中下旬';
const SECOND = '4月、5月、7月、8月、9月、11月中下旬';

/** The pack with one open sentence read otherwise. */
const taking = (id: string, taken: string): NoticePack => ({
  ...notice2025_8,
  interpretations: notice2025_8.interpretations.map((entry) =>
    entry.id === id ? { ...entry, taken } : entry,
  ),
});

const named = notice2025_8.sessions.flatMap(({ names }) => names);

test.each(named)('%s, which annex 6 names, is held in the first group', (name) => {
  expect(schedule(RULEBOOK, name)).toMatchObject({ kind: 'months', text: FIRST });
});

test.each(notice2025_8.digital)('$name of annex 3 is held in the first group', ({ name }) => {
  expect(schedule(RULEBOOK, name)).toMatchObject({ kind: 'months', text: FIRST });
});

test.each([
  // by code, name, former name, work type
  ['6-31-01-03', FIRST, '电工'],
  ['6—31—1—3', FIRST, '电工'],
  ['6-18-04-06', FIRST, '工具钳工'],
  ['装配钳工', FIRST, '装配钳工'],
  ['机修钳工', FIRST, '机修钳工'],
  ['6-23-01-04', SECOND, '铁路机车车辆制动钳工'],
  ['4-03-02-05', FIRST, '餐厅服务员'],
  ['4-12-01-01', FIRST, '汽车维修工'],
  ['4-08-05-05', FIRST, '机动车检测工'],
  ['4-04-04-06', FIRST, '密码技术应用员'],
  ['4-04-04-07', SECOND, '网络安全等级保护测评师'],
  ['无人机驾驶员', SECOND, '无人机驾驶员'],
  ['3-02-03-08', SECOND, '应急救援员'],
  ['6-18-01-02', SECOND, '铣工'],
  ['物业管理员', SECOND, '物业管理师'],
  // with the words of a level, and as it is typed
  ['高级茶艺师', FIRST, '茶艺师'],
  ['电工（三级）', FIRST, '电工'],
  [' 电 工 ', FIRST, '电工'],
  // by ability: its field's current code
  ['重庆小面制作', FIRST, '重庆小面制作'],
  ['微信公众号运营', FIRST, '微信公众号运营'],
  ['AI提示工程运用', FIRST, 'AI提示工程运用'],
  ['汽车音响改装', FIRST, '汽车音响改装'],
  ['果树花卉嫁接', SECOND, '果树花卉嫁'],
  ['城市排水管道疏浚', SECOND, '城市排水管道疏浚'],
  ['4-09-99(GBM40999)', SECOND, '其他水利、环境和公共设施管理服务人员'],
])('%s is held in %s', (text, months, name) => {
  expect(schedule(RULEBOOK, text)).toMatchObject({ kind: 'months', text: months, name });
});

test('钳工 stands for three occupations of one group', () => {
  expect(schedule(RULEBOOK, '钳工')).toMatchObject({
    code: '6-18-04-06、6-20-01-01、6-31-01-02',
    text: FIRST,
  });
});

test.each(['电工、收银员', '收银员\n电工', '电工、人工智能工程技术人员'])(
  '%s have no session in common',
  (text) => {
    expect(schedule(RULEBOOK, text)).toEqual({ kind: 'unknown' });
  },
);

test.each(['电工、育婴师', '保育员、电工'])('%s is no better known than the worse of the two', (text) => {
  expect(RULEBOOK.subject(null, text, '').verified).toBe(false);
});

test.each(['2-02-10-04', '计算机网络工程技术人员', '局域网管理', '移动产品原型制作', '1-01-00-01'])(
  '%s is in neither group',
  (text) => {
    expect(schedule(RULEBOOK, text)).toMatchObject({ kind: 'not-scheduled' });
  },
);

test('what only an unverified entry says is named, not decided', () => {
  const [name = ''] = workTypeRows.find(([, , source]) => source === 'unverified') ?? [];
  expect(schedule(RULEBOOK, name)).toMatchObject({ kind: 'unverified', code: expect.any(String) as string });
});

test('seventeen abilities are printed with a code of major class 2; one of them is a misprint and has a session', () => {
  const outside = RULEBOOK.catalogue.abilities.filter(
    ({ name }) => schedule(RULEBOOK, name).kind === 'not-scheduled',
  );
  const printed = RULEBOOK.catalogue.abilities.filter(({ rawCode }) => rawCode.startsWith('2'));
  expect(printed).toHaveLength(17);
  expect(printed.filter((ability) => !outside.includes(ability)).map(({ name }) => name)).toEqual([
    'AI提示工程运用',
  ]);
  expect(outside).toHaveLength(16);
});

test.each(['', '   ', '茶艺', '4-99-00-00', '9-99-99-99', '第四大类'])('%j is unknown', (text) => {
  expect(schedule(RULEBOOK, text)).toEqual({ kind: 'unknown' });
});

test.each(['4-01-06', '4-12-01'])(
  '%s, a whole minor class that annex 5 does not print, is no occupation',
  (text) => {
    expect(schedule(RULEBOOK, text)).toEqual({ kind: 'unknown' });
  },
);

describe('the next session for papers of a day', () => {
  test.each([
    ['电工', '2025-02-25', '2025年3月中下旬', '2025-03-11'],
    ['电工', '2025-03-26', '2025年6月中下旬', '2025-04-10'],
    ['电工', '2025-04-27', '2025年6月中下旬', '2025-05-14'],
    ['电工', '2025-11-28', '2025年12月中下旬', '2025-12-12'],
    ['铣工', '2025-02-25', '2025年4月中下旬', '2025-03-11'],
    ['铣工', '2025-03-26', '2025年4月中下旬', '2025-04-10'],
    ['铣工', '2025-04-16', '2025年4月中下旬', '2025-04-29'],
    // answered on the last day of April: not before it ends
    ['铣工', '2025-04-17', '2025年5月中下旬', '2025-04-30'],
    ['重庆小面制作', '2025-06-30', '2025年10月中下旬', '2025-07-14'],
  ])('%s, papers of %s: %s', (text, submitted, months, feedback) => {
    const found = schedule(RULEBOOK, text);
    if (found.kind !== 'months') throw new Error('no session');
    expect(nextSession(notice2025_8, found.session, day(submitted))).toMatchObject({
      kind: 'session',
      text: months,
      feedback,
    });
  });

  test.each([
    ['铣工', '2025-11-28', { kind: 'none-left', feedback: '2025-12-12' }],
    ['电工', '2025-12-25', { kind: 'none-left', feedback: '2026-01-09' }],
    ['电工', '2026-12-31', { kind: 'no-calendar' }],
  ])('%s, papers of %s: none', (text, submitted, expected) => {
    const found = schedule(RULEBOOK, text);
    if (found.kind !== 'months') throw new Error('no session');
    expect(nextSession(notice2025_8, found.session, day(submitted))).toEqual(expected);
  });
});

describe('the other readings', () => {
  test.each([
    ['session-fitters', 'five', '6-23-01-04', FIRST],
    ['session-fitters', 'five', '道岔钳工', FIRST],
    ['session-fitters', 'five', '铣工', SECOND],
    ['session-open-lists', 'named', '全媒体运营师', SECOND],
    ['session-open-lists', 'named', '电子商务师', FIRST],
    ['session-open-lists', 'named', '4-08-05-05', FIRST],
    ['session-of-ability', 'second', '重庆小面制作', SECOND],
    ['session-of-ability', 'second', '局域网管理', SECOND],
    ['session-of-ability', 'second', '中式烹调师', FIRST],
  ])('%s %s: %s is held in %s', (id, taken, text, months) => {
    expect(schedule(rulebookOf(taking(id, taken)), text)).toMatchObject({
      kind: 'months',
      text: months,
    });
  });
});

// 五: 1200元/人/职业（工种） and 1300元/人/职业（工种）
test.each([
  ['assessor', 1, 1200],
  ['special', 1, 1200],
  ['senior', 1, 1300],
  ['senior', 3, 3900],
  ['assessor', 0, 0],
] as const)('%s, %d applications: %d yuan', (level, count, yuan) => {
  expect(fee(notice2025_8, level, count)).toBe(yuan);
});

test('one application unless a count is given', () => {
  expect(fee(notice2025_8, 'senior')).toBe(1300);
});
