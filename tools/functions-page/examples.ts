import { COLUMN_KEYS, type ColumnKey } from '../../src/rules/application';
import { isoDate, toSerial } from '../../src/rules/calendar-date';
import { headerOf } from '../../src/sheet/columns';

/** An argument: what stands in the formula, and the value that Excel hands over. */
export interface Argument {
  readonly shown: string;
  readonly value: unknown;
}

const text = (value: string): Argument => ({ shown: `"${value}"`, value });
const number = (value: number): Argument => ({ shown: String(value), value });

function date(year: number, month: number, day: number): Argument {
  const there = isoDate(year, month, day);
  if (there === null) throw new Error('An example has an impossible date.');
  return { shown: `DATE(${[year, month, day].join(',')})`, value: toSerial(there) };
}

type Row = Readonly<Record<ColumnKey, string | number>>;

/** Invented persons, as rows 4 to 7 of a sheet with the official header in row 3. Row 7 is empty. */
const FIRST: Row = {
  submittedOn: '2025-03-26',
  institution: '重庆嘉陵职业技能评价中心',
  institutionTier: '市级',
  idType: '居民身份证',
  idNumber: '500103198507121215',
  sex: '男',
  name: '陈立新',
  ethnicity: '汉族',
  education: '大学本科',
  politicalStatus: '群众',
  position: '教师',
  title: '无',
  employer: '重庆嘉陵职业培训学校',
  workYears: 15,
  phone: '13812345678',
  occupationYears: 8,
  skillCertificate: '茶艺师/三级',
  skillCertificateNo: 'S000050000001223000017',
  titleCertificate: '无',
  titleCertificateNo: '无',
  assessorCard: '无',
  assessorCardNo: '无',
  trained: '是',
  level: '考评员',
  occupationName: '茶艺师',
  occupationCode: '4-03-02-07',
  category: '第四大类',
};
export const EXAMPLE_ROWS: readonly Row[] = [
  FIRST,
  {
    ...FIRST,
    idNumber: '500103195903261216',
    name: '向大成',
    ethnicity: '土家',
    workYears: 40,
    phone: '13912345678',
    occupationYears: 3,
    skillCertificateNo: 'S000050000001223000025',
  },
  {
    ...FIRST,
    idNumber: 500103198507121000,
    name: '罗志远',
    phone: '13712345678',
    skillCertificateNo: 'S000050000001223000033',
  },
];

/** The columns in which the example rows differ or that decide their verdicts. */
export const TELLING_COLUMNS: readonly ColumnKey[] = [
  'name',
  'idNumber',
  'ethnicity',
  'occupationYears',
  'skillCertificate',
  'level',
  'occupationName',
];

const valuesOf = (row: Row | undefined, keys: readonly ColumnKey[]): readonly unknown[] =>
  keys.map((key) => row?.[key] ?? null);

const A4: Argument = { shown: 'A4:AA4', value: [valuesOf(EXAMPLE_ROWS[0], COLUMN_KEYS)] };
const A5: Argument = { shown: 'A5:AA5', value: [valuesOf(EXAMPLE_ROWS[1], COLUMN_KEYS)] };
const ALL: Argument = {
  shown: 'A4:AA7',
  value: [...EXAMPLE_ROWS, undefined].map((row) => valuesOf(row, COLUMN_KEYS)),
};
const HEADERS: Argument = { shown: 'A3:AA3', value: [COLUMN_KEYS.map(headerOf)] };
const IDS: Argument = {
  shown: 'E4:E7',
  value: [...EXAMPLE_ROWS, undefined].map((row) => valuesOf(row, ['idNumber'])),
};
const TOO_WIDE: Argument = {
  shown: 'A4:AB4',
  value: [[...valuesOf(EXAMPLE_ROWS[0], COLUMN_KEYS), '备注']],
};

export interface FunctionExamples {
  /** What the docstring is too short for. */
  readonly notes: readonly string[];
  readonly examples: readonly (readonly Argument[])[];
  readonly errors: readonly (readonly Argument[])[];
}

/** What a host tells the rules of a cell beside its value, and Excel no function. */
const VALUES_ALONE =
  '函数得到的只是单元格的值：看不出单元格里是公式还是填写的内容，也看不出数字按什么格式显示（如显示为日期、前面补0）；竖向合并的单元格只有最上面一行有值，下面的行算作未填写；工作簿用1904日期系统的（少见），日期早四年零一天。';

