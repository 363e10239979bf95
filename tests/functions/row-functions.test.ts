import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { eligibility } from '../../src/index';
import { COLUMN_KEYS, type ColumnKey } from '../../src/rules/application';
import type { Cell } from '../../src/rules/cell';
import { toSerial } from '../../src/rules/calendar-date';
import { verdictOf } from '../../src/rules/eligibility/verdict';
import { messageText } from '../../src/rules/messages/message';
import { readWorkbook } from '../../src/hosts/file/index';
import { checkSheet } from '../../src/sheet/check-sheet';
import { headerOf } from '../../src/sheet/columns';
import { SOUND } from '../support/applicant';
import { day, RULEBOOK } from '../support/rulebook';
import { bad, call, cell, textOf, type Shown } from './support/call';

type Changes = Readonly<Partial<Record<ColumnKey, unknown>>>;

const row = (changes: Changes = {}, keys: readonly ColumnKey[] = COLUMN_KEYS): readonly unknown[] =>
  keys.map((key) => (key in changes ? changes[key] : SOUND[key]));

/** A tea artist: no shortage list, no safety trade, so that what is unmet stays unmet. */
const TEA: Changes = {
  skillCertificate: '茶艺师/三级',
  occupationName: '茶艺师',
  occupationCode: '4-03-02-07',
};
const MARCH_26 = toSerial(day('2025-03-26'));
const HEADERS = COLUMN_KEYS.map(headerOf);
const EMPTY_ROWS: readonly (readonly [where: string, value: unknown])[] = [
  ['Windows 和 Mac', 0],
  ['网页', null],
  ['公式给出的空文本', ''],
];

afterEach(() => jest.useRealTimers());

