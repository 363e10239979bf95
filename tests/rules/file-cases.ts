import type { ColumnKey } from '../../src/rules/application';
import type { RuleName, Severity } from '../../src/rules/finding';
import type { Given } from '../support/applicant';

/** The rules that compare the rows of a file, case by case: sound rows with some cells changed. */
export interface FileCase {
  readonly rule: RuleName;
  /** In Chinese, so that an official can read the table. */
  readonly about: string;
  readonly rows: readonly Given[];
  /** The rows of each other sheet of the file, which are named 二, 三, …. */
  readonly beside: readonly (readonly Given[])[];
  /** Part of what is said of the first of those rows, where the place is not all that matters. */
  readonly says: string;
  /** The rows, from 1, on which the rule reports. */
  readonly on: readonly number[];
  readonly severity: Severity;
  readonly column: ColumnKey;
}

const TWO = {
  idNumber: '511202199505050448',
  sex: '女',
  name: '李晓',
  phone: '13900001111',
  workYears: 9,
  occupationYears: 5,
  skillCertificateNo: 'S000050000001223000018',
} as const;
const NOODLES = {
  level: '专项职业能力考核考评员',
  occupationName: '重庆小面制作',
  occupationCode: '中式烹调师',
} as const;
const CODER = { occupationName: '计算机程序设计员', occupationCode: '4-04-05-01' } as const;
const TEA = { occupationName: '茶艺师', occupationCode: '4-03-02-07' } as const;
const CARE = { occupationName: '养老护理员', occupationCode: '4-10-01-05' } as const;
const TRADE = { skillCertificate: '商用车维修工/二级', skillCertificateNo: '无' } as const;
const FITTER = { skillCertificate: '机修钳工/二级', skillCertificateNo: '无' } as const;
const ANY_FITTER = { ...FITTER, occupationName: '钳工', occupationCode: '' } as const;
const HIGH = { skillCertificate: '电工/二级', skillCertificateNo: '无' } as const;
const MANY = Array.from({ length: 51 }, (_, i): Given => ({
  idNumber: `50010319850712${String(100 + i)}X`,
  name: `考生${String(i)}`,
  phone: '无',
  skillCertificateNo: `S0000500000012230001${String(10 + i)}`,
}));

const cases = (
  rule: RuleName,
  severity: Severity,
  column: ColumnKey,
  rows: readonly (readonly [
    about: string,
    rows: readonly Given[],
    on: readonly number[],
    beside?: readonly (readonly Given[])[],
    says?: string,
  ])[],
): readonly FileCase[] =>
  rows.map(([about, given, on, beside = [], says = '']) => ({
    rule,
    severity,
    column,
    about,
    rows: given,
    on,
    beside,
    says,
  }));

/** The names of the other sheets. */
export const OTHER_SHEETS = ['二', '三'] as const;

