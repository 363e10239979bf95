import type { Truth } from '../../src/rules/truth';
import type { Given } from '../support/applicant';

/** The clauses of the notice, case by case: a sound row with some cells changed, and how the clause is judged. */
export interface EligibilityCase {
  readonly clause: string;
  /** In Chinese, so that an official can read the table. */
  readonly about: string;
  readonly given: Given;
  readonly truth: Truth;
  /** Part of the reason given. */
  readonly because?: string;
}

const cases = (
  clause: string,
  rows: readonly (readonly [about: string, given: Given, truth: Truth, because?: string])[],
): readonly EligibilityCase[] =>
  rows.map(([about, given, truth, because]) =>
    because === undefined ? { clause, about, given, truth } : { clause, about, given, truth, because },
  );

/** As a program leaves a formula that has never been computed. */
const NO_RESULT = { kind: 'empty', text: '', formula: 'B4&C4' } as const;
const NO_SKILL = { skillCertificate: '无', skillCertificateNo: '无' } as const;
const FITTER = { occupationName: '机修钳工', occupationCode: '6-31-01-02' } as const;
const CARE = { occupationName: '养老护理员', occupationCode: '4-10-01-05' } as const;
const ELECTRICIAN = { occupationName: '电工', occupationCode: '6-31-01-03' } as const;
const NOODLES = {
  level: '专项职业能力考核考评员',
  occupationName: '重庆小面制作',
  occupationCode: '中式烹调师',
} as const;
const CASHIER = {
  level: '专项职业能力考核考评员',
  occupationName: '收银结算',
  occupationCode: '收银员',
} as const;
const NO_NUMBER = { skillCertificateNo: '无' } as const;
const SENIOR = {
  level: '高级考评员',
  skillCertificate: '人工智能训练师/高级技师',
  ...NO_NUMBER,
  assessorCard: '人工智能训练师考评员',
} as const;