describe('ELIGIBLE', () => {
  test.each<[about: string, changes: Changes, result: string]>([
    ['完全符合', TEA, '符合'],
    ['提交时间是日期', { ...TEA, submittedOn: MARCH_26 }, '符合'],
    ['年限不足', { ...TEA, occupationYears: 3 }, '不符合：二（二）2 从事本职业或相关职业3年，不满5年'],
    [
      '算出的年限，如 Excel 所显示的位数',
      { ...TEA, occupationYears: 3.1 + 0.2 },
      '不符合：二（二）2 从事本职业或相关职业3.3年，不满5年',
    ],
    [
      '年限不足且超龄',
      { ...TEA, occupationYears: 3, idNumber: '500103195903261216' },
      '不符合：二（一）3 男，2025-03-26 时已满66周岁，超过65周岁。二（二）2 从事本职业或相关职业3年，不满5年',
    ],
    [
      '年限未填：待核实，不当作0年',
      { ...TEA, occupationYears: 0 },
      '待核实：二（二）2 “本职业或相关职业任职年限”未填写（须满5年）。请附：从事本职业或相关职业的工作年限证明',
    ],
    ['文本的0年', { ...TEA, occupationYears: '0' }, '不符合：二（二）2 从事本职业或相关职业0年，不满5年'],
    [
      '身份证号码是数字',
      { ...TEA, idNumber: 500103198507121200 },
      '待核实：二（一）3 无法从证件号码得知出生日期。请附：有效身份证件复印件',
    ],
    [
      '人社部门',
      { ...TEA, employer: '重庆市人力资源和社会保障局' },
      '不符合：六（二）3 所在单位“重庆市人力资源和社会保障局”是人力资源社会保障部门，在职人员不得申报',
    ],
  ])('%s', (_, changes, result) => {
    expect(call('ELIGIBLE', [row(changes)])).toEqual([[result]]);
  });

  test('many rows spill one result a row, each judged alone: the same person twice is no matter here', () => {
    expect(call('ELIGIBLE', [row(TEA), row(TEA), row({ ...TEA, occupationYears: 3 })])).toEqual([
      ['符合'],
      ['符合'],
      ['不符合：二（二）2 从事本职业或相关职业3年，不满5年'],
    ]);
  });

  test('the header, in a range of whole columns, is nobody', () => {
    const title = COLUMN_KEYS.map((_, at) => (at === 0 ? '考评人员申报汇总表' : ''));
    const upright = HEADERS.map((header) => Array.from(header).join('\n'));
    expect(call('ELIGIBLE', [title, HEADERS, row(TEA)])).toEqual([[''], [''], ['符合']]);
    expect(call('CHECK', [upright, row(TEA)])).toEqual([[''], ['无']]);
    // Who is called so may be anybody.
    expect(call('ELIGIBLE', [row({ ...TEA, name: '姓名' })])).toEqual([['符合']]);
  });

  test.each(EMPTY_ROWS)('an empty row is empty: %s', (_, value) => {
    const empty = COLUMN_KEYS.map(() => value);
    // The institution is often filled in ahead.
    const prepared = row({}, COLUMN_KEYS).map((filled, at) => (at === 1 ? filled : value));
    expect(call('ELIGIBLE', [empty, row(TEA), prepared])).toEqual([[''], ['符合'], ['']]);
    expect(call('CHECK', [empty, row(TEA), prepared])).toEqual([[''], ['无'], ['']]);
  });

  test('columns anywhere, by their headers; one that is none of the sheet’s is left alone', () => {
    const keys = [...COLUMN_KEYS].reverse();
    // 证书编码 is told by the column before it, which a reversed order takes away: they are named in full.
    const headers = ['序号', ...keys.map(headerOf)];
    expect(call('ELIGIBLE', [[1, ...row(TEA, keys)]], [headers])).toEqual([['符合']]);
  });

  test('headers in two rows, as the host gives merged cells: below is empty', () => {
    const below = HEADERS.map((_, at) => (at < 2 ? '（必填）' : 0));
    expect(call('ELIGIBLE', [row(TEA)], [HEADERS, below])).toEqual([['符合']]);
  });

  test('a column that is not given is one that the sheet lacks', () => {
    const fewer = COLUMN_KEYS.filter((key) => key !== 'idNumber');
    const expected = [['待核实：二（一）3 无法从证件号码得知出生日期。请附：有效身份证件复印件']];
    expect(call('ELIGIBLE', [row(TEA, fewer)], [fewer.map(headerOf)])).toEqual(expected);
    expect(cell('CHECK', [row(TEA, fewer)], [fewer.map(headerOf)])).not.toContain('必填');
    // The last column, left out in the printed order.
    expect(call('CHECK', [row(TEA).slice(0, 26)])).toEqual([['无']]);
  });

  test.each<[about: string, parameters: readonly unknown[], result: Shown]>([
    [
      '28列',
      [[[...row(TEA), '备注']]],
      bad('所选区域有28列，汇总表只有27列；请只选汇总表的各列，或在第二个参数给出表头'),
    ],
    ['表头少一列', [[row(TEA)], [HEADERS.slice(1)]], bad('表头有26列，所选区域有27列，两者应当一致')],
    [
      '不是表头',
      [[row(TEA)], [HEADERS.map(() => '数据')]],
      bad('没有认出汇总表的表头；请选与数据对应的全部表头'),
    ],
    [
      '两列都叫姓名',
      [[row(TEA)], [HEADERS.map((header) => (header === '性别' ? '姓名' : header))]],
      bad('无法确定哪一列是“姓名”，请改正表头'),
    ],
    [
      '日期不是日期',
      [[row(TEA)], null, '三月底'],
      bad('“三月底”不是日期；请引用日期单元格，或写 DATE(2025,3,26)'),
    ],
  ])('cannot use %s', (_, parameters, result) => {
    expect(cell('ELIGIBLE', ...parameters)).toEqual(result);
    expect(cell('CHECK', ...parameters)).toEqual(result);
  });

  test('the age is counted to 提交时间, else to the date given, else to today', () => {
    jest.useFakeTimers({ now: new Date(2026, 6, 11, 23, 59) });
    const born = { ...TEA, idNumber: '500103196003261215' };
    const verdict = (changes: Changes, date?: unknown): unknown =>
      textOf(cell('ELIGIBLE', [row({ ...born, ...changes })], null, date)).slice(0, 3);
    expect(verdict({ submittedOn: '2025-03-26' }, toSerial(day('2026-04-01')))).toBe('符合');
    expect(verdict({ submittedOn: 0 }, MARCH_26)).toBe('符合');
    expect(verdict({ submittedOn: 0 }, '2026-03-26')).toBe('不符合');
    expect(verdict({ submittedOn: 0 })).toBe('不符合');
    jest.setSystemTime(new Date(2025, 2, 26, 0, 1));
    expect(verdict({ submittedOn: 0 })).toBe('符合');
  });

  test('values of Excel’s data types and error values are read, not passed on', () => {
    const serial = {
      type: 'FormattedNumber',
      basicType: 'Double',
      basicValue: MARCH_26,
      numberFormat: 'yyyy-m-d',
    };
    expect(call('ELIGIBLE', [row({ ...TEA, submittedOn: serial })])).toEqual([['符合']]);
    const error = new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable);
    const results = call('CHECK', [
      row({ ...TEA, ethnicity: error }),
      row(TEA),
      row({ ...TEA, ethnicity: '#N/A' }),
    ]);
    const said = ['【错误】民族：此栏是错误值 #N/A，应填写固定的内容'];
    expect(results).toEqual([said, ['无'], said]);
  });
});

