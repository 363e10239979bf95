import type { ColumnKey } from '../../src/rules/application';
import type { RuleName, Severity } from '../../src/rules/finding';
import type { Given } from '../support/applicant';

/**
 * The rules that look at one row, case by case: a sound row with some cells changed, and what the rule then says. The
 * first case with a finding is the rule's example on the rules page.
 */
export interface RowCase {
  readonly rule: RuleName;
  /** In Chinese, so that an official can read the table. */
  readonly about: string;
  readonly given: Given;
  /** What the rule reports; null where it has nothing to say. */
  readonly finds: {
    readonly severity: Severity;
    readonly column: ColumnKey;
    readonly fix?: string;
    readonly safe?: boolean;
  } | null;
}

const error = (column: ColumnKey, fix?: string, safe?: boolean): RowCase['finds'] =>
  make('error', column, fix, safe);
const warning = (column: ColumnKey, fix?: string, safe?: boolean): RowCase['finds'] =>
  make('warning', column, fix, safe);
const make = (severity: Severity, column: ColumnKey, fix?: string, safe = false): RowCase['finds'] =>
  fix === undefined ? { severity, column } : { severity, column, fix, safe };

const FORMULA = { kind: 'text', text: '陈立新', formula: 'B4&C4' } as const;
const ERROR_VALUE = { kind: 'error', text: '#N/A' } as const;
const DATE = { kind: 'date', text: '2025-03-26', number: 45742 } as const;
const SPECIAL = {
  level: '专项职业能力考核考评员',
  occupationName: '重庆小面制作',
  occupationCode: '中式烹调师',
  skillCertificate: '中式烹调师/三级',
} as const;

/** Cases of one rule. */
const cases = (
  rule: RuleName,
  rows: readonly (readonly [about: string, given: Given, finds: RowCase['finds']])[],
): readonly RowCase[] => rows.map(([about, given, finds]) => ({ rule, about, given, finds }));

