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

const NO_SKILL = { skillCertificate: '无', skillCertificateNo: '无' } as const;
const FITTER = { occupationName: '机修钳工', occupationCode: '6-31-01-02' } as const;
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
  ]),
  ...cases('二（二）2', [
    ['本职业三级，八年', {}, 'met'],
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
    ['等级只在编码里', { skillCertificate: '人工智能训练师' }, 'met'],
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
    ['职称栏有而职称证书栏填无', { ...NO_SKILL, title: '工程师' }, 'unknown', '前后不一'],
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
    ['没有年限这一栏', { occupationYears: undefined }, 'unknown'],
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
  ...cases('二（二）3', [
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
    ],
    [
      '印错编码的能力按现行编码',
      { ...NOODLES, occupationName: 'AI提示工程运用', occupationCode: '人工智能训练师', occupationYears: 2 },
      'met',
    ],
  ]),
  ...cases('二（二）', [['等级空着', { level: '' }, 'unknown', '等级']]),
  ...cases('六（一）', [
    ['第四大类', {}, 'met'],
    [
      '第二大类',
      { occupationName: '人工智能工程技术人员', occupationCode: '2-02-38-01' },
      'unknown',
      '原则上',
    ],
    ['查不到的职业', { occupationName: '智能养生师', occupationCode: '' }, 'unknown'],
    ['附件5的能力', NOODLES, 'met'],
    ['附件5没有的能力', { ...NOODLES, occupationName: '煮面条' }, 'unknown'],
    [
      '领域属第二大类的能力',
      { ...NOODLES, occupationName: '档案整理', occupationCode: '档案专业人员' },
      'met',
    ],
  ]),
  ...cases('六（二）3', [
    ['培训学校', {}, 'met'],
    ['区人力社保局', { employer: '重庆市渝北区人力资源和社会保障局' }, 'unmet'],
    ['简称', { employer: '渝中区人社局' }, 'unmet'],
    ['市局处室', { employer: '重庆市人力资源和社会保障局职业能力建设处' }, 'unmet'],
    ['两江新区社会保障局', { employer: '重庆两江新区社会保障局' }, 'unmet'],
    ['就业服务中心', { employer: '渝北区就业服务中心' }, 'unknown'],
    ['局属就业中心', { employer: '渝北区人力社保局就业服务中心' }, 'unknown'],
    ['社保所', { employer: '某街道社保所' }, 'unknown'],
    ['高新区中心', { employer: '西部科学城重庆高新区政务服务和社会事务中心' }, 'unknown'],
    ['人才公司', { employer: '重庆人才服务有限公司' }, 'met'],
    ['人社集团', { employer: '重庆人社产业集团人才中心' }, 'met'],
    ['公司的人力资源部', { employer: '重庆长江电器有限公司人力资源部' }, 'met'],
    ['空着', { employer: '' }, 'unknown'],
  ]),
];