export const FILE_CASES: readonly FileCase[] = [
  ...cases('person.limit', 'error', 'idNumber', [
    ['一人三个职业', [{}, CODER, TEA], [1, 2, 3]],
    ['一人两个职业', [{}, CODER], []],
    ['钳工没有写编码，与另外两个都不相干', [ANY_FITTER, CODER, TEA], [1, 2, 3]],
    [
      '目录里没有的名称，可能是另一个的笔误',
      [{ occupationName: '智能养花师', occupationCode: '' }, CODER, TEA],
      [],
    ],
    ['三人各一个', [{}, { ...TWO, ...CODER }], []],
    ['两个职业加一个专项能力', [{}, CODER, NOODLES], [1, 2, 3]],
    ['同一职业一处编码写错，不算第三个', [{}, { occupationCode: '4-04-05-02' }, CODER], []],
    ['号码一处写得不整齐，也是同一人', [{}, { ...CODER, idNumber: '500103 19850712 1215' }, TEA], [1, 2, 3]],
  ]),
  ...cases('person.duplicate', 'error', 'idNumber', [
    ['同一职业填两行', [{}, {}], [1, 2]],
    ['号码一处是十五位的旧号，也是同一人', [{}, { idNumber: '500103850712121' }], [1, 2]],
    ['身份证号码一栏填的是字，不是同一个号码', [{ idNumber: '居民身份证' }, { idNumber: '居民身份证' }], []],
    ['同一职业两个等级', [{}, { level: '高级考评员' }], [1, 2]],
    [
      '一行写工种，一行写它的职业，是同一职业',
      [
        { occupationName: '商用车维修工', occupationCode: '4-12-01-01' },
        { occupationName: '汽车维修工', occupationCode: '4-12-01-01' },
      ],
      [1, 2],
    ],
    [
      '名称写法不同，编码相同',
      [
        { occupationName: '应急救援员', occupationCode: '3-02-03-08' },
        { occupationName: '', occupationCode: '3-02-03-08' },
      ],
      [1, 2],
    ],
    [
      '同一职业的两个工种，不算重复',
      [
        { occupationName: '商用车维修工', occupationCode: '4-12-01-01' },
        { occupationName: '汽车电器维修工', occupationCode: '4-12-01-01' },
      ],
      [],
    ],
    [
      '专项能力与同名领域的职业',
      [{ occupationName: '中式烹调师', occupationCode: '4-03-02-01' }, NOODLES],
      [],
    ],
    [
      '括注的工种不同，不算重复',
      [
        { occupationName: '汽车维修工（商用车维修工）', occupationCode: '4-12-01-01' },
        { occupationName: '汽车维修工（汽车电器维修工）', occupationCode: '4-12-01-01' },
      ],
      [],
    ],
    [
      '目录里没有的名称，专项与其他不算重复',
      [
        { occupationName: '智能养生师', occupationCode: '' },
        { ...NOODLES, occupationName: '智能养生师' },
      ],
      [],
    ],
    ['同一职业一处编码写错', [{}, { occupationCode: '4-04-05-02' }], [1, 2]],
    ['号码填无，不是同一人', [{ idNumber: '无' }, { ...TWO, idNumber: '无' }], []],
    ['号码丢失位数，不能比较', [{ idNumber: 500103198507121000 }, { idNumber: 500103198507121000 }], []],
  ]),
  ...cases('person.conflict', 'error', 'name', [
    ['一个号码两个姓名', [{}, { ...CODER, name: '陈立欣' }], [1, 2]],
    ['两人的号码都填无', [{ idNumber: '无' }, { ...TWO, idNumber: '无' }], []],
    ['姓名只差空格', [{}, { ...CODER, name: '陈 立新' }], []],
    ['姓名只差间隔号的写法', [{ name: '买买提·艾山' }, { ...CODER, name: '买买提•艾山' }], []],
    [
      '姓名的间隔号两边不同',
      [{ name: '买买提·艾山' }, { ...CODER, name: '买买提•艾尔肯' }],
      [1, 2],
      [],
      '“买买提·艾山”与“买买提•艾尔肯”（第2行）',
    ],
    [
      '姓名都空着一处，只比填了的',
      [{}, { ...CODER, name: '' }, { ...TEA, name: '陈立欣' }],
      [1, 3],
      [],
      '“陈立新”与“陈立欣”（第3行）',
    ],
  ]),
  ...cases('person.conflict', 'warning', 'name', [
    [
      '另一张表是另一姓名',
      [{}, TWO],
      [1],
      [[TWO, { ...CODER, name: '陈立欣' }]],
      '同一身份证号码在“二”表第2行是“陈立欣”，这里是“陈立新”',
    ],
    [
      '另一张表是两个另外的姓名，说一个',
      [{}],
      [1],
      [
        [
          { ...TEA, name: '陈立欣' },
          { ...CODER, name: '陈立心' },
        ],
      ],
      '在“二”表第1行是“陈立欣”',
    ],
    ['第三张表是另一姓名', [{}], [1], [[CODER], [{ ...TEA, name: '陈立欣' }]], '在“三”表第1行是“陈立欣”'],
    ['另一张表没有填姓名，或只差空格', [{}], [], [[{ ...CODER, name: '' }], [{ ...TEA, name: '陈 立新' }]]],
  ]),
  ...cases('person.shared-phone', 'warning', 'phone', [
    ['一处带 +86', [{ phone: '+86-23-67891234' }, { ...TWO, phone: '023-67891234' }], [1, 2]],
    ['两人一个电话', [{}, { ...TWO, phone: '138-1234-5678' }], [1, 2]],
    [
      '区号加括号与横线，仍是一个电话',
      [{ phone: '(023)88152283' }, { ...TWO, phone: '023-88152283' }],
      [1, 2],
    ],
    ['一人两行', [{}, CODER], []],
    [
      '另一人没有填姓名',
      [{}, { ...TWO, name: '', phone: '138-1234-5678' }],
      [1, 2],
      [],
      '联系电话 13812345678 由2人共用（如第2行）',
    ],
    ['破折号与横线，仍是一个电话', [{ phone: '023—88152283' }, { ...TWO, phone: '02388152283' }], [1, 2]],
    ['+86与横线，仍是一个手机', [{ phone: '+86 139-8315-2283' }, { ...TWO, phone: '13983152283' }], [1, 2]],
    [
      '分机写作“转”或横线，仍是一个电话',
      [{ phone: '023-88152283-801' }, { ...TWO, phone: '023-88152283转801' }],
      [1, 2],
    ],
    [
      '同一总机的两个分机，不是一个电话',
      [{ phone: '023-88152283转801' }, { ...TWO, phone: '023-88152283转802' }],
      [],
    ],
    ['两人都填同上，不是一个电话', [{ phone: '同上' }, { ...TWO, phone: '同上' }], []],
    ['后一行没有填号码，姓名相同，是同一人', [{}, { ...CODER, idNumber: '' }], []],
    ['前一行没有填号码，姓名相同，是同一人', [{ idNumber: '' }, CODER], []],
  ]),
  ...cases('certificate.reused', 'warning', 'titleCertificateNo', [
    [
      '括号里的年份是编码的一部分，不是序号',
      [
        { title: '工程师', titleCertificate: '工程师', titleCertificateNo: '（98）0012345' },
        { ...TWO, title: '工程师', titleCertificate: '工程师', titleCertificateNo: '（99）0012345' },
      ],
      [],
    ],
    [
      '只差括号的全角半角，是一个编码',
      [
        { title: '工程师', titleCertificate: '工程师', titleCertificateNo: '渝（2019）0012345' },
        { ...TWO, title: '工程师', titleCertificate: '工程师', titleCertificateNo: '渝(2019)0012345' },
      ],
      [1, 2],
    ],
  ]),
  ...cases('eligibility.unknown', 'warning', 'occupationName', [
    [
      '一人的一行填了几个职业，是否超过两个定不了',
      [{ occupationName: '电工、茶艺师', occupationCode: '' }, CODER],
      [1, 2],
    ],
    [
      '未经核实的工种名与可能是它的职业',
      [
        { occupationName: '维修电工', occupationCode: '', ...HIGH },
        { occupationName: '电工', occupationCode: '6-31-01-03', ...HIGH },
      ],
      [1, 2],
    ],
    [
      '未经核实的工种名，可能是第三个职业',
      [
        { ...TEA, skillCertificate: '茶艺师/三级' },
        { occupationName: '维修电工', occupationCode: '', ...HIGH },
        { occupationName: '电工', occupationCode: '6-31-01-03', ...HIGH },
      ],
      [1, 2, 3],
    ],
    [
      '钳工没有写编码，可能就是另一行的机修钳工',
      [ANY_FITTER, { ...FITTER, occupationName: '机修钳工', occupationCode: '6-31-01-02' }],
      [1, 2],
      [],
      '与第2行可能是同一职业',
    ],
    [
      '两行都写钳工，只有一行有编码',
      [ANY_FITTER, { ...ANY_FITTER, occupationCode: '6-31-01-02' }],
      [1, 2],
      [],
      '与第2行可能是同一职业',
    ],
    [
      '钳工没有写编码，可能是第三个职业',
      [ANY_FITTER, { ...FITTER, occupationName: '机修钳工', occupationCode: '6-31-01-02' }, TEA],
      [1, 2, 3],
    ],
    [
      '目录里没有的名称，可能是第三个职业',
      [{ occupationName: '智能养花师', occupationCode: '' }, CODER, TEA],
      [1, 2, 3],
      [],
      '可能超过2个',
    ],
    [
      '编码只到小类，可能就是另一行的职业',
      [
        { occupationName: '', occupationCode: '6-31-01', ...HIGH },
        { occupationName: '电工', occupationCode: '6-31-01-03', ...HIGH },
      ],
      [1, 2],
      [],
      '与第2行可能是同一职业',
    ],
    [
      '编码只到小类，连同另一行和另一个职业',
      [
        { occupationName: '', occupationCode: '6-31-01', ...HIGH },
        { occupationName: '电工', occupationCode: '6-31-01-03', ...HIGH },
        { ...TEA, skillCertificate: '茶艺师/三级' },
      ],
      [1, 2, 3],
    ],
    [
      '两个工种算两个职业的话，一共三个',
      [
        { ...TRADE, occupationName: '商用车维修工', occupationCode: '4-12-01-01' },
        { ...TRADE, occupationName: '汽车电器维修工', occupationCode: '4-12-01-01' },
        { ...TEA, skillCertificate: '茶艺师/三级' },
      ],
      [1, 2, 3],
    ],
  ]),
  ...cases('eligibility.unknown', 'warning', 'idNumber', [
    ['另一张表也申报这一职业', [{}], [1], [[CODER, {}]], '“二”表第2行也申报这一职业'],
    ['连同另一张表，超过两个职业', [{}], [1], [[CODER, TEA]], '连同“二”表，申报的职业超过2个'],
    ['三张表各一个职业', [{}], [1], [[CODER], [TEA]], '连同“三”、“二”表，申报的职业超过2个'],
    ['第三张表没有多出职业，不提它', [{}], [1], [[CODER, TEA], [{ ...CODER, idNumber: '' }]], '连同“二”表'],
    [
      '另一张表是同一职业的另一工种',
      [{ occupationName: '商用车维修工', occupationCode: '4-12-01-01', ...TRADE }],
      [1],
      [[{ occupationName: '汽车电器维修工', occupationCode: '4-12-01-01' }]],
      '“二”表第1行申报同一职业的另一工种，一并报送时是否重复申报须认定。请附：两个工种不同的说明',
    ],
    [
      '另一张表的工种名未经核实，可能是同一职业',
      [{ occupationName: '电工', occupationCode: '6-31-01-03', ...HIGH }],
      [1],
      [[{ occupationName: '维修电工', occupationCode: '' }]],
      '“二”表第1行申报的可能是同一职业',
    ],
    [
      '另一张表的一行填了几个职业',
      [{}],
      [1],
      [[{ occupationName: '电工、茶艺师', occupationCode: '' }]],
      '“二”表第1行填了几个职业',
    ],
    [
      '未经核实的工种名，连同另一张表可能是第三个职业',
      [{}],
      [1],
      [
        [
          { occupationName: '维修电工', occupationCode: '' },
          { occupationName: '电工', occupationCode: '6-31-01-03' },
        ],
      ],
      '连同“二”表，有的名称查不到、未经官方核实或只是统称、工种，申报的职业可能超过2个',
    ],
    [
      '只写钳工，可能是另一张表的机修钳工，不算第三个职业',
      [ANY_FITTER],
      [1],
      [
        [
          { occupationName: '机修钳工', occupationCode: '6-31-01-02' },
          { occupationName: '装配钳工', occupationCode: '6-20-01-01' },
        ],
      ],
      '“二”表第1、2行申报的可能是同一职业',
    ],
    [
      '三张表各一个查不到的名称，不知是几个职业',
      [{}],
      [1],
      [
        [{ occupationName: '智能养花师', occupationCode: '' }],
        [{ occupationName: '智能养鱼师', occupationCode: '' }],
      ],
      '申报的职业可能超过2个',
    ],
    ['两张表共两个职业', [{}], [], [[TEA]]],
    [
      '另一张表只写钳工，可能是这张表的机修钳工，不算第三个职业',
      [{ ...FITTER, occupationName: '机修钳工', occupationCode: '6-31-01-02' }],
      [1],
      [[ANY_FITTER, TEA]],
      '“二”表第1行申报的可能是同一职业',
    ],
    ['这张表已超过两个职业，不再提另一张表', [{}, CODER, TEA], [], [[CARE]]],
    ['这张表已重复申报，不再提另一张表', [{}, {}], [], [[{}]]],
    ['另一张表是别人', [{}], [], [[TWO]]],
  ]),
  ...cases('certificate.reused', 'warning', 'skillCertificateNo', [
    ['两人一个证书编码', [{}, { ...TWO, skillCertificateNo: 's000050000001223000017' }], [1, 2]],
    [
      '两人都填待补，不是一个编码',
      [{ skillCertificateNo: '待补' }, { ...TWO, skillCertificateNo: '待补' }],
      [],
    ],
    ['一人两行', [{}, CODER], []],
    [
      '另一人没有填姓名',
      [{}, { ...TWO, name: '', skillCertificateNo: 'S000050000001223000017' }],
      [1, 2],
      [],
      '证书编码 S000050000001223000017 与第2行的相同',
    ],
  ]),
  // Whether a day is none of the window, or no working day in it.
  ...cases(
    'date.outside-window',
    'warning',
    'submittedOn',
    (
      [
        ['二十五日是星期日', '2025-05-25', '不是工作日'],
        ['三十日是星期六', '2025-08-30', '不是工作日'],
        ['十一月二十九日是星期六', '2025-11-29', '不是工作日'],
        ['三十一日是星期六', '2025-05-31', '不在受理期内'],
        ['二十四日是星期六', '2025-05-24', '不在受理期内'],
        ['一月二十五日是星期六', '2025-01-25', '不在受理期内'],
        ['十二月二十七日是星期六', '2025-12-27', '不在受理期内'],
        ['另一年的星期六', '2026-05-30', '不在受理期内'],
      ] as const
    ).map(([about, submittedOn, says]) => [about, [{ submittedOn }], [1], [], says] as const),
  ),
  ...cases('id.damaged', 'error', 'idNumber', [
    ['数字单元格有十五位，没有丢失', [{ idNumber: 500103850712121 }], [1], [], '数字格式的单元格'],
    ['数字单元格有十六位，末位未必可信', [{ idNumber: 5001038507121210 }], [1], [], '末尾几位已丢失'],
  ]),
  // What the number is told to lack.
  ...cases('certificate.format', 'warning', 'skillCertificateNo', [
    ['少两位', [{ skillCertificateNo: 'S0000500000012230000' }], [1], [], '（20位）'],
    ['等级那一位是零', [{ skillCertificateNo: 'S000050000001220000017' }], [1], [], '第16位是0'],
    ['没有字母', [{ skillCertificateNo: '5000050000001223000017' }], [1], [], '1位字母和21位数字'],
  ]),
  ...cases('institution.inconsistent', 'warning', 'institution', [
    ['少数行的机构名称不同', [{}, TWO, { ...TEA, institution: '天和学校' }], [3]],
    ['全部相同', [{}, TWO], []],
    [
      '只差括号的全角半角',
      [{ institution: '重庆天和（集团）学校' }, { ...TWO, institution: '重庆天和(集团)学校' }],
      [],
    ],
    ['两行两个名称，没有多数', [{}, { ...TWO, institution: '天和学校' }], [1, 2]],
    [
      '同上不是名称，写得再多也不是多数',
      [{}, { ...TWO, institution: '同上' }, { ...TEA, institution: '同上' }],
      [2, 3],
      [],
      '“同上”与多数行的“重庆天和职业技能培训学校”不一致',
    ],
    [
      '省略符号不是名称',
      [{}, { ...TWO, institution: '〃' }],
      [2],
      [],
      '“〃”与多数行的“重庆天和职业技能培训学校”不一致',
    ],
  ]),
  ...cases('occupation.over-50', 'info', 'occupationCode', [
    ['五十一人', MANY, MANY.map((_, i) => i + 1)],
    ['五十人', MANY.slice(1), []],
    [
      '两个工种合为一个职业五十一人，说的是职业',
      MANY.map((given, i) => ({
        ...given,
        occupationName: i % 2 === 0 ? '果树栽培工' : '花卉栽培工',
        occupationCode: '5-01-02-02',
      })),
      MANY.map((_, i) => i + 1),
      [],
      '“园艺工”申报51人',
    ],
  ]),
];