export const ELIGIBILITY_CASES: readonly EligibilityCase[] = [
  ...cases('二（一）3', [
    ['男，三十九岁', {}, 'met'],
    ['男，六十五周岁生日当天', { idNumber: '500103196003261215', submittedOn: '2025-03-26' }, 'met'],
    [
      '男，六十五周岁生日次日',
      { idNumber: '50010319600325121X', submittedOn: '2025-03-26' },
      'unknown',
      '两种理解',
    ],
    ['男，六十六周岁生日前一天', { idNumber: '500103195903271211', submittedOn: '2025-03-26' }, 'unknown'],
    [
      '男，六十六周岁生日当天',
      { idNumber: '500103195903261216', submittedOn: '2025-03-26' },
      'unmet',
      '超过65周岁',
    ],
    ['女，六十周岁生日次日', { idNumber: '500103196503251224', sex: '女' }, 'unknown'],
    ['女，六十一周岁', { idNumber: '500103196403261222', sex: '女' }, 'unmet'],
    ['校验码错，出生日期不可用', { idNumber: '500103198507121210' }, 'unknown', '出生日期'],
    ['护照没有出生日期', { idType: '外国护照', idNumber: 'AB1234567' }, 'unknown'],
    [
      '新版外国人永久居留身份证',
      { idType: '外国人永久居留身份证', idNumber: '911124198108030024', sex: '女' },
      'met',
    ],
    ['号码空着', { idNumber: '' }, 'unknown'],
    ['提交时间错写成一九二五年', { submittedOn: '1925-03-26' }, 'unknown', '晚于提交时间'],
  ]),
  ...cases('二（二）2', [
    // The last of them alone says 级.
    ...['养老护理员二、三级', '养老护理员3、4级', '养老护理员Ⅱ、Ⅲ级'].map(
      (skillCertificate) =>
        [
          `几个等级只写一个“级”字：${skillCertificate}`,
          { ...CARE, ...NO_NUMBER, skillCertificate },
          'met',
        ] as const,
    ),
    ...['养老护理员（三、四级）', '养老护理员三/四级', '养老护理员三和四级'].map(
      (skillCertificate) =>
        [
          `一项里有几个等级，“级”字只写一个：${skillCertificate}`,
          { ...CARE, ...NO_NUMBER, skillCertificate },
          'unknown',
          '不同的等级',
        ] as const,
    ),
    [
      '带编号的两项，编号不是等级',
      { ...CARE, ...NO_NUMBER, skillCertificate: '1、养老护理员四级\n2、三级电工' },
      'unmet',
    ],
    [
      '几个证书都不够，说的是最高的一个',
      { ...CARE, ...NO_NUMBER, skillCertificate: '养老护理员初级、中级' },
      'unmet',
      '为四级／中级工，未达到三级',
    ],
    [
      '几个证书都不够，高的写在前面，说的仍是最高的',
      { ...CARE, ...NO_NUMBER, skillCertificate: '养老护理员中级、初级' },
      'unmet',
      '为四级／中级工，未达到三级',
    ],
    [
      '两个证书以空格分开，前一个带“证书”二字',
      { ...CARE, ...NO_NUMBER, skillCertificate: '养老护理员高级证书 养老护理员四级' },
      'met',
    ],
    [
      '两个证书连写，不能分开',
      { ...CARE, ...NO_NUMBER, skillCertificate: '中级养老护理员高级保育师' },
      'unknown',
      '不同的等级',
    ],
    ...[
      '养老护理员三级（未取证）',
      '养老护理员三级（在考）',
      '养老护理员（三级，待发证）',
      '养老护理员三级（证书已过期）',
      '养老护理员三级（评审中）',
      '养老护理员三级（公示期）',
      '养老护理员三级（证书未下）',
      '养老护理员三级（已报名）',
      '养老护理员三级（预计5月取得）',
      '养老护理员三级（已作废）',
      '养老护理员（拟晋升三级）',
    ].map(
      (skillCertificate) =>
        [
          `证书未必在手：${skillCertificate}`,
          { ...CARE, ...NO_NUMBER, skillCertificate },
          'unknown',
          '是否已经取得',
        ] as const,
    ),
    [
      '证书把工种写在职业后面，用斜线分开',
      {
        ...NO_NUMBER,
        occupationName: '起重装卸机械操作工',
        occupationCode: '6-30-05-01',
        skillCertificate: '起重装卸机械操作工/叉车司机三级',
      },
      'met',
    ],
    [
      '职称后写有“职称”二字',
      { ...CARE, ...NO_SKILL, titleCertificate: '助教职称', titleCertificateNo: 'A1' },
      'unmet',
    ],
    [
      '职称后写有“资格”二字',
      { ...CARE, ...NO_SKILL, titleCertificate: '讲师资格', titleCertificateNo: 'A1' },
      'unknown',
      '是否相关专业',
    ],
    [
      '职称后写有“证书”二字',
      { ...CARE, ...NO_SKILL, titleCertificate: '讲师证书', titleCertificateNo: 'A1' },
      'unknown',
      '是否相关专业',
    ],
    [
      '职称不在国家标准的名单里，级别只是推测，不能说不够',
      { ...CARE, ...NO_SKILL, titleCertificate: '助理电气师', titleCertificateNo: 'A1' },
      'unknown',
      '级别未经官方核实',
    ],
    [
      '一个是技能等级，一个是不够的职称',
      { ...CARE, ...NO_SKILL, titleCertificate: '高级技师、助理工程师', titleCertificateNo: 'A1、A2' },
      'unmet',
      '未达到中级',
    ],
    ...[
      '养老护理员三级（重庆市职业技能培训中心）',
      '养老护理员三级（重庆市人事考试中心）',
      '养老护理员三级（重庆五一技师学院）',
      '养老护理员三级（养老护理首席技师工作室）',
      '养老护理员三级（未过期）',
      '养老护理员三级（未注销）',
      '养老护理员三级（失效日期2030年）',
      '养老护理员三级（正在使用）',
      '养老护理员国家职业资格三级（高级技能）',
      '养老护理员（三级/高级技能）',
      '养老护理员高级工（高级技能）',
      '养老护理员（高级/三级）',
      '养老护理员高级技能',
    ].map(
      (skillCertificate) =>
        [
          `证书在手，等级只有一个：${skillCertificate}`,
          { ...CARE, ...NO_NUMBER, skillCertificate },
          'met',
        ] as const,
    ),
    ...[
      '养老护理员三级，待发证',
      '养老护理员三级、正在办理',
      '养老护理员三级，证书审核中',
      '养老护理员三级、（待发证）',
    ].map(
      (skillCertificate) =>
        [
          `分隔号后说证书未必在手：${skillCertificate}`,
          { ...CARE, ...NO_NUMBER, skillCertificate },
          'unknown',
          '是否已经取得',
        ] as const,
    ),
    ...['养老护理员（重庆五一技师学院）', '养老护理员（高级技师培训班）'].map(
      (skillCertificate) =>
        [
          `等级的字是机构名称里的：${skillCertificate}`,
          { ...CARE, ...NO_NUMBER, skillCertificate },
          'unknown',
          '没有写明等级',
        ] as const,
    ),
    [
      '编码栏说证书未必在手：正在办理',
      { ...CARE, skillCertificate: '养老护理员三级', skillCertificateNo: '正在办理' },
      'unknown',
      '“养老护理员三级（正在办理）”是否已经取得',
    ],
    ...['考试已通过，待发证', '2025年3月考试合格；证书正在办理', '正在办理\n预计5月'].map(
      (skillCertificateNo) =>
        [
          `编码栏分几句说证书未必在手：${skillCertificateNo}`,
          { ...CARE, skillCertificate: '养老护理员三级', skillCertificateNo },
          'unknown',
          '是否已经取得',
        ] as const,
    ),
    ...['培训中字第12号', '职业资格考试中级2019', '原证作废换发S000050000001223000017', '老证未发编码'].map(
      (skillCertificateNo) =>
        [
          `编码里的字不是说证书不在手：${skillCertificateNo}`,
          { ...CARE, skillCertificate: '养老护理员三级', skillCertificateNo },
          'met',
        ] as const,
    ),
    [
      '编码栏只写一个待发证，说的是两个证书',
      { ...CARE, skillCertificate: '养老护理员三级、保育师三级', skillCertificateNo: '待发证' },
      'unknown',
      '是否已经取得',
    ],
    [
      '一个证书正在办理，另一个在手',
      {
        ...CARE,
        skillCertificate: '养老护理员二级、养老护理员三级',
        skillCertificateNo: '正在办理、S000050000001223000017',
      },
      'met',
    ],
    [
      '编码栏说职称证书未必在手',
      { ...CARE, ...NO_SKILL, titleCertificate: '工程师', titleCertificateNo: '评审中' },
      'unknown',
      '“工程师（评审中）”是否已经取得',
    ],
    [
      '证书填无，编码栏却有编码',
      { ...CARE, skillCertificate: '无' },
      'unknown',
      '没有填证书名称，却填有证书编码“S000050000001223000017”，前后不一',
    ],
    [
      '证书填无，编码栏的编码等级不够',
      { ...CARE, skillCertificate: '无', skillCertificateNo: 'S000050000001224000017' },
      'unmet',
      '没有职业资格或技能等级证书',
    ],
    [
      '证书填无，编码栏的编码等级不够，另写正在办理',
      { ...CARE, skillCertificate: '无', skillCertificateNo: 'S000050000001224000017、正在办理' },
      'unmet',
      '没有职业资格或技能等级证书',
    ],
    [
      '证书填无，编码栏有两个编码，说的是等级够的一个',
      {
        ...CARE,
        skillCertificate: '无',
        skillCertificateNo: 'S000050000001224000017、S000050000001223000017',
      },
      'unknown',
      '却填有证书编码“S000050000001223000017”',
    ],
    ['证书填无，编码栏填办理中', { ...CARE, skillCertificate: '无', skillCertificateNo: '办理中' }, 'unmet'],
    [
      '职称填无，编码栏却有编码',
      { ...CARE, ...NO_SKILL, titleCertificateNo: '渝职高20190012' },
      'unknown',
      '没有填职称，却填有职称证书编码“渝职高20190012”，前后不一',
    ],
    [
      '职称栏的级别不够，职称证书填无，编码是它的',
      { ...CARE, ...NO_SKILL, title: '助理工程师', titleCertificateNo: '渝职初20190012' },
      'unmet',
    ],
    [
      '证卡填无，编码栏却有编码，或是换证',
      { ...CARE, ...NO_SKILL, assessorCardNo: 'R50000001' },
      'unknown',
      '没有填考评员证卡，却填有证卡编码“R50000001”，前后不一',
    ],
    [
      '带圈的编号之间没有分隔号',
      {
        ...CARE,
        skillCertificate: '①电工四级②养老护理员三级',
        skillCertificateNo: '①S000050000001224000018②S000050000001223000017',
      },
      'met',
    ],
    ...['①养老护理员三级和②电工三级', '①养老护理员三级及②电工三级', '①养老护理员三级。②电工三级'].map(
      (skillCertificate) =>
        [
          `带圈的编号之间是弱分隔号：${skillCertificate}`,
          { ...CARE, ...NO_NUMBER, skillCertificate },
          'met',
          '“养老护理员三级”',
        ] as const,
    ),
    [
      '两个职称都没有编码，填暂无',
      { ...NO_SKILL, titleCertificate: '工程师、经济师', titleCertificateNo: '暂无、暂无' },
      'unknown',
      '是否相关专业',
    ],
    ['等级的字之间有空格', { ...CARE, ...NO_NUMBER, skillCertificate: '养老护理员（高 级工）' }, 'met'],
    [
      '没有证书，申报职业也没有填，可能是可以调整的职业',
      { ...NO_SKILL, occupationName: '', occupationCode: '' },
      'unknown',
      '要等填写申报职业以后再看',
    ],
    [
      '没有证书，申报的职业目录里没有',
      { ...NO_SKILL, occupationName: '智能养生师', occupationCode: '' },
      'unmet',
    ],
    ['本职业三级，八年', {}, 'met'],
    [
      '几个证书都不够：说的是本职业的',
      { ...CARE, skillCertificate: '电工/三级；养老护理员/四级', ...NO_NUMBER },
      'unmet',
      '养老护理员/四级”为四级',
    ],
    [
      '几个证书都不够，本职业的写在前面：说的仍是本职业的',
      { ...CARE, skillCertificate: '养老护理员/四级；电工/三级', ...NO_NUMBER },
      'unmet',
      '养老护理员/四级”为四级',
    ],
    [
      '本职业的不够，另一个够而未经核实，还不能说不符合',
      { skillCertificate: '数据标注员/三级、人工智能训练师/四级', ...NO_NUMBER },
      'unknown',
      '未经官方核实',
    ],
    [
      '专业技术等级不是技能等级',
      {
        occupationName: '人工智能工程技术人员',
        occupationCode: '2-02-38-01',
        skillCertificate: '人工智能工程技术人员（中级）',
        ...NO_NUMBER,
      },
      'unknown',
      '专业技术等级，不是技能等级',
    ],
    [
      '四级',
      {
        occupationName: '养老护理员',
        occupationCode: '4-10-01-05',
        skillCertificate: '养老护理员/四级',
        ...NO_NUMBER,
      },
      'unmet',
      '未达到三级',
    ],
    [
      '申报职业没有填，证书是不是本职业的还不知道',
      { occupationName: '', occupationCode: '' },
      'unknown',
      '要等填写申报职业以后再看',
    ],
    ['等级只在编码里', { skillCertificate: '人工智能训练师' }, 'met'],
    [
      '等级只在十六位的旧编码里，是第十一位',
      { skillCertificate: '人工智能训练师', skillCertificateNo: '2250003000312345' },
      'met',
    ],
    ['等级哪里都没有', { skillCertificate: '人工智能训练师', ...NO_NUMBER }, 'unknown', '没有写明等级'],
    ['写三级而编码为四级', { skillCertificateNo: 'S000050000001224000017' }, 'unknown', '不一致'],
    ['有证书而编码填无，仍算', NO_NUMBER, 'met'],
    [
      '同一小类的职业不是本职业',
      {
        skillCertificate: '计算机程序设计员/二级',
        ...NO_NUMBER,
        occupationName: '计算机软件测试员',
        occupationCode: '4-04-05-02',
      },
      'unmet',
      '不是本职业',
    ],
    [
      '另一小类',
      {
        skillCertificate: '保育师/二级',
        ...NO_NUMBER,
        occupationName: '茶艺师',
        occupationCode: '4-03-02-07',
      },
      'unmet',
    ],
    [
      '工种与职业是同一职业',
      {
        occupationName: '叉车司机',
        occupationCode: '6-30-05-01',
        skillCertificate: '起重装卸机械操作工/三级',
        ...NO_NUMBER,
      },
      'met',
    ],
    [
      '名称相同，目录里没有，也是本职业',
      {
        occupationName: '智能养生师',
        occupationCode: '4-99-01-01',
        skillCertificate: '智能养生师/三级',
        ...NO_NUMBER,
      },
      'met',
    ],
    [
      '未经核实的对照，不能定',
      { skillCertificate: '数据标注员/三级', ...NO_NUMBER },
      'unknown',
      '未经官方核实',
    ],
    [
      '证书写有两个等级',
      { skillCertificate: '人工智能训练师（三级/技师）', ...NO_NUMBER },
      'unknown',
      '不同的等级',
    ],
    [
      '编码的首字母小写，等级仍可读出',
      { skillCertificate: '人工智能训练师', skillCertificateNo: 's000050000001223000017' },
      'met',
    ],
    ['国家三级', { skillCertificate: '国家三级人工智能训练师', ...NO_NUMBER }, 'met'],
    ['罗马数字', { skillCertificate: '人工智能训练师III级', ...NO_NUMBER }, 'met'],
    ['两个证书以空格分开', { skillCertificate: '电工四级 人工智能训练师三级', ...NO_NUMBER }, 'met'],
    [
      '证书括注工种',
      {
        occupationName: '起重装卸机械操作工（叉车司机）',
        occupationCode: '6-30-05-01',
        skillCertificate: '起重装卸机械操作工（叉车司机）/三级',
        ...NO_NUMBER,
      },
      'met',
    ],
    ['证书查不到', { skillCertificate: '智能训练高手/三级', ...NO_NUMBER }, 'unknown'],
    [
      '两个证书取合适的一个',
      {
        skillCertificate: '电工/一级、人工智能训练师/三级',
        skillCertificateNo: 'S000050000001221000017、S000050000001223000018',
      },
      'met',
    ],
    [
      '没有证书没有职称',
      { ...NO_SKILL, occupationName: '养老护理员', occupationCode: '4-10-01-05' },
      'unmet',
      '没有职称',
    ],
    [
      '没有证书，有中级职称',
      { ...NO_SKILL, titleCertificate: '工程师（计算机）', titleCertificateNo: '渝2019-01' },
      'unknown',
      '是否相关专业',
    ],
    [
      '没有证书，只有初级职称',
      {
        ...NO_SKILL,
        occupationName: '养老护理员',
        occupationCode: '4-10-01-05',
        titleCertificate: '助理工程师',
        titleCertificateNo: '渝2019-01',
      },
      'unmet',
      '未达到中级',
    ],
    [
      '没有职称，写作全角斜线',
      {
        ...NO_SKILL,
        occupationName: '养老护理员',
        occupationCode: '4-10-01-05',
        title: '——',
        titleCertificate: '／',
        titleCertificateNo: '／',
      },
      'unmet',
      '没有职称',
    ],
    [
      '职称证书只写级别，不够',
      { ...CARE, ...NO_SKILL, titleCertificate: '初级', titleCertificateNo: 'A1' },
      'unmet',
    ],
    [
      '职称证书只写级别，够',
      { ...NO_SKILL, titleCertificate: '中级职称', titleCertificateNo: 'A1' },
      'unknown',
      '是否相关专业',
    ],
    [
      '两个证书以斜线分开，高的一个算',
      {
        skillCertificate: '人工智能训练师三级/电工二级',
        skillCertificateNo: 'S000050000001223000017/S000050000001222000018',
      },
      'met',
    ],
    ['职称栏有而职称证书栏填无', { ...NO_SKILL, title: '工程师' }, 'unknown', '前后不一'],
    ['职称栏的职称级别不够，职称证书栏填无', { ...CARE, ...NO_SKILL, title: '助理工程师' }, 'unmet'],
    ['职称栏填的是技能等级，职称证书栏填无', { ...CARE, ...NO_SKILL, title: '高级技师' }, 'unmet'],
    ['职称栏填无职称', { ...CARE, ...NO_SKILL, title: '无职称' }, 'unmet'],
    [
      '证书栏写明没有证书',
      { ...CARE, skillCertificate: '没有技能等级证书', skillCertificateNo: '无编号' },
      'unmet',
      '没有职业资格或技能等级证书',
    ],
    [
      '职称证书栏空着，看职称栏',
      { ...NO_SKILL, title: '工程师', titleCertificate: '' },
      'unknown',
      '是否相关专业',
    ],
    [
      '职称证书栏的技师是初级职称',
      {
        ...NO_SKILL,
        occupationName: '养老护理员',
        occupationCode: '4-10-01-05',
        titleCertificate: '技师',
        titleCertificateNo: 'A1',
      },
      'unmet',
    ],
    [
      '不满五年',
      {
        occupationName: '养老护理员',
        occupationCode: '4-10-01-05',
        skillCertificate: '养老护理员/三级',
        ...NO_NUMBER,
        occupationYears: 4,
      },
      'unmet',
      '不满5年',
    ],
    ['五年', { occupationYears: '五年' }, 'met'],
    ['五年以上，不能当作数字', { occupationYears: '5年以上' }, 'unknown'],
    ['年限空着', { occupationYears: '' }, 'unknown'],
    ['没有年限这一栏', { occupationYears: undefined }, 'unknown', '没有“本职业或相关职业任职年限”'],
    [
      '紧缺职业不符合，可以调整',
      {
        skillCertificate: '人工智能训练师/四级',
        ...NO_NUMBER,
        occupationYears: 3,
        occupationName: '保安员',
        occupationCode: '4-07-05-01',
      },
      'unknown',
      '紧缺职业',
    ],
    [
      '新职业不符合，可以调整',
      { ...NO_SKILL, occupationName: '网络主播', occupationCode: '4-13-01-10' },
      'unknown',
      '新职业',
    ],
    [
      '职业目录增补的，不是新职业，不能调整',
      { ...NO_SKILL, occupationName: '烟机设备机械修理工', occupationCode: '6-03-03-03' },
      'unmet',
    ],
    [
      '到期换证',
      {
        ...NO_SKILL,
        occupationName: '养老护理员',
        occupationCode: '4-10-01-05',
        assessorCard: '养老护理员考评员',
        assessorCardNo: 'R50000001',
      },
      'unknown',
      '换证',
    ],
  ]),
  ...cases('二（一）3', [
    ['女，六十周岁生日当天', { idNumber: '50010319650326122X', sex: '女' }, 'met'],
    ['女，六十一周岁生日前一天', { idNumber: '500103196403271228', sex: '女' }, 'unknown'],
    [
      '二月二十九日出生，三月一日满六十五周岁',
      { idNumber: '50010319600229121X', submittedOn: '2025-03-01' },
      'met',
    ],
    [
      '二月二十九日出生，三月二日已过生日',
      { idNumber: '50010319600229121X', submittedOn: '2025-03-02' },
      'unknown',
    ],
    [
      '提交时间空着，算到检查当天',
      { idNumber: '500103195903261216', submittedOn: '' },
      'unmet',
      '2025-03-26',
    ],
    ['提交时间不是日期，算到检查当天', { idNumber: '500103195903261216', submittedOn: '三月下旬' }, 'unmet'],
    [
      '提交时间早一天，尚未满六十六周岁',
      { idNumber: '500103195903261216', submittedOn: '2025-03-25' },
      'unknown',
    ],
    ['号码丢失位数，出生日期不可用', { idNumber: 500103198507121200 }, 'unknown', '出生日期'],
    ['十五位旧号，出生日期不可用', { idNumber: '500103850712121' }, 'unknown', '出生日期'],
    ['港澳居民居住证', { idType: '港澳居民居住证', idNumber: '810000199408230021', sex: '女' }, 'met'],
    ['证件类型写作身份证', { idType: '身份证' }, 'met'],
    ['性别填错，按号码判断', { idNumber: '50010319640101122X', sex: '男' }, 'unmet', '超过60周岁'],
  ]),
  ...cases(
    '二（二）3',
    (
      [
        ['车工', '6-18-01-01'],
        ['工具钳工', '6-18-04-06'],
        ['装配钳工', '6-20-01-01'],
        ['汽车维修工', '4-12-01-01'],
        ['中式烹调师', '4-03-02-01'],
        ['中式面点师', '4-03-02-02'],
        ['西式烹调师', '4-03-02-03'],
        ['西式面点师', '4-03-02-04'],
      ] as const
    ).flatMap(([occupationName, occupationCode]) => {
      const held = (skillCertificate: string): Given => ({
        occupationName,
        occupationCode,
        skillCertificate,
        ...NO_NUMBER,
      });
      return [
        [`${occupationName}三级`, held(`${occupationName}/三级`), 'unmet', '未达到二级'],
        [`${occupationName}二级`, held(`${occupationName}/二级`), 'met'],
      ] as const;
    }),
  ),
  ...cases('二（二）3', [
    [
      '二级而不满五年',
      { ...ELECTRICIAN, skillCertificate: '电工/二级', ...NO_NUMBER, occupationYears: 4.5 },
      'unmet',
      '不满5年',
    ],
    [
      '相关职业的二级',
      { ...ELECTRICIAN, skillCertificate: '机修钳工/二级', ...NO_NUMBER },
      'unmet',
      '不是本职业',
    ],
    [
      '没有证书，有职称，职称不算',
      {
        ...ELECTRICIAN,
        ...NO_SKILL,
        title: '高级工程师',
        titleCertificate: '高级工程师',
        titleCertificateNo: '2018-001',
      },
      'unmet',
      '职称“高级工程师”不能代替',
    ],
    [
      '制动钳工三级，两种理解结论不同',
      {
        occupationName: '铁路机车车辆制动钳工',
        occupationCode: '6-23-01-04',
        skillCertificate: '铁路机车车辆制动钳工/三级',
        ...NO_NUMBER,
      },
      'unknown',
      '不同理解',
    ],
  ]),
  ...cases('二（二）2', [
    [
      '名称与编码是两个职业，按两个判断，结论不同',
      { occupationName: '人工智能训练师', occupationCode: '6-31-01-03' },
      'unknown',
      '不同理解',
    ],
    [
      '小数的年限',
      { ...CARE, skillCertificate: '养老护理员/三级', ...NO_NUMBER, occupationYears: 4.9 },
      'unmet',
    ],
  ]),
  ...cases('二（二）4', [
    [
      '附件5印作平版制版员的领域，证书也写平版制版员',
      {
        ...CASHIER,
        ...NO_NUMBER,
        occupationName: '标牌制作',
        occupationCode: '平版制版员',
        skillCertificate: '平版制版员/三级',
      },
      'met',
    ],
    [
      '持考评员证卡，到期换证',
      {
        ...CASHIER,
        ...NO_SKILL,
        occupationYears: 1,
        assessorCard: '收银员考评员',
        assessorCardNo: 'R50000001',
      },
      'unknown',
      '换证',
    ],
    [
      '没有证书，恰好五年，能工巧匠未知',
      { ...CASHIER, ...NO_SKILL, occupationYears: 5 },
      'unknown',
      '从事本职业（不计相关职业）是否满5年、是否具有技术专长的能工巧匠，汇总表中没有',
    ],
    ['没有证书，四年', { ...CASHIER, ...NO_SKILL, occupationYears: 4 }, 'unmet'],
    [
      '证卡没写职业，看不出是不是这一能力的',
      { ...CASHIER, ...NO_SKILL, occupationYears: 1, assessorCard: '考评员', assessorCardNo: 'R50000001' },
      'unknown',
      '无法确定，如是，或属到期换证',
    ],
    [
      '安全类职业的领域，三级即可',
      { ...NOODLES, skillCertificate: '中式烹调师/三级', ...NO_NUMBER, occupationYears: 3 },
      'met',
    ],
    [
      '附件5没有的能力，证书是否相关定不了',
      { ...CASHIER, occupationName: '煮面条', occupationYears: 3 },
      'unknown',
    ],
  ]),
  ...cases('六（一）', [
    [
      '名称是现行的，编码是未经核实的征求意见稿编码',
      { occupationName: '保卫管理员', occupationCode: '3-02-02-00' },
      'met',
    ],
    [
      '附件5所印的小类',
      { occupationName: '其他水利、环境和公共设施管理服务人员', occupationCode: '4-09-99（GBM40999）' },
      'met',
    ],
    [
      '钳工，三种都在第六大类',
      { occupationName: '钳工', occupationCode: '' },
      'met',
      '“钳工”（6-18-04-06、6-20-01-01、6-31-01-02）',
    ],
    ['只有编码', { occupationName: '' }, 'met'],
  ]),
  ...cases('二（二）2', [
    ['证书空着', { skillCertificate: '' }, 'unknown', '未填写'],
    ['证书是没有结果的公式', { skillCertificate: NO_RESULT }, 'unknown', '没有结果的公式'],
    ['任职年限是没有结果的公式', { occupationYears: NO_RESULT }, 'unknown', '没有结果的公式'],
    ['等级写在斜线后，后面还有年份', { skillCertificate: '人工智能训练师/三级（2023年）' }, 'met'],
    ['没有证书这一栏', { skillCertificate: undefined }, 'unknown', '没有“已取得职业资格'],
    [
      '职称的级别定不了',
      { ...NO_SKILL, titleCertificate: '中级电气师', titleCertificateNo: 'A1' },
      'unknown',
      '级别无法确定',
    ],
    ...['中级工程师', '中级经济师', '工程师中级', '中级职称工程师'].map(
      (titleCertificate) =>
        [
          `职称连同它自己的级别：${titleCertificate}`,
          { ...NO_SKILL, titleCertificate, titleCertificateNo: 'A1' },
          'unknown',
          '是否相关专业',
        ] as const,
    ),
    [
      '职称与写明的级别不一致',
      { ...NO_SKILL, titleCertificate: '中级会计员', titleCertificateNo: 'A1' },
      'unknown',
      '级别无法确定',
    ],
    [
      '职称证书栏填成技能等级',
      { ...CARE, ...NO_SKILL, titleCertificate: '高级技师', titleCertificateNo: 'A1' },
      'unmet',
      '不是职称',
    ],
    [
      '职称证书栏是错误值，不看职称栏',
      { ...CARE, ...NO_SKILL, title: '无', titleCertificate: { kind: 'error', text: '#N/A' } },
      'unknown',
      '错误值',
    ],
    ['两栏职称都空着', { ...NO_SKILL, title: '', titleCertificate: '' }, 'unknown', '未填写'],
    [
      '没有职称证书这一栏，职称填无',
      { ...NO_SKILL, title: '无', titleCertificate: undefined },
      'unknown',
      '没有“已取得职称证书”',
    ],
    [
      '没有职称证书这一栏，职称栏的级别不够',
      { ...CARE, ...NO_SKILL, title: '助理工程师', titleCertificate: undefined },
      'unknown',
      '没有“已取得职称证书”',
    ],
    [
      '职业编码只写到小类，证书是这一小类的',
      { occupationName: '', occupationCode: '4-04-05' },
      'unknown',
      '只到小类',
    ],
    [
      '职业编码只写到小类，证书是另一类的',
      { ...CARE, occupationName: '', occupationCode: '4-10-01', ...NO_NUMBER },
      'unmet',
    ],
    ...[
      '养老护理员考评员证',
      '考评员证（养老护理员）',
      '养老护理员（三级）考评员',
      '职业技能鉴定考评员（养老护理员）',
    ].map((assessorCard): readonly [string, Given, Truth, string] => [
      `到期换证，证卡写作${assessorCard}`,
      { ...CARE, ...NO_SKILL, assessorCard, assessorCardNo: 'R50000001' },
      'unknown',
      '换证',
    ]),
    ...[
      '养老护理员考评员证（2022年）',
      '国家职业技能鉴定考评员（养老护理员）',
      '养老护理员考评人员',
      '养老护理员专项考评员、养老护理员考评员',
    ].map((assessorCard): readonly [string, Given, Truth, string] => [
      `到期换证，证卡写作${assessorCard}`,
      { ...CARE, ...NO_SKILL, assessorCard, assessorCardNo: 'R50000001' },
      'unknown',
      '持有本职业证卡',
    ]),
    ...['考评员', '养老护理员/育婴员', '照护考评员'].map(
      (assessorCard): readonly [string, Given, Truth, string] => [
        `证卡写作${assessorCard}，看不出是不是本职业`,
        { ...CARE, ...NO_SKILL, assessorCard, assessorCardNo: 'R50000001' },
        'unknown',
        '无法确定，如是，或属到期换证',
      ],
    ),
    ...(
      [
        ['没有证卡一栏', undefined, '没有“已取得'],
        ['证卡栏空着', '', '未填写'],
        ['证卡栏是错误值', { kind: 'error', text: '#REF!' }, '错误值'],
      ] as const
    ).map(
      ([about, assessorCard, because]) =>
        [
          `${about}，不知是否换证`,
          { ...CARE, skillCertificate: '养老护理员/四级', ...NO_NUMBER, assessorCard },
          'unknown',
          because,
        ] as const,
    ),
    [
      '另一职业的证卡，不算换证',
      { ...CARE, ...NO_SKILL, assessorCard: '电工考评员证', assessorCardNo: 'R50000001' },
      'unmet',
    ],
    [
      '本职业的证卡写在另一职业的前面，算换证',
      { ...CARE, ...NO_SKILL, assessorCard: '养老护理员考评员、电工考评员', assessorCardNo: 'R1、R2' },
      'unknown',
      '持有本职业证卡',
    ],
    [
      '证卡写的是一项能力，看不出是不是本职业',
      { ...CARE, ...NO_SKILL, assessorCard: '收银结算考评员', assessorCardNo: 'R50000001' },
      'unknown',
      '无法确定，如是，或属到期换证',
    ],
    [
      '专项考评员证卡低于考评员，不算换证',
      { ...CARE, ...NO_SKILL, assessorCard: '养老护理员专项职业能力考核考评员', assessorCardNo: 'R50000001' },
      'unmet',
    ],
    [
      '高级考评员证卡高于考评员，算换证',
      { ...CARE, ...NO_SKILL, assessorCard: '养老护理员高级考评员', assessorCardNo: 'R50000001' },
      'unknown',
      '换证',
    ],
  ]),
  ...cases('二（二）3', [
    [
      '未经核实的工种名属安全类，两种判断结论不同',
      { occupationName: '维修电工', occupationCode: '', skillCertificate: '维修电工/三级', ...NO_NUMBER },
      'unknown',
      '不同理解',
    ],
    [
      '未经核实的工种名，二级，怎样判断都符合',
      { occupationName: '维修电工', occupationCode: '', skillCertificate: '维修电工/二级', ...NO_NUMBER },
      'met',
    ],
    [
      '未经核实的工种名，编码已填，按编码从严',
      {
        occupationName: '维修电工',
        occupationCode: '6-31-01-03',
        skillCertificate: '维修电工/三级',
        ...NO_NUMBER,
      },
      'unmet',
    ],
    ['电工二级', { ...ELECTRICIAN, skillCertificate: '电工/技师', ...NO_NUMBER }, 'met'],
    ['电工三级', { ...ELECTRICIAN, skillCertificate: '电工/高级工', ...NO_NUMBER }, 'unmet', '未达到二级'],
    [
      '电工没有职称一条路',
      { ...ELECTRICIAN, ...NO_SKILL, titleCertificate: '高级工程师', titleCertificateNo: 'A1' },
      'unmet',
    ],
    ['机修钳工持钳工证', { ...FITTER, skillCertificate: '钳工/二级', ...NO_NUMBER }, 'met'],
    ['机修钳工虽属紧缺，不调整', { ...FITTER, skillCertificate: '机修钳工/三级', ...NO_NUMBER }, 'unmet'],
    [
      '只写钳工，三种都从严',
      { occupationName: '钳工', occupationCode: '', skillCertificate: '钳工/三级', ...NO_NUMBER },
      'unmet',
    ],
    [
      '到期换证',
      { ...ELECTRICIAN, skillCertificate: '电工/三级', ...NO_NUMBER, assessorCard: '电工考评员' },
      'unknown',
      '换证',
    ],
    [
      '铁路道岔钳工，两种理解结论不同',
      {
        occupationName: '道岔钳工',
        occupationCode: '6-23-01-05',
        skillCertificate: '道岔钳工/三级',
        ...NO_NUMBER,
      },
      'unknown',
    ],
    [
      '道岔钳工二级，两种理解都符合',
      {
        occupationName: '道岔钳工',
        occupationCode: '6-23-01-05',
        skillCertificate: '道岔钳工/二级',
        ...NO_NUMBER,
      },
      'met',
    ],
  ]),
  ...cases('二（二）1', [
    ['一级，有考评员证，任务未知', SENIOR, 'unknown', '执行考评任务'],
    [
      '本职业的考评员证写在另一职业的前面',
      {
        ...SENIOR,
        ...CARE,
        skillCertificate: '养老护理员/一级',
        assessorCard: '养老护理员考评员、电工考评员',
      },
      'unknown',
      '执行考评任务',
    ],
    [
      '没有考评员证',
      { ...SENIOR, occupationName: '养老护理员', occupationCode: '4-10-01-05', assessorCard: '无' },
      'unmet',
      '没有本职业考评员资格',
    ],
    [
      '另一职业的考评员证',
      { ...SENIOR, occupationName: '养老护理员', occupationCode: '4-10-01-05' },
      'unmet',
      '不是本职业',
    ],
    [
      '二级不够',
      {
        ...SENIOR,
        occupationName: '养老护理员',
        occupationCode: '4-10-01-05',
        skillCertificate: '养老护理员/二级',
        assessorCard: '养老护理员考评员',
      },
      'unmet',
      '未达到一级',
    ],
    [
      '高级职称代替',
      { ...SENIOR, ...NO_SKILL, titleCertificate: '高级工程师', titleCertificateNo: 'A1' },
      'unknown',
    ],
    [
      '高级茶艺师持证，考评员证写法不同',
      {
        ...SENIOR,
        occupationName: '茶艺师',
        occupationCode: '4-03-02-07',
        skillCertificate: '茶艺师（一级/高级技师）',
        assessorCard: '高级考评员（茶艺师）',
      },
      'unknown',
      '执行考评任务',
    ],
  ]),
  ...cases('二（二）1', [
    ['考评员证空着', { ...SENIOR, assessorCard: '' }, 'unknown', '未填写'],
    ...['人工智能训练师考评员（在办）', '人工智能训练师考评员（已过期）'].map(
      (assessorCard) =>
        [
          `考评员证未必在手：${assessorCard}`,
          { ...SENIOR, assessorCard },
          'unknown',
          `证卡“${assessorCard}”是否本职业“人工智能训练师”的考评员资格，无法确定`,
        ] as const,
    ),
    ...['工程师、高级工程师（评审中）', '拟评副教授'].map(
      (titleCertificate) =>
        [
          `职称未必取得：${titleCertificate}`,
          { ...SENIOR, ...NO_SKILL, titleCertificate, titleCertificateNo: 'A1' },
          'unknown',
          `职称“${titleCertificate.replace('工程师、', '')}”是否已经取得，须核实`,
        ] as const,
    ),
    ...['高级工程师、评审中', '高级工程师；证书未下'].map(
      (titleCertificate) =>
        [
          `所说的另写在后：${titleCertificate}`,
          { ...SENIOR, ...NO_SKILL, titleCertificate, titleCertificateNo: 'A1' },
          'unknown',
          '是否已经取得，须核实',
        ] as const,
    ),
    [
      '证卡正在办理，另写在后',
      { ...SENIOR, assessorCard: '人工智能训练师考评员，正在办理' },
      'unknown',
      '证卡“人工智能训练师考评员（正在办理）”是否本职业“人工智能训练师”的考评员资格，无法确定',
    ],
    [
      '证卡填无，编码栏却有编码',
      {
        ...SENIOR,
        skillCertificate: '养老护理员/一级',
        ...CARE,
        assessorCard: '无',
        assessorCardNo: 'R50000001',
      },
      'unknown',
      '没有填考评员证卡，却填有证卡编码“R50000001”，前后不一',
    ],
    [
      '证卡的编码栏填正在办理',
      { ...SENIOR, assessorCardNo: '正在办理' },
      'unknown',
      '证卡“人工智能训练师考评员（正在办理）”是否本职业“人工智能训练师”的考评员资格，无法确定',
    ],
    [
      '申报职业没有填，证卡是不是本职业的还不知道',
      { ...SENIOR, occupationName: '', occupationCode: '' },
      'unknown',
      '考评员证卡“人工智能训练师考评员”是不是本职业的',
    ],
    ['没有考评员证这一栏', { ...SENIOR, assessorCard: undefined }, 'unknown', '没有“已取得考评人员证卡'],
    [
      '一张证卡是相关职业的，一张没写职业',
      { ...SENIOR, assessorCard: '计算机程序设计员考评员、考评员' },
      'unknown',
      '证卡“考评员”是否本职业',
    ],
    ...[
      '人工智能训练师专项职业能力考核考评员',
      '人工智能训练师（专项）',
      '人工智能训练师（专项职业能力）',
    ].map(
      (assessorCard) =>
        [
          `只有专项考评员证：${assessorCard}`,
          { ...SENIOR, assessorCard },
          'unknown',
          `“${assessorCard}”是否本职业“人工智能训练师”的考评员资格，无法确定`,
        ] as const,
    ),
    [
      '相关职业一级',
      {
        ...SENIOR,
        ...CARE,
        skillCertificate: '婴幼儿发展引导员/一级',
        assessorCard: '养老护理员考评员',
      },
      'unknown',
      '执行考评任务',
    ],
    [
      '正高级职称',
      {
        ...SENIOR,
        ...CARE,
        ...NO_SKILL,
        titleCertificate: '正高级工程师',
        titleCertificateNo: 'A1',
        assessorCard: '养老护理员考评员',
      },
      'unknown',
      '“正高级工程师”按名称是正高级，但级别未经官方核实',
    ],
    [
      '只有中级职称',
      {
        ...SENIOR,
        ...CARE,
        ...NO_SKILL,
        titleCertificate: '工程师',
        titleCertificateNo: 'A1',
        assessorCard: '养老护理员考评员',
      },
      'unmet',
      '未达到副高级',
    ],
    [
      '安全类职业的高级考评员按二（二）1',
      { ...SENIOR, ...ELECTRICIAN, skillCertificate: '电工/一级', assessorCard: '电工考评员' },
      'unknown',
      '执行考评任务',
    ],
    ['紧缺职业没有考评员证，可以调整', { ...SENIOR, assessorCard: '无' }, 'unknown', '紧缺职业'],
    [
      '专项考评员证之外还有另一职业的证卡，不比只有专项的差',
      {
        ...SENIOR,
        ...CARE,
        skillCertificate: '养老护理员/一级',
        assessorCard: '养老护理员专项职业能力考核考评员、茶艺师考评员',
      },
      'unknown',
      '证卡“养老护理员专项职业能力考核考评员”是否本职业',
    ],
    ...[
      '养老护理员特级\n技师',
      '养老护理员首席 \n技师',
      '养老护理员高级\n技师',
      '养老护理员（高级\n技师）',
    ].map(
      (skillCertificate) =>
        [
          `等级的字中间断行：${skillCertificate.replace('\n', '↵')}`,
          { ...SENIOR, ...CARE, skillCertificate, assessorCard: '养老护理员考评员' },
          'unknown',
          '执行考评任务',
        ] as const,
    ),
    [
      '申报职业没有填，可能是可以调整的职业',
      { ...SENIOR, ...NO_SKILL, occupationName: '', occupationCode: '', assessorCard: '无' },
      'unknown',
      '要等填写申报职业以后再看',
    ],
  ]),
  ...cases('二（二）4', [
    [
      '三级，二年',
      { ...NOODLES, skillCertificate: '中式烹调师/三级', ...NO_NUMBER, occupationYears: 2 },
      'met',
    ],
    [
      '相关职业三级',
      { ...NOODLES, skillCertificate: '中式面点师/三级', ...NO_NUMBER, occupationYears: 2 },
      'met',
      '相关职业',
    ],
    [
      '另一小类，是否相关须认定',
      { ...CASHIER, skillCertificate: '电工/三级', ...NO_NUMBER, occupationYears: 3 },
      'unknown',
      '是否相关职业',
    ],
    [
      '四级，三年',
      { ...CASHIER, skillCertificate: '收银员/四级', ...NO_NUMBER, occupationYears: 3 },
      'unmet',
    ],
    ['没有证书，六年，能工巧匠未知', { ...CASHIER, ...NO_SKILL, occupationYears: 6 }, 'unknown', '能工巧匠'],
    [
      '另一项专项能力的证卡，不算换证',
      {
        ...CASHIER,
        ...NO_SKILL,
        occupationYears: 1,
        assessorCard: '化妆造型专项职业能力考核考评员',
        assessorCardNo: 'R50000001',
      },
      'unmet',
    ],
    [
      '证卡是这一能力的，附件5漏印一字，也算换证',
      {
        ...CASHIER,
        ...NO_SKILL,
        occupationName: '果树花卉嫁',
        occupationCode: '种苗繁育员',
        occupationYears: 1,
        assessorCard: '果树花卉嫁接专项职业能力考核考评员',
        assessorCardNo: 'R50000001',
      },
      'unknown',
      '持有本职业证卡',
    ],
    [
      '专项职业能力证书不是技能等级证书',
      {
        ...CASHIER,
        skillCertificate: '收银结算专项职业能力证书',
        skillCertificateNo: 'S000050000001223000017',
        occupationYears: 3,
      },
      'unknown',
    ],
    [
      '证卡栏写无考评员证',
      { ...CASHIER, ...NO_SKILL, occupationYears: 1, assessorCard: '无考评员证' },
      'unmet',
    ],
    ['一年', { ...CASHIER, skillCertificate: '收银员/三级', ...NO_NUMBER, occupationYears: 1 }, 'unmet'],
    [
      '地方特色能力不符合，可以调整',
      { ...NOODLES, ...NO_SKILL, occupationYears: 1 },
      'unknown',
      '地方传统特色',
    ],
    [
      '中级职称，取得时间未知',
      { ...CASHIER, ...NO_SKILL, titleCertificate: '经济师', titleCertificateNo: 'A1', occupationYears: 3 },
      'unknown',
      '是否满1年',
    ],
    [
      '印错编码的能力按现行编码',
      { ...NOODLES, occupationName: 'AI提示工程运用', occupationCode: '人工智能训练师', occupationYears: 2 },
      'met',
    ],
  ]),
  ...cases('二（二）', [
    ['等级空着', { level: '' }, 'unknown', '等级未填写'],
    ['等级不在可选内容之中', { level: '考评组长' }, 'unknown', '不在可选内容之中'],
    ['没有等级这一栏', { level: undefined }, 'unknown', '没有“申报考评员等级”'],
  ]),
  ...cases('六（一）', [
    ['第四大类', {}, 'met'],
    ['申报职业没有填', { occupationName: '', occupationCode: '' }, 'unknown', '申报职业未填写'],
    [
      '申报职业是没有结果的公式',
      { occupationName: NO_RESULT, occupationCode: '' },
      'unknown',
      '申报职业是错误值或没有结果的公式',
    ],
    [
      '第二大类',
      { occupationName: '人工智能工程技术人员', occupationCode: '2-02-38-01' },
      'unknown',
      '原则上',
    ],
    ['未经核实的工种名', { occupationName: '维修电工', occupationCode: '' }, 'unknown', '未经官方核实'],
    ['查不到的职业', { occupationName: '智能养生师', occupationCode: '' }, 'unknown'],
    ['附件5的能力', NOODLES, 'met'],
    ['附件5的能力，等级没有填', { ...NOODLES, level: '' }, 'met'],
    ['附件5没有的能力', { ...NOODLES, occupationName: '煮面条' }, 'unknown'],
    [
      '领域属第二大类的能力',
      { ...NOODLES, occupationName: '档案整理', occupationCode: '档案专业人员' },
      'met',
    ],
  ]),
  ...cases('六（二）3', [
    ['培训学校', {}, 'met'],
    ['所在单位填无', { employer: '无' }, 'unknown', '填的是“无”'],
    ['区人力社保局', { employer: '重庆市渝北区人力资源和社会保障局' }, 'unmet'],
    ['简称', { employer: '渝中区人社局' }, 'unmet'],
    ['简称，不写地名', { employer: '人社局' }, 'unmet'],
    ['地名里有“原”字的局', { employer: '三原县人力资源和社会保障局' }, 'unmet'],
    ['市局处室', { employer: '重庆市人力资源和社会保障局职业能力建设处' }, 'unmet'],
    ['两江新区社会保障局', { employer: '重庆两江新区社会保障局' }, 'unmet'],
    ['名称中有括号的局', { employer: '重庆市（渝北区）人力资源和社会保障局（机关）' }, 'unmet'],
    ['写作“与”', { employer: '渝北区人力资源与社会保障局' }, 'unmet'],
    ['省厅', { employer: '四川省人力资源和社会保障厅' }, 'unmet'],
    ['名称中有括号的中心', { employer: '渝北区（原江北县）就业服务中心（本部）' }, 'unknown'],
    ['就业服务中心', { employer: '渝北区就业服务中心' }, 'unknown'],
    ['局属就业中心', { employer: '渝北区人力社保局就业服务中心' }, 'unknown'],
    ['社保所', { employer: '某街道社保所' }, 'unknown'],
    ['名称后有括号的社保所', { employer: '大足区（双桥）社保所（本部）' }, 'unknown'],
    ['高新区中心', { employer: '西部科学城重庆高新区政务服务和社会事务中心' }, 'unknown'],
    ['鉴定指导中心全称', { employer: '重庆市职业技能鉴定指导中心' }, 'unknown'],
    ['鉴定指导中心简称', { employer: '市职鉴中心' }, 'unknown'],
    ['职业技能鉴定所是评价机构', { employer: '重庆市第十二职业技能鉴定所' }, 'met'],
    ['社会保险事务中心', { employer: '渝北区社会保险事务中心' }, 'unknown'],
    ['社会保障所', { employer: '南岸区某街道社会保障所' }, 'unknown'],
    ['就业服务管理局', { employer: '重庆市就业服务管理局' }, 'unknown'],
    ['劳动能力鉴定中心', { employer: '重庆市劳动能力鉴定中心' }, 'unknown'],
    ['劳动人事争议仲裁院', { employer: '渝北区人力资源和社会保障局劳动人事争议仲裁院' }, 'unknown'],
    ['社会保险局', { employer: '渝北区社会保险局' }, 'unknown'],
    ['旧称人事局', { employer: '渝北区人事局' }, 'unmet'],
    ['旧称劳动和社会保障局', { employer: '渝北区劳动和社会保障局' }, 'unmet'],
    ['监察总队', { employer: '重庆市劳动保障监察总队' }, 'unknown'],
    ['人事考试中心', { employer: '重庆市人事考试中心' }, 'unknown'],
    ['局属技工学校', { employer: '重庆市人力资源和社会保障局技工学校' }, 'unknown'],
    ['局属幼儿园', { employer: '重庆市人力资源和社会保障局幼儿园' }, 'unknown', '是否人力资源社会保障部门'],
    ['局下属的单位', { employer: '重庆市人社局下属事业单位' }, 'unknown', '是否人力资源社会保障部门'],
    ['原在的局', { employer: '原渝北区人力资源和社会保障局' }, 'unknown', '是否已经退休'],
    ['其他技工学校', { employer: '重庆市机械技工学校' }, 'met'],
    ['所在单位填同上', { employer: '同上' }, 'unknown', '填的是“同上”'],
    ['区社保局', { employer: '渝北区社保局' }, 'unknown'],
    ['两江新区社保局', { employer: '两江新区社保局' }, 'unmet'],
    ['中心医院的人力资源部', { employer: '渝北区中心医院人力资源部' }, 'met'],
    ['只写人社', { employer: '渝北人社' }, 'unknown'],
    ['局属中心的科室', { employer: '长寿区人力社保局就业和人才服务中心职业介绍科' }, 'unknown'],
    ['填两个单位，一个是局', { employer: '开州区人力资源和社会保障局、重庆渝江机电有限公司' }, 'unknown'],
    ['填两个公司', { employer: '重庆渝江机电有限公司、重庆长江电器有限公司' }, 'met'],
    ['填同上的符号', { employer: '〃' }, 'unknown', '填的是“〃”'],
    ['岗位栏写退休', { employer: '渝北区人力社保局', position: '退休返聘' }, 'unknown', '是否已经退休'],
    [
      '岗位栏写退休前的职务',
      { employer: '渝北区人力社保局', position: '退休科长' },
      'unknown',
      '是否已经退休',
    ],
    [
      '岗位栏写退休时的级别',
      { employer: '渝北区人力社保局', position: '退休处级干部' },
      'unknown',
      '是否已经退休',
    ],
    [
      '岗位栏写退休，又写原来的科室',
      { employer: '渝北区人力社保局', position: '退休（原就业管理科）' },
      'unknown',
      '是否已经退休',
    ],
    ...['企业退休审批岗', '离退休科科长', '退休办主任', '退休人员管理', '未退休'].map(
      (position) =>
        [`管退休的在职人员：${position}`, { employer: '渝北区人社局', position }, 'unmet'] as const,
    ),
    ...['渝北区人力资源和社会保障局退休管理科', '渝北区人社局离退休处'].map(
      (employer) => [`管退休的科室：${employer}`, { employer }, 'unmet'] as const,
    ),
    ['离退休干部', { employer: '渝北区人社局离退休干部' }, 'unknown', '是否已经退休'],
    ...['渝北区人社分局', '渝北区人力资源和社会保障分局', '渝北区人力资源及社会保障局'].map(
      (employer) => [`部门名称的其他写法：${employer}`, { employer }, 'unmet'] as const,
    ),
    ['社会保障局，与社保局一样', { employer: '渝北区社会保障局' }, 'unknown', '性质'],
    ['两江新区社会保障局的科室', { employer: '两江新区社会保障局就业科' }, 'unmet'],
    ['灵活就业', { employer: '灵活就业' }, 'met'],
    ['自由职业', { employer: '自由职业者' }, 'met'],
    ...['退休', '已退休', '退休人员'].map(
      (employer) => [`所在单位填${employer}`, { employer }, 'unknown', `填的是“${employer}”`] as const,
    ),
    ['退休人员写原单位', { employer: '江北区人力资源和社会保障局（退休）' }, 'unknown', '退休证明'],
    ['退休二字不在括号里', { employer: '江北区人社局已退休' }, 'unknown', '是否已经退休'],
    ['企业退休人员', { employer: '重庆钢铁股份有限公司（退休）' }, 'met'],
    ['企业的退休返聘人员', { employer: '重庆钢铁股份有限公司', position: '退休返聘' }, 'met'],
    ['人才公司', { employer: '重庆人才服务有限公司' }, 'met'],
    ['人社集团', { employer: '重庆人社产业集团人才中心' }, 'met'],
    ['公司的人力资源部', { employer: '重庆长江电器有限公司人力资源部' }, 'met'],
    ['没有所在单位这一栏', { employer: undefined }, 'unknown', '没有“所在单位”'],
    ['空着', { employer: '' }, 'unknown'],
    ['没有结果的公式', { employer: NO_RESULT }, 'unknown', '没有结果的公式'],
    ['错误值', { employer: { kind: 'error', text: '#N/A' } }, 'unknown', '错误值'],
  ]),
];