export const ROW_CASES: readonly RowCase[] = [
  ...cases('cell.required', [
    ['所在单位空着', { employer: '' }, error('employer')],
    ['职称空着，可填无', { title: '' }, error('title', '无')],
    [
      '证书和编码都空着，可填无',
      { titleCertificate: '', titleCertificateNo: '无' },
      error('titleCertificate', '无'),
    ],
    [
      '有职称而职称证书空着，不能填无',
      { title: '工程师', titleCertificate: '', titleCertificateNo: '无' },
      error('titleCertificate'),
    ],
    ['有证书而编码空着，不能填无', { skillCertificateNo: '' }, error('skillCertificateNo')],
    ['申报职业类别空着，只是提醒', { category: '' }, warning('category')],
    ['只有空格也算空着', { employer: '   ' }, error('employer')],
    ['表里没有这一栏，不算空着', { position: undefined }, null],
    ['公式的结果为空，只报公式', { employer: { kind: 'text', text: '', formula: 'A1' } }, null],
    ['填了无', { position: '无' }, null],
  ]),
  ...cases('cell.untidy', [
    ['姓名中间有空格', { name: '陈 立新' }, warning('name', '陈立新', true)],
    ['姓名前后有全角空格', { name: '　陈立新　' }, warning('name', '陈立新', true)],
    ['电话是全角数字', { phone: '１３８１２３４５６７８' }, warning('phone', '13812345678', true)],
    ['电话中有空格', { phone: '138 1234 5678' }, warning('phone', '13812345678', true)],
    ['日期与时间之间的空格不动', { submittedOn: '2025年3月26日 9:30' }, null],
    ['看不见的控制字符', { position: '教\u0092师' }, warning('position', '教师', true)],
    [
      '证书编码断了行，又有空格',
      { skillCertificateNo: 'S0000 50000\n001223000017' },
      warning('skillCertificateNo', 'S000050000001223000017', true),
    ],
    ['日期前有撇号', { submittedOn: "'2025-03-26" }, warning('submittedOn', '2025-03-26', true)],
    [
      '身份证末位是小写x',
      { idNumber: '50010319850712001x' },
      warning('idNumber', '50010319850712001X', true),
    ],
    [
      '身份证末位是全角Ｘ',
      { idNumber: '50010319850712001Ｘ' },
      warning('idNumber', '50010319850712001X', true),
    ],
    ['身份证末位是乘号', { idNumber: '50010319850712001×' }, warning('idNumber', '50010319850712001X', true)],
    ['身份证分段书写', { idNumber: '500103 19850712 1215' }, warning('idNumber', '500103198507121215', true)],
    ['身份证前有撇号', { idNumber: "'500103198507121215" }, warning('idNumber', '500103198507121215', true)],
    ['零宽字符', { name: '陈立\u200B新' }, warning('name', '陈立新', true)],
    [
      '单位名称中间换行',
      { employer: '重庆天和职业\n技能培训学校' },
      warning('employer', '重庆天和职业技能培训学校', true),
    ],
    ['英文姓名的单个空格不动', { name: 'Anna Maria' }, null],
    ['英文姓名的连续空格', { name: 'Anna  Maria' }, warning('name', 'Anna Maria', true)],
    [
      '几个证书之间换行',
      {
        skillCertificate: '人工智能训练师/三级\n电工/四级',
        skillCertificateNo: 'S000050000001223000017\nS000050000001224000018',
      },
      null,
    ],
    ['全角括号不动', { employer: '重庆（天和）学校' }, null],
    ['数字单元格没有空格可言', { workYears: 15 }, null],
    ['日期与时间之间的空格不动', { submittedOn: '2025-3-26 9:30' }, null],
    ['日期全是全角', { submittedOn: '２０２５－０３－２６' }, warning('submittedOn', '2025-03-26', true)],
    ['日期横线是全角', { submittedOn: '2025－3－26' }, warning('submittedOn', '2025-3-26', true)],
    ['编码全是全角，由编码一条修正', { occupationCode: '４－０４－０５－０５' }, null],
    ['编码前后有空格', { occupationCode: ' 4-04-05-05 ' }, warning('occupationCode', '4-04-05-05', true)],
    [
      '带序号的两个证书',
      { skillCertificate: '1.人工智能训练师技师 2.电工高级工' },
      warning('skillCertificate', '1.人工智能训练师技师、2.电工高级工', true),
    ],
    [
      '两个职业编码分两行，不能连成一个',
      { occupationCode: '4-04-05-05\n6-31-01-03' },
      warning('occupationCode', '4-04-05-05 6-31-01-03', true),
    ],
    [
      '职业与级别之间都有空格',
      {
        skillCertificate: '人工智能训练师 三级 电工 二级',
        skillCertificateNo: 'S000050000001223000207、S000050000001222000208',
      },
      warning('skillCertificate', '人工智能训练师三级、电工二级', true),
    ],
    [
      '两个级别以空格分开，不知是一个证书还是两个，不动',
      { skillCertificate: '人工智能训练师三级 二级' },
      null,
    ],
    ['两个证书都不写级别，以空格分开，不动', { skillCertificate: '人工智能训练师 保育师' }, null],
    [
      '证书名称分段书写',
      { skillCertificate: '人工智能训练师 三级' },
      warning('skillCertificate', '人工智能训练师三级', true),
    ],
    ['两个职称以空格分开，有一个不是职称，不动', { title: '工程师 高级技师' }, null],
    ['两个单位以空格分开，不动', { employer: '重庆渝江机电公司 重庆长江电器公司' }, null],
    [
      '两个身份证号码，不能连成一个',
      { idNumber: '500103198507121215  500103198507121215' },
      warning('idNumber', '500103198507121215 500103198507121215', true),
    ],
    ['职业和编码填在一起，不动', { occupationCode: '电工 6-31-01-03' }, null],
    ['电话中的全角横线', { phone: '０２３－６８８１２３４５' }, warning('phone', '023-68812345', true)],
    ['间隔号两边有空格', { name: '买买提 · 艾力' }, warning('name', '买买提·艾力', true)],
    ['姓名的字之间有空格', { name: '陈 新' }, warning('name', '陈新', true)],
    ['职业名称中间换行，可能是两个职业，不动', { occupationName: '人工智能\n训练师' }, null],
    [
      '职业名称中间有空格，连起来才是职业',
      { occupationName: '人工智能 训练师' },
      warning('occupationName', '人工智能训练师', true),
    ],
    ['两个职业以空格分开，不动', { occupationName: '电工 钳工', occupationCode: '6-31-01-03' }, null],
    [
      '两个证书以空格分开，前一个不写级别，不动',
      { skillCertificate: '焊工 人工智能训练师三级', skillCertificateNo: '无' },
      null,
    ],
    ['没有证卡，写在职业前面，不动', { assessorCard: '没有 电工考评员', assessorCardNo: '无' }, null],
    ['职务写了两个，不动', { position: '车间主任 高级工程师' }, null],
    ['文化程度写了两个，不动', { education: '大专 本科' }, null],
    ['文化程度中间有空格，由选项一条修正', { education: '大学 本科' }, null],
    ['年限写了两个，不动', { workYears: '1 2' }, null],
    ['两个日期，不动', { submittedOn: '2025年3月26日 27日' }, null],
    ['两个单位以空格分开，前一个是简称，不动', { employer: '重庆长安汽车 重庆大学' }, null],
    [
      '职业名称的字之间有空格',
      { occupationName: '人工智能训 练 师' },
      warning('occupationName', '人工智能训练师', true),
    ],
    [
      '带序号的两个证书写在一行',
      {
        skillCertificate: '1、人工智能训练师/三级 2、电工/二级',
        skillCertificateNo: 'S000050000001223000207、S000050000001222000208',
      },
      warning('skillCertificate', '1、人工智能训练师/三级、2、电工/二级', true),
    ],
    [
      '带序号的两个编码写在一行',
      {
        skillCertificate: '人工智能训练师/三级、电工/二级',
        skillCertificateNo: '1、S000050000001223000207 2、S000050000001222000208',
      },
      warning('skillCertificateNo', '1、S000050000001223000207、2、S000050000001222000208', true),
    ],
    [
      '一个证书编码分两行',
      { skillCertificateNo: 'S000050000\n001223000017' },
      warning('skillCertificateNo', 'S000050000001223000017', true),
    ],
    ['两个电话都分段书写，分不清，不动', { phone: '138 0013 8000 139 0013 9000' }, null],
    [
      '证书编码中有空格',
      { skillCertificateNo: 'S0000500000 01223000017' },
      warning('skillCertificateNo', 'S000050000001223000017', true),
    ],
    [
      '一个证书编码少一位，与另一个以空格分开，不动',
      { skillCertificateNo: '150300012345678 2300003010301234' },
      null,
    ],
    [
      '两个证卡编号以空格分开，可能是一个，不动',
      { assessorCard: '电工考评员', assessorCardNo: '50010123 50010124' },
      null,
    ],
    [
      '证卡编号分段书写',
      { assessorCard: '电工考评员', assessorCardNo: '渝 2019 004512' },
      warning('assessorCardNo', '渝2019004512', true),
    ],
    [
      '编号括号里的年份中间有空格，不是第几项',
      { titleCertificate: '工程师', titleCertificateNo: '（20 19）第0012号' },
      warning('titleCertificateNo', '（2019）第0012号', true),
    ],
    ['年月日以空格分开，连起来就不是日期，不动', { submittedOn: '2025 3 26' }, null],
    [
      '年月日之间有空格',
      { submittedOn: '2025 年 3 月 26 日' },
      warning('submittedOn', '2025年3月26日', true),
    ],
    ['日期中的空格', { submittedOn: '2025 - 3 - 26' }, warning('submittedOn', '2025-3-26', true)],
    ['英文的月份，不动', { submittedOn: 'Mar 26, 2025' }, null],
    [
      '日期前有空格，时间前的空格不动',
      { submittedOn: ' 2025-3-26 9:30' },
      warning('submittedOn', '2025-3-26 9:30', true),
    ],
    [
      '两个电话以空格分开，不能连成一个',
      { phone: '13812345678 13900001111' },
      warning('phone', '13812345678、13900001111', true),
    ],
    [
      '两个证书编码以空格分开，不能连成一个',
      {
        skillCertificate: '人工智能训练师/三级、电工/四级',
        skillCertificateNo: 'S000050000001223000017 S000050000001224000018',
      },
      warning('skillCertificateNo', 'S000050000001223000017、S000050000001224000018', true),
    ],
    [
      '一个证书编码分段书写',
      { skillCertificateNo: 'S0000 5000 0001 2230 00017' },
      warning('skillCertificateNo', 'S000050000001223000017', true),
    ],
    [
      '两个证书以空格分开，不能连成一个',
      {
        skillCertificate: '人工智能训练师三级 电工四级',
        skillCertificateNo: 'S000050000001223000017、S000050000001224000018',
      },
      warning('skillCertificate', '人工智能训练师三级、电工四级', true),
    ],
    [
      '一个证书与等级以空格分开',
      { skillCertificate: '人工智能训练师 三级 高级工' },
      warning('skillCertificate', '人工智能训练师三级高级工', true),
    ],
    [
      '高级、技师之间的空格，仍是高级技师',
      { skillCertificate: '人工智能训练师 高级 技师', skillCertificateNo: '无' },
      warning('skillCertificate', '人工智能训练师高级技师', true),
    ],
    [
      '等级在前的两个证书以空格分开',
      { skillCertificate: '高级人工智能训练师 中级电工', skillCertificateNo: '无' },
      warning('skillCertificate', '高级人工智能训练师、中级电工', true),
    ],
    ...['（2018年）', '2018年', '重庆', '（高级工）'].map(
      (after): readonly [string, Given, RowCase['finds']] => [
        `证书之后以空格隔开的${after}不是另一个证书`,
        { skillCertificate: `人工智能训练师三级 ${after}` },
        warning('skillCertificate', `人工智能训练师三级${after}`, true),
      ],
    ),
    [
      '两个职称以空格分开',
      { titleCertificate: '讲师 工程师', titleCertificateNo: '20150012345、20160067890' },
      warning('titleCertificate', '讲师、工程师', true),
    ],
    [
      '一个职称中的空格',
      { titleCertificate: '高级 工程师' },
      warning('titleCertificate', '高级工程师', true),
    ],
    [
      '两个职称证书编码以空格分开',
      { titleCertificate: '讲师、工程师', titleCertificateNo: '20150012345 20160067890' },
      warning('titleCertificateNo', '20150012345、20160067890', true),
    ],
    [
      '两个证卡以空格分开',
      { assessorCard: '茶艺师考评员 咖啡师考评员证', assessorCardNo: 'R50000001、R50000002' },
      warning('assessorCard', '茶艺师考评员、咖啡师考评员证', true),
    ],
    ['外文与汉字之间的空格', { employer: 'ABB 重庆变压器有限公司' }, null],
    [
      '等级写在前面的，分不清是哪一个的，不动',
      { skillCertificate: '三级 人工智能训练师 四级 电工', skillCertificateNo: '无' },
      null,
    ],
  ]),
  ...cases('cell.formula', [
    ['姓名是公式', { name: FORMULA }, error('name', '陈立新')],
    ['公式的结果不整洁', { name: { ...FORMULA, text: ' 陈立新\u200B' } }, error('name', '陈立新')],
    ['公式没有结果', { name: { kind: 'empty', text: '', formula: 'B4&C4' } }, error('name')],
    ['公式的结果只有空格', { name: { ...FORMULA, text: ' 　' } }, error('name')],
    ['错误值', { employer: ERROR_VALUE }, error('employer')],
    ['粘贴成文字的错误值', { name: '#NAME?' }, error('name')],
    ['错误值后有空格', { title: '#N/A ' }, error('title')],
    ['错误值前有空格', { name: '　#N/A' }, error('name')],
    ['错误值是全角的', { employer: '#Ｎ/Ａ' }, error('employer')],
    ['错误值带看不见的字符', { employer: '#REF!\u200B\n' }, error('employer')],
    ['错误值是小写的', { idNumber: '#n/a' }, error('idNumber')],
    ['错误值前有撇号', { titleCertificateNo: "'#N/A" }, error('titleCertificateNo')],
    ['新函数的错误值', { employer: '#SPILL!' }, error('employer')],
    ['以井号开头的文字', { employer: '#1实训基地' }, null],
    ['以等号开头的文字不是公式', { employer: '=重庆' }, null],
  ]),
  ...cases('date.invalid', [
    ['写作号', { submittedOn: '2025年3月26号' }, error('submittedOn', '2025年3月26日')],
    ['横线是破折号', { submittedOn: '2025—03—26' }, error('submittedOn', '2025-03-26')],
    ['二月三十日', { submittedOn: '2025-02-30' }, error('submittedOn')],
    ['文字', { submittedOn: '三月下旬' }, error('submittedOn')],
    ['Excel 日期', { submittedOn: DATE }, null],
    ['日期序号', { submittedOn: 45742 }, null],
    ['2025-3-26', { submittedOn: '2025-3-26' }, null],
    ['2025/3/26', { submittedOn: '2025/3/26' }, null],
    ['2025.3.26', { submittedOn: '2025.3.26' }, null],
    ['2025年3月26日', { submittedOn: '2025年3月26日' }, null],
    ['20250326，数字', { submittedOn: 20250326 }, null],
    ['带时间', { submittedOn: '2025-03-26 09:30' }, null],
    ['带时间，写作上午、时、分', { submittedOn: '2025年3月26日上午10时20分' }, null],
    ['带时间，上午后有空格', { submittedOn: '2025-3-26 上午 9:30' }, null],
    ['带时间，写作下午', { submittedOn: '2025/3/26 下午3:20:00' }, null],
    ['时间不可能', { submittedOn: '2025-3-26 25:99' }, error('submittedOn')],
    ['全角横线旁有空格', { submittedOn: '2025 －03－26' }, null],
    ['全角句点旁有空格', { submittedOn: '2025．3． 26' }, null],
    ['单数的日与时间，不读成二十九日', { submittedOn: '2025-2-2 9:30' }, null],
    ['没有日', { submittedOn: '2025-03' }, error('submittedOn')],
    [
      'Excel 的第0日，不建议改成原样',
      { submittedOn: { kind: 'date', text: '1899-12-31', number: 0 } },
      error('submittedOn'),
    ],
  ]),
  ...cases('date.outside-window', [
    ['三月二十四日', { submittedOn: '2025-03-24' }, warning('submittedOn')],
    ['三月二十九日是星期六', { submittedOn: '2025-03-29' }, warning('submittedOn')],
    ['四月二十七日星期日，调休上班', { submittedOn: '2025-04-27' }, null],
    ['十二月不受理', { submittedOn: '2025-12-25' }, warning('submittedOn')],
    ['三月二日九点半，不是二十九日', { submittedOn: '2025-3-2 9:30' }, warning('submittedOn')],
    ['三十一日', { submittedOn: '2025-03-31' }, warning('submittedOn')],
    ['一月不受理', { submittedOn: '2025-01-27' }, warning('submittedOn')],
    ['另一年', { submittedOn: '2026-03-26' }, warning('submittedOn')],
    ['二月最后一个工作日', { submittedOn: '2025-02-28' }, null],
  ]),
  ...cases('choice.unknown', [
    ['中间有空格', { education: '大学 本科' }, warning('education', '大学本科', true)],
    ['民族写作不存在的族', { ethnicity: '巴族' }, error('ethnicity')],
    ['汉', { ethnicity: '汉' }, warning('ethnicity', '汉族', true)],
    [
      '公式算出的汉，由人确认',
      { ethnicity: { kind: 'text', text: '汉', formula: 'VLOOKUP(G3,Sheet2!A:B,2,0)' } },
      warning('ethnicity', '汉族'),
    ],
    ['党员', { politicalStatus: '党员' }, warning('politicalStatus', '中共党员', true)],
    ['全称也可以', { politicalStatus: '中国共产党党员' }, null],
    ['本科', { education: '本科' }, warning('education', '大学本科', true)],
    ['护照，不知是哪国的', { idType: '护照', idNumber: 'E12345678' }, warning('idType', '中国护照')],
    [
      '军人证，也可能是士兵证',
      { idType: '军人证', idNumber: '南字第0012345号' },
      warning('idType', '军官证'),
    ],
    ['无党派，也可能是群众', { politicalStatus: '无党派' }, warning('politicalStatus', '无党派人士')],
    ['等级只写高级', { level: '高级' }, warning('level', '高级考评员')],
    [
      '央企在渝分支机构',
      { institutionTier: '央企在渝分支机构' },
      warning('institutionTier', '央企在渝分支', true),
    ],
    ['未参加过培训', { trained: '未参加过' }, warning('trained', '否', true)],
    ['研究生，博士硕士不明', { education: '研究生' }, warning('education', '硕士研究生')],
    ['国家标准的写法', { education: '大学本科毕业' }, null],
    ['身份证', { idType: '身份证' }, warning('idType', '居民身份证', true)],
    ['专项考评员', { ...SPECIAL, level: '专项考评员' }, warning('level', '专项职业能力考核考评员', true)],
    ['等级只写专项', { ...SPECIAL, level: '专项' }, warning('level', '专项职业能力考核考评员', true)],
    ['机构类别', { institutionTier: '国家级' }, error('institutionTier')],
  ]),
  ...cases('id.damaged', [
    ['号码是数字单元格', { idNumber: 500103198507121200 }, error('idNumber')],
    ['十五位数字单元格', { idNumber: 500103850712121 }, error('idNumber')],
    ['科学计数法', { idNumber: '5.00103E+17' }, error('idNumber')],
    ['末三位成了零', { idNumber: '500103198507121000' }, error('idNumber')],
    ['末三位本来是零，校验码也对', { idNumber: '500103198507127000', sex: '女' }, null],
    ['护照不按身份证检查', { idType: '中国护照', idNumber: 12345678 }, null],
    ['没写明哪国的护照也不按身份证检查', { idType: '护照', idNumber: 'E12345678' }, null],
    [
      '外国人永久居留身份证是数字单元格',
      { idType: '外国人永久居留身份证', idNumber: 911840198506150000 },
      error('idNumber'),
    ],
  ]),
  ...cases('id.length', [
    ['少一位', { idNumber: '50010319850712121' }, error('idNumber')],
    ['末尾多打一个零', { idNumber: '5001031985071270000' }, error('idNumber')],
    ['前面多打一位，末三位是零', { idNumber: '1500103198507121000' }, error('idNumber')],
    ['护照号码一栏写的是字，不按身份证检查', { idType: '外国护照', idNumber: '待补' }, null],
    ['十五位旧号', { idNumber: '500103850712121' }, error('idNumber', '500103198507121215')],
    ['十五位旧号，日期不存在，不建议', { idNumber: '500103850231121' }, error('idNumber')],
    ['台湾居民来往大陆通行证', { idType: '台湾居民来往大陆通行证', idNumber: '12345678' }, null],
  ]),
  ...cases('id.characters', [
    ['星号代替X', { idNumber: '50010319850712001*' }, error('idNumber')],
    ['字母O代替零', { idNumber: '5OO103198507121215' }, error('idNumber')],
    [
      '护照号码后注了有效期，正好十八个字，不按身份证检查',
      { idType: '外国护照', idNumber: 'AB1234567（2030年到期）' },
      null,
    ],
  ]),
  ...cases('id.date', [
    ['二月三十日出生', { idNumber: '500103198502301217' }, error('idNumber')],
    ['尚未到来的日期', { idNumber: '500103202907121213' }, error('idNumber')],
    ['一八九九年的日期，校验码对', { idNumber: '50010318990712121X' }, error('idNumber')],
    ['提交时间写错，不是身份证号码的错', { submittedOn: '1925-03-26' }, null],
    ['闰年二月二十九日', { idNumber: '500110200002290156' }, null],
  ]),
  ...cases('id.checksum', [
    ['校验码错', { idNumber: '500103198507121210' }, error('idNumber')],
    ['校验码对', { idNumber: '500103198507121215' }, null],
    ['类型不认识的证件按身份证检查', { idType: '居民证', idNumber: '500103198507121210' }, error('idNumber')],
    ['港澳居民居住证', { idType: '港澳居民居住证', idNumber: '810000199408230021' }, null],
  ]),
  ...cases('id.region', [
    ['不存在的地区', { idNumber: '50999919850712121X' }, warning('idNumber')],
    ['重庆直辖以前的旧码', { idNumber: '512301197209303317' }, null],
    ['万盛区，2011年撤销', { idNumber: '500110200002290156' }, null],
  ]),
  ...cases('id.sex', [
    ['性别填女，号码是男', { sex: '女' }, error('sex', '男')],
    ['号码本身有错，不比较', { sex: '女', idNumber: '500103198507121210' }, null],
    ['女', { sex: '女', idNumber: '511202199505050448' }, null],
  ]),
  ...cases('name.characters', [
    ['有数字', { name: '陈立新2' }, warning('name')],
    ['混有拉丁字母', { name: '陈立新A' }, warning('name')],
    ['间隔号写成圆点', { name: '阿布都.热合曼' }, warning('name', '阿布都·热合曼')],
    ['间隔号正确', { name: '阿布都·热合曼' }, null],
    ['外文姓名', { name: "Anna O'Neil" }, null],
    ['生僻字', { name: '陈㛃' }, null],
    ['不知是一个人还是两个人', { name: '王芳 李丽' }, warning('name', '王芳李丽')],
    ['少数民族姓名用空格代替间隔号', { name: '吾买尔 艾力' }, warning('name', '吾买尔·艾力')],
    ['两个人填在一行', { name: '王芳、李丽' }, warning('name')],
    ['生僻字录成问号', { name: '王?芳' }, warning('name')],
    ['姓名前有加号', { name: '+张三' }, warning('name')],
    ['姓名后有感叹号', { name: '张三！' }, warning('name')],
    ['名中有〇', { name: '张〇' }, null],
    ['字库没有的字', { name: '陈\uE863' }, null],
    ['填同上', { name: '同上' }, warning('name')],
    ['填无', { name: '无' }, warning('name')],
    ['示例行', { name: '（示例）张三' }, warning('name')],
    ['姓名后多了句号', { name: '陈立新.' }, warning('name', '陈立新')],
    ['间隔号在姓名之前', { name: '·陈立新' }, warning('name', '陈立新')],
    ['间隔号在姓名之后', { name: '阿布都.热合曼·' }, warning('name', '阿布都·热合曼')],
    ['只有一个点', { name: '·' }, warning('name')],
    ['间隔号写成片假名中点', { name: '阿布都・热合曼' }, warning('name', '阿布都·热合曼')],
    ['间隔号写成横线', { name: '阿布都-热合曼' }, warning('name', '阿布都·热合曼')],
    ['间隔号写成破折号', { name: '阿布都——热合曼' }, warning('name', '阿布都·热合曼')],
    ['横线在姓名之后', { name: '张三-' }, warning('name', '张三')],
    ['横线在姓名之前', { name: '—张三' }, warning('name', '张三')],
    ['间隔号写了两个', { name: '阿布都··热合曼' }, warning('name', '阿布都·热合曼')],
    ['间隔号旁有空格', { name: '买买提· 艾力' }, warning('name', '买买提·艾力')],
    ['间隔号写成圆点，后面换了行', { name: '买买提.\n艾力' }, warning('name', '买买提·艾力')],
    ['外文姓名带横线', { name: 'Jean-Luc Martin' }, null],
  ]),
  ...cases('phone.invalid', [
    ['少一位', { phone: '1381234567' }, error('phone')],
    ['八位固定电话', { phone: '88152283' }, error('phone', '023-88152283')],
    ['带区号', { phone: '023-88152283' }, null],
    ['带分机', { phone: '023-67890000-8012' }, null],
    ['区号、号码、分机连写', { phone: '02367890000-8012' }, null],
    ['号码中间有横线', { phone: '023-6789-0000' }, null],
    ['区号加括号', { phone: '（023）88152283' }, null],
    ['+86', { phone: '+8613812345678' }, null],
    ['数字单元格', { phone: 13812345678 }, null],
    ['两个号码', { phone: '13812345678、023-88152283' }, null],
    ['横线是全角', { phone: '023－88152283' }, null],
    ['横线是破折号', { phone: '023—88152283' }, null],
    ['横线是不间断连字符', { phone: '138\u20111234\u20115678' }, null],
    ['带分机', { phone: '023-88152283转801' }, null],
    ['邻省固定电话', { phone: '0830-2345678' }, null],
    ['填了无', { phone: '无' }, error('phone')],
    ['填了斜线', { phone: '/' }, error('phone')],
    ['只有分隔号', { phone: '、' }, error('phone')],
    ['全角加号', { phone: '＋8613812345678' }, null],
    ['+86 加北京的区号，不写零', { phone: '+86-10-62345678' }, null],
    ['+86 加区号，用空格分开', { phone: '+86 10 62345678' }, null],
    ['+86 加区号，区号带括号', { phone: '+86（23）67891234' }, null],
    ['+86 加手机号，多一位', { phone: '+86138123456789' }, error('phone')],
    ['+86 加区号，不写零', { phone: '+86-23-88152283' }, null],
    ['八位固定电话中间有空格', { phone: '8815 2283' }, error('phone', '023-88152283')],
    ['八位固定电话中间有横线', { phone: '8815-2283' }, error('phone', '023-88152283')],
    ['两个号码，全角斜线旁有空格', { phone: '18610023702／ 023－67899047' }, null],
    ['十二开头不是手机号', { phone: '12812345678' }, error('phone')],
  ]),
  ...cases('years.invalid', [
    ['填了年份', { workYears: 1998 }, error('workYears')],
    ['15年', { workYears: '15年' }, error('workYears', '15', true)],
    ['五年', { occupationYears: '五年' }, error('occupationYears', '5', true)],
    ['十二年', { workYears: '十二年' }, error('workYears', '12', true)],
    ['5年以上', { occupationYears: '5年以上' }, error('occupationYears', '5')],
    ['5年6个月', { occupationYears: '5年6个月' }, error('occupationYears', '5.5')],
    ['一个年月，不是年数', { workYears: '2010年7月' }, error('workYears')],
    ['15年整', { workYears: '15年整' }, error('workYears', '15')],
    ['15年+', { workYears: '15年+' }, error('workYears', '15')],
    ['4年11个月，不进成5年', { occupationYears: '4年11个月' }, error('occupationYears', '4.92')],
    ['三年半', { occupationYears: '三年半' }, error('occupationYears', '3.5')],
    ['填成年份', { workYears: 2010 }, error('workYears')],
    ['文字', { workYears: '很久' }, error('workYears')],
    ['负数', { workYears: -3 }, error('workYears')],
    ['小数', { occupationYears: 5.5 }, null],
    ['全角小数', { occupationYears: '５．５' }, null],
    ['全角小数带年字', { occupationYears: '５．５年' }, error('occupationYears', '5.5', true)],
  ]),
  ...cases('years.order', [
    ['任职年限多于工龄', { workYears: 6, occupationYears: 8 }, error('occupationYears')],
    ['相等', { workYears: 8, occupationYears: 8 }, null],
  ]),
  ...cases('years.age', [
    ['三十九岁，工龄三十年', { workYears: 30 }, warning('workYears')],
    ['三十九岁，工龄二十三年', { workYears: 23 }, null],
    ['三十九岁零八个月，工龄二十三年半', { workYears: 23.5 }, null],
    ['三十九岁，工龄二十四年', { workYears: 24 }, warning('workYears')],
    ['提交时间早于出生', { submittedOn: '1925-03-26' }, null],
  ]),
  ...cases('certificate.pair', [
    [
      '一张证卡写有两个职业，只提醒',
      { assessorCard: '电工、焊工', assessorCardNo: 'R50000001' },
      warning('assessorCardNo'),
    ],
    [
      '没有证书，写明没有的是什么',
      {
        skillCertificate: '暂无职业资格证书',
        skillCertificateNo: '没有证书编号',
        titleCertificate: '未评职称',
        titleCertificateNo: '无编码',
        assessorCard: '未取得考评员资格',
        assessorCardNo: '暂无编号',
      },
      null,
    ],
    ['没有职称证书，写作无职称', { titleCertificate: '无职称', titleCertificateNo: '（无）' }, null],
    ['无后面多了分号', { titleCertificate: '无；', titleCertificateNo: '无' }, null],
    [
      '无后面多了句号、逗号',
      { titleCertificate: '无。', titleCertificateNo: '无.', assessorCard: '无，', assessorCardNo: '无。。' },
      null,
    ],
    ['编号里有斜线，仍是一个', { titleCertificate: '工程师', titleCertificateNo: '渝/2010/00123' }, null],
    ['证书一栏是错误值，有没有证书不知道', { skillCertificate: ERROR_VALUE }, null],
    ['编码一栏是错误值，有没有编码不知道', { skillCertificateNo: '#REF!' }, null],
    [
      '两个证书、两个编码都以斜线分开',
      {
        skillCertificate: '人工智能训练师三级/电工二级',
        skillCertificateNo: 'S000050000001223000017/S000050000001222000018',
      },
      null,
    ],
    ['有证书没有编码', { skillCertificateNo: '无' }, error('skillCertificateNo')],
    [
      '带序号的两个证书和两个编码',
      {
        skillCertificate: '1、人工智能训练师三级\n2、电工四级',
        skillCertificateNo: '1.S000050000001223000017\n2.S000050000001224000018',
      },
      null,
    ],
    [
      '一个证书没有编码，写了无',
      {
        skillCertificate: '人工智能训练师/三级、低压电工证',
        skillCertificateNo: 'S000050000001223000221、无',
      },
      null,
    ],
    [
      '编码前的序号后面就是数字',
      { skillCertificate: '1.人工智能训练师三级', skillCertificateNo: '1.2300003010301234' },
      null,
    ],
    ['有编码没有证书', { titleCertificateNo: '2019A0123' }, error('titleCertificate')],
    ['两个证书一个编码', { skillCertificate: '人工智能训练师/三级、电工/四级' }, error('skillCertificateNo')],
    [
      '名称中有顿号的专项职业能力是一个',
      { assessorCard: '头、面部保健专项考评员', assessorCardNo: 'K1' },
      null,
    ],
    [
      '同一职业的两个等级是两个证书',
      {
        skillCertificate: '人工智能训练师四级、三级',
        skillCertificateNo: 'S000050000001224000017、S000050000001223000018',
      },
      null,
    ],
    [
      '两个证书两个编码',
      {
        skillCertificate: '人工智能训练师/三级、电工/四级',
        skillCertificateNo: 'S000050000001223000017；S000050000001224000018',
      },
      null,
    ],
    ['等级另起一项仍是一个证书', { skillCertificate: '人工智能训练师、三级' }, null],
    ['职业与工种以斜线分开仍是一个证书', { skillCertificate: '起重装卸机械操作工/叉车司机' }, null],
    ['都没有', { skillCertificate: '无', skillCertificateNo: '/' }, null],
    ['没有的写作无此项', { titleCertificate: '无此项', titleCertificateNo: '无此项' }, null],
    ['都没有，全角斜线', { titleCertificate: '／', titleCertificateNo: '——' }, null],
  ]),
  ...cases('certificate.number-damaged', [
    ['十六位编码是数字单元格', { skillCertificateNo: 2250003000123456 }, error('skillCertificateNo')],
    [
      '科学计数法',
      { titleCertificate: '工程师', titleCertificateNo: '2.02E+15' },
      error('titleCertificateNo'),
    ],
    ['编码中本来有字母E', { titleCertificate: '工程师', titleCertificateNo: '3E20190012' }, null],
    ['十五位的数字单元格没有丢失', { titleCertificate: '工程师', titleCertificateNo: 201950012345678 }, null],
    [
      '两个编码，其中一个丢失位数',
      {
        skillCertificate: '人工智能训练师/三级、电工/四级',
        skillCertificateNo: 'S000050000001223000017、1.23E+17',
      },
      error('skillCertificateNo'),
    ],
    ['十六位文字', { skillCertificate: '人工智能训练师/三级', skillCertificateNo: '2250003000312345' }, null],
  ]),
  ...cases('certificate.format', [
    ['二十位', { skillCertificateNo: 'S0000500000012230000' }, warning('skillCertificateNo')],
    [
      '二十二位，等级那一位是零',
      { skillCertificateNo: 'S000050000001220000017' },
      warning('skillCertificateNo'),
    ],
    ['二十二位，没有字母', { skillCertificateNo: '5000050000001223000017' }, warning('skillCertificateNo')],
    ['十六位，夹有字母', { skillCertificateNo: '15220010003O0123' }, warning('skillCertificateNo')],
    ['首字母小写', { skillCertificateNo: 's000050000001223000017' }, null],
    ['十六位数字', { skillCertificateNo: '2250003000312345' }, null],
    [
      '特级技师，等级那一位是字母',
      { skillCertificate: '人工智能训练师/特级技师', skillCertificateNo: 'S00005000000122T000017' },
      null,
    ],
    ['二十二位', { skillCertificateNo: 'S000050000001223000017' }, null],
    ['职称证书编码不限格式', { titleCertificate: '工程师', titleCertificateNo: '渝2019-01' }, null],
  ]),
  ...cases('certificate.level', [
    ['写三级，编码是四级', { skillCertificateNo: 'S000050000001224000017' }, warning('skillCertificateNo')],
    ['写三级，十六位编码是四级', { skillCertificateNo: '2250003000412345' }, warning('skillCertificateNo')],
    ['写三级，编码是三级', { skillCertificateNo: 'S000050000001223000017' }, null],
    [
      '特级技师的字母不算矛盾',
      { skillCertificate: '人工智能训练师/特级技师', skillCertificateNo: 'S00005000000122T000017' },
      null,
    ],
    [
      '几个证书时不比较',
      {
        skillCertificate: '人工智能训练师/三级、电工/三级',
        skillCertificateNo: 'S000050000001224000017、S000050000001225000018',
      },
      null,
    ],
  ]),
  ...cases('occupation.unknown', [
    [
      '申报考评员而填了专项职业能力',
      { occupationName: '火锅调味', occupationCode: '中式烹调师' },
      error('occupationName'),
    ],
    [
      '名称和编码都查不到',
      { occupationName: '智能养生师', occupationCode: '4-99-01-01' },
      error('occupationCode'),
    ],
    ['名称查不到，没有编码', { occupationName: '智能养生师', occupationCode: '' }, error('occupationCode')],
    ['编码查不到，没有名称', { occupationName: '', occupationCode: '4-99-01-01' }, error('occupationCode')],
    [
      '名称和编码填反了',
      { occupationName: '4-10-01-03', occupationCode: '保育师' },
      error('occupationCode', '4-10-01-03'),
    ],
    [
      '填反了，编码没有写零，名称带等级',
      { occupationName: '4-10-1-3', occupationCode: '保育师/三级' },
      error('occupationCode', '4-10-01-03'),
    ],
    [
      '填反了，两者不是同一职业',
      { occupationName: '4-10-01-03', occupationCode: '电工' },
      error('occupationCode'),
    ],
    ['名称查得到', { occupationCode: '4-99-01-01' }, null],
  ]),
  ...cases('occupation.code-format', [
    ['破折号', { occupationCode: '4—04—05—05' }, error('occupationCode', '4-04-05-05', true)],
    ['少写零', { occupationCode: '4-4-5-5' }, error('occupationCode', '4-04-05-05', true)],
    ['全角横线', { occupationCode: '4－04－05－05' }, error('occupationCode', '4-04-05-05', true)],
    ['全是全角', { occupationCode: '４－０４－０５－０５' }, error('occupationCode', '4-04-05-05', true)],
    ['连写', { occupationCode: '4040505' }, error('occupationCode', '4-04-05-05', true)],
    [
      '补零后与名称不合，须核对',
      { occupationName: '电工', occupationCode: '6-31-1-2' },
      error('occupationCode', '6-31-01-02'),
    ],
    ['不是编码', { occupationCode: '人工智能' }, error('occupationCode')],
    ['只写到小类', { occupationCode: '4-04-05' }, error('occupationCode')],
    [
      '只错了横线，与名称不合',
      { occupationName: '电工', occupationCode: '6—31—01—02' },
      error('occupationCode', '6-31-01-02', true),
    ],
    [
      '小类带GBM码',
      { occupationName: '其他水利、环境和公共设施管理服务人员', occupationCode: '4-09-99（GBM40999）' },
      null,
    ],
    [
      '小类带GBM码，只错了横线：GBM码留着',
      { occupationName: '其他水利、环境和公共设施管理服务人员', occupationCode: '4—9—99（GBM40999）' },
      error('occupationCode', '4-09-99(GBM40999)', true),
    ],
    [
      '小类只写GBM码',
      { occupationName: '其他水利、环境和公共设施管理服务人员', occupationCode: 'gbm40999' },
      error('occupationCode', '4-09-99(GBM40999)', true),
    ],
    [
      '只写到小类，横线又错了：改了横线也不是编码',
      { occupationName: '电工', occupationCode: '6—31—01' },
      error('occupationCode'),
    ],
    ['专项考评员填领域', SPECIAL, null],
  ]),
  ...cases('occupation.mismatch', [
    ['编码是另一职业', { occupationCode: '4-04-05-01' }, error('occupationCode', '4-04-05-05')],
    ['编码不存在', { occupationCode: '4-04-05-99' }, error('occupationCode', '4-04-05-05')],
    [
      '编码只见于征求意见稿',
      { occupationName: '保卫管理员', occupationCode: '3-02-02-00' },
      error('occupationCode', '3-02-02-01'),
    ],
    [
      '附件5漏印一位的编码补零，成了另一职业的',
      { occupationName: '民间工艺品制作工', occupationCode: '6-09-03-07' },
      error('occupationCode', '6-09-03-17'),
    ],
    ['两个职业填在一行', { occupationName: '养老护理员、保育师' }, error('occupationName')],
    [
      '两个职业以斜线分开，编码是其中之一',
      { occupationName: '养老护理员/保育师', occupationCode: '4-10-01-05' },
      error('occupationName'),
    ],
    [
      '两个职业分两行',
      { occupationName: '养老护理员\n保育师', occupationCode: '4-10-01-05' },
      error('occupationName'),
    ],
    ['一个职业写成两行', { occupationName: '人工智能\n训练师' }, null],
    ['名称查不到，编码查得到', { occupationName: '智能训练' }, warning('occupationCode')],
    [
      '附件5印作“其它”的小类',
      { occupationName: '其它文化和教育服务人员', occupationCode: '4-13-99(GBM41399)' },
      null,
    ],
    [
      '附件5印作“其它”的小类，编码是另一职业的：提供带GBM码的',
      { occupationName: '其它文化和教育服务人员', occupationCode: '4-10-01-05' },
      error('occupationCode', '4-13-99(GBM41399)'),
    ],
    ['钳工与三种钳工之一', { occupationName: '钳工', occupationCode: '6-31-01-02' }, null],
    ['钳工与另一职业', { occupationName: '钳工', occupationCode: '6-31-01-03' }, error('occupationCode')],
    [
      '职业后括注工种',
      { occupationName: '汽车维修工（汽车电器维修工）', occupationCode: '4-12-01-01' },
      null,
    ],
    [
      '括号里是另一职业',
      { occupationName: '电工（焊工）', occupationCode: '6-31-01-03' },
      warning('occupationCode'),
    ],
    ['名称带等级', { occupationName: '人工智能训练师（三级）' }, null],
    ['工种与所属职业', { occupationName: '叉车司机', occupationCode: '6-30-05-01' }, null],
    [
      '未经核实的工种，编码说了算',
      { occupationName: '维修电工', occupationCode: '6-31-01-02' },
      warning('occupationCode'),
    ],
  ]),
  ...cases('occupation.misprint', [
    [
      '附件4的密码技术应用员',
      { occupationName: '密码技术应用员', occupationCode: '4-04-04-07' },
      warning('occupationCode', '4-04-04-06'),
    ],
    [
      '附件5漏印一位的编码',
      { occupationName: '民间工艺品制作工', occupationCode: '6-09-03-7' },
      warning('occupationCode', '6-09-03-17'),
    ],
    [
      '附件4的原名称',
      { occupationName: '物业管理员', occupationCode: '4-06-01-01' },
      warning('occupationCode'),
    ],
    ['现行的编码', { occupationName: '密码技术应用员', occupationCode: '4-04-04-06' }, null],
  ]),
  ...cases('ability.unknown', [
    ['附件5没有', { ...SPECIAL, occupationName: '煮面条' }, error('occupationName')],
    [
      '名称没有写全，附件5只有一项含有它',
      { ...SPECIAL, occupationName: '重庆小面' },
      error('occupationName', '重庆小面制作'),
    ],
    ['附件5有几项含有它', { ...SPECIAL, occupationName: '新能源汽车' }, error('occupationName')],
    ['附件5有', SPECIAL, null],
    ...['重庆小面制作专项职业能力', '重庆小面制作（专项）', '重庆小面制作（专项职业能力考核）'].map(
      (occupationName) =>
        [`名称后写了专项职业能力：${occupationName}`, { ...SPECIAL, occupationName }, null] as const,
    ),
    ['附件5漏印“接”字', { ...SPECIAL, occupationName: '果树花卉嫁接', occupationCode: '种苗繁育员' }, null],
  ]),
  ...cases('ability.field', [
    ['领域不对', { ...SPECIAL, occupationCode: '中式面点师' }, error('occupationCode', '中式烹调师')],
    ['填成编码', { ...SPECIAL, occupationCode: '4-03-02-01' }, error('occupationCode', '中式烹调师')],
    ['现行名称', { ...SPECIAL, occupationName: '足部保健', occupationCode: '保健按摩师' }, null],
    ['印件名称', { ...SPECIAL, occupationName: '足部保健', occupationCode: '足部按摩师' }, null],
    [
      '连目录标记一起照抄',
      { ...SPECIAL, occupationName: '物流品质管控', occupationCode: '物流服务师L' },
      null,
    ],
  ]),
];