describe('CHECK', () => {
  test.each<[about: string, changes: Changes, result: string]>([
    ['没有问题', TEA, '无'],
    ['民族写法', { ...TEA, ethnicity: '汉' }, '【提醒】民族：“汉”应写作“汉族”'],
    [
      '按列的次序，一栏之内错误在前',
      { ...TEA, category: '', idNumber: '500103198507121216', ethnicity: '土家' },
      '【错误】身份证号码：身份证号码的校验码不对，请按证件核对各位数字。【提醒】身份证号码：待核实二（一）3：无法从证件号码得知出生日期。请附：有效身份证件复印件。【提醒】民族：“土家”应写作“土家族”。【提醒】申报职业类别：此栏为必填项，尚未填写',
    ],
  ])('%s', (_, changes, result) => {
    expect(call('CHECK', [row(changes)])).toEqual([[result]]);
  });
});

/** A cell of a file as Excel hands it over. `empty` is what the host passes for an empty cell. */
function handedOver(given: Cell | undefined, empty: unknown): unknown {
  switch (given?.kind) {
    case 'text':
      return given.text;
    case 'number':
    case 'date':
      return given.number;
    case 'boolean':
      return given.text === 'TRUE';
    case 'error':
      return Object.assign(new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable), {
        basicValue: given.text,
      });
    default:
      return empty;
  }
}

describe.each(['messy', 'clean', 'rearranged'])('examples/%s.xlsx', (file) => {
  test.each(EMPTY_ROWS)(
    'ELIGIBLE says of each row what a check says, but for 六（二）2: %s',
    async (_, empty) => {
      const { sheets } = await readWorkbook(readFileSync(`examples/${file}.xlsx`));
      const [sheet] = sheets;
      if (sheet === undefined) throw new Error('no sheet');
      const { reading, verdicts } = checkSheet(RULEBOOK, sheet, day('2025-03-26'));
      const found = COLUMN_KEYS.filter((key) => reading.columns.has(key));
      const values = reading.rows.map(({ cells }) => found.map((key) => handedOver(cells[key], empty)));
      const results = call('ELIGIBLE', values, [found.map(headerOf)], MARCH_26);
      const alone = verdicts.map(({ conditions }) => {
        const { truth } = verdictOf(conditions.filter(({ clause }) => clause !== '六（二）2'));
        return messageText('zh-CN', `verdict.${truth}`);
      });
      expect(alone.length).toBeGreaterThan(3);
      expect(results.map(([said]) => textOf(said).split('：')[0])).toEqual(alone);
    },
  );
});

test('ELIGIBLE is the library’s eligibility, whatever the row', () => {
  const some = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
  const changes = fc.record(
    {
      idNumber: some<string | number>(
        '500103198507121215',
        '500103195903261216',
        '50010319600325121X',
        '',
        500103198507121000,
      ),
      employer: some('重庆渝江机电有限公司', '重庆市人力资源和社会保障局', '渝北区就业服务中心'),
      occupationYears: some<string | number>(2, 5, '八年', '', '10'),
      skillCertificate: some('无', '茶艺师/三级', '电工/二级', '电工', '高级技师'),
      titleCertificate: some('无', '高级讲师', '工程师（机械）'),
      assessorCard: some('无', '茶艺师考评员'),
      level: some('考评员', '高级考评员', '专项职业能力考核考评员', '考官'),
      occupationName: some('茶艺师', '电工', '钳工', '收银结算', '铁路机车车辆制动钳工', '育婴师', '没有'),
      occupationCode: some('4-03-02-07', '6-31-01-03', '', '收银员', '6-23-01-04'),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(changes, { minLength: 1, maxLength: 6 }), (rows) => {
      const results = call(
        'ELIGIBLE',
        rows.map((each) => row(each)),
        null,
        MARCH_26,
      );
      const expected = rows.map((each) => eligibility({ ...SOUND, ...each }, { date: '2025-03-26' }));
      expect(results.map(([said]) => textOf(said).split('：')[0])).toEqual(
        expected.map(({ verdict }) => verdict),
      );
      results.forEach(([said], at) => {
        for (const { clause, truth, message } of expected[at]?.reasons ?? [])
          if (truth !== 'met' && messageText('zh-CN', `verdict.${truth}`) === expected[at]?.verdict)
            expect(said).toContain(`${clause} ${message}`);
      });
    }),
  );
});
