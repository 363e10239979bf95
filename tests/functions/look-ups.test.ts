import fc from 'fast-check';
import { occupationRows } from '../../src/rules/reference/occupations';
import { CURRENT_NOTICE } from '../../src/rules/current-notice';
import { RULEBOOK } from '../support/rulebook';
import { bad, call, cell, na, one, textOf, type Shown } from './support/call';

const nowhere = (text: string): Shown => na(`“${text}”不在职业目录和附件5中；可用 KPY.FIND 查找`);
const unverified = (text: string, name: string, code: string): Shown =>
  na(`“${text}”可能是“${name}”（${code}），但对照关系未经官方核实，请核对后填写`);
const several = (text: string): Shown => na(`“${text}”是几个名称，请分别查询`);

describe('CODE, NAME, CATEGORY, TAGS', () => {
  test.each<[text: string, code: Shown, name: Shown, category: Shown, tags: Shown]>([
    ['人工智能训练师', '4-04-05-05', '人工智能训练师', '第四大类', '数字类、紧缺'],
    ['电工', '6-31-01-03', '电工', '第六大类', '安全类'],
    ['茶艺师', '4-03-02-07', '茶艺师', '第四大类', ''],
    // 等级不影响查找
    ['茶艺师（三级／高级工）', '4-03-02-07', '茶艺师', '第四大类', ''],
    // 工种
    ['商用车维修工', '4-12-01-01', '汽车维修工', '第四大类', '安全类'],
    // 通知的统称
    ['钳工', '6-18-04-06、6-20-01-01、6-31-01-02', '钳工', '第六大类', '紧缺、安全类'],
    ['机动车检测', '4-08-05-05', '机动车检测工', '第四大类', ''],
    // 专项职业能力
    ['收银结算', '4-01-02-04', '收银结算', '第四大类', ''],
    ['城市排水管道疏浚', '4-09-99', '城市排水管道疏浚', '第四大类', ''],
    // 编码的各种写法，原编码
    ['4—04—5—5', '4-04-05-05', '人工智能训练师', '第四大类', '数字类、紧缺'],
    ['４－０４－０５－０５', '4-04-05-05', '人工智能训练师', '第四大类', '数字类、紧缺'],
    ['4-09-99(GBM40999)', '4-09-99', '其他水利、环境和公共设施管理服务人员', '第四大类', ''],
    ['2-02-32-00', '2-02-32-01', '制药工程技术人员', '第二大类', ''],
    // 小类，附件5另有写法
    ['其它文化和教育服务人员', '4-13-99', '其他文化和教育服务人员', '第四大类', ''],
    // 看不见的字符
    ['\u200b4-04-05-05', '4-04-05-05', '人工智能训练师', '第四大类', '数字类、紧缺'],
    ['4\u200b-04-05-05', '4-04-05-05', '人工智能训练师', '第四大类', '数字类、紧缺'],
    // 几个名称不是一个名称
    [
      '电工、车工',
      several('电工、车工'),
      several('电工、车工'),
      several('电工、车工'),
      several('电工、车工'),
    ],
    // 查不到的，未经核实的
    [
      '不存在的职业',
      nowhere('不存在的职业'),
      nowhere('不存在的职业'),
      nowhere('不存在的职业'),
      nowhere('不存在的职业'),
    ],
    [
      '9-99-99-99',
      nowhere('9-99-99-99'),
      nowhere('9-99-99-99'),
      nowhere('9-99-99-99'),
      nowhere('9-99-99-99'),
    ],
    [
      '育婴师',
      unverified('育婴师', '婴幼儿发展引导员', '4-10-01-01'),
      unverified('育婴师', '婴幼儿发展引导员', '4-10-01-01'),
      unverified('育婴师', '婴幼儿发展引导员', '4-10-01-01'),
      unverified('育婴师', '婴幼儿发展引导员', '4-10-01-01'),
    ],
  ])('%s', (text, code, name, category, tags) => {
    expect(one('CODE', text)).toEqual(code);
    expect(one('NAME', text)).toEqual(name);
    expect(one('CATEGORY', text)).toEqual(category);
    expect(one('TAGS', text)).toEqual(tags);
  });

  test('every occupation of the book is found by its code and by its name', () => {
    const codes = occupationRows.map(([code]) => code);
    const names = occupationRows.map(([, name]) => name);
    expect(
      call(
        'NAME',
        codes.map((code) => [code]),
      ).flat(),
    ).toEqual(names);
    expect(
      call(
        'CODE',
        names.map((name) => [name]),
      ).flat(),
    ).toEqual(codes);
  });

  test('a range gives one result a cell, in its shape; one bad cell does not take the others with it', () => {
    expect(
      call('CODE', [
        ['电工', '没有'],
        [0, '茶艺师'],
        [null, ''],
        ['#N/A', ' '],
      ]),
    ).toEqual([
      ['6-31-01-03', nowhere('没有')],
      ['', '4-03-02-07'],
      ['', ''],
      [bad('引用的单元格是错误值 #N/A'), ''],
    ]);
  });

  test('a cell alone and in a range are the same', () => {
    const texts = fc.constantFrom<unknown>(
      '电工',
      '钳工',
      '没有',
      '',
      0,
      null,
      404,
      true,
      '4-04-05-05',
      '收银结算',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(
          'CODE',
          'NAME',
          'CATEGORY',
          'TAGS',
          'SCHEDULE',
          'FIELD',
          'FEE',
          'IDCHECK',
          'SEX',
          'AGE',
        ),
        fc.array(texts, { minLength: 1, maxLength: 5 }),
        (id, values) => {
          expect(call(id, [values])).toEqual([values.map((value) => one(id, value))]);
          expect(
            call(
              id,
              values.map((value) => [value]),
            ),
          ).toEqual(values.map((value) => [one(id, value)]));
        },
      ),
    );
  });
});