/** What the page says of each function beyond its docstring, in the page's order. Results are computed. */
export const FUNCTION_EXAMPLES: Readonly<Record<string, FunctionExamples>> = {
  ELIGIBLE: {
    notes: [
      '有提交时间的行，年龄计算到提交时间；没有的，计算到 date。',
      '“待核实”表示凭汇总表无法判断，理由中写明须附的材料。',
      '姓名、证件号码、申报职业名称和编码都没有填的行是空行，结果为空。',
      VALUES_ALONE,
    ],
    examples: [[A4], [ALL], [A5, HEADERS, date(2025, 3, 26)]],
    errors: [[TOO_WIDE], [A4, text('姓名')], [A4, HEADERS, text('三月底')]],
  },
  CHECK: {
    notes: [
      '与任务窗格“检查”中该行的问题一致，只是不含须与其他行比较的问题（重复申报、共用电话等）。',
      VALUES_ALONE,
    ],
    examples: [[A4], [A5], [ALL]],
    errors: [[TOO_WIDE]],
  },
  SCHEDULE: {
    notes: [
      '专项职业能力按其所属职业领域的现行编码查找。给出日期时，取该日报送后、反馈日期之后还有场次的第一个月。',
    ],
    examples: [[text('4-04-05-05')], [text('茶艺师')], [text('收银结算')], [text('钳工'), date(2025, 3, 26)]],
    errors: [
      [text('人工智能工程技术人员')],
      [text('收银员'), date(2025, 11, 28)],
      [text('4-03-01')],
      [text('不存在的职业')],
    ],
  },
  CODE: {
    notes: [
      '名称后的等级（如“三级”“高级工”）不影响查找。对照关系未经官方核实的名称不给结果，只在错误说明中提示。',
    ],
    examples: [[text('人工智能训练师')], [text('茶艺师（三级）')], [text('商用车维修工')], [text('钳工')]],
    errors: [[text('不存在的职业')], [text('育婴师')], [text('电工、车工')]],
  },
  NAME: {
    notes: [],
    examples: [
      [text('4-04-05-05')],
      [text('4—4—5—5')],
      [text('2-02-32-00')],
      [text('商用车维修工')],
      [text('收银结算')],
    ],
    errors: [[text('9-99-99-99')]],
  },
  FIELD: {
    notes: [],
    examples: [[text('收银结算')], [text('城市排水管道疏浚')]],
    errors: [[text('电工')]],
  },
  CATEGORY: {
    notes: ['通知没有规定第27列的写法，任何内容都不算错误；这里给出职业分类大典的大类。'],
    examples: [[text('4-04-05-05')], [text('电工')]],
    errors: [[text('不存在的职业')]],
  },
  TAGS: {
    notes: [],
    examples: [[text('4-04-05-05')], [text('电工')], [text('茶艺师')]],
    errors: [[text('不存在的职业')]],
  },
  FIND: {
    notes: [
      '完全相同的在前，其次是开头相同的，再次是含有的；职业在前，工种、专项职业能力在后。只有原编码、原名称，或通知所印的其他编码、名称相符的，排在最后。',
      '名称中的括号、顿号等标点不必输入。',
    ],
    examples: [
      [text('rgzn'), number(3)],
      [text('chayi'), number(3)],
      [text('4-04-05'), number(3)],
      [text('钳工'), number(3)],
      [text('劝募员')],
    ],
    errors: [[text('没有这个')], [text('钳工'), number(-1)]],
  },
  IDCHECK: {
    notes: [
      '按居民身份证和居住证的规则检查。号码不保存、不外传。',
      '以数字保存的号码，末尾几位已经丢失，无法还原，须按证件重新填写。',
    ],
    examples: [[text('500103198507121215')], [text('500103198507121216')], [IDS]],
    errors: [],
  },
  SEX: {
    notes: ['号码有问题时不猜测，错误说明与 IDCHECK 的结果相同。'],
    examples: [[text('500103198507121215')]],
    errors: [[text('500103198507121216')]],
  },
  BIRTHDATE: {
    notes: ['号码有问题时不猜测，错误说明与 IDCHECK 的结果相同。'],
    examples: [[text('500103198507121215')]],
    errors: [[text('50010319850712')]],
  },
  AGE: {
    notes: ['2月29日出生的，平年以3月1日为生日。'],
    examples: [
      [text('500103198507121215'), date(2025, 7, 11)],
      [text('500103198507121215'), date(2025, 7, 12)],
    ],
    errors: [[text('500103198507121215'), date(1980, 1, 1)]],
  },
  FEE: {
    notes: [],
    examples: [
      [text('考评员')],
      [text('高级考评员'), number(3)],
      [text('专项职业能力考核考评员'), number(12)],
    ],
    errors: [[text('技师')], [text('考评员'), number(1.5)]],
  },
  WINDOW: {
    notes: ['只有通知所指年度的受理期；该年最后一个受理期过后为 #N/A。'],
    examples: [[date(2025, 4, 1)], [date(2025, 4, 28)]],
    errors: [[date(2025, 12, 1)]],
  },
  FEEDBACK: {
    notes: [
      '工作日按国务院办公厅公布的放假安排计算，调休上班的日子也是工作日；没有安排可依的年度（如还没有公布的）为 #N/A。',
    ],
    examples: [[date(2025, 3, 26)], [date(2025, 4, 27)]],
    errors: [[date(2028, 3, 27)], [text('下周')]],
  },
};