test('FIELD is the printed field of every ability of annex 5', () => {
  const { abilities } = CURRENT_NOTICE;
  expect(
    call(
      'FIELD',
      abilities.map(({ name }) => [name]),
    ).flat(),
  ).toEqual(abilities.map(({ occupation }) => occupation));
  expect(one('FIELD', '电工')).toEqual(na('“电工”不在附件5的专项职业能力考核目录中；可用 KPY.FIND 查找'));
});

test('TAGS shows each mark of design §7 somewhere, in its order', () => {
  const all = new Set(
    call(
      'TAGS',
      occupationRows.map(([code]) => [code]),
    )
      .flat()
      .flatMap((tags) => (tags === '' ? [] : textOf(tags).split('、'))),
  );
  expect([...all].sort()).toEqual(['安全类', '数字类', '新职业', '紧缺', '绿色'].sort());
  const digital = RULEBOOK.notice.digital.map(({ name }) => one('TAGS', name));
  for (const tags of digital) expect(tags).toMatch(/^数字类/);
});

describe('FIND', () => {
  test.each<[keyword: unknown, limit: unknown, first: readonly (readonly Shown[])[]]>([
    ['茶艺师', 1, [['4-03-02-07', '茶艺师', '职业']]],
    ['chayishi', null, [['4-03-02-07', '茶艺师', '职业']]],
    ['4-04-05-05', 1, [['4-04-05-05', '人工智能训练师', '职业']]],
    [
      'rgzn',
      2,
      [
        ['2-02-38-01', '人工智能工程技术人员', '职业'],
        ['4-04-05-05', '人工智能训练师', '职业'],
      ],
    ],
    ['收银结算', 1, [['4-01-02-04', '收银结算', '专项职业能力']]],
  ])('%s', (keyword, limit, first) => {
    expect(call('FIND', keyword, limit).slice(0, first.length)).toEqual(first);
  });

  test('at most 20, or as many as asked for', () => {
    expect(call('FIND', '工')).toHaveLength(20);
    expect(call('FIND', '工', 50)).toHaveLength(50);
    expect(call('FIND', '工', '3')).toHaveLength(3);
    expect(call('FIND', '工', { basicValue: 3 })).toHaveLength(3);
    expect(call('FIND', '工', ' ')).toHaveLength(20);
    // An empty cell of Excel for Windows.
    expect(call('FIND', '工', 0)).toHaveLength(20);
  });

  test.each<[about: string, keyword: unknown, limit: unknown, result: Shown]>([
    ['找不到', '没有这个', null, na('没有找到“没有这个”')],
    ['空单元格', 0, null, bad('请给出编码、汉字、拼音或拼音首字母')],
    ['网页的空单元格', null, null, bad('请给出编码、汉字、拼音或拼音首字母')],
    ['错误值', '#REF!', null, bad('引用的单元格是错误值 #REF!')],
    ['负数', '电工', -1, bad('“-1”不是条数，应为正整数')],
    ['半条', '电工', 1.5, bad('“1.5”不是条数，应为正整数')],
    ['不是数', '电工', '许多', bad('“许多”不是条数，应为正整数')],
  ])('%s', (_, keyword, limit, result) => {
    expect(cell('FIND', keyword, limit)).toEqual(result);
  });
});

describe('FEE', () => {
  test.each<[level: unknown, count: unknown, result: Shown]>([
    ['考评员', null, 1200],
    ['高级考评员', null, 1300],
    ['专项职业能力考核考评员', 12, 14400],
    [' 高级考评员 ', '2', 2600],
    // An empty cell: 0 on the desktop, null on the web.
    ['考评员', 0, 1200],
    ['考评员', ' ', 1200],
    ['考评员', '0', 0],
    ['考评员', '３', 3600],
    ['考评员', { basicValue: 3 }, 3600],
    ['考评员', '0x10', bad('“0x10”不是人次，应为0以上的整数')],
    ['考评员', '1e3', bad('“1e3”不是人次，应为0以上的整数')],
    ['考评员', true, bad('“TRUE”不是人次，应为0以上的整数')],
    ['', 3, ''],
    ['技师', null, bad('“技师”不是申报考评员等级；可填：考评员、高级考评员、专项职业能力考核考评员')],
    ['考评员', -1, bad('“-1”不是人次，应为0以上的整数')],
    ['考评员', 1.5, bad('“1.5”不是人次，应为0以上的整数')],
    ['考评员', '两', bad('“两”不是人次，应为0以上的整数')],
  ])('%s × %s', (level, count, result) => {
    expect(one('FEE', level, count)).toEqual(result);
  });
});
